"""Chains of relays over a whole sentence: told to one outlet, carried by another, which cites a third.

The grammar of reporting names the relays that stand in the frame of a report. Here the outlets that stand elsewhere in its
sentence take their places: who carries a report is nearest to the document, who is named as a source stands behind who
names it, and who was told or published first is farthest.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, partial

from msgspec import structs

from detente.records import Draft, Span

from .by_words import ACCORDING, CARRIES, CITED, PLAIN, TOLD
from .case import Attribution, Stretch
from .clauses import without_relay_clauses
from .echoes import echo_sentences
from .media import DATIVE, is_english
from .neighbours import SHORT, behind, carriers_behind, from_before, is_item, outlets_before
from .ordering import Hops, ordered
from .outlets import beginnings, places
from .reach import NOTHING, PEOPLE, first_token, is_outlet, sentence, tokens_in
from .roles import Found, outlets_in

OUTLETS = frozenset("O《")  # classes of words that may name one
UNLISTED = frozenset("kK“")
END = re.compile(r"[.\n\r]")
MARKS = frozenset("“”《》‘’(")
PERSONS = frozenset("TKtRY")
RELATIVE = re.compile("[”》]?,i")
MODIFIERS = frozenset("njaDm")  # of what an outlet made: 独家消息
SHORTEST_OWNER = 3  # tokens of an outlet with what it made
NEAR = 4  # tokens behind which, in which its verb stands: which in turn cited
SOURCE = frozenset("SMGYTKkhtjdxeoPm")
QUOTER = frozenset("SMGYTK")
TOLD_CASES = frozenset("dD")
CLAUSES = frozenset(",.;:cr\n\r")


def with_chains(drafts: tuple[Draft, ...], case: Attribution) -> tuple[Draft, ...]:
    """Return the drafts with the relays that stand elsewhere in their sentences."""
    if not _may_name_outlets(case):
        return drafts
    firsts = [first_token(case, draft.cue) for draft in drafts]
    cues = sorted(firsts)
    told = sorted([first for first, draft in zip(firsts, drafts, strict=True) if not (draft.speaker and is_outlet(draft.speaker, case))])
    chained = (_with_employer(_with_chain(_with_quoter(draft, case), case, cues), case) for draft in drafts)
    before = cache(partial(outlets_before, case=case, told=told))  # many drafts of one sentence ask
    return tuple(_from_before(draft, case, before) for draft in chained)


def with_outlets(case: Attribution) -> Attribution:
    """Return a case with where outlets may be named, and where sentences take up what was said."""
    if not _may_name_outlets(case):
        return case
    ends = tuple([match.start() for match in END.finditer(case.parse.tokens.classes)])
    case = structs.replace(case, outlets=beginnings(case), ends=ends)
    return structs.replace(case, echoes=echo_sentences(case))


def _may_name_outlets(case: Attribution) -> bool:
    """Whether a document names an outlet, or anything that may be one."""
    if not OUTLETS.isdisjoint(case.parse.tokens.classes):
        return True
    if case.language.is_spaced:
        return not UNLISTED.isdisjoint(case.parse.tokens.classes)
    return any(end in case.parse.folded for end in case.words("press_last"))


def heard_by(draft: Draft, case: Attribution) -> Hops:
    """Return the outlets that a report was told to, which alone are no relays of it: told The Associated Press that …"""
    here = sentence(draft, case)
    found = outlets_in(here.first, here.last, here.hidden, (), (), case)
    return ordered(found, case) if found and all(each.role == TOLD for each in found) else ()


def told_inside(draft: Draft, case: Attribution) -> Hops:
    """Return the outlets that somebody told what is told in another report: 俄媒称，外长向德国《世界报》透露, … that the minister told Kyodo that …"""
    first, last = first_token(case, draft.speaker or draft.cue), first_token(case, draft.content[0])
    found = outlets_in(first, last, (), (), (), case) if first < last else ()
    return ordered(tuple(each for each in found if each.role == TOLD), case)


def _from_before(draft: Draft, case: Attribution, before: Callable[[int], tuple[Found, ...]]) -> Draft:
    here = sentence(draft, case)
    if not (named := before(here.first)):
        return draft
    pronoun = structs.replace(draft, relays=()) if _is_pointing(draft, case) else draft
    found = from_before(pronoun, here, case, named)
    return draft if found is pronoun else found


def _with_quoter(draft: Draft, case: Attribution) -> Draft:
    """A draft with who passes its speaker's words on: 发言人卡琳·韦策尔转述总理的话说."""
    if case.language.is_spaced or draft.speaker is None:
        return draft
    tokens, at = case.parse.tokens, first_token(case, draft.speaker) - 1
    if at < 1 or tokens.words[at] not in case.words("quoting"):
        return draft
    first = at
    while first > 0 and tokens.classes[first - 1] not in CLAUSES:
        first -= 1
    first = next((i for i in range(first, at) if tokens.classes[i] in QUOTER), at)
    if PEOPLE.isdisjoint(tokens.classes[first:at]) or "O" in tokens.classes[first:at]:
        return draft
    stop = next((i for i in range(first + 1, at) if tokens.classes[i] in "DPa"), at)
    quoter = Span(tokens.starts[first], tokens.stops[stop - 1])
    if any(_overlap(quoter, relay) for hop in draft.relays for relay in hop):
        return draft
    return structs.replace(draft, relays=(*draft.relays, (quoter,)))


def _with_chain(draft: Draft, case: Attribution, cues: list[int]) -> Draft:
    draft = without_relay_clauses(draft, case)
    if not draft.relays and not _has_outlets(draft, case):
        return _without_words(draft, case)
    draft = _without_aside(_without_carriers(draft, case), case)
    draft = _with_employer(_without_words(_without_addressee(draft, case), case), case)
    here, relays = sentence(draft, case), _relays(draft, case)
    speaking = (draft.speaker,) if draft.speaker and is_outlet(draft.speaker, case) and draft.speaker not in relays else ()
    carriers = carriers_behind(here, case, cues)
    found = (*_behind(outlets_in(here.first, here.last, here.hidden, relays, speaking, case), draft, case), *carriers)
    if not any(each.role != PLAIN or each.span not in relays + speaking for each in found):
        return draft
    hops = tuple(sorted(ordered(found, case), key=lambda hop: all(_is_person(span, case) for span in hop)))
    if not carriers and all(each.role == TOLD for each in found):
        return draft
    return _speaking_farthest(structs.replace(draft, relays=hops), found, here, case)


def _has_outlets(draft: Draft, case: Attribution) -> bool:
    """Whether the name of an outlet may begin in what a draft tells, in its sentence, or in the short one behind."""
    here = sentence(draft, case)
    first, last = min(here.first, here.reported.start), max(here.last, here.reported.stop) + SHORT
    return case.may_name(first, last + 1) or behind(here, case) in case.echoes


def _with_employer(draft: Draft, case: Attribution) -> Draft:
    """A draft that is passed on, with the outlet whose source speaks: Источник «Коммерсанта» говорит, передает Reuters."""
    told = tokens_in(case, draft.speaker) if draft.speaker and draft.relays else NOTHING
    tokens = case.parse.tokens
    if not tokens.cases or not any(tokens.words[i] in case.words("source") for i in told):
        return draft
    at = next((i for i in told if tokens.classes[i] == "O"), None)
    if at is None:
        return draft
    marked = tokens.classes[at - 1] == "\u201c" and tokens.classes[at + 1 : at + 2] == "\u201d"
    employer = Span(tokens.starts[at - marked], tokens.stops[at + marked])
    return draft if any(_overlap(employer, relay) for hop in draft.relays for relay in hop) else structs.replace(draft, relays=(*draft.relays, (employer,)))


def _without_carriers(draft: Draft, case: Attribution) -> Draft:
    """A draft without what tells who carried it: “…”，某某说，联合新闻网转载了全文。"""
    kept = (draft.content[0], *(span for span in draft.content[1:] if not _is_carrying(span, case)))
    return structs.replace(draft, content=kept) if len(kept) < len(draft.content) else draft


def _without_aside(draft: Draft, case: Attribution) -> Draft:
    """A draft whose speaker is named without the report of an outlet that stands behind: The premier, AFP reported, called …"""
    if draft.speaker is None:
        return draft
    told, tokens = tokens_in(case, draft.speaker), case.parse.tokens
    comma = tokens.classes.find(",", told.start, told.stop)
    rest = set(tokens.classes[comma : told.stop]) if comma > told.start else set()
    if "O" not in rest or (rest.isdisjoint("cri") and tokens.words[comma + 1] != ACCORDING):
        return draft
    return structs.replace(draft, speaker=Span(draft.speaker.start, tokens.stops[comma - 1]))


def _without_words(draft: Draft, case: Attribution) -> Draft:
    """A draft whose speaker is named without his words: citing the minister's interview with Kursiv."""
    tokens, told = case.parse.tokens, tokens_in(case, draft.speaker) if draft.speaker else NOTHING
    if not case.language.is_spaced:
        return _without_item(draft, told, case)
    at = next((i for i in told[1:-1] if tokens.classes[i] == "e" and tokens.words[i + 1] in case.words("words_of")), None)
    if at is None or draft.speaker is None:
        return draft
    return structs.replace(draft, speaker=Span(draft.speaker.start, tokens.stops[at - 1]))


def _without_item(draft: Draft, told: range, case: Attribution) -> Draft:
    """A draft whose speaker is named without what it made: 引用《经济学人》的分析指."""
    tokens = case.parse.tokens
    of = tokens.classes.find("u", told.start, told.stop) if len(told) >= SHORTEST_OWNER else -1
    if draft.speaker is None or of < 0 or not set(tokens.classes[of + 1 : told.stop - 1]) <= MODIFIERS:
        return draft
    whose = places(told.start, of, case)
    made = tokens.words[told[-1]] in case.words("words_of") or is_item(tokens.words[told[-1]], case)
    if not made or not whose or whose[-1][1] != of:
        return draft
    return structs.replace(draft, speaker=Span(draft.speaker.start, tokens.stops[of - 1]))


def _without_addressee(draft: Draft, case: Attribution) -> Draft:
    """A draft whose speaker is named without the outlet that was told: рассказал чиновник газете «Заря»."""
    if draft.speaker is None or not case.parse.tokens.cases:
        return draft
    told, tokens = tokens_in(case, draft.speaker), case.parse.tokens
    at = next((i for i in range(told.start + 1, told.stop) if tokens.cases[i] in DATIVE and tokens.classes[i] in "hO"), None)
    if at is None or not places(at, told.stop, case) or PEOPLE.isdisjoint(tokens.classes[told.start : at]):
        return draft
    return structs.replace(draft, speaker=Span(draft.speaker.start, tokens.stops[at - 1]))


def _is_carrying(span: Span, case: Attribution) -> bool:
    told = tokens_in(case, span)
    tokens = case.parse.tokens
    opened = next((i for i in told if tokens.classes[i] not in MARKS), told.stop)
    if told and set(tokens.classes[told.start : told.stop]) == {"O"}:
        return True  # … – Reuters
    return tokens.classes[opened : opened + 1] == "O" and not case.words("carrying").isdisjoint(tokens.words[i] for i in told)


def _is_person(span: Span, case: Attribution) -> bool:
    """Whether somebody passes words on who is no outlet, or a paper does: these stand behind the outlets that they told."""
    told = tokens_in(case, span)
    if told and case.parse.tokens.words[told[-1]].endswith(tuple(case.words("paper"))):
        return True
    letters = {case.parse.tokens.classes[i] for i in told}
    return not PERSONS.isdisjoint(letters) and "O" not in letters and not is_outlet(span, case)


def _relays(draft: Draft, case: Attribution) -> tuple[Span, ...]:
    return tuple(span for hop in draft.relays for span in hop if not _is_pronoun(span, case))


def _is_pronoun(span: Span, case: Attribution) -> bool:
    return {case.parse.tokens.classes[i] for i in tokens_in(case, span)} == {"R"}


def _is_pointing(draft: Draft, case: Attribution) -> bool:
    """Whether all that a draft says of its relay is it: It quotes the envoy as saying …"""
    return len(draft.relays) == 1 and all(_is_pronoun(span, case) for span in draft.relays[0])


def _behind(found: tuple[Found, ...], draft: Draft, case: Attribution) -> tuple[Found, ...]:
    """The outlets, those that report behind a report that has relays of its own as its carriers: …, AFP reported."""
    if not found:
        return found
    end = max(tokens_in(case, span).stop for span in (*draft.content, draft.cue))
    behind = (PLAIN,) if case.language.is_spaced else (PLAIN, TOLD)
    before = any(each.first < end for each in found) or _are_several_behind(found, draft, end, case)
    later = found[1:] if is_english(case) else ()  # was quoted as saying by TOLOnews, Dawn reported
    return tuple(
        each._replace(role=CARRIES) if each.first >= end and ((before and each.role in behind) or (each in later and each.role == PLAIN)) else each
        for each in found
    )


def _are_several_behind(found: tuple[Found, ...], draft: Draft, end: int, case: Attribution) -> bool:
    """Whether several outlets of which the grammar has not found each stand behind what is told, in a language with cases."""
    if not case.parse.tokens.cases:
        return False
    own = {span for hop in draft.relays for span in hop}
    more = {each.span for each in found if each.role == PLAIN and each.first >= end}
    return len(more) > 1 and not more <= own


def _speaking_farthest(draft: Draft, found: tuple[Found, ...], here: Stretch, case: Attribution) -> Draft:
    """A draft of an outlet that cites another, or somebody: that one speaks."""
    if draft.speaker is None or not draft.relays or not is_outlet(draft.speaker, case):
        return draft
    cited = {each.span: each for each in found if each.role == CITED}
    farthest = draft.relays[-1][-1]
    if farthest not in cited:
        return draft
    if source := _source_of(cited[farthest], here, case):
        return structs.replace(draft, speaker=source)
    return draft if _overlap(farthest, draft.speaker) else structs.replace(draft, speaker=farthest)


def _source_of(outlet: Found, here: Stretch, case: Attribution) -> Span | None:
    """Whom an outlet cites in a relative clause: агентство Prensa Latina, которое цитирует министра; Bild, which cited a minister."""
    tokens = case.parse.tokens
    match = RELATIVE.match(tokens.classes, outlet.last, here.last)
    verbs = range(match.end(), min(match.end() + NEAR, here.last)) if match else NOTHING
    told = bool(tokens.cases and match) and tokens.cases[verbs.start - 1] in TOLD_CASES  # агентство, которому рассказал министр
    verb = next((i for i in verbs if tokens.words[i].lower() in case.words("sourcing") or (told and tokens.classes[i] == "c")), None)
    if verb is None:
        return None
    first = last = verb + 1 + (tokens.classes[verb + 1] == "b")
    while last < here.last and tokens.classes[last] in SOURCE:
        last += 1
    somebody = not PEOPLE.isdisjoint(tokens.classes[first:last]) or (last > first and tokens.words[last - 1] in case.words("source"))
    named = somebody and not here.hides(last)
    return Span(tokens.starts[first], tokens.stops[last - 1]) if named else None


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.stop and other.start < one.stop
