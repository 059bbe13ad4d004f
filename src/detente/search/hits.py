"""Where in a text the phrases of a query stand, and whether as whole words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate

import rjieba

from detente.text.fold import fold

from .asked import Phrase
from .terms import HAN, Asked, Term, terms

HAN_RUN = re.compile(f"[{HAN}]{{2,4}}")
Spans = tuple[tuple[int, int], ...]


def find_hits(text: str, phrases: Iterable[Phrase]) -> Spans:
    """Return the spans of a text that phrases of a query found, joined where they meet, from left to right.

    >>> from .syntax import parse
    >>> [("俄羅斯反對制裁"[start:stop]) for start, stop in find_hits("俄羅斯反對制裁", [parse("俄罗斯"), parse("制裁")])]
    ['俄羅斯', '制裁']
    """
    found = terms(text)
    spans = sorted(span for phrase in phrases for span in _standing(found, phrase))
    joined: list[tuple[int, int]] = []
    for start, stop in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(stop, joined[-1][1])
        else:
            joined.append((start, stop))
    return tuple(joined)


def _standing(found: Sequence[Term], phrase: Phrase) -> Iterator[tuple[int, int]]:
    places = phrase.terms
    for i in range(len(found) - len(places) + 1):
        if all(_fits(term, place) for term, place in zip(found[i : i + len(places)], places, strict=True)):
            last = found[i + len(places) - 1]
            yield found[i].start, last.start + 1 if phrase.begins else last.stop


def _fits(term: Term, place: Asked) -> bool:
    return term.text.startswith(place.terms[0]) if place.begins else term.text in place.terms


def is_whole(text: str, phrases: Iterable[Phrase]) -> bool:
    """Return whether a Chinese word that is asked for, if any is, stands in a text as a word, not across or within others.

    >>> from .syntax import parse
    >>> is_whole("他從京都來", [parse("京都")]), is_whole("他從東京都來", [parse("京都")])
    (True, False)
    """
    asked = [phrase for phrase in phrases if is_word(phrase.words)]
    if not asked:
        return True
    found, edges = terms(text), _edges(fold(text))
    spans = [span for phrase in asked for span in _standing(found, phrase)]
    return not spans or any(start in edges and stop in edges for start, stop in spans)


@lru_cache
def is_word(written: str) -> bool:
    """Whether what a query writes is one Chinese word of several characters."""
    folded = fold(written)
    return HAN_RUN.fullmatch(folded) is not None and len(rjieba.cut(folded)) == 1


def _edges(folded: str) -> frozenset[int]:
    """Where words of Chinese begin and end."""
    return frozenset(accumulate(map(len, rjieba.cut(folded)), initial=0))
