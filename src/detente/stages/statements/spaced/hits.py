"""Reporting verbs of a sentence: which stand as verbs, and how."""

from __future__ import annotations

import re
from typing import NamedTuple

from detente.resources.verbs import BASE, ING, PARTICIPLE, PAST, PRESENT, VerbForm, Verbs
from detente.text.classes import WordClasses

from .items import Items
from .phrases import SET_SIZES, is_set_phrase, phrase_after
from .predicates import predicates_of

Words = WordClasses
FINITE, PARTICIPIAL, INFINITIVE = "finite", "participial", "infinitive"
DESCRIBED = re.compile("(?:[dxjaB,]|[SMGTYKk]e)*")  # its deep regret, Kabul's regret, his prime minister's assurance
DESCRIBING = 4  # words between a verb and the noun that reports with it
NOUNS = frozenset("dSMKkGYTtOhIeJjNmuRQ")
ADVERB_ASIDE = re.compile("vz?,a,a?\\Z")  # are, however, still at odds; could not, however, bridge
DATED = re.compile("D+e")
VERBAL = frozenset("vVc")
LONGEST_SUBJECT = 6
NOUNY = frozenset({BASE, PRESENT})
LONGEST_PARTED = 10
TALKING = ("speak", "talk", "write")
THAT = frozenset(("that",))  # expressed concern that; expressed concern and asked is of another form


class Hit(NamedTuple):
    """A reporting verb at item `at`, with its auxiliaries from `first` and its particles to `last` (exclusive)."""

    first: int
    at: int
    last: int
    form: VerbForm
    mode: str
    negated: bool


def find_hits(items: Items, first: int, last: int, verbs: Verbs, words: Words) -> list[Hit]:
    """Return the reporting verbs of a sentence from left to right."""
    found = []
    at = items.letters.find("c", first, last)
    while at >= 0:
        behind = at + 1
        for form in _near_first(items, at, verbs.forms.get(items.words[at], ())):
            stop = _stop(items, at, form, words)
            if stop and not (form.takes == THAT and items.letters[stop : stop + 1] in ("w", ".", ";", "")):
                if hit := _hit(items, first, at, stop, form, words):
                    found.append(hit)
                    behind = stop
                break
        at = items.letters.find("c", behind, last)
    told = [Hit(begin, at, stop, form, FINITE, no) for begin, at, stop, form, no in predicates_of(items, first, last, verbs, words)]
    return sorted(found + [hit for hit in told if all(hit.at != other.at for other in found)], key=lambda hit: hit.at) if told else found


def _near_first(items: Items, at: int, forms: tuple[VerbForm, ...]) -> tuple[VerbForm, ...]:
    """The forms of a verb, those first whose preposition follows at once: called for Hanoi to crack down on brokers."""
    near = items.words[at + 1 : at + 2]
    return tuple(sorted(forms, key=lambda form: list(form.rest[:1]) != near)) if near and near[0] in items.known["parted"] else forms


def _stop(items: Items, at: int, form: VerbForm, words: Words) -> int:
    """Where a verb ends with the words that belong to it; 0 where they do not follow: expressed its deep regret over."""
    size = len(form.rest)
    if not size:
        return at + 1
    reach = DESCRIBING + 1 if items.words[at] in words["lending"] else 1
    while form.frame == "agree" and items.words[at - 1] != "as" and items.letters[at + reach : at + reach + 1] in ("a", "B", ",") and reach <= DESCRIBING + 1:
        reach += 1  # differed just as openly over; differed, however, over
    near = items.words[at + 1 : at + 1 + reach]
    if form.rest[0] not in near and f"{form.rest[0]}s" not in near:
        return _parted(items, at, form, words) if size == 1 and form.frame == "act" and form.rest[0] in items.known["parted"] else 0
    for first in range(at + 1, at + 1 + len(near)):
        stands = items.words[first] in (form.rest[0], f"{form.rest[0]}s") and tuple(items.words[first + 1 : first + size]) == form.rest[1:]
        if form.frame == "agree" and _again(items, first, form):
            return first + size + 1
        if stands and DESCRIBED.fullmatch(items.letters, at + 1, first):
            return 0 if _begins_other(items, form, first + size) else first + size
    return 0


def is_dated_noun(letters: str, at: int) -> bool:
    """Whether the time at an item owns a noun: concern about last year's drills."""
    return DATED.match(letters, at) is not None


def _again(items: Items, first: int, form: VerbForm) -> bool:
    """Whether an adverb stands before the last word that belongs to a verb: parted ways again over."""
    told, at = form.rest, first + len(form.rest) - 1
    return len(told) > 1 and tuple(items.words[first:at]) == told[:-1] and items.letters[at : at + 1] == "a" and items.words[at + 1 : at + 2] == [told[-1]]


def _parted(items: Items, at: int, form: VerbForm, words: Words) -> int:
    """Where the preposition of a verb ends that phrases part from it: called in a joint statement for, complained to the bloc about; else 0."""
    k, last = at + 1, len(items.letters)
    while k < min(last, at + LONGEST_PARTED):
        if items.words[k] == form.rest[0]:
            return 0 if items.letters[k + 1 : k + 2] == "D" and not is_dated_noun(items.letters, k + 1) else k + 1
        if items.letters[k] in "aD":
            k += 1
            continue
        stop = phrase_after(items, k + 1, last)
        addressed = items.letters[k] == "b" and not form.lemma.startswith(TALKING)
        placed = items.letters[k] == "P" and (items.words[k] not in items.known["parted"] or items.words[k] == "on")
        placed = placed and (items.letters[k + 1 : k + 2] in ("S", "M", "D") or not words["venue"].isdisjoint(items.words[k + 1 : stop]))
        if not (addressed or placed):
            return 0
        k = max(stop, k + 1)
    return 0


def is_related(items: Items, at: int) -> bool:
    """Whether a subject that ends before an item follows a relative: licences, which she said had emptied the sea."""
    relative = items.letters.rfind("i", max(0, at - LONGEST_SUBJECT), at)
    return relative >= 0 and items.words[relative] == "which" and not VERBAL & set(items.letters[relative + 1 : at]) and relative < at - 1


def _is_noun_before(items: Items, first: int, stop: int) -> bool:
    """Whether another verb right behind makes a form a noun: the offered was; not denied having, nor which she said had."""
    return items.letters[stop : stop + 1] in ("v", "e") and items.words[stop] not in items.known["gerund"] and not is_related(items, first)


def _is_alone(items: Items, at: int, stop: int, *, now: bool) -> bool:
    """Both agreed to, both oppose the plan, not both proposed deals: whether a determiner speaks alone, with what stands behind the verb."""
    behind = items.letters[stop : stop + 1]
    if now:
        behind = items.letters[stop + 3 : stop + 4].replace("D", "d") if items.letters.startswith(",a,", stop) else behind  # both condemn, however, the raid
        return items.words[at] == "both" and items.capital[at] and behind in ("d", "S", "M", "G", "b", "l")
    return items.words[at] in items.known["several_alone"] and items.capital[at] and behind not in ("x", "h")


def _is_asked(items: Items, stop: int) -> bool:
    """The envoy, asked about the remark, smiled: whether he was asked."""
    return items.words[stop - 1] == "about" or items.words[stop : stop + 1] in (["about"], ["if"], ["whether"], ["why"])


def _is_done_by(items: Items, stop: int, words: Words) -> bool:
    """Whether by tells who does what the verb tells: rejected by Japan, not said by telephone."""
    return items.words[stop : stop + 1] == ["by"] and words["by_means"].isdisjoint(items.words[stop + 1 : stop + 2])


def _begins_other(items: Items, form: VerbForm, at: int) -> bool:
    """Whether the last word opens an infinitive or a time, not a noun phrase: agreed to reopen, agreed on Tuesday."""
    if form.rest and items.letters[at : at + 1] == "D":
        return not is_dated_noun(items.letters, at)
    return form.rest[-1:] == ("to",) and form.frame == "agree" and items.letters[at : at + 1] not in tuple(NOUNS)


def _is_said_to(items: Items, at: int, words: Words) -> int:
    """Where is said to begins behind which a verb stands: is reported to have told; 0 where it does not stand there."""
    first = at - 2
    if first < 2 or items.words[first] not in words["said_to_have"] or items.words[first - 1] not in words["being"]:
        return 0
    while first and items.letters[first - 1] in "av":
        first -= 1
    return first


def _parted_to(letters: str, at: int, floor: int) -> int:
    """The item before an infinitive, also where an adverb between commas parts them: failed, however, to agree."""
    return at - 3 if letters.endswith(",a,", floor + 1, at + 1) else at


def _finite_from(items: Items, first: int, floor: int, words: Words) -> tuple[int, bool] | None:
    """Where the verb before an infinitive begins, and whether it denies that: has failed to agree, is said to have told, continued to differ."""
    if items.words[failed := _parted_to(items.letters, first - 2, floor)] in words["failing"]:
        return _aided_from(items.letters, failed, floor), True
    if _goes_on(items, first - 2, floor, words):
        return first - 2, False
    hearsay = _is_said_to(items, first, words)
    return (hearsay, False) if hearsay else None


def _goes_on(items: Items, at: int, floor: int, words: Words) -> bool:
    """Whether what goes on stands at an item without an auxiliary: the two continued to differ, not will continue to."""
    return at > floor and items.words[at] in words["continuing"] and items.letters[at - 1] not in "bv"


def _aided_from(letters: str, at: int, floor: int) -> int:
    """Where the auxiliaries before an item begin: have failed to agree."""
    while at > floor and letters[at - 1] in "av":
        at -= 1
    return at


def _before_adverb(items: Items, at: int, floor: int) -> int:
    """Before the auxiliary, adverb or set phrase that ends at an item: has for months, once more; the item where none does."""
    letters = items.letters
    if letters[at - 1] in "avz":
        return at if letters[at - 1] == "a" and items.capital[at - 1] else at - 1
    for size in SET_SIZES if letters[at - 1] in "dDx" else ():
        aided = at - size > floor and (letters[at - size - 1] == "v" or letters[at - 1] == "d")
        if aided and is_set_phrase(items, at - size, at):
            return at - size
    return at


def _hit(items: Items, floor: int, at: int, stop: int, form: VerbForm, words: Words) -> Hit | None:
    letters = items.letters
    first, negated, passive = at, False, False
    if items.words[at] in words["behind_at"] and first > floor and items.words[at - 1] == "at":
        first -= 1 + (items.words[first - 2] in words["lasting"])
    while first > floor and (begin := _before_adverb(items, first, floor)) < first:
        first = begin
        negated = negated or items.words[first] in words["negation"]
        passive = passive or items.words[first] in words["being"]
    if aside := ADVERB_ASIDE.search(letters, max(floor, first - 5), first):
        first, negated = aside.start(), negated or "z" in aside[0]
    if first > floor and letters[first - 1] == "e" and letters[first - 2 : first - 1] == "R":
        first -= 1
    negated = negated or not words["hardly_any"].isdisjoint(items.words[at + 1 : stop])  # found no common ground on
    before = letters[first - 1] if first > floor else ""
    aided = first < at and "v" in letters[first:at]
    if form.lemma.startswith("ask") and before == "," and first == at and _is_asked(items, stop) and "," in letters[stop:].partition(".")[0]:
        return None
    agreed = form.frame == "agree" and items.words[first - 1] == "it"  # it was agreed to meet
    if (passive and ING not in form.kinds and not agreed) or items.words[first - 1] in ("neither", "nor"):
        return None
    if before == "b" and items.words[first - 2] in words["refusing"]:
        return None
    if before == "b" and (finite := _finite_from(items, first, floor, words)):
        return Hit(finite[0], at, stop, form, FINITE, negated or finite[1])
    if before == "b" and BASE in form.kinds:
        return Hit(first - 1, at, stop, form, INFINITIVE, negated)
    if ING in form.kinds:
        return Hit(first, at, stop, form, FINITE if aided else PARTICIPIAL, negated)
    alone = before == "d" and bool(form.kinds & {PAST, BASE}) and _is_alone(items, first - 1, stop, now=PAST not in form.kinds)
    if not aided and not alone and (before in tuple("deoP") or _is_noun_before(items, first, stop)):
        return None
    if not aided and form.kinds <= NOUNY and items.capital[at] and first > floor and not items.capital[first - 1]:
        return None
    if not aided and (form.kinds == {PARTICIPLE} or (PAST in form.kinds and _is_done_by(items, stop, words))):
        return None
    return Hit(first, at, stop, form, FINITE, negated) if form.kinds & {PAST, PRESENT, BASE} or aided else None
