"""What was said once and reported several times: one speaker, one topic, one act, a day apart at most.

Two reports in one language must also have nearly the same words; across languages numbers must not contradict each other.
Statements of one document are told apart already, and are never the same. Copies of an article tell what it tells, on
whatever day they print it: there a speaker and nearly the same words are enough.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from types import MappingProxyType

from detente.records import Reading, Record, Statement
from detente.text.fold import fold

NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
WORD = re.compile(r"[^\W\d_]+|\d+")
HAN = re.compile("[\u3400-\u9fff]")
# Shares of words in common, of the shorter one's, from which on two reports of one language have nearly the same words.
NEARLY = 0.6
# The same of a statement that copies of one article have.
COPIED = 0.5
# A report of fewer words proves little.
LEAST_WORDS = 3
NONE: Mapping[str, str] = MappingProxyType({})
ADJACENT = (timedelta(0), timedelta(-1), timedelta(1))


class Reported(Record, frozen=True):
    """A statement as one document reports it; `words` are those of its content, of Chinese pairs of characters.

    `copied` is the cluster of copies that the document is in, or the document alone. Only where `day` is known, speaker and
    topics are too.
    """

    statement: Statement
    document: str
    copied: str
    language: str
    day: date | None
    words: frozenset[str]
    numbers: frozenset[str]


class _Utterance:
    """The reports of one utterance, while they are found: those of copies of one article under one key."""

    def __init__(self, first: str) -> None:
        self.first = first
        self.reports: dict[str, list[Reported]] = {}

    def takes(self, report: Reported) -> bool:
        """Whether another report may be of the same utterance; of copies, one that tells the same is enough."""
        return report.copied not in self.reports and all(
            any(_is_same(known, report) for known in copies) for copies in self.reports.values()
        )

    def likeness(self, report: Reported) -> tuple[float, float]:
        """How alike a report is to the same statement in another copy of its article: shares of the shorter and the longer."""
        copies = self.reports[report.copied]
        if any(known.document == report.document for known in copies):
            return 0, 0
        return max(_likeness(known.words, report.words) for known in copies)


class _Utterances:
    """All utterances, while they are found: by actor and day, and by the copies of an article and who speaks in it."""

    def __init__(self) -> None:
        self._told: dict[tuple[str, date], list[_Utterance]] = defaultdict(list)
        self._copied: dict[tuple[str, str, str | None], list[_Utterance]] = defaultdict(list)

    def add(self, report: Reported) -> str:
        """Take up a report; returns the first of the same utterance."""
        utterance = self._in_copies(report) or self._near(report) or _Utterance(report.statement.id)
        known = utterance.reports.setdefault(report.copied, [])
        if not known:
            self._copied[_speech(report)].append(utterance)
        if report.day and utterance not in self._told[_actor(report), report.day]:
            self._told[_actor(report), report.day].append(utterance)
        known.append(report)
        return utterance.first

    def _in_copies(self, report: Reported) -> _Utterance | None:
        """The utterance that a copy of the same article reports in nearly the same words."""
        known = self._copied.get(_speech(report), ())
        best = max(known, key=lambda utterance: utterance.likeness(report), default=None)
        return best if best and best.likeness(report)[0] >= COPIED else None

    def _near(self, report: Reported) -> _Utterance | None:
        """The first utterance of a day that is near which another article may report."""
        if report.day is None:
            return None
        near = (utterance for apart in ADJACENT for utterance in self._told.get((_actor(report), report.day + apart), ()))
        return next((utterance for utterance in near if utterance.takes(report)), None)


def _actor(report: Reported) -> str:
    return report.statement.speaker.actor_id if report.statement.speaker else ""


def _speech(report: Reported) -> tuple[str, str, str | None]:
    speaker = report.statement.speaker
    return report.copied, _actor(report), speaker.party if speaker else None


def same_utterances(readings: Iterable[Reading], copies: Mapping[str, str] = NONE) -> dict[str, str]:
    """Return the first report of each utterance by the statement ids of its later ones.

    Readings are of different documents; who is one actor in several must go by one id already. `copies` gives the cluster
    of documents that are copies of an article: what it reports is told once, whatever the day and the topic.
    """
    found = _Utterances()
    reports = (report for reading in readings for report in _reports(reading, copies.get(reading.document.id)))
    told = ((report.statement.id, found.add(report)) for report in reports)
    return {statement: first for statement, first in told if statement != first}


def _reports(reading: Reading, cluster: str | None) -> Iterator[Reported]:
    """Yield the statements that somebody is known to have made on a day, with a topic; of a copy, all with a speaker."""
    document = reading.document
    for statement in reading.statements:
        day, speaker = (statement.said_on or document.published or "")[:10], statement.speaker
        if speaker is None:
            continue
        tells = len(day) == 10 and statement.topics and not speaker.actor_id.endswith(":?")
        if not (tells or cluster):
            continue
        said = fold("\u2026".join([document.text[span.start : span.stop] for span in statement.content]))
        yield Reported(
            statement, document.id, cluster or document.id, document.language, date.fromisoformat(day) if tells else None,
            _words(said), frozenset(NUMBER.findall(said)),
        )  # fmt: skip


def _words(said: str) -> frozenset[str]:
    """The words of a content in small letters, of Chinese every two characters that stand together."""
    if not HAN.search(said):
        return frozenset(WORD.findall(said.lower()))
    plain = "".join(WORD.findall(said))
    return frozenset(plain[i : i + 2] for i in range(max(1, len(plain) - 1)))


def _is_same(one: Reported, other: Reported) -> bool:
    """Whether two reports by one speaker, of days that are near, can be of one utterance."""
    a, b = one.statement, other.statement
    if set(a.topics).isdisjoint(b.topics) or not _acts_alike(a, b):
        return False
    if one.language == other.language:
        return _nearly(one.words, other.words)
    return not (one.numbers and other.numbers and one.numbers.isdisjoint(other.numbers))


def _acts_alike(one: Statement, other: Statement) -> bool:
    """Whether two statements do the same, as far as their acts are known."""
    if one.act is None or other.act is None:
        return (one.polarity or 0) * (other.polarity or 0) >= 0
    return one.act == other.act and (one.polarity or 0) * (other.polarity or 0) >= 0


def _nearly(one: frozenset[str], other: frozenset[str]) -> bool:
    return _likeness(one, other)[0] >= NEARLY


def _likeness(one: frozenset[str], other: frozenset[str]) -> tuple[float, float]:
    """The shares of words in common, of the shorter one's and of the longer one's."""
    least, most = sorted((len(one), len(other)))
    if least < LEAST_WORDS:
        return float(one == other), float(one == other)
    shared = len(one & other)
    return shared / least, shared / most
