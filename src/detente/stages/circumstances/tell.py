"""The date and the place that stand before a cue: 14日在日内瓦对记者说."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

import msgspec

from detente.records import Parse, Statement
from detente.text.dates import Dated
from detente.text.places import PlaceWords, place_before

ENDS = "。!?…\n"
LONGEST = 120
BEHIND_ENDS = ".!?\n“"
FARTHEST_BEHIND = 60


class Circumstances(NamedTuple):
    """What the circumstances of a document's statements are found in: its text as published and folded, its dates.

    `behind` says that they may also stand behind the cue: said on Monday in Geneva.
    """

    text: str
    parse: Parse
    dates: tuple[Dated, ...]
    places: PlaceWords
    behind: bool


def tell_circumstances(statements: tuple[Statement, ...], case: Circumstances) -> tuple[Statement, ...]:
    """Return the statements with `said_on` and `place`; one that goes on with a subject said before keeps its own."""
    starts = [dated.start for dated in case.dates]
    found: list[Statement] = []
    for statement in statements:
        first = _opening(statement, found[-1] if found else None, case.parse.folded)
        said_on, place = _date(first, statement.cue.start, starts, case), _place(first, statement.cue.start, case)
        if case.behind:
            last = _closing(statement, case.parse.folded)
            said_on = said_on or _date(statement.cue.stop, last, starts, case)
            place = place or _place(statement.cue.stop, last, case)
        before = found[-1] if found and _goes_on(found[-1], statement) else None
        if before:
            said_on, place = said_on or before.said_on, place or before.place
        found.append(
            msgspec.structs.replace(statement, said_on=said_on, place=place) if said_on or place else statement
        )
    return tuple(found)


def _goes_on(before: Statement, statement: Statement) -> bool:
    """Whether a statement is by a subject that is not told anew."""
    return bool(before.speaker and statement.speaker) and before.speaker == statement.speaker


def _opening(statement: Statement, before: Statement | None, folded: str) -> int:
    """Where the words before a cue begin: behind the sentence before it, and behind what was said already."""
    cue = statement.cue.start
    floor = max(0, cue - LONGEST)
    stops = [span.stop for span in statement.content if span.stop <= cue]
    if before:
        stops += [before.cue.stop] if before.cue.stop <= cue else []
        stops += [span.stop for span in before.content if span.stop <= cue]
    return max(floor, *stops, *(folded.rfind(mark, floor, cue) + 1 for mark in ENDS))


def _closing(statement: Statement, folded: str) -> int:
    """Where the words behind a cue end: with the sentence, or before what was said."""
    cue = statement.cue.stop
    stops = [span.start for span in statement.content if span.start >= cue]
    ends = (at for mark in BEHIND_ENDS if (at := folded.find(mark, cue, cue + FARTHEST_BEHIND)) >= 0)
    return min(cue + FARTHEST_BEHIND, *stops, *ends, len(folded))


def _date(first: int, last: int, starts: list[int], case: Circumstances) -> str | None:
    at = bisect_left(starts, last) - 1
    return case.dates[at].value if at >= 0 and starts[at] >= first else None


def _place(first: int, last: int, case: Circumstances) -> str | None:
    starts = case.parse.tokens.starts
    place = place_before(case.parse.tokens, bisect_left(starts, first), bisect_left(starts, last), case.places)
    return case.text[place.start : place.stop] if place else None
