"""Words of a Russian text with what is known of them, and phrases of several words as one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import Any, NamedTuple

UPRIGHT = frozenset("nbpq-")
PLURALS = {"n": "p", "b": "q", "N": "P", "B": "Q"}
HEADED = frozenset("nbgdopq")
VERBS = frozenset("cVv")
ACTING = "исполнять"  # исполняющий обязанности министра


class Phrase(NamedTuple):
    """A name or another expression: the dictionary forms of its words behind the first, its name, its class letter."""

    rest: tuple[str, ...]
    name: str
    letter: str


class Word(NamedTuple):
    """A word as written: its dictionary form, what it counts as, class letter and case, and phrases that it may open.

    `case` is as in `forms.Form`, but p and q for n and b of a plural, in capitals for an adjective; `names`, `gender`
    and `named` as there. `seconds` are the second words of the phrases.
    """

    lemma: str
    name: str
    letter: str
    case: str
    lemmas: tuple[str, ...]
    names: str
    gender: str
    named: bool
    phrases: tuple[Phrase, ...]
    seconds: frozenset[str] = frozenset()


class Row(NamedTuple):
    """A token; `word` is there where it is one word as written."""

    start: int
    stop: int
    name: str
    letter: str
    case: str
    word: Word | None


class Columns(NamedTuple):
    """Tokens as columns, in the order of `Row`."""

    starts: list[int]
    stops: list[int]
    names: list[str]
    letters: list[str]
    cases: list[str]
    words: list[Word | None]

    def row(self, i: int) -> Row:
        """Return a token."""
        return Row(self.starts[i], self.stops[i], self.names[i], self.letters[i], self.cases[i], self.words[i])

    def replaced(self, rows: Sequence[tuple[int, int, Row]]) -> Columns:
        """Return the columns with ranges of tokens, in order, replaced by one token each."""
        if not rows:
            return self
        columns: tuple[list[Any], ...] = self
        return Columns(*(_spliced(column, [(a, b, row[n]) for a, b, row in rows]) for n, column in enumerate(columns)))


def _spliced(column: list[Any], parts: Iterable[tuple[int, int, Any]]) -> list[Any]:
    found: list[Any] = []
    at = 0
    for first, last, value in parts:
        found += column[at:first]
        found.append(value)
        at = last
    return found + column[at:]


def case_of(case: str, plural: bool) -> str:
    """Return the case letter of a word that is plural, or is not."""
    return PLURALS.get(case, case) if plural else case


def columns_of(words: Sequence[Word], starts: list[int], stops: list[int]) -> Columns:
    """Return tokens as columns, the longest phrases as one."""
    names, letters, cases = (list(map(attrgetter(field), words)) for field in ("name", "letter", "case"))
    plain = Columns(starts, stops, names, letters, cases, list(words))
    found: list[tuple[int, int, Row]] = []
    done = 0
    for i in [i for i, (one, other) in enumerate(pairwise(words)) if one.seconds and not one.seconds.isdisjoint(other.lemmas)]:
        if i < done:
            continue
        if phrase := next((p for p in words[i].phrases if _matches(p.rest, words, i + 1) and _is_as_written(p, words[i + len(p.rest)])), None):
            done = i + 1 + len(phrase.rest)
            row = Row(starts[i], stops[done - 1], phrase.name, phrase.letter, _case_of_phrase(words[i:done], phrase), None)
            found.append((i, done, row))
    return plain.replaced(found)


def _case_of_phrase(words: Sequence[Word], phrase: Phrase) -> str:
    """The case of the noun that heads a phrase, or of what stands for one before a preposition: поверенный в делах."""
    if phrase.letter == "c":
        return next((word.case for word in words if word.letter in VERBS), words[0].case)  # высоко оценил
    bound = next((k for k, word in enumerate(words) if word.letter == "P"), len(words))
    head = next((word for word in words[:bound] if word.case in HEADED), None)
    if words[0].lemma == ACTING or (head is None and phrase.letter == "T" and bound < len(words)):
        own = words[0].case.lower()
        return "n" if own == "b" else own  # of people no accusative looks so
    return (head or next((word for word in words if word.case in HEADED), words[0])).case


def _is_as_written(phrase: Phrase, last: Word) -> bool:
    """Whether the last word of an adverb stands in the case of the adverb: в ответ, but not в ответе."""
    return phrase.letter != "a" or not phrase.name.endswith(f" {last.lemma}") or last.case.lower() in UPRIGHT


def _matches(rest: tuple[str, ...], words: Sequence[Word], first: int) -> bool:
    if first + len(rest) > len(words) or rest[0] not in words[first].lemmas:
        return False
    return all(lemma in words[first + k].lemmas for k, lemma in enumerate(rest))
