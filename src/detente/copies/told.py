"""What a copy only repeats: statements whose words stand in a copy that was printed before it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from detente.records import Document, Reading, Statement
from detente.text.fold import fold

from .body import paragraphs
from .fingerprint import TOKEN
from .printed import member_of

CHARACTERS, WORDS = 3, 2  # that stand together
# The share of them from which on a statement is repeated: of a copy in which every fifth word is changed, six in ten are left.
REPEATED = 0.4
HALF = 0.5

Runs = frozenset[tuple[str, ...]]


class _Said(NamedTuple):
    """A statement, the words of its content and the runs of them."""

    statement: Statement
    words: Runs
    runs: Runs


class _Report:
    """What the copies of a report tell, while they are gone through in the order in which they were printed."""

    def __init__(self) -> None:
        self._printed: set[tuple[str, ...]] = set()
        self._told: list[_Said] = []
        self._first: dict[tuple[str, Runs], _Said] = {}

    def add(self, reading: Reading) -> Iterator[tuple[str, str]]:
        """Take up a copy; yields what it repeats: the ids of statements, each with the one that tells the same, if there is one."""
        document = reading.document
        width = CHARACTERS if document.language == "zh" else WORDS
        tokens = _tokens(document.text)
        start = next((span.start for span in paragraphs(document)), 0)
        new: list[_Said] = []
        for statement in reading.statements:
            content = _tokens(_content(statement, document))
            said = _Said(statement, _runs(content, 1), _runs(content, width))
            if self._printed and (statement.content[0].start < start or self._repeats(said)):
                yield statement.id, self._same(said)
            else:
                new.append(said)
        self._told += new
        for said in new:
            self._first.setdefault(_by_speaker(said), said)
        self._printed.update(*(_runs(tokens, each) for each in range(1, width + 1)))

    def _repeats(self, said: _Said) -> bool:
        """Whether the words have been printed, or the speaker has said half of them at once."""
        if len(said.runs & self._printed) >= REPEATED * len(said.runs):
            return True
        return any(_is_one_speaker(known, said) and _shares(known.words, said.words)[1] >= HALF for known in self._told)

    def _same(self, said: _Said) -> str:
        """The statement of a copy before it that has most of the words, of the same speaker where one does."""
        if said.words and said.statement.speaker and (exact := self._first.get(_by_speaker(said))):
            return exact.statement.id
        alike = max(self._told, key=lambda known: _likeness(known, said), default=None)
        return alike.statement.id if alike and _shares(alike.words, said.words)[0] >= HALF else ""


def repeated(readings: Iterable[Reading], copies: Mapping[str, str]) -> dict[str, str]:
    """Return what copies only repeat: the ids of statements, each with the id of the one that tells the same, or nothing.

    `copies` gives the cluster of each document that has copies among the readings. Of a copy its head is never its own.
    """
    reports: dict[str, list[Reading]] = defaultdict(list)
    for reading in readings:
        if cluster := copies.get(reading.document.id):
            reports[cluster].append(reading)
    return dict(pair for printed in reports.values() for pair in _repeated(printed))


def _repeated(printed: list[Reading]) -> Iterator[tuple[str, str]]:
    report = _Report()
    for reading in sorted(printed, key=lambda each: member_of(each.document)):
        yield from report.add(reading)


def _content(statement: Statement, document: Document) -> str:
    return " ".join([document.text[span.start : span.stop] for span in statement.content])


def _tokens(text: str) -> list[str]:
    return TOKEN.findall(fold(text).lower())


def _runs(tokens: list[str], width: int) -> Runs:
    """Words that stand together, so many at a time; of fewer words, all of them."""
    size = max(1, min(width, len(tokens)))
    return frozenset(tuple(tokens[i : i + size]) for i in range(len(tokens) - size + 1))


def _likeness(known: _Said, said: _Said) -> tuple[bool, float, float]:
    """How alike two statements are: of one speaker and half in the same words, then by the shares that they have in common."""
    least, most = _shares(known.words, said.words)
    return least >= HALF and _is_one_speaker(known, said), least, most


def _by_speaker(said: _Said) -> tuple[str, Runs]:
    return said.statement.speaker.actor_id if said.statement.speaker else "", said.words


def _is_one_speaker(known: _Said, said: _Said) -> bool:
    one, other = known.statement.speaker, said.statement.speaker
    return bool(one and other and one.actor_id == other.actor_id)


def _shares(one: Runs, other: Runs) -> tuple[float, float]:
    """What two have in common, as shares of the smaller and of the larger one."""
    shared, (least, most) = len(one & other), sorted((len(one), len(other)))
    return shared / max(1, least), shared / max(1, most)
