"""A paragraph as items with one class letter each, in which a quotation is one item."""

from __future__ import annotations

import re
from typing import NamedTuple

import msgspec

from detente.records import Tokens
from detente.text.classes import WordClasses
from detente.text.kept import Kept

LONGEST_INNER = 80  # words between single quotation marks; more are an apostrophe that went astray
MARK = re.compile("[“”‘’\n]")
DOUBLE = re.compile("[“”]")
CLOSING = {"“": "”", "‘": "’"}
# Who speaks, put inside the quotation marks between dashes: “We are ready, — he said, — to talk.”
ASIDE = re.compile(r"[,.]-[^-,.:;c“”]{0,3}c[^-“”]{0,24}?(?:[,.]-|$)")


class Written(NamedTuple):
    """The tokens of a document, their words in lower case, which of them begin with a capital, and the classes of words of its language."""

    tokens: Tokens
    words: list[str]
    capital: list[bool]
    known: WordClasses


def _lowered(word: str) -> str:
    return word.lower().replace("’", "'")


def _is_capital(word: str) -> bool:
    return word[:1].isupper()


LOWERED, CAPITAL = Kept(_lowered), Kept(_is_capital)


def written(tokens: Tokens, known: WordClasses) -> Written:
    """Return tokens with what items need of each of their words."""
    return Written(tokens, list(map(LOWERED.__getitem__, tokens.words)), list(map(CAPITAL.__getitem__, tokens.words)), known)


class Items(msgspec.Struct):
    """Items as columns: `Q` is a quotation; `words` are in lower case, `capital` tells which were not.

    `known` are the classes of words of the language. `cases` are those of the tokens, where `cased`. `ended` are the quotations
    whose inside ends a sentence with the mark that does so; `open` is one without an end.
    """

    known: WordClasses
    letters: str = ""
    words: list[str] = msgspec.field(default_factory=list)
    starts: list[int] = msgspec.field(default_factory=list)
    stops: list[int] = msgspec.field(default_factory=list)
    capital: list[bool] = msgspec.field(default_factory=list)
    cases: list[str] = msgspec.field(default_factory=list)
    ended: dict[int, str] = msgspec.field(default_factory=dict)
    open: int | None = None
    cased: bool = False

    def add(self, word: str, start: int, stop: int, case: str = "-") -> None:
        """Add an item; its letter is added apart."""
        self.cases.append(case)
        self.words.append(_lowered(word))
        self.starts.append(start)
        self.stops.append(stop)
        self.capital.append(_is_capital(word))

    def drop(self, first: int, last: int) -> None:
        """Drop the items from `first` to `last` (exclusive), none of which may be a quotation that ends a sentence."""
        self.letters = self.letters[:first] + self.letters[last:]
        for column in (self.words, self.starts, self.stops, self.capital, self.cases):
            del column[first:last]
        self.ended = {at - (last - first) * (at >= last): mark for at, mark in self.ended.items()}
        if self.open is not None and self.open >= last:
            self.open -= last - first


def build_items(source: Written, first: int, last: int) -> Items:
    """Return the items of tokens `first` to `last` (exclusive)."""
    tokens = source.tokens
    items = Items(source.known, cased=bool(tokens.cases))
    letters: list[str] = []
    classes = tokens.classes
    i = first
    while i < last:
        letter = classes[i]
        if letter in CLOSING and (close := _closing(tokens, i, last)) is not None:
            for aside, behind in _asides(tokens, i, close):
                items.add("", tokens.starts[i], tokens.stops[aside - 1])
                letters.append("Q")
                _plain(items, letters, source, aside, behind - tokens.classes.endswith(".-", 0, behind))
                i = behind
            if close == i + 2 and classes[i + 1] == "O":
                items.add(tokens.words[i + 1], tokens.starts[i], tokens.stops[close], tokens.cases[i + 1 : i + 2] or "-")
                letters.append("O")
            elif i < close:
                _quotation(items, tokens, len(letters), i, close, last)
                letters.append("Q")
            i = close + 1
            continue
        mark = MARK.search(classes, i + 1, last)
        stop = mark.start() if mark else last
        _plain(items, letters, source, i, stop)
        i = stop
    items.letters = "".join(letters)
    return items


def _plain(items: Items, letters: list[str], source: Written, first: int, last: int) -> None:
    """Add the tokens from `first` to `last` (exclusive) that are no quotation marks and no ends of lines."""
    tokens = source.tokens
    while first < last:
        mark = MARK.search(tokens.classes, first, last)
        stop = mark.start() if mark else last
        letters += tokens.classes[first:stop]
        items.words += source.words[first:stop]
        items.capital += source.capital[first:stop]
        items.starts += tokens.starts[first:stop]
        items.stops += tokens.stops[first:stop]
        items.cases += tokens.cases[first:stop] or "-" * (stop - first)
        first = stop + 1


def _asides(tokens: Tokens, i: int, close: int) -> list[tuple[int, int]]:
    """The asides inside a quotation, in languages that mark them by dashes."""
    if not tokens.cases:
        return []
    return [match.span() for match in ASIDE.finditer(tokens.classes, i + 1, close)]


def _closing(tokens: Tokens, i: int, last: int) -> int | None:
    """The token that closes the quotation that token `i` opens; the end of the paragraph for one left open."""
    mark = tokens.classes[i]
    stop = min(last, i + LONGEST_INNER) if mark == "‘" else last
    at = _balanced(tokens.classes, i, stop) if mark == "“" else -1
    if at < 0:
        at = tokens.classes.find(CLOSING[mark], i + 1, stop)
    if at > i + 1:
        return at
    return last - 1 if mark == "“" and last - i > 4 else None


def _balanced(classes: str, i: int, stop: int) -> int:
    """Where a quotation that may hold others of its kind ends; -1 where they do not balance."""
    depth = 0
    for match in DOUBLE.finditer(classes, i, stop):
        depth += 1 if match[0] == "“" else -1
        if depth == 0:
            return match.start()
        if depth > 3:
            break
    return -1


def _quotation(items: Items, tokens: Tokens, number: int, i: int, close: int, last: int) -> None:
    items.add("", tokens.starts[i], tokens.stops[close])
    if tokens.classes[close] not in "”’":
        items.open = number
    inner = close - 1 if tokens.classes[close] in "”’" else close
    while inner > i and tokens.classes[inner] in "”’\n-":
        inner -= 1
    if tokens.classes[inner] == ".":
        items.ended[number] = tokens.words[inner]
