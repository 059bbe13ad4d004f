"""The side of an office or a body that names none: of the place or the people that the text speaks of near it."""

from __future__ import annotations

import re
from bisect import bisect_left

from detente.languages import side_led, side_of_body_at, side_of_pointed

from .before import place_over, side_leading, side_leading_before
from .case import Attribution
from .media import is_english

FARTHEST = 60  # words
SENTENCES = ".\n"
OUTLET, SIDE = re.compile("O"), re.compile("[SM]")


def near_party(at: int, case: Attribution) -> str | None:
    """Return the place that opens the sentence, the home of the document, or else the main party that is named last."""
    opened = place_over(case.parse, at, case.language) or _taken_up(at, case) or _leading(at, case) or _told_by(at, case)
    return opened or case.home or _opened(at, case) or _led(at, case) or _named_last(at, case)


def _leading(at: int, case: Attribution) -> str | None:
    """The side that leads the sentence, where words are written apart and have no cases."""
    apart = is_english(case)
    return side_leading(case.parse, at, case.language) if apart else None


def _opened(at: int, case: Attribution) -> str | None:
    """The main side that leads the sentence before: Seoul has asked Tokyo to stop. “…,” the Foreign Ministry official said."""
    apart = is_english(case)
    side = side_leading_before(case.parse, at, case.language) if apart else None
    return side if side in case.parties[:2] else None


def _taken_up(at: int, case: Attribution) -> str | None:
    """The side of the body that opens the sentence in Chinese, or whose name the text told with its state: 该局一名未具名的官员, 移民局新闻官."""
    if case.language.is_spaced:
        return None
    tokens = case.parse.tokens
    here = bisect_left(tokens.starts, at)
    first = max(tokens.classes.rfind(mark, 0, here) for mark in SENTENCES) + 1
    return side_of_pointed(tokens, first, case.language) or side_of_body_at(tokens, here, case.language, case.home)


def _led(at: int, case: Attribution) -> str | None:
    """The main side that leads the sentence before, in Chinese: 印度代表团在华盛顿结束谈判。商务部长…"""
    tokens = case.parse.tokens
    side = None if case.language.is_spaced else side_led(tokens, bisect_left(tokens.starts, at), case.language)
    return side if side in case.parties[:2] else None


def _told_by(at: int, case: Attribution) -> str | None:
    """The main side of the outlet by which the sentence tells it: 据阿尔及利亚通讯社报道,总统府官员…"""
    tokens, entries = case.parse.tokens, case.language.gazetteer.entries
    last = bisect_left(tokens.starts, at)
    farthest = max(last - FARTHEST, 0)
    first = max(farthest, *[tokens.classes.rfind(end, farthest, last) + 1 for end in SENTENCES])
    named = (entries.get(tokens.words[match.start()]) for match in reversed([*OUTLET.finditer(tokens.classes, first, last)]))
    return next((entry.party for entry in named if entry and entry.party in case.parties[:2]), None)


def _named_last(at: int, case: Attribution) -> str | None:
    tokens, entries = case.parse.tokens, case.language.gazetteer.entries
    last = bisect_left(tokens.starts, at)
    last_place: str | None = None
    for match in reversed([*SIDE.finditer(tokens.classes, max(last - FARTHEST, 0) + 1, last)]):
        entry = entries.get(tokens.words[match.start()])
        if entry and entry.party in case.parties[:2]:
            if not _is_place(match.start(), case):
                return entry.party
            last_place = last_place or entry.party
    return last_place


def _is_place(i: int, case: Attribution) -> bool:
    """Whether a state or a capital is where somebody went, in a language with cases: делегация посетила Кабул."""
    tokens = case.parse.tokens
    return bool(tokens.cases) and (tokens.words[i - 1] in case.words("arriving") or tokens.words[i - 1] in case.words("inside"))
