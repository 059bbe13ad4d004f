"""Reports behind or inside their content: «…», — сказал X; …, отметил посол, …; как заявил X, …"""

from __future__ import annotations

import re
from typing import NamedTuple

from ..hits import FINITE, Hit
from ..items import Items
from ..subjects import Subject
from .agreement import agrees
from .contents import content_of
from .hits import FUTURE
from .moved import also
from .phrases import ACTORS, LONGEST_TITLE, SURE, phrases
from .seats import speaking_place
from .sides import there
from .subjects import past_date, subject_behind, with_name

LONGEST = 30
TITLED, PLACES, THINGS = frozenset("Tt"), frozenset("SMG"), frozenset("nNjSM")

DESCRIBING = re.compile(",a*j")


class Behind(NamedTuple):
    """A report that begins at item `stop`, where its content breaks off, and covers items up to `last`."""

    hit: Hit
    subject: Subject
    stop: int
    last: int


def behind(items: Items, hit: Hit, first: int, last: int) -> Behind | None:
    """Return the report that a verb makes of what stands around it, or None."""
    told = hit.mode == FINITE and not hit.negated and items.cases[hit.at] != FUTURE
    if "behind" not in hit.form.takes or not told or not items.known["it"].isdisjoint(items.words[hit.first : hit.at]):
        return None
    start = _opening(items, hit, first)
    if start is None or _is_past_relative(items, first, start):
        return None
    end = _end(items, hit.last, last)
    subject = _sure(items, hit, start, end) or _between(items, hit, start) or speaking_place(items, hit, start, end) or there(items, hit, end)
    if subject is None or not _closes(items, max(hit.last, subject.last), end):
        return None
    if subject.rule == "place" and "v" in items.letters[hit.last : subject.first]:
        return None  # предлагают созвать в Осло конференцию
    thing = subject.first > hit.at and items.letters[subject.first] in "nNj" and set(items.letters[subject.first : subject.last]) <= THINGS
    if thing and (_acts_before(items, hit, start) or _is_described_before(items, hit, start, first)):
        return None
    if items.letters[start] == "q" and items.words[start] not in items.known["as_told"] and items.letters[start - 1 : start] not in ("Q", "-"):
        return None  # рассказал, о чем президент говорил; министерство, куда обратилась газета
    if subject.first < hit.at and items.letters[start - 1] == "," and _governs(items, hit, end):
        return None
    subject = subject._replace(last=with_name(items, subject.last, last))
    end = max(end, subject.last)
    inside = subject.first > hit.at and (items.letters[end : end + 2] == ",Q" or _explains(items, first, start, end))
    if not inside and _reports_behind(items, end, last) and items.letters[start - 2 : start] not in ("Q,", "Q-", ",-"):
        return None
    stop = start
    while stop > first and items.letters[stop - 1] in ",-.":
        stop -= 1
    return Behind(hit, subject, stop, end)


def _sure(items: Items, hit: Hit, start: int, end: int) -> Subject | None:
    """The subject behind the verb, unless it may be an object and a title before the verb is sure: глава службы предупредил Катар."""
    found, before = subject_behind(items, hit._replace(last=hit.last + also(items, hit)), end), _between(items, hit, start)
    if found is None or before is None or items.letters[before.first] not in TITLED or items.cases[before.first] not in SURE:
        return found
    return before if items.letters[found.first] in PLACES and items.cases[found.first] not in SURE else found


def _acts_before(items: Items, hit: Hit, start: int) -> bool:
    """Whether somebody who may act stands before the verb: Как стало известно, Эр-Рияд предложил перемирие."""
    before = _between(items, hit, start)
    return before is not None and not ACTORS.isdisjoint(items.letters[before.first : before.last])


def _is_described_before(items: Items, hit: Hit, start: int, first: int) -> bool:
    """Whether who acts is described between commas before the verb: Хозяин встречи, министр Аливе, отметил прогресс; Перу, ведущее спор, …"""
    if items.letters[start - 1 : start] != ",":
        return False
    comma = max(items.letters.rfind(",", first, start - 1), first - 1)
    if comma < first or not set("Vcl").isdisjoint(items.letters[comma:start]):
        return False
    return any(p.last == comma and items.letters[p.head] in ACTORS and agrees(items, p, items.cases[hit.at]) for p in phrases(items, first, comma))


def _is_past_relative(items: Items, first: int, start: int) -> bool:
    """Whether only a relative clause stands before the report: министр, чьи слова приводит агентство, пообещал …"""
    comma = items.letters.rfind(",", first, start - 1) if items.letters[start - 1 : start] == "," else -1
    return comma > first and items.words[comma + 1] in items.known["whose"]


def _governs(items: Items, hit: Hit, end: int) -> bool:
    """Whether a verb has its own object behind it: Франция поддерживает план, Алжир настаивает на референдуме."""
    content = content_of(items, hit, end)
    return content is not None and content.kind in ("noun", "to", "person")


def _reports_behind(items: Items, end: int, last: int) -> bool:
    """Whether the content stands behind the verb: он подчеркнул, что …"""
    letters = items.letters
    return letters[end : end + 1] == ":" or letters[end : end + 2] in (",l", ",Q", "-Q")


def _explains(items: Items, first: int, start: int, end: int) -> bool:
    """Whether a colon goes on with the words before the report: Позиция не изменилась, подчеркнул посол: выборов не признают."""
    return items.letters[end : end + 1] == ":" and items.letters[start - 1] == "," and "V" in items.letters[first:start]


def _opening(items: Items, hit: Hit, first: int) -> int | None:
    """Where the report begins: at a mark before the verb, with как and what stands between."""
    letters = items.letters
    at = hit.first
    while at > first and (letters[at - 1] not in ",-Q:;.()" or _is_name(items, at - 1, first)):
        at -= 1
        if hit.first - at > LONGEST or letters[at] in "VclBiw" or items.words[at] in items.known["whose"]:
            return None
    if at == first:
        return at if letters[at] == "q" and items.words[at] in items.known["as_told"] else None
    if letters[at - 1] in ":;(":
        return None
    return at if hit.first - at < 2 or letters[at] in "qP" or "R" in letters[at : hit.first] or _names(items, at, hit.first) else None


def _is_name(items: Items, at: int, first: int) -> bool:
    """Whether a quotation is the name of what stands before it: глава «Моссада» предупредил …"""
    short = items.letters[at] == "Q" and items.stops[at] - items.starts[at] < LONGEST_TITLE
    return short and at > first and items.letters[at - 1] in "Tth"


def _names(items: Items, first: int, last: int) -> bool:
    """Only who speaks stands between the mark and the verb: …, — в среду министр сказал."""
    return items.letters[first - 1] == "-" and bool(phrases(items, first, last))


def _between(items: Items, hit: Hit, start: int) -> Subject | None:
    verb = items.cases[hit.at]
    found = next((p for p in phrases(items, start, hit.first) if agrees(items, p, verb)), None)
    return Subject(found.first, found.last, start, "between") if found else None


def _end(items: Items, at: int, last: int) -> int:
    """Where the report ends: at the first mark behind the verb that no apposition opens."""
    letters = items.letters
    while at < last and not (letters[at] == "w" and letters[at + 1 : at + 2] in ("V", "c")):
        if letters[at] == ",":
            stop = past_date(items, at, last)
            if not stop:
                at = _past_description(items, at, last) or at
                break
            at = stop - 1
        elif letters[at] in ";:-()":
            break
        at += 1
    return at


def _past_description(items: Items, comma: int, last: int) -> int:
    """At the comma behind a description of who speaks: дипломат, хорошо знакомый с делом, …; 0 where there is none."""
    opens = DESCRIBING.match(items.letters, comma, last)
    close = items.letters.find(",", comma + 1, min(last, comma + LONGEST)) if opens else -1
    return max(close, 0)


def _closes(items: Items, at: int, end: int) -> bool:
    """Whether behind the verb and its subject only who is told, times and circumstances follow."""
    return not set(items.letters[at:end]) & set("Vclv")


def _describes(items: Items, at: int, last: int) -> bool:
    """Whether the sentence ends with a description of who speaks: …, рассказали источники, знакомые с делом."""
    acts = any(items.letters[k] in "Vcq" and items.cases[k] != "i" for k in range(at, last))
    return bool(DESCRIBING.match(items.letters, at - 1, last)) and not acts


def goes_on(items: Items, found: Behind, last: int) -> int | None:
    """Return where the content goes on behind a report inside it, or None."""
    letters = items.letters
    at = found.last
    if letters[at : at + 1] == "(":
        at = letters.find(")", at, last) + 1 or last
    while at < last and letters[at] in ",-:Q)" and letters[at] != "Q":
        at += 1
    verb = at + letters.startswith("z", at)
    if at >= last or letters[at] == "i" or _describes(items, at, last) or letters[verb : verb + 1] == "g":
        return None
    if letters[verb : verb + 1] == "c" and items.cases[verb] == "d":
        return None
    return None if letters[at] == "w" and letters[at + 1 : at + 2] in ("c", "V") else at

