"""Whom a pronoun means, and by which name one passes words on who is named by one."""

from __future__ import annotations

import re
from bisect import bisect_left

from detente.records import Span, Speaker
from detente.text.classes import edges

from .before import pair_before, side_before
from .case import Attribution
from .humans import is_human, led_back
from .interview import interviewed
from .media import is_english
from .naming import Naming, also_both, both, last_person, two_who_acted
from .near import near_party
from .phrase import phrase_named_by

SOMEBODY = re.compile("(?:[mSMGYInxjLO《》u]|v{1,2}u)*[TthK]+[Kkx]*")
NAME = re.compile("[Kkx]+")
FARTHEST = 60
FARTHEST_SENTENCES, OPENING = 3, 4  # sentences back, and tokens of each in which it names whom it is about
IT = "it"
CROWD = re.compile("[daP]?m(x{1,2}|h)(?:[oP]d?[xIhpe’]{1,4})*(?=[vVa])")  # Some 60 members of a growers' league marched
LED_BY = re.compile("(d?[SM]e?[^.,;:cvV]{1,8}|[TY]*K),?")  # Serbia's ombudsman; Finance Minister Ana Ruiz


def somebody_before(first: int, case: Attribution) -> Span | None:
    """Return whom the sentence of token `first`, or the one before it, names first before it: 一名前情报官. 他说…"""
    classes, starts, stops = case.parse.tokens.classes, case.parse.tokens.starts, case.parse.tokens.stops
    stop, least = first, max(0, first - FARTHEST)
    classes = classes[:least] + "".join(_class(i, case) for i in range(least, first))
    for _ in range(2):
        begin = max(least, *[classes.rfind(mark, least, stop) + 1 for mark in ".\n\r"])
        found = next((m for m in SOMEBODY.finditer(classes, begin, stop) if not _is_press(m, case)), None)
        if found:
            at = next(i for i in range(*found.span()) if classes[i] not in "O》《u")
            return Span(starts[at], stops[found.end() - 1])
        stop = max(begin - 1, 0)
    return None


def _class(i: int, case: Attribution) -> str:
    """The class of a word, that of people also for a noun that ends as words for them do: 情报官."""
    word, letter = case.parse.tokens.words[i], case.parse.tokens.classes[i]
    return "h" if letter == "n" and len(word) > 1 and word[-1] in case.words("human_ending") else letter


def _is_press(match: re.Match[str], case: Attribution) -> bool:
    words = case.parse.tokens.words[match.start() : match.end()]
    return words[-1] in case.words("asker") or words[-1].endswith(tuple(case.words("press_ending")))


def named_before(speaker: Speaker, case: Attribution) -> str | None:
    """Return the fuller name that 这位副总理 had before: 副总理叶尔兰·萨德瓦卡索夫."""
    tokens = case.parse.tokens
    first = bisect_left(tokens.starts, speaker.start)
    last = bisect_left(tokens.starts, speaker.stop, first)
    if last - first < 2 or tokens.words[first][0] not in case.words("pointing") or case.language.is_spaced:
        return None
    for i in range(first - 1, max(first - FARTHEST, 0) - 1, -1):
        if tokens.words[i] == tokens.words[last - 1] and (name := NAME.match(tokens.classes, i + 1)):
            return case.text[tokens.starts[i] : tokens.stops[name.end() - 1]]
    return None


def taken_up(naming: Naming) -> Speaker | None:
    """Whom a pronoun means: who speaks of himself, the person the sentence before opens with, or who spoke last."""
    case, before = naming.case, naming.before
    if naming.words[0] in case.words("first_person"):
        return naming.outer or interviewed(naming) or before or _issuer(naming)
    if naming.words[0] in case.words("plural") and (several := _crowd_before(naming) or _joint_before(naming)):
        return several
    if before is None and naming.words[0] in case.words("plural") and not case.parse.tokens.cases:
        return _side_told_of(naming)
    if before is None and naming.words[0].lower() == IT and is_english(case):
        return _thing_told_of(naming)
    if naming.words[0] in case.words("singular") and (own := _who_leads(naming)):
        return own
    if naming.words[0] not in case.words("singular"):
        return before and (also_both(naming, before) or _no_person(naming, before) or before)
    person = last_person(naming)
    if person and person is before and naming.words[0] in case.words("singular") and is_english(case) and not is_human(before, case):
        return led_back(naming.span.start, case) or before
    return person


def _issuer(naming: Naming) -> Speaker | None:
    """Мы осуждаем …: who is at home, where a text speaks of itself and nobody has spoken before, in a language with cases."""
    home = naming.case.home if naming.case.parse.tokens.cases else None
    return naming.speaker(f"state:{home}", home) if home else None


def excellency(naming: Naming) -> Speaker | None:
    """Его превосходительство отметил …: the person told of before, in a language with cases."""
    person = last_person(naming) if naming.words[-1] in naming.case.words("excellency") else None
    return naming.speaker(person.actor_id, person.party) if person else None


def _who_leads(naming: Naming) -> Speaker | None:
    """Serbia's ombudsman, Ana Ruiz, posted a film which, she said, proves it: who leads the sentence of a relative clause, English."""
    tokens, first = naming.case.parse.tokens, naming.first
    if not is_english(naming.case) or tokens.classes[first - 2 : first] != "i,":
        return None
    start = max(tokens.classes.rfind(mark, 0, first) + 1 for mark in ".\n")
    led = LED_BY.match(tokens.classes, start, first)
    named = phrase_named_by(tokens.words[start : led.end(1)], tokens.classes[start : led.end(1)], None, naming.case) if led else None
    return naming.speaker(named.actor_id, named.party) if named and named.party else None


def _no_person(naming: Naming, before: Speaker) -> Speaker | None:
    """The two who talk, where they follows one person; the side or the body told of before, where it does."""
    case = naming.case
    if not before.actor_id.startswith("person:") or not is_english(case):
        return None
    if naming.words[0] in case.words("plural"):
        return naming.joint(both(naming)) if len(case.parties) > 1 else None
    return _thing_told_of(naming) if naming.words[0].lower() == IT else None


def _thing_told_of(naming: Naming) -> Speaker | None:
    """Syria's army hit back. In a statement, it claimed …: the side that opens the sentence of a pronoun, or one before it in the paragraph."""
    tokens, entries = naming.case.parse.tokens, naming.case.language.gazetteer.entries
    stop = naming.first
    for _ in range(FARTHEST_SENTENCES):
        first = max(0, stop - FARTHEST, *[tokens.classes.rfind(mark, 0, stop) + 1 for mark in ".\n\r"])
        named = (entries.get(tokens.words[i]) for i in range(first, min(first + OPENING, stop)) if tokens.classes[i] in "SMGY")
        if side := next((entry for entry in named if entry and entry.party), None):
            return naming.speaker(side.actor_id, side.party)
        if body := next((i for i in range(first, min(first + OPENING, stop)) if tokens.classes[i] == "Y"), None):
            return naming.speaker(f"actor:{tokens.words[body]}", near_party(tokens.starts[body], naming.case))
        if first == 0 or tokens.classes[first - 1] != ".":
            return None
        stop = first - 1
    return None


def _side_told_of(naming: Naming) -> Speaker | None:
    """Mali's rulers expelled the consul. They accuse him …"""
    side = side_before(naming.case.parse, naming.case.people, naming.span.start, naming.case.language)
    return naming.speaker(f"state:{side}", side) if side and naming.case.language.is_spaced else None


def _crowd_before(naming: Naming) -> Speaker | None:
    """Some 60 members of a league marched. They shouted …: who opens the sentence before, counted and of no side, English."""
    tokens, first = naming.case.parse.tokens, naming.first
    if not is_english(naming.case) or tokens.classes[first - 1 : first] != ".":
        return None
    begin = max(tokens.classes.rfind(mark, 0, first - 1) for mark in ".\n") + 1
    crowd = CROWD.match(tokens.classes, begin, first)
    word, known = tokens.words[crowd.end(1) - 1] if crowd else "", naming.case.words
    if crowd is None or not word.endswith(edges(known("several_end"))) or word in known("several"):
        return None
    return naming.speaker(f"actor:{' '.join(tokens.words[begin : crowd.end()])}", None)


def _joint_before(naming: Naming) -> Speaker | None:
    """The two whom the sentence before opens with: Estonia and Latvia …, both sides …"""
    if naming.case.parse.tokens.cases:
        alone = naming.before is None or naming.before.actor_id.startswith("person:")
        acted = two_who_acted(naming) or (both(naming) if alone and len(naming.case.parties) > 1 else "")
        return naming.joint(acted) if acted else None
    pair = pair_before(naming.case.parse, naming.span.start, naming.case.language)
    if pair is None:
        return None
    return naming.joint(pair or both(naming))
