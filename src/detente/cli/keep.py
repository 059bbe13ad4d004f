"""The commands that keep what was read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from .choices import Listing
from .ending import FAILED, sentences
from .logs import start_logging
from .options import Codebook, Extractor, Languages, LogFile, SettingsFile, StoreUrl, Verbose, parts

Inputs = Annotated[list[str], typer.Argument(metavar="ARTICLE", help="Files, folders, patterns, or - for standard input.")]
Sources = Annotated[list[str], typer.Argument(metavar="SOURCE", help="Where articles were found: files, folders, or as `detente status` lists them.")]
Processes = Annotated[
    int, typer.Option("--processes", envvar="DETENTE_PROCESSES", metavar="N", min=0, show_default=False,
                      help="How many processes read; else as many as there are cores."),
]
store_app = typer.Typer(no_args_is_help=True, help="Look after a store: upgrade, backup, check.", rich_markup_mode=None)


def add(
    paths: Inputs,
    store: StoreUrl = "",
    processes: Processes = 0,
    languages: Languages = "",
    extractor: Extractor = "",
    codebook: Codebook = "default",
    verbose: Verbose = 0,
    log_file: LogFile = None,
    settings: SettingsFile = None,
) -> None:
    """Read articles into a store; those that are there already are not read again."""
    start_logging(verbose, log_file)
    with sentences():
        from .keeping import add_articles
        from .reading import reader_of

        if add_articles(paths, store, reader_of(codebook, parts(languages), parts(extractor)), processes):
            raise typer.Exit(FAILED)


def status(store: StoreUrl = "", settings: SettingsFile = None) -> None:
    """Say what a store holds."""
    with sentences():
        from .keeping import tell_status

        tell_status(store)


def copies(
    source: Annotated[str, typer.Argument(metavar="[SOURCE]", help="Only this article's copies, with every change.", show_default=False)] = "",
    store: StoreUrl = "",
    listing: Annotated[Listing, typer.Option("--format", help="How to write the list; JSON gives a report a line.")] = Listing.table,
    settings: SettingsFile = None,
) -> None:
    """List reports that were printed several times: who printed them first, and who changed what."""
    with sentences():
        from .copies import list_copies

        list_copies(store, source, as_json=listing is Listing.json)


def failures(store: StoreUrl = "", settings: SettingsFile = None) -> None:
    """List what could not be read, and why."""
    with sentences():
        from .keeping import tell_failures

        tell_failures(store)


def remove(sources: Sources, store: StoreUrl = "", settings: SettingsFile = None) -> None:
    """Take articles out of a store for good: from its tables, its index and its journal."""
    with sentences():
        from .keeping import remove_articles

        remove_articles(sources, store)


@store_app.command()
def upgrade(store: StoreUrl = "", settings: SettingsFile = None) -> None:
    """Bring a store of an earlier version up to date."""
    with sentences():
        from .keeping import upgrade_tables

        upgrade_tables(store)


@store_app.command()
def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The copy to make; a new file.")],
    store: StoreUrl = "",
    settings: SettingsFile = None,
) -> None:
    """Copy a store on SQLite to a file while others use it."""
    with sentences():
        from .keeping import copy_store

        copy_store(file, store)


@store_app.command()
def check(store: StoreUrl = "", settings: SettingsFile = None) -> None:
    """Check that a store is whole: its file, its tables, and every reading in them."""
    with sentences():
        from .keeping import check_store

        if check_store(store):
            raise typer.Exit(FAILED)


KEEPING: dict[str, Callable[..., Any]] = {
    "add": add, "status": status, "copies": copies, "failures": failures, "remove": remove,
}  # fmt: skip
