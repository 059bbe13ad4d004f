"""Noun phrases: how far one reaches to the left of a place, and to the right."""

from __future__ import annotations

import re

from detente.text.classes import WordClasses

from .items import Items

NOMINAL = frozenset("SMKkjGYTtOhIxmJNV")
HEADED = frozenset("SMKkjGYTtOhIxmJN")
OPENS = frozenset(",;:-()BwlqiQca")
LONGEST = 24
SET_SIZES = (2, 3, 4)  # words of most set phrases

Words = WordClasses
LIST_OF_STATES, LAST_OF_LIST, LIST_OPENS = re.compile("(?:[SMG],)+\\Z"), re.compile("[SMG]?,?w[SMG]"), frozenset(",;:-()BwlqQc")


def phrase_before(items: Items, stop: int, floor: int, words: Words) -> int:
    """Return where the noun phrase begins that ends before item `stop`; `stop` where none does."""
    letters = items.letters
    floor = max(floor, stop - LONGEST)
    if stop <= floor:
        return stop
    if letters[stop - 1] == "u" and items.words[stop - 1] in items.known["himself"] and stop - 1 > floor:
        first = phrase_before(items, stop - 1, floor, words)
        return first if first < stop - 1 else stop
    if letters[stop - 1] == "R" or (letters[stop - 1] in "id" and items.words[stop - 1] in items.known["standing_alone"]):
        return stop - 1
    first = _core(items, stop, floor)
    if first == stop:
        return stop
    if first > floor + 1 and _binds(items, first - 1, words) and letters[first - 2] != "V":
        farther = phrase_before(items, first - 1, floor, words)
        if farther < first - 1 and letters[first - 2] != "R":
            return farther
    if first > floor + 1 and letters[first - 1] == "w":
        farther = phrase_before(items, first - 1, floor, words)
        if farther < first - 1 and (farther == floor or letters[farther - 1] in OPENS):
            return farther
    return first


def is_set_phrase(items: Items, first: int, stop: int) -> bool:
    """Return whether the items `first` to `stop` (exclusive) are a set phrase that stands between a subject and its verb: once more."""
    return " ".join(items.words[first:stop]) in items.known["adverbial"]




def _core(items: Items, stop: int, floor: int) -> int:
    """Nouns, names and what describes them, up to their determiner."""
    letters = items.letters
    first = stop
    while first > floor and (letters[first - 1] in NOMINAL or letters[first - 1] in "eD" or _adjective(items, first - 1)):
        if letters[first - 1] == "V" and first == stop and letters[first - 2 : first - 1] not in ("d", "x", "h"):
            break
        if letters[first - 1] == "D" and not (first < stop and letters[first] == "e"):
            break
        first -= 1
    while first < stop and letters[first] in "eaV" and not (first > floor and letters[first - 1] == "d"):
        first += 1
    while first > floor and first < stop and letters[first - 1] == "d":
        first -= 1
    return first


def _adjective(items: Items, at: int) -> bool:
    """A word such as most or senior between a determiner and a noun; an adverb counts beside a determiner."""
    return items.letters[at] == "a" and at > 0 and items.letters[at - 1] == "d"


def _binds(items: Items, at: int, words: Words) -> bool:
    """Whether a preposition may bind the phrase behind it to one before it."""
    return items.letters[at] == "o" or (items.letters[at] in "Pb" and items.words[at] in words["binding"])


def phrase_after(items: Items, first: int, last: int) -> int:
    """Return where the noun phrase ends that begins at item `first`, with what of and its like bind to it."""
    letters = items.letters
    if first < last and letters[first] in "Ru":
        return first + 1
    at = first
    while at < last:
        letter = letters[at]
        inside = letter in HEADED or letter in "de" or (letter == "V" and at > first and letters[at - 1] == "d")
        inside = inside or (letter == "D" and at > first and letters[at - 1] == "d" and letters[at + 1 : at + 2] in ("x", "I"))  # the April meeting
        joined = letter in "ow" and first < at and letters[at + 1 : at + 2] in tuple("dSMKkjGYTtOhIxmJN")
        if not inside and not joined:
            break
        if letter == "d" and at > first and letters[at - 1] not in "ow":
            break
        at += 1
    return at


def list_before(items: Items, first: int, stop: int, floor: int) -> int:
    """Return where a list of states begins whose last two are a phrase: Britain, Germany and France."""
    names = LIST_OF_STATES.search(items.letters, max(floor, first - LONGEST), first) if LAST_OF_LIST.fullmatch(items.letters, first, stop) else None
    at = names.start() if names else first
    return at if at == floor or items.letters[at - 1] in LIST_OPENS else first
