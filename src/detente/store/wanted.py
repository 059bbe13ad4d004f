"""What of a store is searched: filters, as parts of the query."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from detente.index import All, Node, OneOf, Phrase, asked_terms
from detente.index.terms import Asked

from .passages import mark

DOCUMENTS, STATEMENTS = "documents", "statements"


class Speaker(NamedTuple):
    """A speaker by name, as texts name it, and by the ids of those known by this name."""

    name: str
    ids: tuple[str, ...] = ()


class Wanted(NamedTuple):
    """What is searched; nothing asked for lets everything through.

    `within` is documents, statements or nothing for both. Several values of a field are alternatives. Parties, topics,
    outlets and countries go by id; a day may be a month or a year. `statement_ids` are the only statements to find.
    """

    within: str = ""
    parties: tuple[str, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    topics: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    statement_ids: frozenset[str] | None = None

    @property
    def is_of_statements(self) -> bool:
        """Whether something is asked that only a statement has."""
        return bool(self.parties or self.speakers or self.topics or self.acts) or self.statement_ids is not None


ANYTHING = Wanted()
NOBODY = "nobody"  # the id of no actor: all ids have a colon
MARKED = (("party", "parties"), ("topic", "topics"), ("act", "acts"), ("outlet", "outlets"), ("country", "countries"), ("language", "languages"))


def with_filters(query: Node, wanted: Wanted) -> Node:
    """Return the query with the marks that a passage must have.

    >>> from detente.index import parse
    >>> node = with_filters(parse("fish"), Wanted(languages=("en", "ru")))
    >>> [phrase.words for phrase in node.parts[1].parts]
    ['language=en', 'language=ru']
    """
    filters = tuple(_filters(wanted))
    return All((query, *filters), ()) if filters else query


def filters_alone(wanted: Wanted) -> Node:
    """Return the marks that a passage must have, whatever its words."""
    return All(tuple(_filters(wanted)), ())


def _filters(wanted: Wanted) -> Iterator[Node]:
    for kind, field in MARKED:
        if values := getattr(wanted, field):
            yield _one_of(_marked(mark(kind, value)) for value in values)
    if wanted.speakers:
        spoken = [part for speaker in wanted.speakers for part in _speaks(speaker)]
        yield _one_of(spoken or [_marked(mark("actor", NOBODY))])


def _speaks(speaker: Speaker) -> Iterator[Node]:
    """A speaker who is known by an id, or whose name has all words of a name."""
    yield from (_marked(mark("actor", each)) for each in speaker.ids)
    words = tuple(_named(place) for place in asked_terms(speaker.name))
    if words:
        yield All(words, ())


def _named(place: Asked) -> Phrase:
    return Phrase((place._replace(terms=tuple(f"speaker={term}" for term in place.terms)),), "")


def _marked(marked: str) -> Phrase:
    return Phrase((Asked((marked,)),), marked)


def _one_of(parts: Iterable[Node]) -> Node:
    found = tuple(parts)
    return found[0] if len(found) == 1 else OneOf(found)
