"""The date and the place that stand before a cue: 14日在日内瓦对记者说."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

import msgspec

from detente.records import Cue, Parse, Record, Span, Statement
from detente.text.dates import Dated
from detente.text.places import PlaceWords, place_before

ENDS = re.compile("[。!?…\n]")
LONGEST = 120
BEHIND_ENDS = re.compile("[.!?\n“]")
FARTHEST_BEHIND = 60


class Circumstances(Record, frozen=True):
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
    ends = [match.end() for match in ENDS.finditer(case.parse.folded)]
    found: list[Statement] = []
    for statement in statements:
        first = _opening(statement, found[-1] if found else None, ends)
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


def _opening(statement: Statement, before: Statement | None, ends: list[int]) -> int:
    """Where the words before a cue begin: behind the sentence before it, and behind what was said already."""
    cue = statement.cue.start
    said: tuple[Span | Cue, ...] = (*statement.content, before.cue, *before.content) if before else statement.content
    ended = bisect_right(ends, cue)
    return max(0, cue - LONGEST, *ends[ended - 1 : ended], *[span.stop for span in said if span.stop <= cue])


def _closing(statement: Statement, folded: str) -> int:
    """Where the words behind a cue end: with the sentence, or before what was said."""
    cue = statement.cue.stop
    end = BEHIND_ENDS.search(folded, cue, cue + FARTHEST_BEHIND)
    stops = [span.start for span in statement.content if span.start >= cue]
    return min(cue + FARTHEST_BEHIND, end.start() if end else len(folded), *stops)


def _date(first: int, last: int, starts: list[int], case: Circumstances) -> str | None:
    at = bisect_left(starts, last) - 1
    return case.dates[at].value if at >= 0 and starts[at] >= first else None


def _place(first: int, last: int, case: Circumstances) -> str | None:
    starts = case.parse.tokens.starts
    place = place_before(case.parse.tokens, bisect_left(starts, first), bisect_left(starts, last), case.places)
    return case.text[place.start : place.stop] if place else None
