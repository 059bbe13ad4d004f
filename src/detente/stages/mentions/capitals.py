"""The inventory of a language that writes names with capitals: people with the office beside them, and their last names.

An office stands before a name (Russian Foreign Minister Sergei Lavrov; Russia's foreign minister, Sergei Lavrov,) or behind
it (Sergei Lavrov, the Russian foreign minister).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from detente.languages import Language
from detente.records import Name, Tokens

from .names import chain_party, offices_named

LEADING = re.compile("(?:^|[.\\n])d?([SM])")
RUN = re.compile("[kK]+(?:x[kK]+)*")
CHAIN = frozenset("SMGYTtIhxkeowV")
OFFICES = frozenset("Tth")
APPOSITION_ENDS = frozenset(",.;:()\n“”ivc-")
LONGEST_CHAIN = 12
LONGEST_NAME = 5

Office = tuple[int, int]


def find_capitals(folded: str, tokens: Tokens, language: Language, home: str | None) -> tuple[Name, ...]:
    """Return the people that a document introduces by an office or whom the gazetteer knows, each once.

    An office without a state is that of the side that opened the sentence, or one before it.
    """
    found: dict[str, Name] = {}
    leading = _leading_sides(tokens, language)
    near: tuple[int, str | None] = (-1, None)
    for first, last in _runs(tokens, language):
        text = folded[tokens.starts[first] : tokens.stops[last - 1]]
        near = max((near, *leading[: bisect_left(leading, (first,))][-1:]), key=_place)
        if text not in found:
            introduced = _introduced(folded, tokens, (first, last), language, near[1] or home)
            if introduced:
                _add(found, introduced)
        if text in found and found[text].party:
            near = (first, found[text].party)
    return tuple(dict.fromkeys(found.values()))


def _place(side: tuple[int, str | None]) -> int:
    return side[0]


def _leading_sides(tokens: Tokens, language: Language) -> list[tuple[int, str]]:
    """The states and seats that open a sentence, with their places."""
    entries = language.gazetteer.entries
    named = ((m.start(1), entries.get(tokens.words[m.start(1)])) for m in LEADING.finditer(tokens.classes))
    return [(at, entry.party) for at, entry in named if entry and entry.party]


def _introduced(
    folded: str, tokens: Tokens, run: tuple[int, int], language: Language, near: str | None
) -> Name | None:
    """The person of a name with an office beside it, or one that the gazetteer knows by more than one word."""
    first, last = run
    text = folded[tokens.starts[first] : tokens.stops[last - 1]]
    entry = language.gazetteer.entries.get(text)
    known = entry if entry and entry.kind == "person" else None
    office = _before(tokens, first, last) or _behind(tokens, last)
    if office is None and (known is None or " " not in text):
        return None
    party, private = chain_party(tokens, *office, language, near) if office else (None, False)
    if office and not language.lexicon.words["opposition"].isdisjoint(tokens.words[office[0] : office[1] + 1]):
        party, private = None, True
    if party is None and not private and known:
        party = known.party
    title = folded[tokens.starts[office[0]] : tokens.stops[office[1]]] if office else ""
    actor = known.actor_id if known else f"person:{text}"
    forms = _forms(text, surname_first=party in language.lexicon.words["surname_first"])
    return Name(actor, forms, title, party, offices_named(tokens, *office, language) if office else ())


def _add(found: dict[str, Name], name: Name) -> None:
    for form in name.forms:
        found.setdefault(form, name)


def _forms(text: str, *, surname_first: bool) -> tuple[str, ...]:
    """A name, and its surname alone."""
    surname = text.split(" ")[0 if surname_first else -1]
    return (text, surname) if surname != text and len(surname) > 1 else (text,)


def _runs(tokens: Tokens, language: Language) -> Iterator[tuple[int, int]]:
    """Yield the ranges of words with capitals, with particles (bin, van) between them."""
    particles = language.lexicon.words["name_particle"]
    for match in RUN.finditer(tokens.classes):
        first, stop = match.span()
        if cut := next((i for i in range(first, stop) if tokens.classes[i] == "x" and tokens.words[i] not in particles), 0):
            stop = cut
        if stop - first <= LONGEST_NAME:
            yield first, stop


def _before(tokens: Tokens, first: int, last: int) -> Office | None:
    """The tokens of an office before a name: its first and its last."""
    classes = tokens.classes
    at = first - 1
    if at > 1 and classes[at] == "," and classes[last : last + 1] == ",":
        at -= 1
    if at < 0 or classes[at] not in OFFICES:
        return None
    start = at
    while start > 0 and at - start < LONGEST_CHAIN and classes[start - 1] in CHAIN:
        start -= 1
    return start, at


def _behind(tokens: Tokens, last: int) -> Office | None:
    """The tokens of an office behind a name and a comma, with whose it is."""
    classes = tokens.classes
    if classes[last : last + 1] != "," or last + 1 >= len(classes):
        return None
    stop = last + 1
    while stop < len(classes) and stop - last <= LONGEST_CHAIN and classes[stop] not in APPOSITION_ENDS:
        stop += 1
    return (last + 1, stop - 1) if OFFICES & set(classes[last + 1 : min(stop, last + 8)]) else None
