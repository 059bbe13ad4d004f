"""How each database keeps terms, is asked for them, and tells how often a passage has them.

SQLite keeps them as text with spaces between, in an index of its FTS5; PostgreSQL as a tsvector in a GIN index.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from functools import partial
from typing import Any, NamedTuple

from sqlalchemy import Dialect, Text
from sqlalchemy.dialects.postgresql import TSVECTOR
from sqlalchemy.types import TypeDecorator, TypeEngine

from detente.index import Node, OneOf, Phrase
from detente.index.terms import Asked

from .passages import Terms


class TermsType(TypeDecorator[Any]):
    """Terms as the database keeps them."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(TSVECTOR() if dialect.name == "postgresql" else Text())

    def process_bind_param(self, value: Terms | None, dialect: Dialect) -> str | None:
        return value and FORMS[dialect.name].kept(value)


class Form(NamedTuple):
    """What differs: how terms are kept and read back, what is asked, and how often what is kept has phrases, of which it has some surely."""

    kept: Callable[[Terms], str]
    words: Callable[[str], list[str]]
    asked: Callable[[Node], str]
    counter: Callable[[Sequence[Phrase], Collection[Phrase]], Callable[[str], tuple[int, ...]]]


def _spaced(terms: Terms) -> str:
    """Terms as SQLite keeps them.

    >>> _spaced(Terms(("vote", "now"), ("party=no",)))
    'vote now party=no'
    """
    return " ".join((*terms.words, *terms.marks))


def _vector(terms: Terms) -> str:
    """Terms as PostgreSQL reads a tsvector; marks have no position.

    >>> _vector(Terms(("vote", "now", "vote"), ("party=no",)))
    "'vote':1,3 'now':2 'party=no'"
    """
    places: dict[str, list[str]] = {}
    for place, word in enumerate(terms.words, 1):
        places.setdefault(word, []).append(str(place))
    words = [f"'{word}':{','.join(found)}" for word, found in places.items()]
    return " ".join([*words, *(f"'{mark}'" for mark in dict.fromkeys(terms.marks))])


def _words_of_vector(kept: str) -> list[str]:
    """The terms of a tsvector, each as often as it stands there, in the order of letters.

    >>> _words_of_vector("'now':2 'party=no' 'vote':1,3")
    ['now', 'party=no', 'vote', 'vote']
    """
    found = (entry.rpartition("':") if "':" in entry else (entry[:-1], "", "") for entry in kept.split())
    return sorted(word[1:] for word, _, places in found for _ in range(1 + places.count(",")))


def _fts5(node: Node) -> str:
    """A query as FTS5 reads it.

    >>> from detente.index import parse
    >>> _fts5(parse("fish (cod OR 京) -quota"))
    '(("fish" AND ("cod" OR "京" *)) NOT ("quota"))'
    """
    if isinstance(node, Phrase):
        ways = " OR ".join(_quoted(way, node.begins) for way in node.ways)
        return f"({ways})" if len(node.ways) > 1 else ways
    if isinstance(node, OneOf):
        return f"({' OR '.join(map(_fts5, node.parts))})"
    found = f"({' AND '.join(map(_fts5, node.parts))})"
    return f"({found} NOT ({' OR '.join(map(_fts5, node.without))}))" if node.without else found


def _quoted(way: Sequence[str], begins: bool) -> str:
    return f'"{" ".join(way)}"{" *" if begins else ""}'


def _tsquery(node: Node) -> str:
    """A query as PostgreSQL reads a tsquery.

    >>> from detente.index import parse
    >>> _tsquery(parse('"free trade" -京'))
    "(('free' <-> 'trade') & !'京':*)"
    """
    if isinstance(node, Phrase):
        places = [" | ".join(_lexeme(term, place.begins) for term in place.terms) for place in node.terms]
        spaced = " <-> ".join(f"({place})" if " | " in place else place for place in places)
        return f"({spaced})" if len(places) > 1 else spaced
    if isinstance(node, OneOf):
        return f"({' | '.join(map(_tsquery, node.parts))})"
    parts = [*map(_tsquery, node.parts), *(f"!{_tsquery(part)}" for part in node.without)]
    return f"({' & '.join(parts)})"


def _lexeme(term: str, begins: bool) -> str:
    return f"'{term}'{':*' if begins else ''}"


def _count_spaced(asked: Sequence[Phrase], _: Collection[Phrase] = ()) -> Callable[[str], tuple[int, ...]]:
    """How often terms with spaces between have phrases.

    >>> from detente.index import parse
    >>> _count_spaced([parse("vote"), parse("now")])("vote vote now party=no")
    (2, 1)
    """
    ways = [[" " + "  ".join(way) + ("" if phrase.begins else " ") for way in phrase.ways] for phrase in asked]
    only = [way for way, *others in ways if not others]

    def count(kept: str) -> tuple[int, ...]:
        apart = f" {kept.replace(' ', '  ')} "  # so that what stands twice in a row is counted twice
        if len(only) == len(ways):
            return tuple([apart.count(way) for way in only])
        return tuple([sum(map(apart.count, each)) for each in ways])

    return count


def _count_vector(asked: Sequence[Phrase], surely: Collection[Phrase] = ()) -> Callable[[str], tuple[int, ...]]:
    """How often a tsvector has phrases, of which it has some surely.

    >>> from detente.index import parse
    >>> count = _count_vector([parse('"free trade"'), parse("trade"), parse("京")])
    >>> count("'free':1,7 'party=no' 'trade':2,9"), count("'京城':3 '京都':1,5 '北京':9")
    ((1, 2, 0), (0, 0, 3))
    >>> trade = parse('"free trade"')
    >>> _count_vector([trade], {trade})("'free':1,7 'trade':2,8"), _count_vector([trade])("'free':1 'trade':3")
    ((2,), (0,))
    """
    marks = [f"'{place.terms[0]}':" for phrase in asked for place in phrase.terms if not place.begins and place.terms[1:] == ()]
    if len(marks) == len(asked) == sum(len(phrase.terms) for phrase in asked):
        return lambda kept: tuple([_number(kept, at) if (at := kept.find(mark)) >= 0 else 0 for mark in marks])
    wanted = [_count_of(phrase, surely=phrase in surely) for phrase in asked]
    return lambda kept: tuple([count(kept) for count in wanted])


def _number(kept: str, at: int) -> int:
    """How many places a term has that stands somewhere in a tsvector; the last digit of all is no comma."""
    return 1 + kept.count(",", at, kept.find(" ", at))


def _count_of(phrase: Phrase, *, surely: bool) -> Callable[[str], int]:
    """How often a tsvector has one phrase; one that it surely has is there once where its first word is."""
    if len(phrase.terms) == 1:
        return _count_word(phrase.terms[0])
    first, *others = [_places_of(place) for place in phrase.terms]

    def count(kept: str) -> int:
        found = set(map(int, first(kept)))
        if surely and len(found) == 1:
            return 1
        for i, places in enumerate(others, 1):
            if not found:
                return 0
            found &= {int(number) - i for number in places(kept)}
        return len(found)

    return count


def _count_word(place: Asked) -> Callable[[str], int]:
    """How often a tsvector has one word; no two of its terms stand at one place."""
    if place.begins:
        begun = _begun(place)
        return lambda kept: sum([1 + places.count(",") for places in begun(kept)])
    marks = [f"'{term}':" for term in place.terms]
    return lambda kept: sum([_number(kept, at) for mark in marks if (at := kept.find(mark)) >= 0])


def _places_of(place: Asked) -> Callable[[str], list[str]]:
    """The places of terms in a tsvector."""
    if place.begins:
        begun = _begun(place)
        return lambda kept: [number for places in begun(kept) for number in places.split(",")]
    marks = [f"'{term}':" for term in place.terms]
    if len(marks) == 1:
        return partial(_of_term, marks[0])
    return lambda kept: [number for mark in marks for number in _of_term(mark, kept)]


def _of_term(mark: str, kept: str) -> list[str]:
    """The places of a term that stands in a tsvector as its mark begins."""
    at = kept.find(mark)
    if at < 0:
        return []
    stop = kept.find(" ", at)
    return kept[at + len(mark) : stop if stop >= 0 else None].split(",")


def _begun(place: Asked) -> Callable[[str], list[str]]:
    """The places of each term that begins so, with commas between."""
    return re.compile(f"'(?:{'|'.join(map(re.escape, place.terms))})[^ ]*':([0-9,]+)").findall


FORMS = {
    "sqlite": Form(_spaced, lambda kept: sorted(kept.split()), _fts5, _count_spaced),
    "postgresql": Form(_vector, _words_of_vector, _tsquery, _count_vector),
}
INDEX = "passages_index"
CHECK = f"INSERT INTO {INDEX} ({INDEX}, rank) VALUES ('integrity-check', 1)"
