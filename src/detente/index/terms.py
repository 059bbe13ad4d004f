"""The analyzer: a text as terms, the same for what is searched and for what is asked.

Chinese is folded to simplified characters; each run of it gives the pairs of its neighbours and its last character, so that
every character begins one term. Other words give what their forms share. Small letters, ё as е, accents left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from detente.text.fold import fold

from .stems import alternatives, stem

HAN = "\u3400-\u9fff\uf900-\ufaff\u3005\u3007\U00020000-\U0003ffff"
TOKEN = re.compile(rf"(?P<han>[{HAN}]+)|(?:[A-Z]\.){{2,}}[A-Z]?|[^\W_{HAN}]+")
APOSTROPHES = "'\u2019"


class Term(NamedTuple):
    """A term and the span that it stands for."""

    text: str
    start: int
    stop: int


class Asked(NamedTuple):
    """What a place of a phrase may be indexed as; `begins` says that a term has only to begin so."""

    terms: tuple[str, ...]
    begins: bool = False


def terms(text: str) -> list[Term]:
    """Return the terms of a text in their order.

    >>> [term.text for term in terms("俄羅斯F-16, Norway's talks")]
    ['俄罗', '罗斯', '斯', 'f', '16', 'norway', 'talk']
    """
    return folded_terms(fold(text))


def folded_terms(folded: str) -> list[Term]:
    """Return the terms of a text that is folded already, or of a part of it."""
    found: list[Term] = []
    for token in _tokens(folded):
        start = token.start()
        if token["han"]:
            found += [Term(pair, start + i, start + i + len(pair)) for i, pair in enumerate(_pairs(token[0]))]
        else:
            found.append(Term(stem(_word(token)), start, token.end()))
    return found


def asked_terms(text: str) -> tuple[Asked, ...]:
    """Return the terms of a phrase that is asked for, each as what it may be.

    >>> asked_terms("俄羅斯"), asked_terms("斯")
    ((Asked(terms=('俄罗',), begins=False), Asked(terms=('罗斯',), begins=False)), (Asked(terms=('斯',), begins=True),))
    >>> asked_terms("us")
    (Asked(terms=('us', 'us_'), begins=False),)
    """
    found: list[Asked] = []
    tokens = list(_tokens(fold(text)))
    for token in tokens:
        if not token["han"]:
            found.append(Asked(alternatives(_word(token))))
            continue
        pairs = [Asked((pair,)) for pair in _pairs(token[0])]
        is_last = token is tokens[-1]
        alone = is_last and len(pairs) == 1
        found += [pairs[0]._replace(begins=True)] if alone else pairs[:-1] if is_last else pairs
    return tuple(found)


def _pairs(run: str) -> list[str]:
    """The neighbours in a run of Chinese, and its last character.

    >>> _pairs("\u4fc4\u7f57\u65af")
    ['\u4fc4\u7f57', '\u7f57\u65af', '\u65af']
    """
    return [run[i : i + 2] for i in range(len(run))]


def _tokens(folded: str) -> Iterator[re.Match[str]]:
    """Runs of Chinese, and words without the 's behind them."""
    for token in TOKEN.finditer(folded):
        start = token.start()
        if not (token[0] in "sS" and start > 1 and folded[start - 1] in APOSTROPHES and folded[start - 2].isalpha()):
            yield token


def _word(token: re.Match[str]) -> str:
    return token[0].replace(".", "")


@lru_cache(maxsize=4096)  # the same few parties, topics and outlets over and over
def mark_value(value: str) -> str:
    """Return a name or an id as part of a single term.

    >>> mark_value("person:Halvor Strand"), mark_value("環球網")
    ('person_halvor_strand', '环球网')
    """
    return "_".join(re.findall(r"[^\W_]+", fold(value).casefold()))
