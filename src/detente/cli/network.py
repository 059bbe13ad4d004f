"""The command that makes networks of a store."""

from __future__ import annotations

from typing import Annotated

import typer

from .choices import Aggregation, Duplicates, Every, Interface, Mode, NetworkFormat, NetworkRows, Normalization
from .ending import sentences
from .logs import start_logging
from .options import Codebook, LogFile, Output, SettingsFile, Since, StoreUrl, Ui, Until, Verbose, parts
from .search import Act, Country, InLanguages, Outlet, Party, SpeakerName, Topic

Of = Annotated[NetworkRows, typer.Option("--of", help="Whose network: of actors, parties or outlets.")]
Modes = Annotated[Mode, typer.Option("--mode", help="One: they are tied to each other, over topics. Two: to topics.")]
Aggregated = Annotated[Aggregation, typer.Option("--aggregation", help="What becomes of agreement and disagreement.")]
Normalized = Annotated[
    Normalization | None, typer.Option("--normalization", help="What weights are divided by; else average of mode one, none of mode two.")
]
Repeated = Annotated[Duplicates, typer.Option("--duplicates", help="Claims that are the same count once in each of these; include: all count.")]
Periods = Annotated[Every | None, typer.Option("--every", help="A network for each month, quarter or year.")]
Minimum = Annotated[float, typer.Option("--minimum", metavar="WEIGHT", min=0, help="Only ties of at least this weight, whatever their sign.")]
Most = Annotated[int, typer.Option("--most", metavar="N", min=0, help="Only the most active; 0 for all.")]
Limit = Annotated[int, typer.Option("--limit", metavar="N", min=0, help="How many lines of a table or of evidence to show; 0 for all.")]
Behind = Annotated[str, typer.Option("--evidence", metavar="ONE,OTHER", help="Print, in place of the network, the statements behind a tie.")]
Written = Annotated[NetworkFormat | None, typer.Option("--format", help="How to write the network; else as -o ends, else a table.")]


def network(
    store: StoreUrl = "", of: Of = NetworkRows.party, mode: Modes = Mode.one, aggregation: Aggregated = Aggregation.subtract,
    normalization: Normalized = None, duplicates: Repeated = Duplicates.document, every: Periods = None, minimum: Minimum = 0,
    most: Most = 300, party: Party = "", speaker: SpeakerName = "", about: Topic = "", act: Act = "", outlet: Outlet = "",
    country: Country = "", languages: InLanguages = "", since: Since = "", until: Until = "", evidence: Behind = "", limit: Limit = 20,
    written: Written = None, output: Output = None, ui: Ui = Interface.en, codebook: Codebook = "default", verbose: Verbose = 0,
    log_file: LogFile = None, settings: SettingsFile = None,
) -> None:  # fmt: skip
    """Make networks of who says what in a store: of parties, speakers or outlets, and topics."""
    start_logging(verbose, log_file)
    with sentences():
        from .networks import print_networks
        from .writing import check_output

        check_output(output)
        asked = {
            "rows": of.value, "mode": mode.value, "aggregation": aggregation.value, "normalization": normalization.value if normalization else "",
            "duplicates": duplicates.value, "every": every.value if every else "", "minimum": minimum, "most": most,
            "parties": parts(party), "speakers": parts(speaker), "topics": parts(about), "acts": parts(act), "outlets": parts(outlet),
            "countries": parts(country), "languages": parts(languages), "since": since, "until": until, "ui": ui.value, "codebook": codebook,
        }  # fmt: skip
        print_networks(store, asked, parts(evidence), limit, written, output)
