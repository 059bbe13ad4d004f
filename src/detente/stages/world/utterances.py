"""What was said once and reported several times: one speaker, one topic, one act, a day apart at most.

Two reports in one language must also have nearly the same words; across languages numbers must not contradict each other.
Statements of one document are told apart already, and are never the same.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from datetime import date, timedelta

from detente.records import Reading, Record
from detente.text.fold import fold

NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
WORD = re.compile(r"[^\W\d_]+|\d+")
HAN = re.compile("[\u3400-\u9fff]")
# Shares of words in common, of the shorter one's, from which on two reports of one language have nearly the same words.
NEARLY = 0.6
# A report of fewer words proves little.
LEAST_WORDS = 3
ADJACENT = (timedelta(0), timedelta(-1), timedelta(1))
DAY = len("2019-05-14")


class Reported(Record, frozen=True):
    """A statement as one document reports it; `words` are those of its content, of Chinese pairs of characters."""

    id: str
    document: str
    language: str
    topics: frozenset[str]
    act: str | None
    polarity: float
    words: frozenset[str]
    numbers: frozenset[str]


def reported(id: str, document: str, language: str, topics: Iterable[str], act: str | None, polarity: float, content: str) -> Reported:
    """Return what of a report tells whether another one is of the same utterance."""
    said = fold(content)
    numbers = frozenset(NUMBER.findall(said))
    return Reported(id, document, language, frozenset(topics), act, polarity, _words(said), numbers)


class _Utterance:
    """The reports of one utterance, while they are found."""

    def __init__(self, report: Reported) -> None:
        self.reports = [report]

    def takes(self, report: Reported) -> bool:
        """Whether another report may be of the same utterance."""
        return all(is_same(known, report) for known in self.reports)


def same_utterances(readings: Iterable[Reading], repeated: Container[str] = ()) -> dict[str, str]:
    """Return the first report of each utterance by the statement ids of its later ones.

    Readings are of different documents; who is one actor in several must go by one id already. They are taken in the order of
    their documents' ids, so that it does not matter in which they are given. Statements that are `repeated` from an article of
    which theirs is a copy are left out.
    """
    found: dict[tuple[str, date], list[_Utterance]] = defaultdict(list)
    same: dict[str, str] = {}
    for reading in sorted(readings, key=lambda reading: reading.document.id):
        for actor, day, report in _reports(reading, repeated):
            near = (utterance for apart in ADJACENT for utterance in found.get((actor, day + apart), ()))
            if known := next((utterance for utterance in near if utterance.takes(report)), None):
                known.reports.append(report)
                same[report.id] = known.reports[0].id
            else:
                found[actor, day].append(_Utterance(report))
    return same


def _reports(reading: Reading, repeated: Container[str]) -> Iterator[tuple[str, date, Reported]]:
    """Yield the statements of a reading that somebody is known to have made on a day, with a topic."""
    document = reading.document
    for statement in reading.statements:
        day = (statement.said_on or document.published or "")[:10]
        speaker = statement.speaker
        if statement.id in repeated or not statement.topics or speaker is None or not may_recur(speaker.actor_id, day):
            continue
        content = "\u2026".join([document.text[span.start : span.stop] for span in statement.content])
        said = reported(statement.id, document.id, document.language, statement.topics, statement.act, statement.polarity or 0, content)
        yield speaker.actor_id, date.fromisoformat(day), said


def may_recur(actor: str, day: str) -> bool:
    """Return whether other documents may report what an actor said on a day: both are known."""
    return len(day) == DAY and not actor.endswith(":?")


def _words(said: str) -> frozenset[str]:
    """The words of a content in small letters, of Chinese every two characters that stand together."""
    if not HAN.search(said):
        return frozenset(WORD.findall(said.lower()))
    plain = "".join(WORD.findall(said))
    return frozenset(plain[i : i + 2] for i in range(max(1, len(plain) - 1)))


def is_same(one: Reported, other: Reported) -> bool:
    """Return whether two reports by one speaker, of days that are near, can be of one utterance."""
    if one.document == other.document or one.topics.isdisjoint(other.topics) or not _acts_alike(one, other):
        return False
    if one.language == other.language:
        return _nearly(one.words, other.words)
    return not (one.numbers and other.numbers and one.numbers.isdisjoint(other.numbers))


def _acts_alike(one: Reported, other: Reported) -> bool:
    """Whether two statements do the same, as far as their acts are known."""
    known = one.act is not None and other.act is not None
    return (not known or one.act == other.act) and one.polarity * other.polarity >= 0


def _nearly(one: frozenset[str], other: frozenset[str]) -> bool:
    least = min(len(one), len(other))
    if least < LEAST_WORDS:
        return one == other
    return len(one & other) >= NEARLY * least
