"""An article as ledgers go through it: what it tells of commitments, found in its reading or kept since it was read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import combinations
from typing import NamedTuple, TypeVar

from msgspec.structs import replace

from detente.records import Reading, Record, Span
from detente.text.calendar import day_of

from .article import Article
from .followed import Held, News, held_in, news_in
from .found import Found, candidates_in, commitments_of
from .likeness import Features, features_of
from .records import Commitment, Ledger, Passage

Sentence = TypeVar("Sentence", News, Held)

ELSE = "*"  # in place of a side that an article does not name


class Telling(NamedTuple):
    """Words that commit one of two sides, or both, with what they tell of."""

    found: Found
    features: Features


class Facts(Record, frozen=True):
    """What an article tells, whoever asks: the sides that it names, what commits each two of them, its sentences, and what it tells as held.

    `found` goes by two sides, in order, as `JP+KR`; of a side and one that is not named, as `JP+*`. What is not there is none.
    """

    sides: tuple[str, ...]
    found: dict[str, tuple[Telling, ...]]
    news: tuple[News, ...]
    held: tuple[Held, ...]

    def of(self, pair: tuple[str, ...]) -> Iterator[Telling]:
        """Yield what commits one of two sides, or both, in the order of the text."""
        strange = [side for side in pair if side not in self.sides]
        if not strange:
            yield from self.found.get("+".join(pair), ())
        elif len(strange) == 1:
            (named,) = set(pair) - set(strange)
            for found, features in self.found.get(f"{named}+{ELSE}", ()):
                by = "+".join(sorted(strange[0] if side == ELSE else side for side in found.by.split("+")))
                yield Telling(found._replace(by=by), features)


class Printed(NamedTuple):
    """An article as passages name it."""

    document: str
    path: str
    published: str | None
    outlet: str | None
    language: str


class Report:
    """An article with what it tells; without its `text`, passages have no words."""

    def __init__(self, printed: Printed, facts: Facts, text: str = "") -> None:
        self._printed, self._facts, self._text = printed, facts, text
        self.day: date | None = day_of(printed.published)
        self.language = printed.language.partition("-")[0]

    @property
    def news(self) -> tuple[News, ...]:
        """What its sentences may say of commitments."""
        return self._facts.news

    def held(self, pair: tuple[str, ...]) -> Iterator[Held]:
        """Yield the meetings, visits and calls of two parties that it tells as held."""
        return (each for each in self._facts.held if each.is_of(pair))

    def found(self, pair: tuple[str, ...]) -> Iterator[Telling]:
        """Yield what commits one of two parties, or both."""
        return self._facts.of(pair)

    def passage(self, start: int, stop: int) -> Passage:
        """Return the words between two places."""
        return Passage(*self._printed, start, stop, self._text[start:stop])


def report_of(reading: Reading, pair: tuple[str, ...]) -> Report:
    """Return what a reading tells of two parties."""
    document = reading.document
    printed = Printed(document.id, document.path, document.published, document.outlet, document.language)
    return Report(printed, facts_of(reading, pair), document.text)


def facts_of(reading: Reading, pair: tuple[str, ...] = ()) -> Facts:
    """Return what a reading tells of two parties, unless only others speak in it; without them, of each two of whom one speaks."""
    article = Article(reading)
    candidates, found = candidates_in(article), {}
    sides = tuple(sorted(pair or _named(reading)))
    for two in _pairs(reading, sides) if not pair else () if _is_of_others(reading, pair) else (pair,):
        told = tuple(_telling(article, each) for each in commitments_of(article, candidates, two))
        if told:
            found["+".join(two)] = told
    news, held = (_trimmed(article, each) for each in news_in(article)), (_trimmed(article, each) for each in held_in(article))
    return Facts(sides, found, tuple(news), tuple(held))


def _telling(article: Article, found: Found) -> Telling:
    words = article.passage(found.start, found.stop)
    return Telling(found._replace(start=words.start, stop=words.stop), features_of(article, found.start, found.stop))


def _trimmed(article: Article, told: Sentence) -> Sentence:
    """A sentence without the space around it."""
    words = article.passage(told.span.start, told.span.stop)
    return told._replace(span=Span(words.start, words.stop))


def _pairs(reading: Reading, sides: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Each two sides, and each side and one that is not named, of which one speaks."""
    speaking = _speaking(reading)
    yield from (two for two in combinations(sides, 2) if not speaking.isdisjoint(two))
    yield from ((side, ELSE) for side in sorted(speaking))


def _is_of_others(reading: Reading, pair: tuple[str, ...]) -> bool:
    """Whether somebody speaks in an article, and nobody for one of two parties."""
    speaking = _speaking(reading)
    return bool(speaking) and speaking.isdisjoint(pair)


def _speaking(reading: Reading) -> set[str]:
    return {part for each in reading.statements if each.speaker and each.speaker.party for part in each.speaker.party.split("+")}


def _named(reading: Reading) -> set[str]:
    """The sides that an article names: as mentions, speakers, and those who take part in events."""
    mentioned = {part for each in reading.mentions if each.party for part in each.party.split("+")}
    return _speaking(reading) | mentioned | {party for each in reading.events for party in each.parties}


def documents_of(ledger: Ledger) -> set[str]:
    """Return the articles that a ledger cites, by id."""
    return {passage.document for each in ledger.commitments for passage in (each.told, *(step.passage for step in each.steps))}


def with_words(ledger: Ledger, texts: Mapping[str, str]) -> Ledger:
    """Return a ledger with the words of its passages, from the texts of articles by id."""

    def told(passage: Passage) -> Passage:
        return replace(passage, words=texts[passage.document][passage.start : passage.stop])

    def followed(each: Commitment) -> Commitment:
        return replace(each, told=told(each.told), steps=tuple(replace(step, passage=told(step.passage)) for step in each.steps))

    return replace(ledger, commitments=tuple(map(followed, ledger.commitments)))
