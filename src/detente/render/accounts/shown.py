"""What the faces of two accounts are given: the comparison, the reports it rests on, and names in the reader's language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from detente.analysis.accounts import ACCOUNTS, Account, Comparison, Telling
from detente.analysis.uncertainty import Judged, judged
from detente.records import Meetings, Reading, Record, Statement
from detente.render.counted import with_bounds
from detente.render.interface import Interface, interface
from detente.render.places import place_name
from detente.render.report import Labels, publisher
from detente.render.width import printable
from detente.render.words import OMISSION

MOST = 2  # tellings of a side that are shown of a topic


class Shown(Record, frozen=True):
    """Everything a face needs.

    `readings` are the reports by the ids of their documents, `trust` sentences on how right readings are, `measured` how right
    comparisons were.
    """

    comparison: Comparison
    readings: dict[str, Reading]
    labels: Labels
    ui: str
    trust: tuple[str, ...]
    measured: Meetings

    @property
    def words(self) -> Interface:
        """The words of the interface."""
        return interface(self.ui)

    @property
    def accounts(self) -> dict[str, Judged]:
        """How many topics are told by both, by one, or contradicted, how many are likely to be, and how surely one is."""
        counts = Counter(row.account for row in self.comparison.rows)
        return judged({account: counts[account] for account in ACCOUNTS}, self.measured.accounts)

    def counted(self, account: str, number: int) -> str:
        """Return a number of topics of an account with how many there are likely to be."""
        return with_bounds(number, judged({account: number}, self.measured.accounts)[account].likely)

    def statement(self, telling: Telling) -> Statement | None:
        """Return the statement that a telling is."""
        statements = self.readings[telling.document_id].statements
        return next((each for each in statements if each.id == telling.statement_id), None)

    def speaker(self, telling: Telling) -> str:
        """Return who tells: the speaker, or that the report does itself."""
        statement = self.statement(telling)
        if statement is None or statement.speaker is None:
            return self.words.text("accounts.narrated")
        return printable(self.labels.actor(statement.speaker.actor_id, statement.speaker.name))

    def outlet(self, telling: Telling) -> str:
        """Return who published it, if that is known."""
        return printable(publisher(self.readings[telling.document_id], self.labels) or "")

    def source(self, telling: Telling) -> str:
        """Return who tells and who published it; of an outlet that nobody knows, the name of its file."""
        file = printable(self.readings[telling.document_id].document.path).rstrip("/").rpartition("/")[2]
        return self.words.text("list.comma").join((self.speaker(telling), self.outlet(telling) or file))

    def exact(self, telling: Telling) -> str:
        """Return the words as published, on one line."""
        text = self.readings[telling.document_id].document.text
        return OMISSION.join(printable(text[span.start : span.stop]) for span in telling.spans)


def title_of(shown: Shown) -> str:
    """Return which meeting it is: kind, parties, day, place."""
    gathering, words = shown.comparison.gathering, shown.words
    parties = words.both(tuple(shown.labels.party(party) for party in gathering.parties))
    day = words.day(gathering.date) if gathering.date else None
    parts = (words.text(f"accounts.title_{gathering.type}", parties=parties), day, place_name(gathering.places, words))
    return words.text("list.comma").join(filter(None, parts))


def best_of(row: Account, side: str) -> Iterator[Telling]:
    """Yield the tellings of a side, those of a contradiction first, then statements, then the surest; none inside another."""
    shown: list[Telling] = []
    for telling in sorted(row.sides.get(side, ()), key=lambda each: (each.id not in (row.against or ()), not each.statement_id, -_score(each, row.topic))):
        if not any(_is_inside(telling, other) for other in shown):
            shown.append(telling)
            yield telling


def _score(telling: Telling, topic: str) -> float:
    return max((score for name, score in telling.topics if name == topic), default=0.0)


def _is_inside(telling: Telling, other: Telling) -> bool:
    """Whether words are among those of another telling of the same report, or the other way round."""
    if telling.document_id != other.document_id:
        return False
    ours, theirs = telling.spans, other.spans
    return ours[0].start < theirs[-1].stop and theirs[0].start < ours[-1].stop
