"""What the speakers of a document are resolved with."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable

import msgspec

from detente.languages import Language
from detente.records import Parse, Record, Span, by_form
from detente.text.classes import ClassName

from .people import People

STATE, PERSON = re.compile("[SMG]"), re.compile("K")
OWNED_BODY = re.compile("[SM]Y")
OWN_BODY = re.compile("[SMGY]")  # in Chinese also a body that is of one state by its name: 陆委会


class Phrase(Record, frozen=True):
    """Whom a noun phrase names, for which party, and whether it joins several."""

    party: str | None
    actor_id: str
    joint: bool


class Stretch(Record, frozen=True):
    """Tokens `first` to `last` (exclusive) of a sentence, those of them that are told or speak, and from where to where it reports."""

    first: int
    last: int
    hidden: tuple[range, ...]
    reported: range

    def hides(self, i: int) -> bool:
        """Return whether a token is told or speaks."""
        return is_within(i, self.hidden)


def is_within(i: int, ranges: Iterable[range]) -> bool:
    """Return whether a token lies in one of some ranges."""
    for each in ranges:  # noqa: SIM110, asked for every sentence
        if i in each:
            return True
    return False


class Attribution(Record, frozen=True):
    """A document's text as published, its parse, people and main parties, where it was published, its language and classes of words.

    `phrases` keeps whom noun phrases name, by their words, the classes of these, and the party that is near; `outlets` are
    the tokens at which the name of an outlet may begin, in order, `echoes` those that open sentences about what was said
    before, `ends` those that end sentences, in order. `sentences` and `named` keep the sentence of what is told, said and
    reported, and whether a span is an outlet.
    """

    document_id: str
    text: str
    parse: Parse
    people: People
    parties: tuple[str, ...]
    home: str | None
    language: Language
    words: Callable[[ClassName], frozenset[str]]
    phrases: dict[tuple[tuple[str, ...], str, str | None], Phrase] = msgspec.field(default_factory=dict)
    outlets: tuple[int, ...] = ()
    echoes: frozenset[int] = frozenset()
    ends: tuple[int, ...] = ()
    sentences: dict[tuple[tuple[Span, ...], Span | None, Span], Stretch] = msgspec.field(default_factory=dict)
    named: dict[Span, bool] = msgspec.field(default_factory=dict)

    def may_name(self, first: int, last: int) -> bool:
        """Return whether the name of an outlet may begin at one of the tokens `first` to `last` (exclusive)."""
        at = bisect_left(self.outlets, first)
        return at < len(self.outlets) and self.outlets[at] < last


def main_parties(parse: Parse, language: Language) -> tuple[str, ...]:
    """Return the parties that a document names most, the most frequent first."""
    entries, people = language.gazetteer.entries, by_form(parse.names)
    parties = {form: name.party for form, name in people.items() if name.party}
    counts: Counter[str] = Counter()
    for word, times in _named(PERSON, parse).items():
        if party := parties.get(word) or ((entry := entries.get(word)) and entry.party):
            counts[party] += times
    others = frozenset[str]() if language.is_spaced else _bodies_of_others(parse, language)
    for word, times in _named(STATE if language.is_spaced else OWN_BODY, parse).items():
        if word in others:
            continue
        if (entry := entries.get(word)) and entry.party:
            counts[entry.party] += times
    return tuple(sorted(counts, key=lambda p: (-counts[p], p)))


def _bodies_of_others(parse: Parse, language: Language) -> frozenset[str]:
    """The bodies that are of one state by their names, where a text says that they are of another: 俄罗斯|海关总署."""
    words, entries = parse.tokens.words, language.gazetteer.entries
    owned = ((words[match.start() + 1], entries.get(words[match.start()])) for match in OWNED_BODY.finditer(parse.tokens.classes))
    return frozenset([body for body, state in owned if (entry := entries.get(body)) and state and state.party != entry.party])


def _named(classes: re.Pattern[str], parse: Parse) -> Counter[str]:
    words = parse.tokens.words
    return Counter([words[match.start()] for match in classes.finditer(parse.tokens.classes)])


def tokens_of(parse: Parse, span: Span) -> tuple[int, tuple[str, ...], str]:
    """Return the number of a span's first token, its words and their classes."""
    tokens = parse.tokens
    first = bisect_left(tokens.starts, span.start)
    last = bisect_left(tokens.starts, span.stop, first)
    return first, tokens.words[first:last], tokens.classes[first:last]


def bare_phrase(words: tuple[str, ...], letters: str, language: Language) -> tuple[tuple[str, ...], str]:
    """Return the words of a phrase and their classes without brackets and, in Chinese, what an official is besides his office: 卫生部长某某医生."""
    words, letters = without_brackets(words, letters)
    honoured = not language.is_spaced and letters.endswith("Kt") and "T" in letters
    return (words[:-1], letters[:-1]) if honoured else (words, letters)


def without_brackets(words: tuple[str, ...], letters: str) -> tuple[tuple[str, ...], str]:
    """Return the words of a phrase and their classes without those in brackets.

    >>> without_brackets(("Department", "of", "Foreign Affairs", "(", "DFA", ")"), "Yok(k)")
    (('Department', 'of', 'Foreign Affairs'), 'Yok')
    """
    opened, closed = letters.find("("), letters.find(")")
    if not 0 < opened < closed:
        return words, letters
    return without_brackets(words[:opened] + words[closed + 1 :], letters[:opened] + letters[closed + 1 :])
