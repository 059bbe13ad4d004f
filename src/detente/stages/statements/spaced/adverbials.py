"""What stands between a subject and its verb: times, places, manners and set phrases: Oslo on Monday once more accused."""

from __future__ import annotations

import re

from .hits import Words
from .items import Items
from .phrases import is_set_phrase, phrase_before

TIMED = re.compile("(?:a+P?d[xV]?D+|a*PdD+|mD+|P?dxD|PDD+m?|PD+m?|P[em]?D+)(?<!xD)\\Z|PdxD\\Z")  # later in the day, earlier this week, on the same day
LONGEST_ADVERBIAL = 7


def _before_time(items: Items, at: int, floor: int) -> int:
    """Officials on Tuesday said, officials yesterday said: the subject stands before the time."""
    stop = before_times(items, at, floor)
    placed = stop < at and (items.letters[stop] == "P" or items.words[stop] in items.known["day_word"])
    return stop if placed else at


def before_adverbials(items: Items, at: int, floor: int, words: Words) -> int:
    """The ministry later in the day in a statement accused; Oslo for its part accused: where the subject ends before such phrases."""
    timed, stop = _before_time(items, at, floor), adverbials_from(items, at, floor, words)
    subject = phrase_before(items, stop, floor, words) if stop < timed else stop
    opens = subject < stop and (subject == floor or items.letters[subject - 1] in ";,BwlqQ")
    return stop if opens and not set(items.letters[subject:stop]) & {"P", "D"} else timed


def adverbials_from(items: Items, at: int, floor: int, words: Words) -> int:
    """Where phrases of time and manner begin that end at an item: later in the day, in a statement on Monday; the item where none do."""
    stop = _before_time(items, at, floor)
    while stop > floor + 1:
        limit = max(floor + 1, stop - LONGEST_ADVERBIAL)
        if timed := TIMED.search(items.letters, limit, stop):
            stop = timed.start()
        elif (begin := manner_from(items, stop, limit, words)) < stop or (begin := _set_phrase(items, stop, limit)) < stop:
            stop = begin
        elif stop < at and items.words[stop - 1] in words["when", "earlier"]:
            stop -= 1
        elif items.letters[stop - 1] == "D" and items.words[stop - 2] in words["when"]:
            stop -= 2  # two days later
        else:
            break
    return stop


def manner_from(items: Items, stop: int, limit: int, words: Words) -> int:
    """Where in a short statement, for its part begin that end at an item; the item where none does."""
    last = items.words[stop - 1]
    if last == "part" and stop - 3 >= limit and items.words[stop - 3] == "for":
        return stop - 3
    if last not in words["venue"]:
        return stop
    first = next((k for k in range(stop - 2, limit - 1, -1) if items.letters[k] not in "dxVSIhN"), limit)
    return first if items.words[first] in ("in", "at", "during") else stop


def _set_phrase(items: Items, stop: int, limit: int) -> int:
    """Where in turn, again and again begin that end at an item; the item where none does."""
    ends = (stop, stop + 1) if items.letters[stop : stop + 1] == "a" else (stop,)  # a last adverb counts with the verb: again and again
    return next((k for k in range(limit, stop) for end in ends if is_set_phrase(items, k, end)), stop)


def before_times(items: Items, at: int, floor: int) -> int:
    stop = at
    while at > floor and items.letters[at - 1] == "D":
        at -= 1
    return at - 1 if at < stop and at - 1 > floor and items.letters[at - 1] == "P" else at
