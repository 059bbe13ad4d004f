"""Tokens with the document's names joined: each occurrence of a name is one token of class K."""

from __future__ import annotations

from detente.languages import Language
from detente.records import Tokens
from detente.records.parse import Name
from detente.text.match import Matcher


def join_names(folded: str, tokens: Tokens, names: tuple[Name, ...], language: Language) -> Tokens:
    """Return the tokens with every occurrence of a known name as one."""
    forms = [form for name in names for form in name.forms]
    if not forms:
        return tokens
    starts: list[int] = []
    stops: list[int] = []
    words: list[str] = []
    classes: list[str] = []

    def put(start: int, stop: int, letter: str) -> None:
        starts.append(start)
        stops.append(stop)
        words.append(folded[start:stop])
        classes.append(letter)

    i = 0
    count = len(tokens.starts)
    for start, stop in Matcher(forms).find(folded):
        while i < count and tokens.stops[i] <= start:
            put(tokens.starts[i], tokens.stops[i], tokens.classes[i])
            i += 1
        if i >= count or (stops and stops[-1] > start):
            continue
        if not _fits(tokens, i, start, stop):
            continue
        if tokens.starts[i] < start:
            put(tokens.starts[i], start, language.word_class(folded[tokens.starts[i] : start]))
        put(start, stop, "K")
        while i < count and tokens.stops[i] <= stop:
            i += 1
        if i < count and tokens.starts[i] < stop:
            put(stop, tokens.stops[i], language.word_class(folded[stop : tokens.stops[i]]))
            i += 1
    for k in range(i, count):
        put(tokens.starts[k], tokens.stops[k], tokens.classes[k])
    return Tokens(tuple(starts), tuple(stops), tuple(words), "".join(classes))


def _fits(tokens: Tokens, i: int, start: int, stop: int) -> bool:
    """A two-character name must not cut a word of the dictionary in two."""
    if stop - start > 2:
        return True
    if tokens.starts[i] < start:
        return False
    while tokens.stops[i] < stop:
        i += 1
    return tokens.stops[i] == stop
