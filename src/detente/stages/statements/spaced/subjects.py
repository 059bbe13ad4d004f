"""The subject of a reporting verb, by position."""

from __future__ import annotations

import re
from typing import NamedTuple

from detente.resources.verbs import PAST

from .adverbials import before_adverbials, before_times, manner_from
from .hits import FINITE, INFINITIVE, PARTICIPIAL, Hit, Words
from .items import Items
from .phrases import HEADED, list_before, phrase_after, phrase_before

OPENING = frozenset(",;:-()BwaDQ")
VERB_BEHIND = re.compile("(?:P?D+)?a*(?:,[^,]{1,40},)?a*[vVc]")
NAME_ALONE = re.compile("[SMGR](?:w[SMG])*(?=b[xcaV]|a*x[dSMxk]|dx[xV])")  # Oslo bars ships and wants …; Oslo no longer pays and wants …
BEFORE = frozenset(",;:-()BwlqiQcaDPVx")
NAMES = frozenset("SMGKkY")
PLACED = re.compile("w?P[SMkKeGYTx]{1,3}")  # In Riga | the minister, Ana Ruiz, said
LONGEST_ASIDE = 40
ONE_OF_THEM = re.compile("[dmjx]{1,2}ou\\Z")
LONGEST_CHOSEN = 5
LONGEST_CLAUSE = 12


class Subject(NamedTuple):
    """Items `first` to `last` (exclusive); `edge` is where the clause's own words before it end."""

    first: int
    last: int
    edge: int
    rule: str

    def stands_before(self, hit: Hit) -> bool:
        """Whether its verb follows at once, or behind what describes it."""
        return self.last == hit.first or self.rule in ("restricted", "contrasted")


def subject_of(items: Items, hit: Hit, floor: int, words: Words) -> Subject | None:
    """Return the subject that stands before a verb: a noun phrase, also with an apposition or a relative clause."""
    before = items.letters[hit.first - 1] if hit.first > floor else ""
    if hit.mode == INFINITIVE or not before or (hit.mode == PARTICIPIAL and before not in HEADED):
        return None
    if before in ",)-":
        return _apposed(items, hit.first, floor, words)
    if before == "u" and (chosen := ONE_OF_THEM.search(items.letters, max(floor, hit.first - LONGEST_CHOSEN), hit.first)):
        return Subject(chosen.start(), hit.first, chosen.start(), "phrase") if items.words[hit.first - 1] == "them" else None
    if before == "D" and (dated := _dated(items, before_times(items, hit.first, floor), floor, words)):
        return dated
    if before == "D" and (at := before_times(items, hit.first, floor)) > floor and items.letters[at - 1] == ",":
        return _apposed(items, at, floor, words)
    if before == "i" or (before == "l" and hit.first - 2 > floor and items.letters[hit.first - 2] in HEADED):
        return _antecedent(items, hit.first - 1, max(0, floor - LONGEST_ASIDE), words)
    stop = before_adverbials(items, hit.first, floor, words)
    first = phrase_before(items, stop, floor, words)
    if before == "R" and items.letters[floor] == "P" and items.letters[first - 1] in HEADED:
        return Subject(first, stop, first, "phrase")  # in a post on Facebook it accused
    if first > floor and manner_from(items, stop, floor, words) == first - 1:
        return _restricted(items, hit, floor, words)  # who took part in the meeting said, not … but in a statement accused
    if placed := _placed(items, first, stop, floor, words):
        return placed
    if first == stop or (first > floor and items.letters[first - 1] not in BEFORE):
        return _restricted(items, hit, floor, words)
    if reduced := _reduced(items, first, floor, words):
        return reduced
    if first > floor and items.letters[first - 1] in ("VcP" if _has_told(hit) else "Vc") and (whole := _restricted(items, hit, floor, words)):
        return whole
    if hit.mode == PARTICIPIAL and first > floor and items.letters[first - 1] in "Vcx":
        return leading(items, floor, first, words)
    if first > floor and items.words[first - 1] == "whose":
        return None
    if items.words[first] in words["narrator"] or _says_nothing(items, hit, first, stop, words):
        return None
    first = list_before(items, first, stop, floor)
    edge = first
    while edge > floor and items.letters[edge - 1] == "a":
        edge -= 1
    return Subject(first, stop, edge, "phrase")


def _has_told(hit: Hit) -> bool:
    """Whether a verb reports in the past, as no noun does: officials who sat in on Monday's session said, not who is wanted on fraud charges."""
    return hit.form.frame in ("say", "tell") and PAST in hit.form.kinds


def _placed(items: Items, first: int, stop: int, floor: int, words: Words) -> Subject | None:
    """The envoy, Ana Ruiz, on Tuesday in Brussels appealed: the subject before a comma behind which only a time and a place stand."""
    if first == stop or items.letters[first - 1] != "P" or items.words[first - 1] not in ("in", "at", "from"):
        return None
    at = before_times(items, first - 1, floor)
    return _apposed(items, at, floor, words) if at > floor and items.letters[at - 1] == "," else None


def _restricted(items: Items, hit: Hit, floor: int, words: Words) -> Subject | None:
    """An official who asked not to be named said: the noun phrase before a relative clause without commas."""
    relative = items.letters.rfind("i", max(floor, hit.first - LONGEST_CLAUSE), hit.first)
    if hit.mode != FINITE or relative <= floor:
        return None
    between = set(items.letters[relative + 1 : hit.first])
    if between & set(",;Q:") or not between & set("vVc"):
        return None
    first = phrase_before(items, relative, floor, words)
    opens = first == floor or items.letters[first - 1] in BEFORE
    return Subject(first, relative, first, "restricted") if first < relative and opens else None


def contrast_of(items: Items, hit: Hit, floor: int, words: Words) -> Subject | None:
    """…, while Oman, in a statement, lauded the plan; …, and Ana Ruiz, his guest, hailed it: a second subject, told apart from its verb."""
    if hit.mode != FINITE or items.letters[hit.first - 1] != ",":
        return None
    own = subject_of(items, hit, floor, words)
    if own is None or own.rule != "apposed" or own.edge <= floor:
        return None
    if items.words[own.edge - 1] not in items.known["contrast_before"] and not (items.words[own.edge - 1] == "and" and items.letters[own.edge - 2] == ","):
        return None
    return own._replace(rule="contrasted") if set(items.letters[own.first : own.last]) & NAMES else None


def _reduced(items: Items, first: int, floor: int, words: Words) -> Subject | None:
    """An official contacted by Reuters said: the noun phrase before a participle with what belongs to it."""
    at = first - 2
    if at <= floor or items.letters[first - 1] != "P" or items.words[at] not in words["reduced_relative"]:
        return None
    if items.words[at] in words["made_public"] and items.words[first - 1] == "by":
        return None
    begin = phrase_before(items, at, floor, words)
    opens = begin == floor or items.letters[begin - 1] in BEFORE
    return Subject(begin, at, begin, "restricted") if begin < at and opens else None


def _dated(items: Items, stop: int, floor: int, words: Words) -> Subject | None:
    """A report published last week found: the noun phrase before a participle with a time."""
    at = stop - 1
    begin = phrase_before(items, at, floor, words) if at > floor and items.words[at] in words["reduced_relative"] else at
    opens = begin == floor or items.letters[begin - 1] in BEFORE
    return Subject(begin, at, begin, "restricted") if begin < at and opens else None


def aside_subject(items: Items, hit: Hit, floor: int, words: Words) -> Subject | None:
    """…, a claim Tehran called absurd: who speaks in an apposition of a content, and where that begins."""
    comma = items.letters.rfind(",", floor, hit.first)
    begin = comma + 3
    if hit.form.frame == "act" and items.words[hit.last : hit.last + 1] == ["as"]:
        return None  # …, a claim Tehran dismissed as absurd: told with the claim
    if comma < 0 or hit.mode != FINITE or begin >= hit.first or items.words[comma + 1] not in ("a", "an"):
        return None
    sums = items.letters[comma + 2] in "Nc" or any(items.words[comma + 2] in words[name] for name in ("aside_noun", "taken_up", "message"))
    whole = sums and phrase_before(items, hit.first, begin, words) == begin
    return Subject(begin, hit.first, comma + 1, "aside") if whole else None


def beside(items: Items, hit: Hit, floor: int, words: Words) -> Subject | None:
    """…, with its minister calling it a lesson: the subject of a participle behind with."""
    first = phrase_before(items, hit.first, floor, words)
    return Subject(first, hit.first, first - 1, "beside") if floor < first < hit.first and items.words[first - 1] == "with" else None


def _says_nothing(items: Items, hit: Hit, first: int, stop: int, words: Words) -> bool:
    """Neither side said where; pictures show."""
    silent = items.words[first] == "neither" and hit.form.frame != "act"
    return silent or items.words[stop - 1] in words["picture"]


def _apposed(items: Items, stop: int, floor: int, words: Words) -> Subject | None:
    """Zarif, the foreign minister, said; Zarif, who arrived on Monday, said: the subject before the mark that ends at `stop`."""
    letters = items.letters
    at = stop - 1
    limit = max(floor, at - LONGEST_ASIDE)
    opening = ",-" if letters[at] in ",-" else "("
    inner = at
    while inner > limit:
        inner -= 1
        if letters[inner] not in opening:
            continue
        end = inner - 1 if items.words[inner - 1] in words["on_the_spot"] else inner  # its ambassador here, Ana Ruiz, said
        first = phrase_before(items, end, floor, words)
        before = items.words[first - 1]
        if first == end or not (_opens(letters, first, floor) or before in words["at_the_time"] or before in words["quoting"]):
            continue
        if items.words[first] in ("a", "an") and letters[first - 1] == "," and (outer := phrase_before(items, first - 1, floor, words)) < first - 1:
            first = outer if _opens(letters, outer, floor) else first  # the minister, a retired general, who came on Monday, said
        named = letters[inner + 1] in "dSMKkjGYTtOhINmx"
        return Subject(first, at if named else inner, first, "apposed")
    return None


def _opens(letters: str, first: int, floor: int) -> bool:
    """Whether a subject opens its clause, or follows when that was: Minutes later Alaska's governor, …"""
    if letters[first - 2 : first] == "Pi":
        return True
    while first > floor and letters[first - 1] in "aD":
        first -= 1
    return first == floor or letters[first - 1] in "BwlqQ,;:-" or PLACED.fullmatch(letters, floor, first) is not None


def _antecedent(items: Items, relative: int, floor: int, words: Words) -> Subject | None:
    """officials who say; Zarif, who said: the pronoun, behind a noun phrase."""
    stop = relative
    while stop > floor and items.letters[stop - 1] in ",P":
        stop -= 1
    first = phrase_before(items, stop, floor, words)
    return Subject(relative, relative + 1, first, "relative") if first < stop else None


def leading(items: Items, first: int, last: int, words: Words) -> Subject | None:
    """The subject of the nearest clause before a place: a noun phrase that opens one and has a verb behind it."""
    letters = items.letters
    for at in range(last - 2, first - 1, -1):
        if at > first and (letters[at - 1] not in OPENING or letters[max(first, at - 2) : at] == "dD"):
            continue
        stop = phrase_after(items, at, last)
        while stop > at and letters[stop : stop + 1] == "P" and phrase_after(items, stop + 1, last) > stop + 1:
            stop = phrase_after(items, stop + 1, last)
        alone = at == first and (name := NAME_ALONE.match(letters, at)) is not None and name.end() <= stop
        stop = name.end() if alone and name else stop
        if stop == at or not (alone or VERB_BEHIND.match(letters, stop)) or items.words[at] in words["narrator"]:
            continue
        if set(letters[at:stop]) & (HEADED | {"R"}):
            begin = phrase_before(items, at - 1, first, words) if at > first and letters[at - 1] == "w" else at
            joined = begin < at - 1 and (begin == first or letters[begin - 1] in OPENING)
            return Subject(begin if joined else at, stop, begin if joined else at, "leading")
    return None
