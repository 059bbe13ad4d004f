"""What the speakers of a document are resolved with."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter

from detente.languages import Language
from detente.records import Parse, Record, Span, by_form

from .people import People

NAMING = re.compile("[SMGK]")


class Attribution(Record, frozen=True):
    """A document's text as published, its parse, people and main parties, where it was published, and its language."""

    document_id: str
    text: str
    parse: Parse
    people: People
    parties: tuple[str, ...]
    home: str | None
    language: Language

    def words(self, name: str) -> frozenset[str]:
        """Return a class of words of the language."""
        return self.language.lexicon.words[name]


def main_parties(parse: Parse, language: Language) -> tuple[str, ...]:
    """Return the parties that a document names most, the most frequent first."""
    words, entries, people = parse.tokens.words, language.gazetteer.entries, by_form(parse.names)
    named = Counter([(words[match.start()], match[0]) for match in NAMING.finditer(parse.tokens.classes)])
    counts: Counter[str] = Counter()
    for (word, letter), times in named.items():
        party = people[word].party if letter == "K" and word in people else None
        if party is None and (entry := entries.get(word)):
            party = entry.party
        if party:
            counts[party] += times
    return tuple(sorted(counts, key=lambda p: (-counts[p], p)))


def tokens_of(parse: Parse, span: Span) -> tuple[tuple[str, ...], str]:
    """Return the words of a span and their classes."""
    first = bisect_left(parse.tokens.starts, span.start)
    last = bisect_left(parse.tokens.starts, span.stop)
    return parse.tokens.words[first:last], parse.tokens.classes[first:last]
