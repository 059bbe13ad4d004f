"""The words of a side as they are shown: cut at a clause, never paraphrased, quotation marks balanced."""

from __future__ import annotations

from functools import cache

from detente.records import Span

from .marks import marks
from .width import printable, take, width

OMISSION = "…"
# A clause shorter than this share of the room says too little: then the words are cut inside the next one.
LEAST_SHARE = 0.6


def shown_words(text: str, spans: tuple[Span, ...]) -> str:
    """Return the spans of a text as one line; what lies between two of them is shown as ….

    >>> shown_words("We agree, he said, on trade.", (Span(0, 9), Span(19, 28)))
    'We agree…on trade'
    """
    parts = [printable(text[span.start : span.stop]) for span in sorted(spans, key=_start)]
    said = [part for part in parts if part]
    if not said:
        return ""
    joined = OMISSION.join([*(_loose(part) for part in said[:-1]), said[-1]])
    return balance(_loose(joined))


def cut(words: str, cells: int) -> str:
    """Return the words, or their beginning up to a clause that fits, and ….

    >>> cut("We will answer, and we will not wait for anyone", 20)
    'We will answer…'
    """
    if width(words) <= cells:
        return words
    for room in range(cells - 1, 0, -1):
        shown = balance(_beginning(words, room) + OMISSION)
        if width(shown) <= cells:
            return shown
    return OMISSION if cells > 0 else ""


def balance(words: str) -> str:
    """Return the words with every quotation mark and bracket in a pair.

    >>> balance("a “new…")
    'a “new…”'
    """
    opened, missing = _unpaired(words)
    inner = words
    if opened and inner.endswith(opened[-1]):
        inner, opened = inner[:-1].rstrip(), opened[:-1]
    closers = _closers()
    balanced = "".join(reversed(missing)) + inner + "".join(closers[mark] for mark in reversed(opened))
    return _balance_straight(balanced)


def _start(span: Span) -> int:
    return span.start


def _loose(words: str) -> str:
    """Drop marks at the end that only led on to the next words."""
    return words.rstrip().rstrip(marks().loose_end).rstrip()


def _beginning(words: str, cells: int) -> str:
    head = take(words, cells)
    for place in range(len(head), 0, -1):
        if width(head[:place]) < cells * LEAST_SHARE:
            break
        if _ends_clause(words, place):
            return _loose(head[:place])
    return _loose(_whole(head, words))


def _ends_clause(words: str, place: int) -> bool:
    mark, following = words[place - 1], words[place : place + 1]
    if mark in marks().wide_clause:
        return True
    return mark in marks().narrow_clause and (not following.strip() or width(following) == 2)


def _whole(head: str, words: str) -> str:
    """Go back rather than cut a word or a number in two, unless that leaves next to nothing."""
    following = words[len(head) : len(head) + 1]
    if not head or not following.isalnum() or width(following) == 2 or width(head[-1]) == 2:
        return head
    place = max((place for place, character in enumerate(head, 1) if _parts_words(character)), default=0)
    return head[:place].rstrip() if place > len(head) // 2 else head


def _parts_words(character: str) -> bool:
    return character == " " or width(character) == 2


@cache
def _closers() -> dict[str, str]:
    return {pair[0]: pair[1] for pair in marks().pairs}


@cache
def _openers() -> dict[str, str]:
    return {pair[1]: pair[0] for pair in marks().pairs}


def _unpaired(words: str) -> tuple[list[str], list[str]]:
    """Return the marks left open, and the opening marks that closing ones lack."""
    opened: list[str] = []
    missing: list[str] = []
    for character in words:
        if character in _closers():
            opened.append(character)
        elif character in _openers():
            if opened and opened[-1] == _openers()[character]:
                opened.pop()
            else:
                missing.append(_openers()[character])
    return opened, missing


def _balance_straight(words: str) -> str:
    if words.count('"') % 2 == 0:
        return words
    return words[:-1].rstrip() if words.endswith('"') else words + '"'
