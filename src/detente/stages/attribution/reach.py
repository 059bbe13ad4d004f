"""How far what a draft tells reaches: the tokens of a span, and of the sentence around it."""

from __future__ import annotations

from bisect import bisect_left

from detente.records import Draft, Span

from .case import Attribution, Stretch, is_within
from .outlets import places

FARTHEST = 120  # tokens of a sentence that are looked at
PEOPLE, WHO = frozenset("TKt"), "who"
NOTHING = range(0)


def first_token(case: Attribution, span: Span) -> int:
    """Return the number of a span's first token."""
    return bisect_left(case.parse.tokens.starts, span.start)


def tokens_in(case: Attribution, span: Span) -> range:
    """Return the numbers of a span's tokens."""
    starts = case.parse.tokens.starts
    first = bisect_left(starts, span.start)
    return range(first, bisect_left(starts, span.stop, first))


def sentence(draft: Draft, case: Attribution) -> Stretch:
    """Return the sentence of a draft; full stops inside its content do not end it."""
    key = draft.content, draft.speaker, draft.cue
    if (found := case.sentences.get(key)) is None:
        found = case.sentences[key] = _sentence(draft, case)
    return found


def _sentence(draft: Draft, case: Attribution) -> Stretch:
    hidden, said = [tokens_in(case, span) for span in draft.content], tokens_in(case, draft.cue)
    reported = range(min(said.start, hidden[0].start), max(said.stop, hidden[-1].stop))
    if draft.speaker and not is_outlet(draft.speaker, case):
        hidden.append(tokens_in(case, draft.speaker))
    ends, cue = case.ends, said.start
    at = behind = bisect_left(ends, cue)
    least, most = max(0, cue - FARTHEST), min(len(case.parse.tokens.classes), cue + FARTHEST)
    while at and is_within(ends[at - 1], hidden):
        at -= 1
    while behind < len(ends) and is_within(ends[behind], hidden):
        behind += 1
    first = max(least, ends[at - 1] + 1) if at else least
    return Stretch(first, min(most, ends[behind]) if behind < len(ends) else most, tuple(filter(None, hidden)), reported)


def sentence_before(stop: int, case: Attribution) -> range:
    """Return the tokens of the sentence that ends before a token."""
    ends = case.ends
    at = bisect_left(ends, stop)
    while at and ends[at - 1] == stop - 1:
        at, stop = at - 1, stop - 1
    return range(max(ends[at - 1] + 1 if at else 0, stop - FARTHEST), stop)


def is_outlet(span: Span, case: Attribution) -> bool:
    """Whether a span names outlets, and nobody beside them."""
    if (found := case.named.get(span)) is None:
        found = case.named[span] = _is_outlet(span, case)
    return found


def _is_outlet(span: Span, case: Attribution) -> bool:
    told = tokens_in(case, span)
    named = places(told.start, told.stop, case)
    if not named:
        return False
    rest = set(told).difference(*(range(*place) for place in named))
    return PEOPLE.isdisjoint([case.parse.tokens.classes[i] for i in rest]) and not any(case.parse.tokens.words[i] == WHO for i in rest)
