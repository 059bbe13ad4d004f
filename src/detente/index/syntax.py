"""The language of queries: words, “phrases”, AND (also by a space), OR, NOT or a minus, parentheses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from .asked import All, Node, OneOf, Phrase, bounded
from .terms import asked_terms

LONGEST = 1000  # characters
DEEPEST = 20  # parentheses in parentheses
OPENING, CLOSING = "\"\u201c\u201e\u00ab\u300c\u300e\uff02", "\"\u201d\u201c\u00bb\u300d\u300f\uff02"
TOKEN = re.compile(
    rf"(?P<quoted>[{OPENING}](?P<phrase>[^{OPENING}{CLOSING}]*)(?P<closed>[{CLOSING}]?))"
    r"|(?P<open>[(\uff08])|(?P<close>[)\uff09])|(?P<minus>[-\u2212\uff0d](?=[^\s\-]))"
    rf"|(?P<word>[^\s()\uff08\uff09{OPENING}{CLOSING}]+)"
)
WORDS = ("AND", "OR", "NOT")


class QueryError(ValueError):
    """What is wrong with a query, and where."""


class _Token(NamedTuple):
    kind: str
    text: str
    place: int


class _Lone(NamedTuple):
    """A part that must be missing."""

    node: Node
    place: int


def parse(query: str) -> Node:
    """Return what a query asks for. Raises `QueryError` with a sentence that tells the place.

    >>> [phrase.words for phrase in parse("制裁 OR sanctions").parts]
    ['制裁', 'sanctions']
    >>> parse("fish OR (cod")
    Traceback (most recent call last):
        ...
    detente.index.syntax.QueryError: at character 9 of the query: this parenthesis is not closed
    """
    if len(query) > LONGEST:
        raise QueryError(f"a query has at most {LONGEST:,} characters, this one has {len(query):,}")
    parser = _Parser(_tokens(query), len(query))
    found = parser.one_of(0)
    if rest := parser.next():
        raise _wrong(rest.place, "this parenthesis closes none")
    return _found(found)


def _wrong(place: int, what: str) -> QueryError:
    return QueryError(f"at character {place + 1} of the query: {what}")


def _found(part: Node | _Lone) -> Node:
    if isinstance(part, _Lone):
        raise _wrong(part.place, "this only says what must be missing; add, beside it, a word that is to be found")
    return part


def _tokens(query: str) -> list[_Token]:
    tokens = []
    for match in TOKEN.finditer(query):
        kind, text = str(match.lastgroup), match[0]
        if match["quoted"] is not None:
            kind, text = "phrase", match["phrase"]
            if not match["closed"]:
                raise _wrong(match.start(), "this quotation mark is not closed")
        elif kind == "word" and text in WORDS:
            kind = text
        tokens.append(_Token("NOT" if kind == "minus" else kind, text, match.start()))
    return tokens


class _Parser:
    """Tokens, and how many of them are read."""

    def __init__(self, tokens: Sequence[_Token], stop: int) -> None:
        self._tokens, self._at, self._stop = tokens, 0, stop

    def next(self, *kinds: str) -> _Token | None:
        """The next token, if it is of one of some kinds (none: any)."""
        token = self._tokens[self._at] if self._at < len(self._tokens) else None
        return token if token and (not kinds or token.kind in kinds) else None

    def _take(self, *kinds: str) -> _Token | None:
        token = self.next(*kinds)
        self._at += token is not None
        return token

    def one_of(self, depth: int) -> Node | _Lone:
        parts = [self._all(depth)]
        while self._take("OR"):
            parts.append(self._all(depth))
        return parts[0] if len(parts) == 1 else OneOf(tuple(map(_found, parts)))

    def _all(self, depth: int) -> Node | _Lone:
        parts = [self._part(depth)]
        while self._take("AND") or self.next("word", "phrase", "open", "NOT"):
            parts.append(self._part(depth))
        lone = [part for part in parts if isinstance(part, _Lone)]
        if len(parts) == 1:
            return parts[0]
        if len(lone) == len(parts):
            return lone[0]
        found = tuple(part for part in parts if not isinstance(part, _Lone))
        return All(found, tuple(part.node for part in lone))

    def _part(self, depth: int) -> Node | _Lone:
        if token := self._take("NOT"):
            return _Lone(_found(self._part(depth)), token.place)
        if token := self._take("open"):
            return self._inside(token, depth + 1)
        if token := self._take("word", "phrase"):
            return _phrase(token)
        token = self.next()
        place = token.place if token else self._stop
        raise _wrong(place, f"a word is missing before {token.text}" if token else "a word is missing here")

    def _inside(self, opening: _Token, depth: int) -> Node | _Lone:
        if depth > DEEPEST:
            raise _wrong(opening.place, f"there are more than {DEEPEST} parentheses in each other")
        found = self.one_of(depth)
        if not self._take("close"):
            raise _wrong(opening.place, "this parenthesis is not closed")
        return found


def _phrase(token: _Token) -> Phrase:
    if "*" in token.text:
        raise _wrong(token.place + token.text.index("*"), "there is no sign for any letters; a word is found in all its forms")
    found = bounded(asked_terms(token.text))
    if not found:
        raise _wrong(token.place, "there is no letter and no digit in this")
    return Phrase(found, token.text)
