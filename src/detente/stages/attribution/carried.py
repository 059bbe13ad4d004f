"""Chains of relays over a whole sentence: told to one outlet, carried by another, which cites a third.

The grammar of reporting names the relays that stand in the frame of a report. Here the outlets that stand elsewhere in its
sentence take their places: who carries a report is nearest to the document, who is named as a source stands behind who
names it, and who was told or published first is farthest.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import chain

from msgspec import structs

from detente.records import Draft, Span

from .case import Attribution
from .clauses import without_relay_clauses
from .neighbours import SHORT, carriers_behind, from_before
from .ordering import Stretch, ordered
from .outlets import beginnings, places
from .roles import ACCORDING, CARRIES, CITED, DATIVE, PLAIN, TOLD, Found, outlets_in

FARTHEST = 120  # tokens of a sentence that are looked at
OUTLETS = frozenset("O《")  # classes of words that may name one
END = re.compile(r"[.\n\r]")
MARKS = frozenset("“”《》‘’(")
PEOPLE = frozenset("TKt")
RELATIVE = re.compile("[”》]?,i")
NEAR = 4  # tokens behind which, in which its verb stands: which in turn cited
SOURCE = frozenset("SMGYTKkhtjdxeoPm")
QUOTER = frozenset("SMGYTK")
CLAUSES = frozenset(",.;:cr\n\r")

def with_chains(drafts: tuple[Draft, ...], case: Attribution) -> tuple[Draft, ...]:
    """Return the drafts with the relays that stand elsewhere in their sentences."""
    named = OUTLETS | {"k"} if case.parse.tokens.cases else OUTLETS
    if named.isdisjoint(case.parse.tokens.classes):
        return drafts
    case = structs.replace(case, outlets=beginnings(case))
    cues = sorted(_first(case, draft.cue) for draft in drafts)
    told = sorted(_first(case, draft.cue) for draft in drafts if not (draft.speaker and _is_outlet(draft.speaker, case)))
    return tuple(_from_before(_with_chain(_with_quoter(draft, case), case, cues), case, told) for draft in drafts)


def _from_before(draft: Draft, case: Attribution, told: list[int]) -> Draft:
    pronoun = structs.replace(draft, relays=()) if _is_pointing(draft, case) else draft
    found = from_before(pronoun, _sentence(draft, case), case, told)
    return draft if found is pronoun else found


def _with_quoter(draft: Draft, case: Attribution) -> Draft:
    """A draft with who passes its speaker's words on: 发言人卡琳·韦策尔转述总理的话说."""
    if case.language.joint or draft.speaker is None:
        return draft
    tokens, at = case.parse.tokens, _first(case, draft.speaker) - 1
    if at < 1 or tokens.words[at] not in case.words("quoting"):
        return draft
    first = at
    while first > 0 and tokens.classes[first - 1] not in CLAUSES:
        first -= 1
    first = next((i for i in range(first, at) if tokens.classes[i] in QUOTER), at)
    if PEOPLE.isdisjoint(tokens.classes[first:at]) or "O" in tokens.classes[first:at]:
        return draft
    quoter = Span(tokens.starts[first], tokens.stops[at - 1])
    return structs.replace(draft, relays=(*draft.relays, (quoter,)))


def _first(case: Attribution, span: Span) -> int:
    return bisect_left(case.parse.tokens.starts, span.start)


def _range(case: Attribution, span: Span) -> range:
    first = _first(case, span)
    return range(first, bisect_left(case.parse.tokens.starts, span.stop, first))


def _with_chain(draft: Draft, case: Attribution, cues: list[int]) -> Draft:
    draft = without_relay_clauses(draft, case)
    if not draft.relays and not _has_outlets(draft, case):
        return _without_words(draft, case)
    draft = _without_aside(_without_carriers(draft, case), case)
    draft = _with_employer(_without_words(_without_addressee(draft, case), case), case)
    here, relays = _sentence(draft, case), _relays(draft, case)
    speaking = (draft.speaker,) if draft.speaker and _is_outlet(draft.speaker, case) and draft.speaker not in relays else ()
    found = outlets_in(here.first, here.last, here.hidden, relays, speaking, case)
    found = _behind(found, draft, case)
    found = (*carriers_behind(here, case, cues), *found)
    if not any(each.role != PLAIN or each.span not in relays + speaking for each in found):
        return draft
    hops = ordered(found, case)
    if all(each.role == TOLD for each in found):
        return draft
    return _speaking_farthest(structs.replace(draft, relays=hops), found, here, case)


def _has_outlets(draft: Draft, case: Attribution) -> bool:
    """Whether the name of an outlet may begin in what a draft tells, in its sentence, or in the short one behind."""
    here, told = _sentence(draft, case), [at for span in (*draft.content, draft.cue) for at in (_first(case, span), _range(case, span).stop)]
    first, last = min(here.first, *told), max(here.last, *told) + SHORT
    return bisect_left(case.outlets, first) < bisect_left(case.outlets, last + 1)


def _with_employer(draft: Draft, case: Attribution) -> Draft:
    """A draft that is passed on, with the outlet whose source speaks: Источник «Коммерсанта» говорит, передает Reuters."""
    told = _range(case, draft.speaker) if draft.speaker and draft.relays else range(0)
    tokens = case.parse.tokens
    if not tokens.cases or not any(tokens.words[i] in case.words("source") for i in told):
        return draft
    at = next((i for i in told if tokens.classes[i] == "O"), None)
    if at is None:
        return draft
    marked = tokens.classes[at - 1] == "\u201c" and tokens.classes[at + 1 : at + 2] == "\u201d"
    employer = Span(tokens.starts[at - marked], tokens.stops[at + marked])
    return draft if employer in draft.relays[-1] else structs.replace(draft, relays=(*draft.relays, (employer,)))


def _without_carriers(draft: Draft, case: Attribution) -> Draft:
    """A draft without what tells who carried it: “…”，某某说，联合新闻网转载了全文。"""
    kept = (draft.content[0], *(span for span in draft.content[1:] if not _is_carrying(span, case)))
    return structs.replace(draft, content=kept) if len(kept) < len(draft.content) else draft


def _without_aside(draft: Draft, case: Attribution) -> Draft:
    """A draft whose speaker is named without the report of an outlet that stands behind: The premier, AFP reported, called …"""
    if draft.speaker is None:
        return draft
    told, tokens = _range(case, draft.speaker), case.parse.tokens
    comma = tokens.classes.find(",", told.start, told.stop)
    rest = set(tokens.classes[comma : told.stop]) if comma > told.start else set()
    if "O" not in rest or (rest.isdisjoint("cri") and tokens.words[comma + 1] != ACCORDING):
        return draft
    return structs.replace(draft, speaker=Span(draft.speaker.start, tokens.stops[comma - 1]))


def _without_words(draft: Draft, case: Attribution) -> Draft:
    """A draft whose speaker is named without his words: citing the minister's interview with Kursiv."""
    tokens, told = case.parse.tokens, _range(case, draft.speaker) if draft.speaker else range(0)
    at = next((i for i in told[1:-1] if tokens.classes[i] == "e" and tokens.words[i + 1] in case.words("words_of")), None)
    if at is None or draft.speaker is None or not case.language.joint:
        return draft
    return structs.replace(draft, speaker=Span(draft.speaker.start, tokens.stops[at - 1]))


def _without_addressee(draft: Draft, case: Attribution) -> Draft:
    """A draft whose speaker is named without the outlet that was told: рассказал чиновник газете «Заря»."""
    if draft.speaker is None or not case.parse.tokens.cases:
        return draft
    told, tokens = _range(case, draft.speaker), case.parse.tokens
    at = next((i for i in range(told.start + 1, told.stop) if tokens.cases[i] in DATIVE and tokens.classes[i] in "hO"), None)
    if at is None or not places(at, told.stop, case) or PEOPLE.isdisjoint(tokens.classes[told.start : at]):
        return draft
    return structs.replace(draft, speaker=Span(draft.speaker.start, tokens.stops[at - 1]))


def _is_carrying(span: Span, case: Attribution) -> bool:
    told = _range(case, span)
    tokens = case.parse.tokens
    opened = next((i for i in told if tokens.classes[i] not in MARKS), told.stop)
    if told and set(tokens.classes[told.start : told.stop]) == {"O"}:
        return True  # … – Reuters
    return tokens.classes[opened : opened + 1] == "O" and not case.words("carrying").isdisjoint(tokens.words[i] for i in told)


def _sentence(draft: Draft, case: Attribution) -> Stretch:
    """The sentence of a draft; full stops inside its content do not end it."""
    hidden = set(chain.from_iterable(_range(case, span) for span in draft.content))
    if draft.speaker and not _is_outlet(draft.speaker, case):
        hidden.update(_range(case, draft.speaker))
    classes, cue = case.parse.tokens.classes, _first(case, draft.cue)
    least, most = max(0, cue - FARTHEST), min(len(classes), cue + FARTHEST)
    before = [match.end() for match in END.finditer(classes, least, cue) if match.start() not in hidden]
    behind = (match.start() for match in END.finditer(classes, cue, most))
    return Stretch(before[-1] if before else least, next((i for i in behind if i not in hidden), most), frozenset(hidden))


def _is_outlet(span: Span, case: Attribution) -> bool:
    told = _range(case, span)
    named = places(told.start, told.stop, case)
    rest = set(told).difference(*(range(*place) for place in named))
    return bool(named) and PEOPLE.isdisjoint(case.parse.tokens.classes[i] for i in rest)


def _relays(draft: Draft, case: Attribution) -> tuple[Span, ...]:
    return tuple(span for hop in draft.relays for span in hop if not _is_pronoun(span, case))


def _is_pronoun(span: Span, case: Attribution) -> bool:
    return {case.parse.tokens.classes[i] for i in _range(case, span)} == {"R"}


def _is_pointing(draft: Draft, case: Attribution) -> bool:
    """Whether all that a draft says of its relay is it: It quotes the envoy as saying …"""
    return len(draft.relays) == 1 and all(_is_pronoun(span, case) for span in draft.relays[0])


def _behind(found: tuple[Found, ...], draft: Draft, case: Attribution) -> tuple[Found, ...]:
    """The outlets, those that report behind a report that has relays of its own as its carriers: …, AFP reported."""
    end = max(_range(case, span).stop for span in (*draft.content, draft.cue))
    behind = (PLAIN,) if case.language.joint else (PLAIN, TOLD)
    before = any(each.first < end for each in found)
    return tuple(each._replace(role=CARRIES) if before and each.role in behind and each.first >= end else each for each in found)


def _speaking_farthest(draft: Draft, found: tuple[Found, ...], here: Stretch, case: Attribution) -> Draft:
    """A draft of an outlet that cites another, or somebody: that one speaks."""
    if draft.speaker is None or not draft.relays or not _is_outlet(draft.speaker, case):
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
    verbs = range(match.end(), min(match.end() + NEAR, here.last)) if match else range(0)
    verb = next((i for i in verbs if tokens.words[i].lower() in case.words("sourcing")), None)
    if verb is None:
        return None
    first = last = verb + 1 + (tokens.classes[verb + 1] == "b")
    while last < here.last and tokens.classes[last] in SOURCE:
        last += 1
    somebody = not PEOPLE.isdisjoint(tokens.classes[first:last]) or (last > first and tokens.words[last - 1] in case.words("source"))
    named = somebody and last not in here.hidden
    return Span(tokens.starts[first], tokens.stops[last - 1]) if named else None


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.stop and other.start < one.stop
