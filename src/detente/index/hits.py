"""Where in a text the phrases of a query stand, and whether as whole words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate

import rjieba

from detente.text.fold import fold

from .asked import Phrase
from .terms import HAN, Asked, Term, terms

HAN_RUN = re.compile(f"[{HAN}]{{2,4}}")
AROUND = 12  # characters that tell whether a word ends
Spans = tuple[tuple[int, int], ...]


def find_hits(text: str, phrases: Iterable[Phrase]) -> Spans:
    """Return the spans of a text that phrases of a query found, joined where they meet, from left to right.

    >>> from .syntax import parse
    >>> [("俄羅斯反對制裁"[start:stop]) for start, stop in find_hits("俄羅斯反對制裁", [parse("俄罗斯"), parse("制裁")])]
    ['俄羅斯', '制裁']
    """
    found = terms(text)
    at: dict[str, list[int]] = {}
    for i, term in enumerate(found):
        at.setdefault(term.text, []).append(i)
    spans = sorted(span for phrase in phrases for span in _standing(found, at, phrase))
    joined: list[tuple[int, int]] = []
    for start, stop in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(stop, joined[-1][1])
        else:
            joined.append((start, stop))
    return tuple(joined)


def _standing(found: Sequence[Term], at: Mapping[str, Sequence[int]], phrase: Phrase) -> Iterator[tuple[int, int]]:
    """The spans of a phrase in terms, `at` telling where each one is."""
    first, *others = phrase.terms
    starts = (i for term, places in at.items() if term.startswith(first.terms[0]) for i in places) if first.begins else (
        i for term in first.terms for i in at.get(term, ()))  # fmt: skip
    for i in starts:
        rest = found[i + 1 : i + len(phrase.terms)]
        if len(rest) == len(others) and all(map(_fits, rest, others)):
            last = found[i + len(others)]
            yield found[i].start, last.start + 1 if phrase.begins else last.stop


def _fits(term: Term, place: Asked) -> bool:
    return term.text.startswith(place.terms[0]) if place.begins else term.text in place.terms


def is_whole(text: str, asked: Iterable[str]) -> bool:
    """Return whether a Chinese word of those asked for, folded, stands in a text as a word, not only within or across others.

    >>> is_whole("他從京都來", ["京都"]), is_whole("他從東京都來", ["京都"]), is_whole("他來", ["京都"])
    (True, False, True)
    """
    folded = fold(text)
    places = [(place, place + len(word)) for word in asked if is_word(word) for place in _places(folded, word)]
    return not places or any(_is_cut_at(folded, start, stop) for start, stop in places)


def _places(folded: str, word: str) -> Iterator[int]:
    place = folded.find(word)
    while place >= 0:
        yield place
        place = folded.find(word, place + 1)


def _is_cut_at(folded: str, start: int, stop: int) -> bool:
    """Whether words begin and end at two places, as the characters around them tell."""
    first = max(0, start - AROUND)
    edges = set(accumulate(map(len, rjieba.cut(folded[first : stop + AROUND])), initial=first))
    return start in edges and stop in edges


@lru_cache
def is_word(folded: str) -> bool:
    """Whether what a query writes, folded, is one Chinese word of several characters."""
    return HAN_RUN.fullmatch(folded) is not None and len(rjieba.cut(folded)) == 1
