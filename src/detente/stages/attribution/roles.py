"""Which outlets a stretch of text names, and what each does there: it carries a report, is cited, was told, or just reports."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from detente.records import Span

from .by_words import PLAIN, REACH, role_of
from .case import Attribution
from .media import is_english, is_medium
from .outlets import places

OTHERS = frozenset("xhTtnK")  # what makes an outlet a part of another name: a Reuters reporter
BESIDE = frozenset("wdSe")
BOUND = frozenset("PbVcrvo")  # what is before the name in a phrase of more than an outlet


class Found(NamedTuple):
    """An outlet at tokens `first` to `last` (exclusive), and what it does."""

    first: int
    last: int
    span: Span
    role: str


def outlets_in(
    first: int,
    last: int,
    hidden: tuple[range, ...],
    relays: tuple[Span, ...],
    speaking: tuple[Span, ...],
    case: Attribution,
) -> tuple[Found, ...]:
    """Return the outlets of a stretch outside what is hidden: known relays, those that speak, and others by what they do."""
    own, named = relays + speaking, places(first, last, case)
    if not named and not own:
        return ()
    named = [place for place in named if not any(_overlap(place, told) for told in hidden)]
    if not named and not own:
        return ()
    found = [(place, role_of(*place, first, case), span) for place in named for span in [_span(*place, case)]]
    found = _doing_alike(found, case)
    known = [place for place, _, span in found if any(_within(span, each) for each in own)]
    active = any(role for _, role, _ in found)
    told: list[Found] = []
    for place, role, span in found:
        if role is None and (
            place in known
            or (_is_strong(*place, case) and (_reports(place[1], case) or (active and _stands_alone(*place, told, case))))
        ):
            role = PLAIN
        if role:
            told.append(Found(*place, span, role))
    told = [each._replace(span=_as_known(each, told, relays, case)) for each in told]
    return tuple(sorted([*told, *_others(own, told, case)], key=lambda each: each.first))


def _doing_alike(found: list[tuple[tuple[int, int], str | None, Span]], case: Attribution) -> list[tuple[tuple[int, int], str | None, Span]]:
    """Outlets, with those that are joined to one behind doing the same: Reuters and N1 quoted the paper."""
    told, role = [], None
    for n in range(len(found) - 1, -1, -1):
        place, own, span = found[n]
        behind = case.parse.tokens.classes[place[1] : found[n + 1][0][0]] if n + 1 < len(found) else ""
        role = own or (role if behind[:1] == "w" and set(behind) <= BESIDE and is_english(case) else None)
        told.append((place, role, span))
    return told[::-1]


def _overlap(place: tuple[int, int], told: range) -> bool:
    return place[0] < told.stop and told.start < place[1]


def _others(own: tuple[Span, ...], told: list[Found], case: Attribution) -> list[Found]:
    """Relays that are known and are no outlets by their words."""
    starts = case.parse.tokens.starts
    rest = [span for span in own if not any(_is_one(span, each, case) for each in told)]
    return [Found(at, at + 1, span, PLAIN) for span in rest for at in [_at(starts, span.start)]]


def _is_one(span: Span, found: Found, case: Attribution) -> bool:
    """Whether a relay is what an outlet is, or the noun before its name: цитируя канал «Спутник»."""
    noun = _at(case.parse.tokens.starts, span.stop) == found.first and is_medium(found.first - 1, case)
    return noun or (span.start < found.span.stop and found.span.start < span.stop)


def _at(starts: tuple[int, ...], offset: int) -> int:
    return bisect_left(starts, offset)


def _within(span: Span, other: Span) -> bool:
    return other.start <= span.start and span.stop <= other.stop


def _as_known(found: Found, told: list[Found], own: tuple[Span, ...], case: Attribution) -> Span:
    """An outlet as the grammar of reporting has it, with the nouns around its name: Nigeria's Punch newspaper; not a report by Axios."""
    known = next((each for each in own if _within(found.span, each)), found.span)
    starts = case.parse.tokens.starts
    first, last = _at(starts, known.start), _at(starts, known.stop)
    alone = sum(_within(each.span, known) for each in told) == 1 and all(
        is_medium(i, case) for i in range(found.last, last)
    )
    return known if alone and BOUND.isdisjoint(case.parse.tokens.classes[first : found.first]) else found.span


def _span(first: int, last: int, case: Attribution) -> Span:
    tokens = case.parse.tokens
    return Span(tokens.starts[first], tokens.stops[last - 1])


def _is_strong(first: int, last: int, case: Attribution) -> bool:
    return "O" in case.parse.tokens.classes[first:last] or case.parse.tokens.classes[first] == "《"


def _reports(last: int, case: Attribution) -> bool:
    """Whether a verb of reporting stands behind an outlet: 路透社12日报道, 德新社加以报导."""
    tokens = case.parse.tokens
    if tokens.cases:
        return False
    at = _joined(last, case)
    while at < len(tokens.classes) and (
        tokens.classes[at] in "Dma" or (tokens.classes[at] == "v" and not _passes_on(at, case))
    ):
        at += 1
    return tokens.classes[at : at + 1] in ("c", "r") or (at < len(tokens.classes) and _passes_on(at, case))


def _joined(last: int, case: Attribution) -> int:
    """Behind the outlet that a conjunction joins to one: 《每日镜报》与《岛报》."""
    if case.language.is_spaced or case.parse.tokens.classes[last : last + 1] != "w":
        return last
    beside = places(last + 1, min(last + REACH, len(case.parse.tokens.classes)), case)
    return beside[0][1] if beside and beside[0][0] == last + 1 else last


def _passes_on(i: int, case: Attribution) -> bool:
    return not case.language.is_spaced and case.parse.tokens.words[i] in case.words("passing_on")


def _stands_alone(first: int, last: int, told: list[Found], case: Attribution) -> bool:
    """Whether a name is of an outlet alone, and the first of its sentence, or joined to the one before."""
    classes = case.parse.tokens.classes
    joined = bool(told) and "w" in classes[told[-1].last : first]
    return classes[last : last + 1] not in OTHERS and (not told or joined)
