"""Reports that stand behind their content: "…," X said; …, said X, a spokesman, on Tuesday."""

from __future__ import annotations

import re
from typing import NamedTuple

from .hits import FINITE, Hit, Words
from .inverted import subject_behind
from .items import Items
from .phrases import HEADED, phrase_after, phrase_before
from .subjects import Subject, subject_of
from .trailing import is_fragment, trail

QUOTED_REACH = 16
VERBAL = frozenset("vVcQb")  # Qatar to host talks
ENDS = frozenset(",;:-wBQ()i")


TIME = re.compile("[dx][dmx]?(?P<unit>D+|(?=PD))")  # a few hours later, two days later, late on Monday


class Behind(NamedTuple):
    """A report behind its content: the content ends before item `stop`; the report covers items up to `last`."""

    hit: Hit
    subject: Subject
    stop: int
    last: int
    told: tuple[int, int] | None


def behind(items: Items, hit: Hit, first: int, last: int, words: Words) -> Behind | None:
    """Return the report that a verb makes of what stands before it, or None."""
    if "behind" not in hit.form.takes or hit.mode != FINITE or hit.first <= first or is_supposed(items, hit, words):
        return None
    subject = _inverted(items, hit, first, last, words)
    end = subject.last if subject else hit.last
    if subject is None:
        subject = subject_of(items, hit, first, words)
        subject = _quoted(items, hit, first, words) or subject
        if subject is None or subject.edge <= first or items.letters[subject.edge - 1] not in ",Q-":
            return None
    stop = subject.edge
    while stop > first and items.letters[stop - 1] in ",-":
        stop -= 1
    if end == hit.last and "to" in hit.form.takes and items.letters[end : end + 1] == "b":
        return None  # Under an accord reached in Lima, the two agreed to share data
    at, told = _rest(items, hit, end, last, words)
    alone = stop - 1 == first or items.letters[stop - 2] in ",:-wB("
    quoted = items.letters[stop - 1] == "Q" and alone and subject.rule != "relative" and items.letters[hit.last : hit.last + 1] != "l"
    if at < last and items.letters[at] not in ENDS and not quoted:
        at = trail(items, hit, first, stop, last)
        if not at:
            return None
    begun = items.letters[at : at + 2] == ",Q" and phrase_after(items, first, stop) == stop  # The deal, he said, “…”
    if not begun and items.letters[at : at + 1] in (",", ":") and items.letters[at + 1 : at + 2] == "Q" and items.letters[stop - 1] != "Q":
        return None
    if at < last and items.letters[at] in ":Q" and items.letters[stop - 1] != "Q":
        return None
    fragment = at >= last and is_fragment(items, first, stop)
    if VERBAL.isdisjoint(items.letters[first:stop]) and not quoted and not fragment and items.letters[at : at + 1] != ",":
        return None
    return Behind(hit, subject, stop, at, told) if stop > first else None


def _quoted(items: Items, hit: Hit, first: int, words: Words) -> Subject | None:
    """Whom an outlet quotes as saying what stands before it: …, the Sudan Tribune quoted the general as saying."""
    if items.words[hit.first] != "as":
        return None
    at = quoted = next((k for k in range(hit.first - 2, max(first, hit.first - QUOTED_REACH), -1) if items.words[k] in words["quoting"]), first)
    while at > first and items.letters[at - 1] in "av":
        at -= 1
    begin = phrase_before(items, at, first, words)
    return Subject(quoted + 1, hit.first, begin, "phrase") if first < begin < at == quoted else None


def is_supposed(items: Items, hit: Hit, words: Words) -> bool:
    """Whether a verb only may or will report: Warsaw will answer."""
    aided = items.words[hit.first : hit.at]
    return not words["modal"].isdisjoint(aided) and words["said_to_have"].isdisjoint(aided)


def _inverted(items: Items, hit: Hit, first: int, last: int, words: Words) -> Subject | None:
    """said Zarif: behind a quotation or a mark, and of telling (who is told follows) only behind a quotation."""
    before = items.letters[hit.first - 1]
    marked = before == "Q" or (before in ",-" and "told" not in hit.form.takes)
    if hit.first != hit.at or not marked or items.letters[hit.last : hit.last + 1] in ("", "l"):
        return None
    apposed = subject_of(items, hit, first, words) if before != "Q" else None
    apart = apposed is None or (apposed.edge > first and items.letters[apposed.edge - 1] != ";")
    return subject_behind(items, hit, last) if apart else None


def _tells_time(items: Items, at: int, time: re.Match[str], words: Words) -> bool:
    """Whether what is no determiner before a unit of time counts it, or tells how late it is."""
    rest = [items.words[k] for k in range(at, time.start("unit")) if items.letters[k] == "x"]
    return words["when"].issuperset(rest) and (time["unit"] != "" or bool(rest))


def _rest(items: Items, hit: Hit, at: int, last: int, words: Words) -> tuple[int, tuple[int, int] | None]:
    """Behind who is told, times and phrases of place and occasion."""
    letters = items.letters
    told = None
    if "told" in hit.form.takes and at == hit.last and at < last:
        stop = at + 1 if letters[at] in "uR" else phrase_after(items, at, last)
        told, at = (at, stop) if stop > at else None, stop
    while at < last:
        if (time := TIME.match(letters, at, last)) and _tells_time(items, at, time, words):
            at = time.end()
        elif letters[at] in "aDm":
            at += 1
        elif letters[at] in "Pob":
            described = letters[at + 1 : at + 2] == "V" and letters[at + 2 : at + 3] in HEADED  # after a lunch of grilled fish
            described = described or (letters[at] == "P" and _is_doing(items, at + 1))
            stop = phrase_after(items, at + 1 + described, last)
            if stop == at + 1 and letters[stop : stop + 1] in tuple("Dm"):
                stop += 1
            if stop == at + 1 and items.words[at + 1 : at + 2] != [] and items.words[at + 1].endswith("ing"):
                stop += 1  # before leaving for Lima
            if stop == at + 1:
                return (at, told) if letters[at] != "P" else (last, told)
            at = stop
        elif items.words[at] == "when" and at + 1 < last:
            return last, told  # …, she said when she met him
        elif at > hit.last and items.words[at] in words["reduced_relative"] and letters[at + 1 : at + 2] in ("P", "D"):
            at += 1  # in an interview published on Sunday
        else:
            break
    return at, told


def _is_doing(items: Items, at: int) -> bool:
    """Whether a gerund with its object stands at an item: after meeting her counterpart."""
    return items.words[at : at + 1] != [] and items.words[at].endswith("ing") and items.letters[at + 1 : at + 2] in tuple("dSMGkKTx")


def own_clause(items: Items, opening: Hit, found: Behind, first: int) -> int:
    """Where the content of an aside begins in a sentence that reports already: She called it a slap, and, she warned, …"""
    subject = items.words[found.subject.first]
    again = items.letters[found.subject.first] == "R" and items.words[first] == subject and opening.first == first + 1
    comma = items.letters.rfind(",", first, found.stop - 1) if again else -1
    return comma + 1 if comma > opening.last else 0


def describes(items: Items, found: Behind, last: int) -> bool:
    """Whether a report stands in a relative clause and its content behind it: a film which, she said, proves it."""
    letters = items.letters
    relative = letters[found.stop - 1] == "i" and letters[found.stop - 2] in HEADED | {","} and not items.words[found.stop - 2].endswith("ing")
    return relative and letters[found.last : found.last + 1] == "," and found.last + 1 < last


def goes_on(letters: str, at: int) -> bool:
    """Whether the words behind a comma go on with what was quoted: "…," the note says, becomes "…"."""
    return letters[at] == "," and letters[at + 1 : at + 2] in ("v", "V", "l", "x")
