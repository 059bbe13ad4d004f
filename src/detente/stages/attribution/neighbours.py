"""Outlets in the sentences beside a report: who had the interview that it quotes, and who carried it."""

from __future__ import annotations

import re
from bisect import bisect_left

from msgspec import structs

from detente.records import Draft, Span

from .by_words import CARRIES, CITED, PLAIN, TOLD
from .case import Attribution, Stretch
from .echoes import LONGEST, echoed
from .ordering import Hops, ordered
from .reach import is_outlet, sentence_before, tokens_in
from .roles import Found, outlets_in

END = re.compile(r"[.\n\r]")
SHORT = 12  # tokens of a sentence that only tells who carried the one before
FEWEST = 2  # outlets of sentences before that tell where words come from
OPENING = 5  # tokens in which stands what takes a sentence up
CITING = ({PLAIN, CITED}, {CARRIES, CITED}, {PLAIN, CARRIES, CITED})
BACK = 2  # sentences before


def behind(here: Stretch, case: Attribution) -> int:
    """Return the token that opens the sentence behind."""
    return here.last + case.parse.tokens.classes.startswith(".", here.last)


def carriers_behind(here: Stretch, case: Attribution, cues: list[int]) -> tuple[Found, ...]:
    """Return the outlets of a short sentence behind that tells only who carried the words: Его слова приводит «Интерфакс»."""
    classes = case.parse.tokens.classes
    first = behind(here, case)
    longest = LONGEST if first in case.echoes or not case.language.is_spaced else SHORT
    end = END.search(classes, first, first + longest + 1)
    last = end.start() if end else min(len(classes), first + longest + 1)
    if last - first > longest or bisect_left(cues, last) > bisect_left(cues, first):
        return ()
    if not case.language.is_spaced:
        return _carrying(first, last, case)
    if not case.words("unverified").isdisjoint(case.parse.tokens.words[first:last]):
        return ()  # Reuters could not immediately verify the report
    found = outlets_in(first, last, (), (), (), case) if last - first <= SHORT else ()
    taken_up = not case.words("this_matter").isdisjoint(case.parse.tokens.words[first + 1 : first + 2])
    said = bool(case.parse.tokens.cases) and classes[first : first + 1] == "P" and taken_up
    if found and all(each.role in (CARRIES, PLAIN) or (said and each.role == TOLD) for each in found):
        return tuple(each if each.role == TOLD else each._replace(role=CARRIES) for each in found)
    if case.parse.tokens.cases and (said or first in case.echoes) and CITED in {each.role for each in found} in CITING:
        return _carried_by(found, case)
    return echoed(first, last, case) if first in case.echoes else ()


def _carried_by(found: tuple[Found, ...], case: Attribution) -> tuple[Found, ...]:
    """The outlets of a sentence in which one cites another, the farthest first: Об этом сообщает ТАСС со ссылкой на Delfi."""
    spans = [span for hop in reversed(ordered(found, case)) for span in hop]
    return tuple(each._replace(role=CARRIES) for span in spans for each in found if each.span == span)


def _carrying(first: int, last: int, case: Attribution) -> tuple[Found, ...]:
    """The outlets of a sentence without words of its own: 路透社看到了信，《商报》据路透社报道; those of one that takes words up by another's order."""
    if not case.words("denying").isdisjoint(case.parse.tokens.words[first:last]):
        return ()
    found = outlets_in(first, last, (), (), (), case)
    if found and (last - first <= SHORT or any(each.role == CARRIES for each in found)):
        return tuple(each if each.role == CITED else each._replace(role=CARRIES) for each in found)
    return echoed(first, last, case) if first in case.echoes else ()


def from_before(draft: Draft, here: Stretch, case: Attribution, found: tuple[Found, ...]) -> Draft:
    """Return a draft with the outlets found in the sentences before it, where these tell whence the words come."""
    points = is_pointing(here, case) or _is_heard(draft, here, found, case)
    if draft.outer is not None and not points:
        return draft
    own = {_name(span, case) for hop in draft.relays for span in hop}
    more = tuple(each for each in found if _name(each.span, case) not in own)
    if points:
        return structs.replace(draft, relays=_joined(draft, ordered(more, case), case))
    known = any(_name(each.span, case) in own for each in found)
    if own and not known:
        return draft
    first = (TOLD,) if case.language.is_spaced else (TOLD, CARRIES)
    whole = len(found) >= FEWEST and any(each.role in first for each in found)
    return structs.replace(draft, relays=ordered(found, case)) if whole and not own else draft


def _is_heard(draft: Draft, here: Stretch, found: tuple[Found, ...], case: Attribution) -> bool:
    """Whether who speaks is whom the sentence before says that an outlet asked or heard: 电视台播出了领袖的谈话。他提到…"""
    if draft.speaker is not None and case.parse.tokens.cases:
        own = {case.parse.tokens.classes[i] for i in tokens_in(case, draft.speaker)}
        return bool(draft.relays) and own in ({"R"}, {"d"}) and all(each.role == TOLD for each in found)
    if case.language.is_spaced or draft.speaker is None or any(each.role == CITED for each in found):
        return False
    tokens, before = case.parse.tokens, sentence_before(here.first, case)
    named = [i for i in tokens_in(case, draft.speaker) if tokens.classes[i] in "RKk"]
    words = set(tokens.words[before.start : before.stop])
    heard = not case.words("publishing").isdisjoint(words)
    return heard and any(tokens.classes[i] == "R" or tokens.words[i] in words for i in named)


def _joined(draft: Draft, hops: Hops, case: Attribution) -> Hops:
    kept = tuple(hop for hop in draft.relays if not any(is_item(_name(span, case), case) for span in hop))
    first = tuple(hop for hop in kept if case.language.is_spaced or all(is_outlet(span, case) for span in hop))
    return (*first, *hops, *kept[len(first) :])


def _name(span: Span, case: Attribution) -> str:
    tokens = case.parse.tokens
    first = bisect_left(tokens.starts, span.start)
    last = bisect_left(tokens.starts, span.stop, first)
    named = [i for i in range(first, last) if tokens.classes[i] == "O"] or range(first, last)
    return "".join(tokens.words[i] for i in named)


def outlets_before(stop: int, case: Attribution, told: list[int]) -> tuple[Found, ...]:
    """Return the outlets of the sentences before a token.

    `told` are the cues of those who are no outlets: their sentences tell something else.
    """
    found: tuple[Found, ...] = ()
    for _ in range(BACK):
        before = sentence_before(stop, case)
        first, stop = before.start, before.stop
        if first == stop or bisect_left(told, stop) > bisect_left(told, first):
            break
        if case.may_name(first, stop):
            found = (*outlets_in(first, stop, (), (), (), case), *found)
        if len(found) >= FEWEST:
            break
        stop = first
    return found


def is_item(word: str, case: Attribution) -> bool:
    """Whether a word is of what an outlet makes, as a subject that points back: 消息, 报道."""
    return not case.language.is_spaced and word in case.words("outlet_item")


def is_pointing(here: Stretch, case: Attribution) -> bool:
    """Whether a sentence speaks of an outlet or its report as known: the paper's story, 该专访, 报道说."""
    tokens, pointing = case.parse.tokens, case.words("pointing_outlet")
    if case.language.is_spaced:
        behind = (i for i in range(here.first + 1, here.last) if tokens.words[i - 1].lower() in pointing and not here.hides(i))
        return any(_is_known(i, case) for i in behind)
    items = tuple(case.words("outlet_item"))
    opening = tokens.words[here.first : min(here.last, here.first + 1)]
    led = any(word in items or word[:2] in items or word in case.words("paper") for word in opening)
    return led or _in_paper(here, case) or any(tokens.words[i].startswith(tuple(pointing)) and _is_known(i, case) for i in range(here.first, here.last))


def _in_paper(here: Stretch, case: Attribution) -> bool:
    """Whether a sentence tells, behind who speaks, in what it was said that the sentence before spoke of: 她在答复中写明."""
    tokens, known = case.parse.tokens, case.words(("paper", "taken_up", "words_of"))
    within = range(here.first + 1, min(here.first + OPENING, here.last - 1))
    return any(tokens.classes[i - 1] == "P" and tokens.words[i] in known and tokens.classes[i + 1] == "L" for i in within)


def _is_known(i: int, case: Attribution) -> bool:
    """Whether token `i` is the noun of an outlet or of its report, and no name stands behind it."""
    tokens = case.parse.tokens
    word = tokens.words[i].lower()
    if not case.language.is_spaced:
        return (word[1:] or tokens.words[i + 1]).endswith((*case.words("outlet_item"), *case.words("press_ending"), *case.words("outlet_thing")))
    nouns = case.words(("outlet_item", "words_of", "medium", "outlet_thing"))
    return word in nouns and tokens.classes[i + 1 : i + 2] not in ("O", "k", "K", "“")
