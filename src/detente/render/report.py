"""What the faces of a map are given: the map, the readings it rests on, labels in the reader's language."""

from __future__ import annotations

from collections.abc import Iterator

from detente.records import Cell, DialogueMap, FailedReading, Joined, Reading, Record, Relay, Reliability, Statement
from detente.resources.labels import load_pronouns

NAMED = ("person", "actor")  # whose ids hold their names


class Labels(Record, frozen=True):
    """Names in the reader's language: topics by id, parties by code, actors by id; `homes` are outlets' countries."""

    topics: dict[str, str]
    parties: dict[str, str]
    actors: dict[str, str]
    homes: dict[str, str] = {}

    def topic(self, topic: str) -> str:
        """Return the topic's name, or its id where it has none.

        >>> Labels({"iran": "Iran"}, {}, {}).topic("iran")
        'Iran'
        """
        return self.topics.get(topic, topic)

    def party(self, party: str) -> str:
        """Return the party's name, or its code; several parties at once are joined.

        >>> Labels({}, {"RU": "Russia"}, {}).party("RU+US")
        'Russia + US'
        """
        return " + ".join(self.parties.get(code, code) for code in party.split("+"))

    def actor(self, actor_id: str, name: str | None = None) -> str:
        """Return the actor's name in the interface's language, else `name`, else the one that its id holds.

        A pronoun gives way to the name of whom it points at.

        >>> Labels({}, {}, {}).actor("person:Halvor Strand", "he"), Labels({}, {}, {}).actor("person:Halvor Strand", "Strand")
        ('Halvor Strand', 'Strand')
        """
        kind, _, held = actor_id.partition(":")
        points = name and kind in NAMED and name.casefold() in load_pronouns()
        return self.actors.get(actor_id) or (held if points else name) or held or actor_id


class Tally(Record, frozen=True):
    """What is counted over all documents of a map.

    `independent` are the reports where copies count once, `first` and `last` the days, `outlets` through how many
    statements came; `sources` names those of each side on each topic, by topic and party, the most first.
    """

    documents: int
    independent: int
    languages: tuple[str, ...]
    first: str
    last: str
    statements: int
    outlets: int
    unknown_acts: int
    without_topic: int
    sources: dict[tuple[str, str], tuple[str, ...]]


class Report(Record, frozen=True):
    """Everything a face needs; `ui` is the interface's language.

    `joined` are the actors that documents name differently; `same` gives the first report of an utterance by the
    statement ids of its later ones, `copies` the first document of its cluster by the ids of those that have copies.
    Where `readings` are not all of the map, `tally` tells what is counted over all.
    """

    map: DialogueMap
    readings: tuple[Reading, ...]
    failures: tuple[FailedReading, ...]
    labels: Labels
    reliability: tuple[Reliability, ...]
    ui: str
    joined: tuple[Joined, ...] = ()
    same: dict[str, str] = {}
    copies: dict[str, str] = {}
    tally: Tally | None = None


class Source(Record, frozen=True):
    """A statement, the reading that it stands in, and its place among all statements of the report."""

    reading: Reading
    statement: Statement
    place: int


def index_statements(readings: tuple[Reading, ...]) -> dict[str, Source]:
    """Return every statement with its reading, by statement id."""
    pairs = ((reading, statement) for reading in readings for statement in reading.statements)
    return {statement.id: Source(reading, statement, place) for place, (reading, statement) in enumerate(pairs)}


def find_cell(report: Report, topic: str) -> Cell | None:
    """Return the map's cell of a topic, given by its id or its name."""
    wanted = topic.casefold()
    for cell in report.map.cells:
        if wanted in (cell.topic.casefold(), report.labels.topic(cell.topic).casefold()):
            return cell
    return None


def sides_of(statement: Statement, parties: tuple[str, str]) -> tuple[str, ...]:
    """Return the parties of the map for which a statement speaks, left before right."""
    return sides_in(statement.speaker.party if statement.speaker else None, parties)


def sides_in(party: str | None, parties: tuple[str, str]) -> tuple[str, ...]:
    """Return the parties of the map that a party, or several at once, is of.

    >>> sides_in("GR+TR", ("GR", "TR")), sides_in("US", ("GR", "TR")), sides_in(None, ("GR", "TR"))
    (('GR', 'TR'), (), ())
    """
    spoken = party.split("+") if party else ()
    return tuple(each for each in parties if each in spoken)


def evidence_of(cell: Cell, index: dict[str, Source]) -> tuple[Source, ...]:
    """Return the statements of a cell in the order of the documents and of their text."""
    known = (index[key] for key in dict.fromkeys(cell.evidence) if key in index)
    return tuple(sorted(known, key=_place))


def utterances(sources: tuple[Source, ...], same: dict[str, str]) -> dict[str, tuple[Source, ...]]:
    """Return the reports of each utterance, by the statement ids of all of them."""
    found: dict[str, list[Source]] = {}
    for source in sources:
        found.setdefault(same.get(source.statement.id, source.statement.id), []).append(source)
    return {source.statement.id: tuple(reports) for reports in found.values() for source in reports}


def _place(source: Source) -> int:
    return source.place


def relays_of(statement: Statement) -> Iterator[Relay]:
    """Yield everyone who passed a statement on, the nearest to the document first."""
    for hop in statement.via:
        yield from hop


def publisher(reading: Reading, labels: Labels) -> str | None:
    """Return who published a document: its outlet, else the agency it credits."""
    return publisher_name(reading.document.outlet, reading.document.credit, labels)


def publisher_name(outlet: str | None, credit: str | None, labels: Labels) -> str | None:
    """Return the name of an outlet, else of an agency that is credited."""
    if outlet is None:
        return credit
    return labels.actor(outlet, credit or outlet.removeprefix("outlet:"))


def home_of(reading: Reading, labels: Labels) -> str | None:
    """Return where a document was published: the country of its outlet, where known."""
    home = labels.homes.get(reading.document.outlet or "")
    return None if home is None else labels.party(home)


def sources_of(source: Source, labels: Labels) -> tuple[str, ...]:
    """Return through whom a statement came: its relays, else whoever published the document."""
    relays = tuple(labels.actor(relay.actor_id, relay.name) for relay in relays_of(source.statement))
    if relays:
        return tuple(dict.fromkeys(relays))
    name = publisher(source.reading, labels)
    return () if name is None else (name,)


def first_offset(statement: Statement) -> int:
    """Return where a statement's content begins, or its cue when nothing is quoted."""
    return min((span.start for span in statement.content), default=statement.cue.start)
