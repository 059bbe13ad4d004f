"""The commands that write what a store keeps for other tools, and read a package of it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from .choices import Export, Interface, Rows, Text
from .ending import FAILED, sentences
from .logs import start_logging
from .options import Codebook, LogFile, SettingsFile, Since, StoreUrl, Ui, Until, Verbose, parts
from .search import Act, Between, Country, InLanguages, Outlet, Party, Relation, SpeakerName, Topic

Written = Annotated[Export, typer.Option("--format", help="In which form to write.")]
Where = Annotated[Path, typer.Option("-o", "--output", metavar="PATH", help="The file or, of brat and package, the folder to write.")]
Which = Annotated[Rows, typer.Option("--table", help="Of csv, jsonl and parquet: which table.")]
HowMuch = Annotated[Text, typer.Option("--text", help="How much of the articles: none, the words of statements and events, or all.")]


def export(
    output: Where,
    written: Written,
    store: StoreUrl = "",
    table: Which = Rows.statements,
    text: HowMuch = Text.evidence,
    party: Party = "",
    speaker: SpeakerName = "",
    about: Topic = "",
    act: Act = "",
    outlet: Outlet = "",
    country: Country = "",
    languages: InLanguages = "",
    since: Since = "",
    until: Until = "",
    relation: Relation = "",
    between: Between = "",
    ui: Ui = Interface.en,
    codebook: Codebook = "default",
    verbose: Verbose = 0,
    log_file: LogFile = None,
    settings: SettingsFile = None,
) -> None:
    """Write what a store keeps to a file or folder that other tools open."""
    start_logging(verbose, log_file)
    with sentences():
        from .exporting import Wish, write_export

        filters = {
            "parties": parts(party), "speakers": parts(speaker), "topics": parts(about), "acts": parts(act), "outlets": parts(outlet),
            "countries": parts(country), "languages": parts(languages), "since": since, "until": until, "relation": relation,
            "between": parts(between),
        }  # fmt: skip
        write_export(output, Wish(written.value, table.value, text.value, filters, ui.value, codebook), store)


Folder = Annotated[Path, typer.Argument(metavar="PACKAGE", help="The folder that `detente export --format package` made.")]
Texts = Annotated[
    list[str] | None,
    typer.Option("--texts", metavar="ARTICLE", show_default=False, help="Files or folders with the articles, where the package has no texts."),
]


def import_(folder: Folder, store: StoreUrl = "", texts: Texts = None, settings: SettingsFile = None) -> None:
    """Read a data package into a store; into a new one, all that it was made from."""
    with sentences():
        from .importing import import_package

        if import_package(folder, texts or (), store):
            raise typer.Exit(FAILED)
