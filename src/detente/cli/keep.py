"""The commands that keep what was read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from .choices import Listing, Report
from .ending import FAILED, sentences
from .logs import start_logging
from .options import Codebook, Extractor, Fields, Languages, LogFile, SettingsFile, StoreUrl, Verbose, parts

Inputs = Annotated[
    list[str],
    typer.Argument(metavar="ARTICLE|ADDRESS", help="Files, folders, patterns, - for standard input; addresses of pages, feeds, sitemaps, OPML files."),
]
Sources = Annotated[list[str], typer.Argument(metavar="SOURCE", help="Where articles were found: files, folders, or as `detente status` lists them.")]
Lists = Annotated[list[str], typer.Argument(metavar="LIST", help="OPML files, or addresses of feeds, sitemaps, OPML files.")]
Processes = Annotated[
    int, typer.Option("--processes", envvar="DETENTE_PROCESSES", metavar="N", min=0, show_default=False,
                      help="How many processes read; else as many as there are cores."),
]
Private = Annotated[bool, typer.Option("--allow-private", help="Fetch from machines of private networks and this one, too.")]
Delay = Annotated[float, typer.Option("--delay", metavar="SECONDS", min=0, help="How long to leave a host alone after each request.")]
Most = Annotated[int, typer.Option("--most", metavar="N", min=0, show_default=False, help="At most so many pages of a feed or sitemap, the latest first.")]
Contact = Annotated[
    str, typer.Option("--contact", envvar="DETENTE_CONTACT", metavar="ADDRESS", help="A page or mailbox of yours, told to servers with the program's name."),
]
Every = Annotated[float, typer.Option("--every", metavar="MINUTES", min=0, help="How long to wait between two rounds.")]
Once = Annotated[bool, typer.Option("--once", help="Make one round.")]
store_app = typer.Typer(no_args_is_help=True, help="Look after a store: upgrade, backup, check.", rich_markup_mode=None)


def add(
    paths: Inputs,
    store: StoreUrl = "",
    field: Fields = None,
    processes: Processes = 0,
    allow_private: Private = False,
    delay: Delay = 2,
    most: Most = 0,
    contact: Contact = "",
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
        from detente.intake.collections.fields import parse_fields

        from .distant import Manners
        from .keeping import add_articles
        from .reading import reader_of

        reader = reader_of(codebook, parts(languages), parts(extractor))
        manners = Manners(allow_private, delay, most, contact)
        if add_articles(paths, store, reader, processes, parse_fields(field or ()), manners):
            raise typer.Exit(FAILED)


def watch(
    lists: Lists,
    store: StoreUrl = "",
    every: Every = 15,
    once: Once = False,
    allow_private: Private = False,
    delay: Delay = 2,
    most: Most = 0,
    contact: Contact = "",
    languages: Languages = "",
    extractor: Extractor = "",
    codebook: Codebook = "default",
    verbose: Verbose = 0,
    log_file: LogFile = None,
    settings: SettingsFile = None,
) -> None:
    """Follow feeds and sitemaps: read into a store what is new, round after round, until it is interrupted."""
    start_logging(verbose, log_file)
    with sentences():
        from .distant import Manners
        from .reading import reader_of
        from .watching import Watch

        reader = reader_of(codebook, parts(languages), parts(extractor))
        watching = Watch(lists, store, reader, Manners(allow_private, delay, most, contact))
        if watching.rounds(every * 60, 1 if once else None):
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


def reread(
    store: StoreUrl = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only show what would be read differently.")] = False,
    report: Annotated[Report, typer.Option("--format", help="How to write the differences.")] = Report.text,
    processes: Processes = 0,
    languages: Languages = "",
    extractor: Extractor = "",
    codebook: Codebook = "default",
    verbose: Verbose = 0,
    log_file: LogFile = None,
    settings: SettingsFile = None,
) -> None:
    """Read again what this version or another codebook reads differently, and tell what is gained, lost and changed."""
    start_logging(verbose, log_file)
    with sentences():
        from .reading import reader_of
        from .rereading import reread as read_again

        if read_again(store, reader_of(codebook, parts(languages), parts(extractor)), processes, report, keeps=not dry_run):
            raise typer.Exit(FAILED)


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
    "add": add, "watch": watch, "status": status, "copies": copies, "failures": failures, "remove": remove, "reread": reread,
}  # fmt: skip
