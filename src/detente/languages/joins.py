"""Words of Chinese that belong together: names of outlets behind a state, numbers with their units of time."""

from __future__ import annotations

import re

# Classes of the words that may make up the name of an outlet, and how many of them at most.
NAMING = frozenset("kxnjvEt")
LONGEST_OUTLET = 3
LOCAL_TIMES = frozenset(("当地时间", "北京时间", "美东时间"))


def name_before(letters: list[str], i: int) -> int:
    """Where the words begin that stand between a state and item `i`; `i` itself if no state is near or none stand there."""
    first = i
    while first and i - first < LONGEST_OUTLET and letters[first - 1] in NAMING:
        first -= 1
    return first if first and letters[first - 1] in "SM" else i


def places(wanted: str, letters: list[str]) -> list[int]:
    """Numbers of the words with a class letter."""
    return [match.start() for match in re.finditer(wanted, "".join(letters))]


def join_times(words: list[str], letters: list[str], units: frozenset[str]) -> None:
    """Numbers with their units of time are times."""
    for i in places("m", letters):
        if words[i][-1] in units:
            letters[i] = "D"
            if i and letters[i - 1] == "m":
                letters[i - 1] = "D"
        elif letters[i + 1 : i + 2] in (["x"], ["S"]) and words[i + 1][-1] in units:
            letters[i : i + 2] = ["D", "D"]


def join_local_times(words: list[str], letters: list[str]) -> None:
    """当地时间 before a time is a part of it."""
    for i in places("D", letters):
        if i > 1 and "".join(words[i - 2 : i]) in LOCAL_TIMES:
            letters[i - 2 : i] = ["D", "D"]
