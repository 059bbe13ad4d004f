"""Which outlets a stretch of text names, and what each does there: it carries a report, is cited, was told, or just reports."""

from __future__ import annotations

from typing import NamedTuple

from detente.records import Span

from .case import Attribution
from .doing import CARRIES, CITED, FROM, PLAIN, REACH, STOPS, TOLD, behind_name, by_words_behind, joined
from .outlets import AGENT, DATIVE, OPEN, is_english, is_medium, is_source, places

SPEAKERS = frozenset("TthK")
OTHERS = frozenset("xhTtnK")  # what makes an outlet a part of another name: a Reuters reporter
ACCORDING = "according"
RELATIVE = "i"
BOUND = frozenset("PbVcrvo")  # what is before the name in a phrase of more than an outlet
OBJECTIVE = frozenset("OGQDog")  # cases of a relative pronoun that is no subject
OBJECTS = frozenset("NndR")
GENITIVE = frozenset("gqG")
ONTO = "\u043d\u0430"


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
    own = relays + speaking
    named = [place for place in places(first, last, case) if not any(_overlap(place, told) for told in hidden)]
    if not named and not own:
        return ()
    found = [(place, _role(*place, first, case), span) for place in named for span in [_span(*place, case)]]
    known = [place for place, _, span in found if any(_within(span, each) for each in own)]
    active = any(role for _, role, _ in found)
    told: list[Found] = []
    for place, role, span in found:
        if role is None and (
            place in known
            or (_is_strong(*place, case) and (_reports(*place, case) or (active and _stands_alone(*place, told, case))))
        ):
            role = PLAIN
        if role:
            told.append(Found(*place, span, role))
    told = [each._replace(span=_as_known(each, told, relays, case)) for each in told]
    return tuple(sorted([*told, *_others(own, told, case)], key=lambda each: each.first))


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
    from bisect import bisect_left

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


def _role(first: int, last: int, begin: int, case: Attribution) -> str | None:
    """What an outlet does, by what stands before it and behind it."""
    if case.parse.tokens.words[max(first - 1, 0)].lower() in case.words("in_brackets") and "(" in case.parse.tokens.classes[max(first - 3, 0) : first]:
        return CARRIES  # (перевод ИноСМИ)
    told = by_words_behind if not case.language.joint else _by_words_before
    return told(first, last, begin, case) or _carries(last, case) or _publishes(last, case)


def _carries(last: int, case: Attribution) -> str | None:
    """TASS carried a Bloomberg item; ТАСС распространил сообщение агентства «Спутник»."""
    tokens, at = case.parse.tokens, behind_name(last, case)
    word, object_ = tokens.words[at], tokens.classes[at + 1 : at + 2]
    if not case.language.joint or tokens.classes[at] not in "Vcu" or at > last + 2 or object_ in ("P", "b", ",", "."):
        return None
    passes = word in case.words("carrying") or (
        word in case.words("publishing") and "O" in tokens.classes[at + 1 : at + REACH]
    )
    return CARRIES if passes else None


def _publishes(last: int, case: Attribution) -> str | None:
    """Haaretz published an account; газета побеседовала с послом; in a BBC interview."""
    tokens = case.parse.tokens
    interview = (
        is_english(case)
        and tokens.words[last : last + 1]
        and tokens.words[last].lower() in case.words("telling_outlet")
    )
    if is_english(case) and tokens.words[last : last + 1] and tokens.words[last] in case.words("outlet_item"):
        return PLAIN
    published = tokens.words[behind_name(last, case)] if not interview else ""
    if interview or (published in case.words("publishing") and (case.language.joint or published in case.words("words_of"))):
        return TOLD
    return PLAIN if published in case.words("publishing") else None


def _by_words_before(first: int, last: int, begin: int, case: Attribution) -> str | None:
    """Carried by PAP; with reference to Delfi; told Globo; на которую ссылается «Танюг»."""
    tokens = case.parse.tokens
    if tokens.classes[first - 1 : first] == "-" and tokens.classes[last : last + 1] in ("", ".", "\n", "\r"):
        return CARRIES
    if tokens.cases and (_is_dative(first, case) or is_source(first - 1, case)):
        return TOLD
    behind = tokens.classes[last : last + 1]
    if tokens.cases and tokens.classes[first - 1] == "c" and tokens.words[first].isascii() and (tokens.classes.startswith(",l", last) or behind in SPEAKERS):
        return TOLD  # заявил Tolo News, что; рассказал Reuters дипломат
    seen: set[str] = set()
    made = None
    for i in range(first - 1, max(begin, first - REACH) - 1, -1):
        word = tokens.words[i].lower()
        if tokens.classes[i] in STOPS or tokens.classes[i] == "O":
            return made
        if word in case.words("carrying") and not tokens.cases and AGENT.isdisjoint(seen) and i >= first - REACH + 2:
            return CITED
        if word in case.words("carrying") and (not AGENT.isdisjoint(seen) or _is_subject(first, case)):
            return CARRIES
        made = PLAIN if word in case.words("outlet_item") else made
        if tokens.classes[i] in "cV" and not made and "by" in seen and not tokens.cases:
            return CARRIES
        if word == ACCORDING and "to" in seen:
            return CARRIES
        if word in case.words("sourcing"):
            return CARRIES if tokens.cases and _is_object(i, begin, case) else CITED
        if i == first - 1 and tokens.cases and word in case.words("passing_on"):
            return PLAIN
        if word in case.words("learning"):
            return CITED if not seen.isdisjoint(FROM) else PLAIN
        if word in case.words("telling_outlet") or ("to" in seen and word in case.words("words_of")):
            return TOLD
        seen.add(word)
    return made


def _is_subject(first: int, case: Attribution) -> bool:
    """Whether an outlet is who does what stands before it: приводит «Спутник», not приводит сообщение агентства «Спутник»."""
    cases = case.parse.tokens.cases
    at = first - 1 if is_medium(first - 1, case) else first + (case.parse.tokens.classes[first] in OPEN)
    return bool(cases) and cases[at] not in GENITIVE


def _is_dative(first: int, case: Attribution) -> bool:
    """сказал телеканалу BBC, рассказал «Коммерсанту»."""
    tokens = case.parse.tokens
    cases, at = tokens.cases, first - 1
    beside = is_medium(at, case) or tokens.classes[at] == "t"  # журналистам «Зари»
    return (beside and cases[at] in DATIVE) or cases[first + (tokens.classes[first] in OPEN)] in DATIVE


def _is_object(i: int, begin: int, case: Attribution) -> bool:
    """Whether what is cited stands before who cites it: на которую ссылается, которую цитирует."""
    tokens = case.parse.tokens
    if tokens.classes[i] == "j" or tokens.cases[i].isupper():
        return True  # цитируемое ТАСС
    if tokens.classes[i] in "cVr" and not OBJECTS.isdisjoint(tokens.classes[max(begin, i - 2) : i]):
        return True  # ее слова цитирует ТАСС
    at = next((k for k in range(i - 1, max(begin, i - 3) - 1, -1) if tokens.classes[k] == RELATIVE), -1)
    return at >= 0 and (
        tokens.words[at - 1] == ONTO if tokens.classes[at - 1] == "P" else tokens.cases[at] in OBJECTIVE
    )


def _is_strong(first: int, last: int, case: Attribution) -> bool:
    return "O" in case.parse.tokens.classes[first:last] or case.parse.tokens.classes[first] == "《"


def _reports(first: int, last: int, case: Attribution) -> bool:
    """Whether a verb of reporting stands behind an outlet: 路透社12日报道, 德新社加以报导."""
    tokens = case.parse.tokens
    if tokens.cases:
        return False
    at = joined(last, case)
    while at < len(tokens.classes) and (
        tokens.classes[at] in "Dma" or (tokens.classes[at] == "v" and not _passes_on(at, case))
    ):
        at += 1
    return tokens.classes[at : at + 1] in ("c", "r") or (at < len(tokens.classes) and _passes_on(at, case))


def _passes_on(i: int, case: Attribution) -> bool:
    return not case.language.joint and case.parse.tokens.words[i] in case.words("passing_on")


def _stands_alone(first: int, last: int, told: list[Found], case: Attribution) -> bool:
    """Whether a name is of an outlet alone, and the first of its sentence, or joined to the one before."""
    classes = case.parse.tokens.classes
    joined = bool(told) and "w" in classes[told[-1].last : first]
    return classes[last : last + 1] not in OTHERS and (not told or joined)
