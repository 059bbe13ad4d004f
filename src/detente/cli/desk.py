"""The commands of the desk: what two parties did in time, who speaks, what is spoken of, and one of them alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

import typer

from .choices import DeskFormat, Interface
from .ending import sentences
from .logs import start_logging
from .options import (
    Codebook,
    Extractor,
    Fields,
    LogFile,
    Output,
    Paths,
    SettingsFile,
    Since,
    StoreUrl,
    Ui,
    Until,
    Verbose,
    parts,
)
from .search import Act, Country, InLanguages, Outlet, Party, SpeakerName, Topic

Pair = Annotated[str, typer.Option("--parties", envvar="DETENTE_PARTIES", metavar="PARTY,PARTY", help="The two parties; else those reported most.")]
WithPair = Annotated[str, typer.Option("--parties", envvar="DETENTE_PARTIES", metavar="PARTY,PARTY", help="Tell the relation of these two parties.")]
Name = Annotated[str, typer.Argument(metavar="ACTOR", help="A speaker by name or id, or a party by name or code.")]
Written = Annotated[DeskFormat | None, typer.Option("--format", help="How to write it; else as -o ends, else a table.")]
Limit = Annotated[int, typer.Option("--limit", metavar="N", min=0, help="How many rows, or lines of evidence; 0 for all.")]
OfDay = Annotated[str, typer.Option("--evidence", metavar="DAY", help="Print the events and statements behind a day, month or year.")]
OfActor = Annotated[str, typer.Option("--evidence", metavar="ACTOR", help="Print the statements of an actor.")]
OfTopic = Annotated[str, typer.Option("--evidence", metavar="TOPIC", help="Print the statements on a topic.")]
OfRow = Annotated[str, typer.Option("--evidence", metavar="ROW", help="Print the statements behind a topic, an act, an addressee, an outlet or another row.")]


def timeline(
    paths: Paths = None, store: StoreUrl = "", field: Fields = None, parties: Pair = "", speaker: SpeakerName = "", about: Topic = "", act: Act = "",
    outlet: Outlet = "", country: Country = "", languages: InLanguages = "", since: Since = "", until: Until = "", extractor: Extractor = "",
    evidence: OfDay = "", limit: Limit = 40, written: Written = None, output: Output = None, ui: Ui = Interface.en, codebook: Codebook = "default",
    verbose: Verbose = 0, log_file: LogFile = None, settings: SettingsFile = None,
) -> None:  # fmt: skip
    """Print the meetings, calls, visits and statements of two parties in time."""
    start_logging(verbose, log_file)
    with sentences():
        from .desks import Asked, print_view

        asked = {"parties": parts(parties), **_filters("", speaker, about, act, outlet, country, languages, since, until)}
        reading = Asked(paths, store, field, languages, extractor, codebook, evidence, limit, written, output, ui.value)
        print_view("timeline", reading, asked)


def actors(
    paths: Paths = None, store: StoreUrl = "", field: Fields = None, party: Party = "", speaker: SpeakerName = "", about: Topic = "", act: Act = "",
    outlet: Outlet = "", country: Country = "", languages: InLanguages = "", since: Since = "", until: Until = "", extractor: Extractor = "",
    evidence: OfActor = "", limit: Limit = 20, written: Written = None, output: Output = None, ui: Ui = Interface.en, codebook: Codebook = "default",
    verbose: Verbose = 0, log_file: LogFile = None, settings: SettingsFile = None,
) -> None:  # fmt: skip
    """Print who speaks for whom, how often, on what, when and through whom."""
    start_logging(verbose, log_file)
    with sentences():
        from .desks import Asked, print_view

        asked = _filters(party, speaker, about, act, outlet, country, languages, since, until)
        reading = Asked(paths, store, field, languages, extractor, codebook, evidence, limit, written, output, ui.value)
        print_view("actors", reading, asked)


def topics(
    paths: Paths = None, store: StoreUrl = "", field: Fields = None, parties: WithPair = "", party: Party = "", speaker: SpeakerName = "",
    about: Topic = "", act: Act = "", outlet: Outlet = "", country: Country = "", languages: InLanguages = "", since: Since = "", until: Until = "",
    extractor: Extractor = "", evidence: OfTopic = "", limit: Limit = 20, written: Written = None, output: Output = None, ui: Ui = Interface.en,
    codebook: Codebook = "default", verbose: Verbose = 0, log_file: LogFile = None, settings: SettingsFile = None,
) -> None:  # fmt: skip
    """Print what is spoken of, how often and by which parties."""
    start_logging(verbose, log_file)
    with sentences():
        from .desks import Asked, print_view

        asked = {"pair": parts(parties), **_filters(party, speaker, about, act, outlet, country, languages, since, until)}
        reading = Asked(paths, store, field, languages, extractor, codebook, evidence, limit, written, output, ui.value)
        print_view("topics", reading, asked)


def profile(
    name: Name, paths: Paths = None, store: StoreUrl = "", field: Fields = None, about: Topic = "", act: Act = "", outlet: Outlet = "",
    country: Country = "", languages: InLanguages = "", since: Since = "", until: Until = "", extractor: Extractor = "", evidence: OfRow = "",
    limit: Limit = 20, written: Written = None, output: Output = None, ui: Ui = Interface.en, codebook: Codebook = "default", verbose: Verbose = 0,
    log_file: LogFile = None, settings: SettingsFile = None,
) -> None:  # fmt: skip
    """Print what is known of one speaker or party: names, offices, topics with its latest words, acts, addressees, events."""
    start_logging(verbose, log_file)
    with sentences():
        from .desks import Asked, print_view

        asked = {"name": name, **_filters("", "", about, act, outlet, country, languages, since, until)}
        reading = Asked(paths, store, field, languages, extractor, codebook, evidence, limit, written, output, ui.value)
        print_view("profile", reading, asked)


def _filters(
    party: str, speaker: str, about: str, act: str, outlet: str, country: str, languages: str, since: str, until: str
) -> dict[str, Any]:
    """Filters as `search` has them, of those that a command has; a command with two parties gives these itself."""
    lists = {"topics": about, "acts": act, "outlets": outlet, "countries": country, "languages": languages}
    named = {"parties": party, "speakers": speaker}
    return {**{key: parts(value) for key, value in lists.items()}, **{key: parts(value) for key, value in named.items() if value},
            "since": since, "until": until}  # fmt: skip


COMMANDS: dict[str, Callable[..., None]] = {"timeline": timeline, "actors": actors, "topics": topics, "profile": profile}
