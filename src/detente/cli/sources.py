"""The command that tells sources: who relays whom, on whom a record rests, what a press leaves out."""

from __future__ import annotations

from typing import Annotated

import typer

from .choices import Interface, SourcesFormat
from .ending import FAILED, sentences
from .logs import start_logging
from .network import Limit
from .options import (
    Codebook,
    Extractor,
    Fields,
    Languages,
    LogFile,
    Output,
    Parties,
    Paths,
    SettingsFile,
    Since,
    StoreUrl,
    Ui,
    Until,
    Verbose,
    parts,
)
from .search import Act, Country, Outlet, Party, SpeakerName, Topic

Behind = Annotated[
    str, typer.Option("--evidence", metavar="ONE,OTHER", help="Print only the statements behind a figure: TASS,Reuters, RU,trade or 2 (sources).")
]
Written = Annotated[SourcesFormat | None, typer.Option("--format", help="How to write them; else as -o ends, else tables.")]


def sources(
    paths: Paths = None, store: StoreUrl = "", field: Fields = None, parties: Parties = "", party: Party = "", speaker: SpeakerName = "",
    about: Topic = "", act: Act = "", outlet: Outlet = "", country: Country = "", languages: Languages = "", since: Since = "", until: Until = "",
    evidence: Behind = "", limit: Limit = 20, written: Written = None, output: Output = None, ui: Ui = Interface.en, codebook: Codebook = "default",
    extractor: Extractor = "", verbose: Verbose = 0, log_file: LogFile = None, settings: SettingsFile = None,
) -> None:  # fmt: skip
    """Tell who relays whom, on which outlets the record of a side rests, and what one country's press leaves out."""
    start_logging(verbose, log_file)
    with sentences():
        from .reading import reader_of
        from .tracing import Asked, print_sources
        from .writing import check_output

        check_output(output)
        filters = {
            "between": parts(parties), "parties": parts(party), "speakers": parts(speaker), "topics": parts(about), "acts": parts(act),
            "outlets": parts(outlet), "countries": parts(country), "languages": parts(languages), "since": since, "until": until,
            "ui": ui.value, "codebook": codebook,
        }  # fmt: skip
        asked = Asked(tuple(paths or ()), store, tuple(field or ()), reader_of(codebook, parts(languages), parts(extractor)))
        if print_sources(asked, filters, parts(evidence), limit, written, output):
            raise typer.Exit(FAILED)
