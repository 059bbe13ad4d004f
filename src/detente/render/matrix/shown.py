"""What the faces of a matrix are given, and the words that they share."""

from __future__ import annotations

from collections.abc import Iterable

from detente.analysis.periods import Periods, Phase, Turn
from detente.analysis.uncertainty import Rates
from detente.records import RELATIONS, Record
from detente.render.interface import Interface, interface
from detente.render.report import Labels
from detente.render.width import printable
from detente.stages.maps import Doing

# The two halves of a mark, and their styles: those of the picture of a map, without its lines.
MARKS = {"common-ground": "●●", "mixed": "◆◆", "divergence": "◀▶", "one-sided": "●○", "discussed": "○○", "mentioned": "\xb7\xb7"}
STYLES = {"common-ground": ("both", "both"), "mixed": ("mixed", "mixed"), "divergence": ("left", "right"), "one-sided": ("left", "right")}
QUIET = ("quiet", "quiet")
MINUS, PLUS = "\u2212", "+"


class Phased(Record, frozen=True):
    """Everything a face needs; `measured` are the rates of the languages, `trust` sentences on how right these are read."""

    found: Periods
    labels: Labels
    ui: str
    measured: Rates
    trust: tuple[str, ...]

    @property
    def words(self) -> Interface:
        """The words of the interface."""
        return interface(self.ui)

    def topic(self, topic: str) -> str:
        """Return the name of a topic."""
        return printable(self.labels.topic(topic))

    def party(self, party: str) -> str:
        """Return the name of a party, or of several."""
        return printable(self.labels.party(party))


def title(shown: Phased) -> str:
    """Return whose relations are shown, and how the time is cut."""
    left, right = map(shown.party, shown.found.parties)
    return shown.words.text("periods.title", left=left, right=right, every=shown.words.text(f"periods.{shown.found.every}"))


def mark(relation: str, by: str | None, parties: tuple[str, str]) -> str:
    """Return the mark of a relation, left and right.

    >>> mark("one-sided", "US", ("RU", "US")), mark("divergence", None, ("RU", "US"))
    ('○●', '◀▶')
    """
    halves = MARKS[relation]
    return halves[::-1] if relation == "one-sided" and by == parties[1] else halves


def strength(value: float | None) -> str:
    """Return a strength as it is written.

    >>> strength(-0.25), strength(1.0), strength(0.0), strength(None)
    ('−0.25', '+1.00', '0.00', '')
    """
    if value is None:
        return ""
    sign = "" if round(value, 2) == 0 else PLUS if value > 0 else MINUS
    return f"{sign}{abs(value):.2f}"


def relation(shown: Phased, name: str, by: str | None) -> str:
    """Return the name of a relation, with its side where it is of one only."""
    told = shown.words.text(f"relation.{name}")
    return shown.words.text("map.counted", what=told, where=shown.party(by)) if by else told


def kinds_of(shown: Phased, phases: Iterable[Phase]) -> list[tuple[str, str | None]]:
    """Return the relations that there are, in their order, each with its side where it is of one only."""
    there = {(phase.relation, phase.by) for phase in phases}
    return sorted(there, key=lambda each: (RELATIONS.index(each[0]), each[1] != shown.found.parties[0]))


def turn_line(shown: Phased, turn: Turn) -> str:
    """Return a turning point as a line: topic, periods, relations."""
    was, now = (relation(shown, phase.relation, phase.by) for phase in (turn.before, turn.after))
    return shown.words.text(
        "periods.turn", topic=shown.topic(turn.after.topic), before=turn.before.period, after=turn.after.period, was=was, now=now
    )


def phase_line(shown: Phased, phase: Phase) -> str:
    """Return a topic in a period as a line: topic, period, relation, strength."""
    words, value = shown.words, strength(phase.strength)
    place = words.text("list.comma").join((shown.topic(phase.topic), phase.period))
    told = words.text("list.dot").join(filter(None, (relation(shown, phase.relation, phase.by), value)))
    return place + words.text("list.colon") + told


def makers_line(shown: Phased, turn: Turn) -> str:
    """Return what makes the new relation of a turning point: who does what."""
    words = shown.words
    told = tuple(_doing(shown, doing) for doing in turn.makers(shown.found.parties))
    return words.text("periods.made") + words.text("list.colon") + words.text("list.semicolon").join(told)


def _doing(shown: Phased, doing: Doing) -> str:
    party, act = shown.party("+".join(sorted(doing.sides))), shown.words.text(f"act.{doing.deed.act or 'unknown'}")
    return shown.words.text("periods.doing", party=party, act=act)


def by_relation(phases: tuple[Phase, ...]) -> dict[str, dict[str, int]]:
    """Return in how many reports of each language the relations are told."""
    found: dict[str, dict[str, int]] = {}
    for phase in phases:
        told = found.setdefault(phase.relation, {})
        for code, number in phase.languages.items():
            told[code] = told.get(code, 0) + number
    return found
