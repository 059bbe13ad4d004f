"""Which outlets a stretch of text names, and what each does there: it carries a report, is cited, was told, or just reports."""

from __future__ import annotations

from typing import NamedTuple

from detente.records import Span
from detente.text.outlets import outlet_noun_stop

from .case import Attribution

CARRIES, CITED, TOLD, PLAIN = "carries", "cited", "told", "plain"
REACH = 6  # tokens before an outlet in which stands what it does
LONGEST_TITLE = 5
OPEN, CLOSE = frozenset("“《‘"), {"“": "”", "《": "》", "‘": "’"}
STOPS = frozenset(",.;:\n\r")
BEHIND = frozenset("Dmaeu”》v")  # what may stand between an outlet and what it does
OTHERS = frozenset("xhTtnK")  # what makes an outlet a part of another name: a Reuters reporter
AGENT = frozenset(("by", "on"))
ADDRESSING = frozenset(("to", "with"))
ACCORDING = "according"
RELATIVE = "i"
BOUND = frozenset("PbVcrvo")  # what is before the name in a phrase of more than an outlet
OBJECTIVE = frozenset("OGQDog")  # cases of a relative pronoun that is no subject
DATIVE = frozenset("dD")
GENITIVE = frozenset("gqG")
COMBINING = "\u7efc\u5408"
ONTO = "\u043d\u0430"
NAMED = "kKE"  # names that no list knows, in Chinese those in Latin letters
FROM = frozenset(("\u4ece", "from", "\u043e\u0442"))


class Found(NamedTuple):
    """An outlet at tokens `first` to `last` (exclusive), and what it does."""

    first: int
    last: int
    span: Span
    role: str


def outlets_in(
    first: int, last: int, hidden: frozenset[int], relays: tuple[Span, ...], speaking: tuple[Span, ...], case: Attribution
) -> tuple[Found, ...]:
    """Return the outlets of a stretch outside what is hidden: known relays, those that speak, and others by what they do."""
    own = relays + speaking
    named = [place for place in places(first, last, case) if hidden.isdisjoint(range(*place))]
    found = [(place, _role(*place, first, case), span) for place in named for span in [_span(*place, case)]]
    known = [place for place, _, span in found if any(_within(span, each) for each in own)]
    active = any(role for _, role, _ in found)
    told: list[Found] = []
    for place, role, span in found:
        if role is None and (place in known or (_is_strong(*place, case) and (_reports(*place, case) or (active and _stands_alone(*place, told, case))))):
            role = PLAIN
        if role:
            told.append(Found(*place, span, role))
    told = [each._replace(span=_as_known(each, told, relays, case)) for each in told]
    return tuple(sorted([*told, *_others(own, told, case)], key=lambda each: each.first))


def _others(own: tuple[Span, ...], told: list[Found], case: Attribution) -> list[Found]:
    """Relays that are known and are no outlets by their words."""
    starts = case.parse.tokens.starts
    rest = [span for span in own if not any(_is_part(span, each, case) for each in told)]
    return [Found(at, at + 1, span, PLAIN) for span in rest for at in [_at(starts, span.start)]]


def _is_part(span: Span, found: Found, case: Attribution) -> bool:
    """Whether a relay is what an outlet is, or the noun before its name: цитируя канал «Спутник»."""
    noun = _at(case.parse.tokens.starts, span.stop) == found.first and _is_medium(found.first - 1, case)
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
    alone = sum(_within(each.span, known) for each in told) == 1 and all(_is_medium(i, case) for i in range(found.last, last))
    return known if alone and BOUND.isdisjoint(case.parse.tokens.classes[first : found.first]) else found.span


def _span(first: int, last: int, case: Attribution) -> Span:
    tokens = case.parse.tokens
    return Span(tokens.starts[first], tokens.stops[last - 1])


def places(first: int, last: int, case: Attribution) -> list[tuple[int, int]]:
    """Return where outlets are named: by a name that is listed, or by a name beside the noun of an outlet."""
    tokens = case.parse.tokens
    found: list[tuple[int, int]] = []
    i = first
    while i < last:
        if tokens.classes[i] == "(":
            i = max(tokens.classes.find(")", i, last), i) + 1
            continue
        stop = _listed(i, last, case) or _titled(i, last, case) or _by_noun(i, last, case) or _by_kind(i, last, case) or _framed(i, last, case)
        if stop:
            opened = i - 1 if i > first and tokens.classes[i - 1] in OPEN and tokens.classes[stop : stop + 1] == CLOSE[tokens.classes[i - 1]] else i
            found.append((opened, _with_noun(stop + (opened < i), last, case)))
        i = stop or i + 1
    return found


def _with_noun(stop: int, last: int, case: Attribution) -> int:
    """Behind the noun of an outlet that is glued to its name: 《明镜》周刊, 《消息报》网站."""
    tokens = case.parse.tokens
    if case.language.joint or stop >= last or tokens.classes[stop] not in "hn":
        return stop
    whole = tokens.words[stop - 1] + tokens.words[stop]
    return stop + whole.endswith(tuple(case.words("press_ending")))


def _listed(i: int, last: int, case: Attribution) -> int:
    classes = case.parse.tokens.classes
    if classes[i] != "O":
        return 0
    stop = i + 1
    while _is_english(case) and stop < last and classes[stop] == "k":
        stop += 1
    return stop


def _titled(i: int, last: int, case: Attribution) -> int:
    """«Прайм», “白俄罗斯1”电视台: a short name in marks beside the noun of an outlet, or behind what outlets do."""
    tokens = case.parse.tokens
    if tokens.classes[i] not in OPEN or "O" in tokens.classes[i : i + 3]:
        return 0
    close = tokens.classes.find(CLOSE[tokens.classes[i]], i + 1, min(last, i + 2 + LONGEST_TITLE))
    if close < 0:
        return 0
    if tokens.classes[i] == "\u300a" and _is_medium(close - 1, case):
        return close + 1
    if _is_medium(close + 1, case) and not case.language.joint:
        return close + 2
    beside = _is_medium(i - 1, case) or (tokens.cases and close + 1 < last and _does(close + 1, case)) or (tokens.cases and (_does(i - 1, case) or _is_source(i - 1, case)))
    return close + 1 if beside else 0


def _by_noun(i: int, last: int, case: Attribution) -> int:
    """The newspaper El Universo, агентство Sta."""
    classes = case.parse.tokens.classes
    if classes[i] not in NAMED or not _is_medium(i - 1, case) or (classes[i] in "kK") > bool(case.language.joint):
        return 0
    stop = i + 1
    while stop < last and classes[stop] in NAMED + "m":
        stop += 1
    return stop


def _by_kind(i: int, last: int, case: Attribution) -> int:
    """Syrian state television, an Israeli newspaper: an outlet that goes by its state and kind alone."""
    tokens = case.parse.tokens
    if not _is_english(case) or tokens.classes[i] != "S":
        return 0
    stop = min(last, i + LONGEST_TITLE)
    noun = outlet_noun_stop(tokens.words[i:stop], tokens.classes[i:stop], case.words("outlet_noun"), frozenset())
    return i + noun if noun and noun > 1 and tokens.classes[i + noun : i + noun + 1] not in ("O", "k", "K") else 0


def _framed(i: int, last: int, case: Attribution) -> int:
    """An unknown name where outlets stand: told Digi24, in an interview with Postimees, Le Soir and De Standaard, пишет The EastAfrican."""
    tokens = case.parse.tokens
    if not case.language.joint or tokens.classes[i] not in "kK" or not _is_in_frame(i, case):
        return 0
    stop = i + 1
    while stop < last and tokens.classes[stop] in "km":
        stop += 1
    return 0 if tokens.classes[stop : stop + 1] == "K" else stop


def _is_in_frame(i: int, case: Attribution) -> bool:
    tokens = case.parse.tokens
    if tokens.cases and not tokens.words[i].isascii():
        return False
    at = i - 1 - (tokens.classes[i - 1] == "d")
    if tokens.classes[at] == "w" and tokens.classes[at - 1] == "O":
        return True
    word, before = tokens.words[at].lower(), tokens.words[at - 1].lower()
    if tokens.cases:
        return _does(at, case) or word in case.words("telling_outlet") or word in case.words("passing_on")
    if tokens.classes[i] == "K" and tokens.classes[i - 1] != "d":
        return word in AGENT and before in case.words("carrying")
    if word in ADDRESSING:
        return before in case.words("telling_outlet") or before in case.words("sourcing") or (before in case.words("words_of") and word == "to")
    return word in case.words("telling_outlet") or word in case.words("sourcing") or (word in AGENT and before in case.words("carrying"))


def _is_medium(i: int, case: Attribution) -> bool:
    word = case.parse.tokens.words[i].lower() if 0 <= i < len(case.parse.tokens.words) else ""
    if not case.language.joint:
        return word.endswith(tuple(case.words("press_ending")))
    return word in case.words("medium") or word in case.words("outlet_noun") or word in case.words("outlet_noun_named")


def _is_english(case: Attribution) -> bool:
    return bool(case.language.joint) and not case.parse.tokens.cases


def _is_source(i: int, case: Attribution) -> bool:
    """Источник «Коммерсанта»."""
    return bool(case.parse.tokens.cases) and case.parse.tokens.words[i] in case.words("source")


def _does(i: int, case: Attribution) -> bool:
    word = case.parse.tokens.words[i]
    return word in case.words("carrying") or word in case.words("sourcing")


def _role(first: int, last: int, begin: int, case: Attribution) -> str | None:
    """What an outlet does, by what stands before it and behind it."""
    told = _by_words_behind if not case.language.joint else _by_words_before
    return told(first, last, begin, case) or _carries(last, case) or _publishes(last, case)


def _carries(last: int, case: Attribution) -> str | None:
    """TASS carried a Bloomberg item; ТАСС распространил сообщение агентства «Спутник»."""
    tokens, at = case.parse.tokens, _behind(last, case)
    word, object_ = tokens.words[at], tokens.classes[at + 1 : at + 2]
    if not case.language.joint or tokens.classes[at] not in "Vcu" or at > last + 2 or object_ in ("P", "b", ",", "."):
        return None
    passes = word in case.words("carrying") or (word in case.words("publishing") and "O" in tokens.classes[at + 1 : at + REACH])
    return CARRIES if passes else None


def _publishes(last: int, case: Attribution) -> str | None:
    """Haaretz published an account; газета побеседовала с послом; in a BBC interview."""
    tokens = case.parse.tokens
    interview = _is_english(case) and tokens.words[last : last + 1] and tokens.words[last].lower() in case.words("telling_outlet")
    if _is_english(case) and tokens.words[last : last + 1] and tokens.words[last] in case.words("outlet_item"):
        return PLAIN
    return TOLD if interview or tokens.words[_behind(last, case)] in case.words("publishing") else None


def _behind(last: int, case: Attribution) -> int:
    tokens = case.parse.tokens
    at = last
    while at + 1 < len(tokens.classes) and tokens.classes[at] in BEHIND and not _acts(at, case):
        at += 1
    return min(at, len(tokens.classes) - 1)


def _acts(i: int, case: Attribution) -> bool:
    word = case.parse.tokens.words[i]
    return _does(i, case) or word in case.words("publishing") or word in case.words("learning")


def _by_words_before(first: int, last: int, begin: int, case: Attribution) -> str | None:
    """Carried by PAP; with reference to Delfi; told Globo; на которую ссылается «Танюг»."""
    tokens = case.parse.tokens
    if tokens.classes[first - 1 : first] == "-" and tokens.classes[last : last + 1] in ("", ".", "\n", "\r"):
        return CARRIES
    if tokens.cases and (_is_dative(first, case) or _is_source(first - 1, case)):
        return TOLD
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
        if i == first - 1 and tokens.cases and word in case.words("passing_on"):
            return PLAIN
        if tokens.classes[i] in "cV" and not made and "by" in seen and not tokens.cases:
            return CARRIES
        if word == ACCORDING and "to" in seen:
            return CARRIES
        if word in case.words("sourcing"):
            return CARRIES if tokens.cases and _is_object(i, begin, case) else CITED
        if word in case.words("learning"):
            return CITED if not seen.isdisjoint(FROM) else PLAIN
        if word in case.words("telling_outlet") or ("to" in seen and word in case.words("words_of")):
            return TOLD
        seen.add(word)
    return made


def _is_subject(first: int, case: Attribution) -> bool:
    """Whether an outlet is who does what stands before it: приводит «Спутник», not приводит сообщение агентства «Спутник»."""
    cases = case.parse.tokens.cases
    at = first - 1 if _is_medium(first - 1, case) else first + (case.parse.tokens.classes[first] in OPEN)
    return bool(cases) and cases[at] not in GENITIVE


def _is_dative(first: int, case: Attribution) -> bool:
    """сказал телеканалу BBC, рассказал «Коммерсанту»."""
    tokens = case.parse.tokens
    cases, at = tokens.cases, first - 1
    beside = _is_medium(at, case) or tokens.classes[at] == "t"  # журналистам «Зари»
    return (beside and cases[at] in DATIVE) or cases[first + (tokens.classes[first] in OPEN)] in DATIVE


def _is_object(i: int, begin: int, case: Attribution) -> bool:
    """Whether what is cited stands before who cites it: на которую ссылается, которую цитирует."""
    tokens = case.parse.tokens
    at = next((k for k in range(i - 1, max(begin, i - 3) - 1, -1) if tokens.classes[k] == RELATIVE), -1)
    return at >= 0 and (tokens.words[at - 1] == ONTO if tokens.classes[at - 1] == "P" else tokens.cases[at] in OBJECTIVE)


def _by_words_behind(first: int, last: int, begin: int, case: Attribution) -> str | None:
    """对《消息报》表示; 接受CNN专访; 转载路透社电文; 联合新闻网转载了全文."""
    tokens = case.parse.tokens
    before = first - 1
    while before > begin and (tokens.classes[before] in "SM《“eu" or _is_medium(before, case)):
        before -= 1
    word, behind = tokens.words[before] if before >= begin else "", tokens.words[_behind(last, case)]
    if word in FROM and behind in case.words("learning"):
        return CITED
    if word == COMBINING and tokens.classes[before - 1 : before] not in ("O", "\u300b", "h"):
        return None
    if word in case.words("telling_outlet"):
        return TOLD
    if word in case.words("sourcing") or word in case.words("carrying"):
        return CITED
    return CARRIES if behind in case.words("carrying") else None


def _is_strong(first: int, last: int, case: Attribution) -> bool:
    return "O" in case.parse.tokens.classes[first:last]


def _reports(first: int, last: int, case: Attribution) -> bool:
    """Whether a verb of reporting stands behind an outlet: 路透社12日报道, 德新社加以报导."""
    tokens = case.parse.tokens
    if tokens.cases:
        return False
    at = last
    while at < len(tokens.classes) and (tokens.classes[at] in "Dma" or (tokens.classes[at] == "v" and not _passes_on(at, case))):
        at += 1
    return tokens.classes[at : at + 1] in ("c", "r") or (at < len(tokens.classes) and _passes_on(at, case))


def _passes_on(i: int, case: Attribution) -> bool:
    return not case.language.joint and case.parse.tokens.words[i] in case.words("passing_on")


def _stands_alone(first: int, last: int, told: list[Found], case: Attribution) -> bool:
    """Whether a name is of an outlet alone, and the first of its sentence, or joined to the one before."""
    classes = case.parse.tokens.classes
    joined = bool(told) and "w" in classes[told[-1].last : first]
    return classes[last : last + 1] not in OTHERS and (not told or joined)
