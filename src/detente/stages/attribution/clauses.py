"""Clauses of a content that only tell which outlets passed it on: …, Le Monde wrote in an article quoted by APS."""

from __future__ import annotations

from bisect import bisect_left

from msgspec import structs

from detente.records import Draft, Span

from .by_words import ACCORDING
from .case import Attribution
from .outlets import places
from .roles import Found, outlets_in

LONGEST = 16  # tokens of such a clause
WITHIN = frozenset("dOkxaDmPewcVibBqrRnNSj-hvu()“”《》J^yE")  # classes of what stands in one, offices apart
SEVERAL = frozenset(",;")


def without_relay_clauses(draft: Draft, case: Attribution) -> Draft:
    """Return a draft without the clauses of outlets that begin or end its content."""
    pieces = [piece for n, span in enumerate(draft.content) if (piece := _without(span, n > 0, case))]
    content = tuple(pieces)
    return structs.replace(draft, content=content) if content and content != draft.content else draft


def _without(span: Span, is_second: bool, case: Attribution) -> Span | None:
    tokens = case.parse.tokens
    first = bisect_left(tokens.starts, span.start)
    last = bisect_left(tokens.starts, span.stop, first)
    if is_second and (tells_relays(first, last, case) or _names_source(first, case)):
        return None
    stop = _ends(first, last, case)
    start = _begins(first, stop, case)
    return span if (start, stop) == (first, last) else Span(tokens.starts[start], tokens.stops[stop - 1])


def _names_source(first: int, case: Attribution) -> bool:
    """Whether a clause begins by naming a source: …, according to France 24, citing the army."""
    return case.language.is_spaced and case.parse.tokens.words[first].lower() in case.words("sourcing")


def _ends(first: int, last: int, case: Attribution) -> int:
    """Where a content ends before the clauses of outlets that stand behind it."""
    stop = last
    if not case.may_name(first, last):
        return stop
    for at in reversed(_commas(max(first, last - 2 * LONGEST), last, case)):
        if at > first + 1 and tells_relays(at + 1, last, case):
            stop = at
    return stop


def _begins(first: int, last: int, case: Attribution) -> int:
    """Where a content begins behind the clause of an outlet."""
    if not case.language.is_spaced and case.parse.tokens.words[first] in case.words("opening_words") and first + 2 < last:
        return first + 1
    if not case.may_name(first, last):
        return first
    if case.parse.tokens.cases and (told := _told_first(first, last, case)):
        return told
    commas = _commas(first, min(last, first + LONGEST), case)
    return next((at + 1 for at in commas if at + 2 < last and tells_relays(first, at, case)), first)


def _told_first(first: int, last: int, case: Attribution) -> int:
    """Where a content begins before which an outlet stands that was told it: подтвердил Tengrinews, что …; 0 where none does."""
    classes = case.parse.tokens.classes
    comma = classes.find(",l", first, min(last, first + LONGEST))
    told = comma > first and comma + 2 < last and any(place == (first, comma) for place in places(first, comma, case))
    return comma + 2 if told else 0


def _commas(first: int, last: int, case: Attribution) -> list[int]:
    """The commas outside quotations."""
    classes, inside, found = case.parse.tokens.classes, False, []
    for i in range(first, last):
        inside = classes[i] == "“" or (inside and classes[i] != "”")
        if not inside and classes[i] in SEVERAL:
            found.append(i)
    return found


def tells_relays(first: int, last: int, case: Attribution) -> bool:
    """Whether a clause tells of outlets that report, carry, cite or were told, and of nothing else."""
    tokens = case.parse.tokens
    if not 1 < last - first <= LONGEST:
        return False
    named = {i for place in places(first, last, case) for i in range(*place)}
    if not named:
        return False
    letters = {tokens.classes[i] for i in range(first, last) if i not in named} - SEVERAL
    if not letters <= WITHIN:
        return False
    outlets = outlets_in(first, last, (), (), (), case)
    return bool(outlets) and _is_all(first, last, outlets, case)


def _is_all(first: int, last: int, outlets: tuple[Found, ...], case: Attribution) -> bool:
    """Whether all verbs of a clause are of outlets."""
    tokens = case.parse.tokens
    doing = (ACCORDING, *(word for name in ("carrying", "sourcing", "publishing", "learning") for word in case.words(name)))
    told = [i for i in range(first, last) if tokens.classes[i] in "cV" and tokens.words[i].lower() not in doing]
    return all(_is_beside(i, outlets) for i in told)


def _is_beside(i: int, outlets: tuple[Found, ...]) -> bool:
    return any(each.last <= i <= each.last + 2 or i + 3 >= each.first > i for each in outlets)
