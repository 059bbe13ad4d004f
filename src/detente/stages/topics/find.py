"""Where a document speaks of which topic: one pass over the folded text, venues and anti-terms masked."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from operator import itemgetter
from typing import NamedTuple

from detente.languages import Language
from detente.resources.codebook import GENERAL, Codebook, Topic
from detente.text.fold import fold
from detente.text.lemmas import LemmaMatcher
from detente.text.match import Matcher
from detente.text.sieve import ByLines

from .frames import Frames

STRONG, WEAK = 2, 1
MASK = ""
NAME = "*"
CONSONANT_Y = frozenset(f"{c}y" for c in "bcdfghjklmnpqrstvwxz")
SIBILANTS = ("ch", "sh", "x", "z")
HIDDEN = "\0"
TWO_IN_LOWER = "\u0130"


class Mentions(NamedTuple):
    """Mentions of topics in the order of the text, as columns; `strong` has the places of a topic's strong terms.

    `shown` is the folded text without the names of the two parties, which are no topics between them; `unnamed` are the
    topics of places that the text nowhere names.
    """

    starts: tuple[int, ...]
    topics: tuple[str, ...]
    weights: tuple[int, ...]
    strong: dict[str, list[int]]
    shown: str
    unnamed: frozenset[str]

    def between(self, start: int, stop: int) -> range:
        """Return the numbers of the mentions that begin in a range of the text."""
        first = bisect_left(self.starts, start)
        return range(first, bisect_left(self.starts, stop, first))

    def names(self, topic: str, start: int, stop: int) -> bool:
        """Whether a strong term names a topic in a range of the text."""
        places = self.strong.get(topic, ())
        first = bisect_left(places, start)
        return first < len(places) and places[first] < stop


class Precedence(NamedTuple):
    """How specific each topic is, and which others it gives way to."""

    ranks: dict[str, int]
    yields: dict[str, frozenset[str]]


class TopicFinder:
    """Finds the topics of a codebook in folded text."""

    def __init__(self, codebook: Codebook, language: Language) -> None:
        self.precedence = Precedence(
            {topic.id: topic.rank for topic in codebook.topics},
            {topic.id: frozenset(topic.yields) for topic in codebook.topics},
        )
        self._covered = {(p, topic): t.id for t in codebook.topics for p in t.pairs for topic in t.covers}
        self._places = {topic.id: frozenset(topic.pairs) for topic in codebook.topics if topic.place}
        self._sides = {topic.id: frozenset(topic.sides) for topic in codebook.topics if topic.sides}
        rows = _rows(codebook, language)
        self._spaced = language.is_spaced
        self._lemmatise = language.lemmatise
        is_declined = self._lemmatise("") is not None
        plain = _lemmas(rows, language) if is_declined else {word: word.lower() for word in rows}
        self._capitals = frozenset(plain[word] for word in rows if word.isupper()) if self._spaced else frozenset()
        if is_declined:
            rows = {plain[word]: row for word, row in reversed(rows.items())}
        elif self._spaced:
            rows = _inflected(rows)
        self._names = {(topic, word): party for word, (topic, _, party) in rows.items() if party}
        self._words = tuple(word for word in rows if word)
        self._rows = tuple(rows[word] for word in self._words)
        self._lemmas = LemmaMatcher(self._words if is_declined else ())
        self._matcher = Matcher(() if is_declined else self._words)
        self._frames = Frames(codebook.topics)
        self._relations = ByLines(re.compile(_relations(language))) if GENERAL in self.precedence.ranks else None

    def covered(self, pair: tuple[str, ...]) -> dict[str, str]:
        """Return the topics that are part of a dispute of two parties' own, each with the dispute."""
        own = "+".join(sorted(pair))
        return {topic: dispute for (parties, topic), dispute in self._covered.items() if parties == own}

    def _matches(self, folded: str) -> Iterator[tuple[int, int, int]]:
        """Number of the term, start and stop of each match; where words are written apart, of whole words."""
        if (lemmas := self._lemmatise(folded)) is not None:
            for number, start, stop in self._lemmas.matches(lemmas):
                if self._words[number] not in self._capitals or folded[start:stop].isupper():
                    yield number, start, stop
            return
        if not self._spaced:
            yield from self._matcher.matches(folded)
            return
        text = _lower(folded)
        for number, start, stop in self._matcher.matches(text):
            shown = folded[start:stop]
            if _is_word(text, start, stop) and (text[start:stop] not in self._capitals or shown.isupper()):
                yield number, start, stop

    def find(self, folded: str, pair: tuple[str, ...]) -> Mentions:
        """Return the mentions of topics in a folded text that count between two parties: never their own bare names.

        Masked phrases (venues, anti-terms) hide the terms and frames inside them; of overlapping terms the longest
        counts.
        """
        found: list[tuple[int, str, int]] = []
        masks, own, named = [], [], set()
        for number, start, stop in self._matches(folded):
            topic, weight, party = self._rows[number]
            if topic == MASK:
                masks.append((start, stop))
            elif party in pair:
                own.append((start, stop))
                if self._is_of(topic, pair):
                    named.add(topic)
            elif topic != NAME:
                found.append((start, topic, weight))
        for start, stop, topic in self._frames.find(_masked(folded, masks)):
            if self._names.get((topic, folded[start:stop])) not in pair:
                found.append((start, topic, STRONG))
        if self._relations:
            found += [(place, GENERAL, STRONG) for place in self._relations.places(folded)]
        named.update(topic for _, topic, weight in found if weight >= STRONG or self._is_of(topic, pair))
        return _columns(sorted(found, key=itemgetter(0)), _masked(folded, own), self._unnamed(named, pair))

    def _is_of(self, topic: str, pair: tuple[str, ...]) -> bool:
        """Whether a topic may be a matter of a party's own."""
        sides = self._sides.get(topic)
        return sides is None or not pair or not sides.isdisjoint(pair)

    def _unnamed(self, named: set[str], pair: tuple[str, ...]) -> frozenset[str]:
        """The topics of places that are neither among the named ones nor a dispute of two parties' own."""
        own = "+".join(sorted(pair))
        return frozenset(topic for topic, pairs in self._places.items() if topic not in named and own not in pairs)


def _lemmas(terms: Iterable[str], language: Language) -> dict[str, str]:
    """Terms as dictionary forms, by the term; one line of a text each while they are folded."""
    listed = tuple(terms)
    folded = fold("\n".join(listed)).split("\n")
    forms = map(language.lemmatise, folded)
    return {term: " ".join(lemmas.words) if lemmas else term for term, lemmas in zip(listed, forms, strict=True)}


def _lower(text: str) -> str:
    """The text in lower case, place by place: all but the one letter that becomes two."""
    return TWO_IN_LOWER.join([part.lower() for part in text.split(TWO_IN_LOWER)]) if TWO_IN_LOWER in text else text.lower()


def _is_word(text: str, start: int, stop: int) -> bool:
    return not (text[start - 1 : start].isalnum() or text[stop : stop + 1].isalnum())


def _inflected(rows: dict[str, tuple[str, int, str | None]]) -> dict[str, tuple[str, int, str | None]]:
    """Terms in lower case with the plurals of their last words.

    >>> list(_inflected({"rocket launch": ("space", 2, None), "WTO": ("trade", 2, None)}))
    ['rocket launch', 'rocket launches', 'wto']
    """
    found: dict[str, tuple[str, int, str | None]] = {}
    for word, row in rows.items():
        found.setdefault(word.lower(), row)
        if not word.isupper() and not word.endswith("s"):
            found.setdefault(_plural(word.lower()), row)
    return found


def _plural(word: str) -> str:
    if word[-2:] in CONSONANT_Y:
        return f"{word[:-1]}ies"
    return word + ("es" if word.endswith(SIBILANTS) else "s")


def _columns(rows: list[tuple[int, str, int]], shown: str, unnamed: frozenset[str]) -> Mentions:
    strong: defaultdict[str, list[int]] = defaultdict(list)
    for start, topic, weight in rows:
        if weight >= STRONG:
            strong[topic].append(start)
    starts, topics, weights = zip(*rows, strict=True) if rows else ((), (), ())
    return Mentions(starts, topics, weights, strong, shown, unnamed)


def _masked(folded: str, masks: list[tuple[int, int]]) -> str:
    """Return the text with the masked phrases blanked, place by place."""
    pieces, at = [], 0
    for start, stop in masks:
        pieces += [folded[at:start], HIDDEN * (stop - start)]
        at = stop
    return "".join((*pieces, folded[at:]))


def _relations(language: Language) -> str:
    """The language's pattern of talk about relations as such, with its one-character states filled in."""
    shorts = "".join(sorted(n for n in language.gazetteer.shorts if len(n) == 1))
    return language.lexicon.relations.replace("{states}", f"[{shorts}]")


def _rows(codebook: Codebook, language: Language) -> dict[str, tuple[str, int, str | None]]:
    """Terms with topic, weight and party.

    A state's name is its topic's, and a term that holds one, or a leader's or a body's (委内瑞拉政府), names the state
    too, but not the issue (委内瑞拉局势); of other terms the first topic that claims one keeps it.
    """
    issues = tuple(language.lexicon.words["issue"])
    topics = {party: topic.id for topic in codebook.topics for party in topic.states}
    rows: dict[str, tuple[str, int, str | None]] = dict.fromkeys(codebook.venues, (MASK, 0, None))
    for name, entry in language.gazetteer.entries.items():
        is_name = entry.kind in ("state", "side") and len(name) > 1 and not language.is_short_form(name)
        if is_name and entry.party in topics:
            rows[name] = (topics[entry.party], STRONG, entry.party)
    names = _names_by_party(language, topics)
    for topic in codebook.topics:
        for term, party in _owned(topic.terms, topic, names):
            rows.setdefault(term, (topic.id, STRONG, None if party and term.endswith(issues) else party or _state_named(term, language)))
    for topic in codebook.topics:
        for term in topic.weak:
            rows.setdefault(term, (topic.id, WEAK, _state_named(term, language)))
        for term in topic.anti:
            rows.setdefault(term, (MASK, 0, None))
    return rows | _other_names(rows, language)


def _state_named(term: str, language: Language) -> str | None:
    """The party whose state or side a term is a name of, and no more: 索马里 between Somalia and another names no topic."""
    entry = language.gazetteer.entries.get(term)
    return entry.party if entry and entry.kind in ("state", "side") else None


def _owned(
    terms: Iterable[str], topic: Topic, names: list[tuple[str, str | None]]
) -> Iterator[tuple[str, str | None]]:
    """Terms of a topic, each with the party of the topic's states that it names."""
    named = [pair for pair in names if pair[1] in topic.states] if topic.states else []
    for term in terms:
        yield term, next((party for name, party in named if name in term), None)


def _names_by_party(language: Language, parties: Container[str | None]) -> list[tuple[str, str | None]]:
    """What names some parties, in the order of the gazetteer, with the party; one character alone names nobody here."""
    entries = language.gazetteer.entries.items()
    return [(name, entry.party) for name, entry in entries if entry.party in parties and len(name) > 1]


def _other_names(rows: dict[str, tuple[str, int, str | None]], language: Language) -> dict[str, tuple[str, int, str | None]]:
    """Names that are no terms but, where words are written apart, tell between two parties only who speaks: Kosovan, Ankara."""
    entries = language.gazetteer.entries.items() if language.is_spaced else ()
    sides = ((name, entry.party) for name, entry in entries if entry.kind in ("state", "side") and entry.party)
    return {name: (NAME, 0, party) for name, party in sides if name not in rows}
