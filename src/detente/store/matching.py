"""How each database keeps terms, is asked for them, and tells how often a passage has them.

SQLite keeps them as text with spaces between, in an index of its FTS5; PostgreSQL as a tsvector in a GIN index.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import reduce
from typing import Any, NamedTuple

from sqlalchemy import Dialect, Text
from sqlalchemy.dialects.postgresql import TSVECTOR
from sqlalchemy.types import TypeDecorator, TypeEngine

from detente.search import All, Node, OneOf, Phrase

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
    """What differs: how terms are kept, what is asked, and how often what is kept has a phrase."""

    kept: Callable[[Terms], str]
    asked: Callable[[Node], str]
    counter: Callable[[Phrase], Callable[[str], int]]


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


def _fts5(node: Node) -> str:
    """A query as FTS5 reads it.

    >>> from detente.search import parse
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

    >>> from detente.search import parse
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


def _count_spaced(phrase: Phrase) -> Callable[[str], int]:
    """How often terms with spaces between have a phrase.

    >>> from detente.search import parse
    >>> _count_spaced(parse("vote"))("vote vote now party=no")
    2
    """
    wanted = [" " + "  ".join(way) + ("" if phrase.begins else " ") for way in phrase.ways]

    def count(kept: str) -> int:
        apart = f" {kept.replace(' ', '  ')} "
        return sum(map(apart.count, wanted))

    return count


def _count_vector(phrase: Phrase) -> Callable[[str], int]:
    """How often a tsvector has a phrase.

    >>> from detente.search import parse
    >>> _count_vector(parse('"free trade"'))("'free':1,7 'party=no' 'trade':2,9")
    1
    """
    patterns = [_places_of(place.terms, place.begins) for place in phrase.terms]

    def count(kept: str) -> int:
        places = [{int(n) - i for found in pattern.findall(kept) for n in found.split(",")} for i, pattern in enumerate(patterns)]
        return len(reduce(set.intersection, places))

    return count


def _places_of(terms: Sequence[str], begins: bool) -> re.Pattern[str]:
    return re.compile(f"'(?:{'|'.join(map(re.escape, terms))}){'[^ ]*' if begins else ''}':([0-9,]+)")


FORMS = {"sqlite": Form(_spaced, _fts5, _count_spaced), "postgresql": Form(_vector, _tsquery, _count_vector)}
INDEX = "passages_index"
FORGET = f"INSERT INTO {INDEX} ({INDEX}) VALUES ('optimize')"  # what was deleted stays in FTS5's segments until they are merged
