"""How far a content reaches that begins behind a reporting verb."""

from __future__ import annotations

import re

from .contents import Content
from .hits import Words
from .items import Items
from .phrases import phrase_after

SECOND = re.compile(",[wB]a?V")  # ", and switched …" goes on with the subject outside
RELATIVE = re.compile(",i[^,;vV]{1,12}c")  # …, which the other side refused
LOOSE = frozenset({"noun", "of", "person", "to"})


def close(items: Items, content: Content, stop: int, words: Words, *, fronted: bool = False) -> int:
    """Return where a content ends at the latest before item `stop`; one in a clause in front of another at its comma."""
    letters = items.letters
    if content.first >= stop:
        return stop
    comma = letters.find(",", content.first + 1, stop) if fronted else -1
    stop = comma if comma >= 0 else stop
    last = stop
    if content.kind in LOOSE:
        last = _loose_end(items, content, stop, words)
    elif (venue := _spoken_at(items, content.first, stop)) < stop:
        last = venue
    elif cut := SECOND.search(letters, content.first + 1, stop):
        last = cut.start()
    last -= letters[content.first : last].endswith(",a")  # …, however
    while last > content.first and letters[last - 1] in ",;:-":
        last -= 1
    return last


def _spoken_at(items: Items, first: int, stop: int) -> int:
    """Where the words end before the occasion of a report: …, speaking after talks."""
    comma = items.letters.find(",", first, stop)
    while 0 <= comma < stop - 1 and items.words[comma + 1] not in ("speaking", "writing"):
        comma = items.letters.find(",", comma + 1, stop)
    return comma if 0 <= comma < stop - 1 else stop


def _loose_end(items: Items, content: Content, stop: int, words: Words) -> int:
    """A noun phrase ends before a clause of its own, a participle behind a comma, and the venue of the report."""
    letters = items.letters
    begin = content.first if content.kind != "of" else max(content.first, letters.find("o", content.first, stop))
    for at in range(begin + 1, stop):
        letter = letters[at]
        if letter in ";":
            return at
        if letter == "B" and items.words[at] not in ("as", "than"):
            return at
        if letter == "," and (_opens(items, at + 1, stop) or RELATIVE.match(letters, at, stop)):
            return at
        if letter == "w" and content.kind != "to" and letters[at + 1 : at + 2] == "V":
            return at
        if letter == "P" and items.words[at] in ("after", "before", "until") and _is_clause(items, at + 1, stop):
            return at
        if letter == "P" and items.words[at] in ("in", "during", "at") and _is_venue(items, at, stop, words):
            return at
    return stop


def _is_clause(items: Items, at: int, stop: int) -> bool:
    after = phrase_after(items, at, stop)
    return after > at and items.letters[after : after + 1] in tuple("vVc")


def _opens(items: Items, at: int, stop: int) -> bool:
    if at >= stop:
        return True
    word = items.words[at]
    if word == "without":
        return True
    if items.letters[at] in "B" or (word.endswith("ing") and len(word) > 5):
        return True
    return items.letters[at] == "w" and items.letters[at + 1 : at + 3] in ("Rv", "Rc", "RV")


def _is_venue(items: Items, at: int, stop: int, words: Words) -> bool:
    for k in range(at + 1, min(at + 5, stop)):
        if items.letters[k] in "vVcQ,":
            return False
        if items.words[k] in words["venue"]:
            return True
    return False
