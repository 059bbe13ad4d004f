"""How far a content reaches that begins behind a reporting verb."""

from __future__ import annotations

import re

from .contents import Content
from .hits import Words
from .items import Items
from .phrases import phrase_after

SECOND = re.compile(",[wB]a?V")  # ", and switched …" goes on with the subject outside
RELATIVE = re.compile(",i[^,;vV]{1,12}c")  # …, which the other side refused
LATER = re.compile("[amdx]{0,3}D+P")
TO_SOMEBODY = re.compile("b[dSMkKGYO]")
LONGEST_REVEALED = 7
LONGEST_VENUE = 8  # items: describing it in a statement on Monday as “…”
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
    last = min(last, _summed_up(items, content.first, stop, words))
    last -= letters[content.first : last].endswith(",a")  # …, however
    while last > content.first and letters[last - 1] in ",;:-":
        last -= 1
    return last


def _summed_up(items: Items, first: int, stop: int, words: Words) -> int:
    """Where the words end before the narrator's own: …, a rare step forward; …, hours after a raid; “…”, which …"""
    letters = items.letters
    comma = letters.find(",", first + 1, stop)
    while comma >= 0:
        at = comma + 1
        if items.words[at : at + 1] in (["a"], ["an"]) and _sums(items, at + 1, stop, words):
            return comma
        if _reveals(items, at, stop, words):
            return comma
        if letters[comma - 1] == "Q" and letters[at : at + 1] in ("i", "q"):
            return comma
        if items.words[at : at + 2] == ["even", "as"]:
            return comma
        if LATER.match(letters, at, stop) and items.words[_past_time(letters, at)] in ("after", "before"):
            return comma
        comma = letters.find(",", at, stop)
    return stop


def _reveals(items: Items, at: int, stop: int, words: Words) -> bool:
    """Whether an outlet says behind a comma that the story is its own: …, the BBC can reveal."""
    end = items.letters.find(",", at, min(stop, at + LONGEST_REVEALED))
    end = end if end >= 0 else stop
    near = at < end <= at + LONGEST_REVEALED and items.words[end - 1] in words["revealing"]
    return near and "v" in items.letters[at:end] and any(items.capital[at:end])


def _sums(items: Items, at: int, stop: int, words: Words) -> bool:
    """Whether a noun that sums up stands behind at most two words that describe it."""
    nouns = (k for k in range(at, min(at + 3, stop)) if set(items.letters[at:k]) <= set("xaVmkS"))
    return any(items.words[k] in words["aside_noun"] for k in nouns)


def _past_time(letters: str, at: int) -> int:
    while at < len(letters) - 1 and letters[at] in "amdDx":
        at += 1
    return at


def _spoken_at(items: Items, first: int, stop: int) -> int:
    """Where the words end before the occasion of a report: …, speaking after talks."""
    comma = items.letters.find(",", first, stop)
    while 0 <= comma < stop - 1 and items.words[comma + 1] not in ("speaking", "writing"):
        comma = items.letters.find(",", comma + 1, stop)
    return comma if 0 <= comma < stop - 1 else stop


def _loose_end(items: Items, content: Content, stop: int, words: Words) -> int:
    """A noun phrase ends before a clause of its own, a participle behind a comma, and the venue of the report."""
    letters = items.letters
    if content.kind == "noun" and items.words[content.first] in ("this", "it", "that") and TO_SOMEBODY.match(letters, content.first + 1):
        return content.first + 1  # confirmed this to Reuters
    begin = content.first if content.kind != "of" else max(content.first, letters.find("o", content.first, stop))
    for at in range(begin + 1, stop):
        letter = letters[at]
        if letter in ";":
            return at
        if letter == "B" and items.words[at] not in ("as", "than", "unless") and not _is_joined(items, at):
            return at
        if letter == "," and (_opens(items, at + 1, stop) or RELATIVE.match(letters, at, stop)):
            return at
        if letter == "w" and content.kind != "to" and letters[at + 1 : at + 2] in ("V", "v"):
            return at
        if letter == "P" and items.words[at] in ("after", "before") and _is_clause(items, at + 1, stop) and not _is_to_come(items, at + 1, stop, words):
            return at
        if letter == "P" and items.words[at] in ("in", "during", "at") and _is_venue(items, at, stop, words):
            if content.kind == "to" and "b" in letters[at : min(at + LONGEST_VENUE, stop)]:
                continue  # asked Riga in a letter to open the road
            return at
    return stop


def _is_joined(items: Items, at: int) -> bool:
    """since 2016, so far, do so: a conjunction that opens no clause."""
    if items.words[at] == "so" and items.words[at - 1] in ("do", "doing", "done", "did"):
        return True
    word, after = items.words[at], items.letters[at + 1 : at + 2]
    return (word == "since" and after in ("m", "D")) or (word == "so" and items.words[at + 1 : at + 2] == ["far"])


def _is_clause(items: Items, at: int, stop: int) -> bool:
    after = phrase_after(items, at, stop)
    return after > at and items.letters[after : after + 1] in tuple("vVc")


def _is_to_come(items: Items, at: int, stop: int, words: Words) -> bool:
    """Whether a clause tells what is to come, on which the words hang: no talks before the appeal is decided."""
    return items.words[phrase_after(items, at, stop)] in words["not_past"]


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
            return "as" not in items.words[at : min(at + LONGEST_VENUE, stop)]
    return False
