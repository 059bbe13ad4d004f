"""What is asked, as a tree: phrases, all of several parts, one of several."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from .terms import Asked

MOST_WAYS = 64  # in which one phrase is looked for


class Phrase(NamedTuple):
    """Terms that follow each other; a single word is a phrase of one. `words` is how the query writes it."""

    terms: tuple[Asked, ...]
    words: str

    @property
    def ways(self) -> tuple[tuple[str, ...], ...]:
        """The sequences of terms that the phrase may stand as.

        >>> Phrase((Asked(("стать", "сталь")), Asked(("и",))), "стали и").ways
        (('стать', 'и'), ('сталь', 'и'))
        """
        return tuple(product(*(place.terms for place in self.terms)))

    @property
    def begins(self) -> bool:
        """Whether the last term has only to begin as it is written: a single Chinese character."""
        return self.terms[-1].begins


class All(NamedTuple):
    """Every one of `parts` is there, and none of `without`."""

    parts: tuple[Node, ...]
    without: tuple[Node, ...]


class OneOf(NamedTuple):
    """One of the parts is there, or several."""

    parts: tuple[Node, ...]


Node = Phrase | All | OneOf


def phrases(node: Node) -> Iterator[Phrase]:
    """Yield the phrases that are to be found, not those that are to be missing."""
    if isinstance(node, Phrase):
        yield node
    else:
        for part in node.parts:
            yield from phrases(part)


def required(node: Node) -> Iterator[Phrase]:
    """Yield the phrases that must be there, whatever else is.

    >>> from .syntax import parse
    >>> [phrase.words for phrase in required(parse("fish (cod OR herring) -quota"))]
    ['fish']
    """
    if isinstance(node, Phrase):
        yield node
    elif isinstance(node, All):
        for part in node.parts:
            yield from required(part)


def excludes(node: Node) -> bool:
    """Return whether something must be missing."""
    if isinstance(node, Phrase):
        return False
    return (isinstance(node, All) and bool(node.without)) or any(map(excludes, node.parts))


def bounded(terms: tuple[Asked, ...]) -> tuple[Asked, ...]:
    """Return the terms of a phrase with so few alternatives that it may be looked for in every way, the likeliest ones."""
    ways, kept = 1, []
    for place in terms:
        ways *= len(place.terms)
        if ways > MOST_WAYS:
            ways //= len(place.terms)
            place = place._replace(terms=place.terms[:1])
        kept.append(place)
    return tuple(kept)
