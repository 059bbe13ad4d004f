"""The command that puts two accounts of one meeting side by side."""

from __future__ import annotations

from typing import Annotated

import typer

from .choices import Accounts, Interface
from .ending import sentences
from .logs import start_logging
from .options import (
    Codebook,
    Extractor,
    Fields,
    LogFile,
    Output,
    Parties,
    SettingsFile,
    Since,
    StoreUrl,
    Topics,
    Ui,
    Until,
    Verbose,
    parts,
)
from .search import Country, InLanguages, Outlet

Event = Annotated[
    list[str] | None,
    typer.Argument(metavar="EVENT [ARTICLE...]", show_default=False,
                   help="Which meeting, in quotes: words (\u201cHanoi meeting\u201d), a day, or its number in the list; then files, unless there is a store."),
]  # fmt: skip
Behind = Annotated[str, typer.Option("--evidence", metavar="TOPIC", help="Print, in place of the table, all that is told on a topic, or on all.")]
Written = Annotated[Accounts | None, typer.Option("--format", help="How to write the accounts; else as -o ends, else a table.")]


def compare(
    event: Event = None, store: StoreUrl = "", field: Fields = None, parties: Parties = "", topic: Topics = "", outlet: Outlet = "",
    country: Country = "", languages: InLanguages = "", extractor: Extractor = "", since: Since = "", until: Until = "", evidence: Behind = "",
    written: Written = None, output: Output = None, ui: Ui = Interface.en, codebook: Codebook = "default", verbose: Verbose = 0,
    log_file: LogFile = None, settings: SettingsFile = None,
) -> None:  # fmt: skip
    """Put both sides' accounts of one meeting side by side; without EVENT, list the meetings, calls and visits."""
    start_logging(verbose, log_file)
    with sentences():
        from .comparing import Wish, print_accounts
        from .writing import check_output

        check_output(output)
        filters = {
            "parties": parts(parties), "since": since, "until": until, "languages": parts(languages), "outlets": parts(outlet),
            "countries": parts(country),
        }  # fmt: skip
        wish = Wish(tuple(event or ()), store, tuple(field or ()), parts(extractor), filters, parts(topic), evidence, ui.value, codebook)
        print_accounts(wish, written, output)
