"""The command that searches a store."""

from __future__ import annotations

from typing import Annotated

import typer

from .choices import Interface, Results
from .ending import FAILED, sentences
from .logs import start_logging
from .options import Codebook, LogFile, SettingsFile, Since, StoreUrl, Ui, Until, Verbose, parts


def _names(help_: str, *flags: str, metavar: str) -> typer.models.OptionInfo:
    option: typer.models.OptionInfo = typer.Option(*flags, metavar=metavar, help=help_)
    return option


Query = Annotated[list[str], typer.Argument(metavar="QUERY", help='Words, "phrases", OR, AND, NOT or a minus, parentheses; in quotes of the shell.')]
Within = Annotated[str, _names("Only documents (each once), or only statements.", "--in", metavar="WHAT")]
Party = Annotated[str, _names("Statements for one of these parties: RU,US.", "--party", metavar="PARTY,...")]
SpeakerName = Annotated[str, _names("Statements of these speakers, by name or id.", "--speaker", metavar="NAME,...")]
Topic = Annotated[str, _names("Statements on these topics, by id or name.", "--topic", metavar="TOPIC,...")]
Act = Annotated[str, _names("Statements that do this: ACCUSE,REJECT.", "--act", metavar="ACT,...")]
Outlet = Annotated[str, _names("What these outlets published, by name or id.", "--outlet", metavar="NAME,...")]
Country = Annotated[str, _names("What outlets of these countries published.", "--country", metavar="COUNTRY,...")]
InLanguages = Annotated[str, _names("Articles in these languages: en,ru.", "--language", "--languages", metavar="LANGUAGE,...")]
Relation = Annotated[str, _names("Statements that cells with this relation rest on, of the map of --parties.", "--relation", metavar="RELATION")]
Between = Annotated[str, _names("The two parties of --relation: RU,US.", "--parties", metavar="PARTY,PARTY")]
Limit = Annotated[int, typer.Option(metavar="N", min=0, help="How many to show; 0 for all.")]
Written = Annotated[Results, typer.Option("--format", help="How to write what was found.")]


def search(
    query: Query,
    store: StoreUrl = "",
    within: Within = "",
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
    limit: Limit = 20,
    written: Written = Results.table,
    ui: Ui = Interface.en,
    codebook: Codebook = "default",
    verbose: Verbose = 0,
    log_file: LogFile = None,
    settings: SettingsFile = None,
) -> None:
    """Find statements and paragraphs in a store."""
    start_logging(verbose, log_file)
    with sentences():
        from .searching import print_found
        from .writing import in_colour

        filters = {
            "within": within, "parties": parts(party), "speakers": parts(speaker), "topics": parts(about), "acts": parts(act),
            "outlets": parts(outlet), "countries": parts(country), "languages": parts(languages), "since": since, "until": until,
            "relation": relation, "between": parts(between), "limit": limit, "codebook": codebook,
        }  # fmt: skip
        if not print_found(" ".join(query), store, filters, written, ui.value, colour=in_colour()):
            raise typer.Exit(FAILED)
