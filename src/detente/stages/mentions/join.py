"""Tokens with the document's names joined: each occurrence of a name is one token of class K."""

from __future__ import annotations

from bisect import bisect_right

from detente.languages import Language
from detente.records import Name, Tokens
from detente.text.match import find_words

from .ending import cut


class Columns:
    """The columns of the new tokens while they grow."""

    def __init__(self, folded: str, source: Tokens) -> None:
        self._folded, self._source = folded, source
        self._starts: list[int] = []
        self.stops: list[int] = []
        self._words: list[str] = []
        self._classes: list[str] = []

    def put(self, start: int, stop: int, letter: str) -> None:
        """Add a token of its own."""
        self._starts.append(start)
        self.stops.append(stop)
        self._words.append(self._folded[start:stop])
        self._classes.append(letter)

    def copy(self, first: int, last: int) -> None:
        """Add tokens `first` to `last` (exclusive) of the source as they are."""
        self._starts += self._source.starts[first:last]
        self.stops += self._source.stops[first:last]
        self._words += self._source.words[first:last]
        self._classes.append(self._source.classes[first:last])

    def tokens(self) -> Tokens:
        """Return what was added."""
        return Tokens(tuple(self._starts), tuple(self.stops), tuple(self._words), "".join(self._classes))


def join_names(folded: str, tokens: Tokens, names: tuple[Name, ...], language: Language) -> Tokens:
    """Return the tokens with every occurrence of a known name as one."""
    forms = [form for name in names for form in name.forms]
    if not forms:
        return tokens
    joined = Columns(folded, tokens)
    i = 0
    count = len(tokens.starts)
    for start, stop in find_words(forms, folded):
        if joined.stops and joined.stops[-1] > start:
            continue
        first, i = i, max(i, bisect_right(tokens.stops, start))
        joined.copy(first, i)
        if i >= count:
            break
        if not (_aligned(tokens, i, start, stop) if language.is_spaced else _fits(tokens, i, start, stop, language)):
            continue
        if tokens.starts[i] < start:
            joined.put(tokens.starts[i], start, language.word_class(folded[tokens.starts[i] : start]))
        joined.put(start, stop, "K")
        while i < count and tokens.stops[i] <= stop:
            i += 1
        if i < count and tokens.starts[i] < stop:
            i = _put_rest(joined, tokens, i, stop, folded, language)
    joined.copy(i, count)
    return joined.tokens()


def _put_rest(joined: Columns, tokens: Tokens, i: int, start: int, folded: str, language: Language) -> int:
    """Add what is left of token `i` behind a name, with the next token where both are one word (如|同, 日), and return the next one."""
    after = i + 1 < len(tokens.stops) and language.word_class(folded[start : tokens.stops[i + 1]]) != "x"
    last = i + bool(after)
    joined.put(start, tokens.stops[last], language.word_class(folded[start : tokens.stops[last]]))
    return last + 1


def _aligned(tokens: Tokens, i: int, start: int, stop: int) -> bool:
    """Where words are written apart, a name begins and ends with one."""
    while i < len(tokens.starts) and tokens.stops[i] < stop:
        i += 1
    return tokens.starts[bisect_right(tokens.stops, start)] == start and i < len(tokens.starts) and tokens.stops[i] == stop


def _fits(tokens: Tokens, i: int, start: int, stop: int, language: Language) -> bool:
    """A two-character name must not cut a word of the dictionary in two, but before what is joined to names (斯通|则)."""
    if stop - start > 2:
        return True
    if tokens.starts[i] < start:
        return False
    while tokens.stops[i] < stop:
        i += 1
    return stop in (tokens.stops[i], cut(tokens, i, language.lexicon))
