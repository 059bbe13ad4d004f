"""Asides that only tell which outlets passed words on: Qatar, Al Jazeera said, citing Axios, has refused to host the talks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from .hits import Words
from .items import Items
from .sentences import sentences

WITHIN = frozenset("dOQkxaDmPewcVibBqrRnNSMj-h,")  # classes of what stands in an aside, people and offices apart
OUTLETS = frozenset("OQ")
LATIN = frozenset("kK")  # names, of which some are in Latin letters
BEFORE = frozenset("Vvc")
GOING_ON = frozenset("vVcl:Q")
LONGEST, LONGEST_REASON = 18, 32
TELLING = re.compile("c(?:d?[Okx]{1,3})?(P[^,.:;cl]{1,8}[cV]a?P[^,.:;cl]{1,5})(?=[l.:]|$)")  # said in a BBC interview quoted by NTB that
FIRST = re.compile("(?<=[OQ]),i[^,.:;]{0,2}[cV][^,.:;clQ]{1,5},")  # Reuters, which first reported the news, quoted …
REPORTED = re.compile("d?O+c(?:P?D+)?")
SHORT_FORM = re.compile(r"(?<=[kKYTGSIhxjO])\([kKOGxjaYmS.-]{1,4}\)(?=[PDcvVa,kKj])")  # the Department of Foreign Affairs (DFA) on Monday said
BRACKETED = re.compile("(?<=[hITtYKkSMGn])\\([kKOTtjhnISMPG]{1,4}\\)")
BEHIND_BRACKETS = tuple("cVKkTtPS")
CLASSES = ("carrying", "sourcing", "learning")
ACCORDING = "according"


def drop_asides(items: Items, words: Words) -> None:
    """Drop asides of outlets, those between a subject and its verb or between a verb and its content, and short forms in brackets."""
    for match in reversed([*SHORT_FORM.finditer("" if items.cased else items.letters)]):
        items.drop(*match.span())
    found = [aside for first, last in sentences(items) for aside in _asides(items, first, last, words)]
    for begin, end in sorted(found, reverse=True):
        items.drop(begin, end)


def _asides(items: Items, first: int, last: int, words: Words) -> Iterator[tuple[int, int]]:
    yield from _unnamed(items, first, last, words)
    yield from _bracketed(items, first, last, words) if items.cased else ()
    told = items.letters[first:last]
    if OUTLETS.isdisjoint(told) and not (items.cased and not LATIN.isdisjoint(told)):
        return
    for match in TELLING.finditer(items.letters, first, last):
        begin, end = match.span(1)
        if items.words[begin - 1] in words["carrying"]:
            continue
        if WITHIN.issuperset(items.letters[begin:end]) and not OUTLETS.isdisjoint(items.letters[begin:end]) and _relays(items, begin, end, words):
            yield begin, end
    for match in FIRST.finditer(items.letters, first, last):
        if not words["taken_up"].isdisjoint(items.words[match.start() : match.end()]):
            yield match.start(), match.end() - (items.letters[match.end() : match.end() + 1] not in BEFORE)
            return
    commas = [k for k in range(first + 1, last) if items.letters[k] == ","]
    stop = first
    for begin, end in sorted([*zip(commas, commas[2:], strict=False), *pairwise(commas)], key=lambda pair: (pair[0], -pair[1])):
        if begin >= stop and _is_aside(items, first, begin, end, words):
            yield begin, end + (items.letters[first] != "A")
            stop = end


def _bracketed(items: Items, first: int, last: int, words: Words) -> Iterator[tuple[int, int]]:
    """Агентство по безопасности (ANSA) подтвердило; член коллегии (министр) по торговле Асри: what brackets add to who speaks."""
    for match in BRACKETED.finditer(items.letters, first, last):
        if words["in_brackets"].isdisjoint(items.words[match.start() : match.end()]) and items.letters[match.end() : match.end() + 1] in BEHIND_BRACKETS:
            yield match.span()


def _unnamed(items: Items, first: int, last: int, words: Words) -> Iterator[tuple[int, int]]:
    """, who spoke on condition of anonymity because he was not authorised to discuss them,: why somebody is not named, before what he says."""
    if words["unnamed"].isdisjoint(items.words[first:last]):
        return
    commas = [k for k in range(first + 1, last - 1) if items.letters[k] == ","]
    for begin, end in ((a, b) for a in commas for b in commas if a < b <= a + LONGEST_REASON):
        inside, behind = items.words[begin + 1 : end], items.words[end + 1]
        opens = items.letters[begin + 1] == "i" or inside[0] in words["unnamed_opening"]
        tells = items.letters[end + 1] in BEFORE and not behind.endswith("ing")
        if opens and tells and "Q" not in items.letters[begin:end] and not words["unnamed"].isdisjoint(inside):
            yield begin, end + 1
            return


def _is_aside(items: Items, first: int, begin: int, end: int, words: Words) -> bool:
    inside = "".join("O" if _is_latin(items, k) else items.letters[k] for k in range(begin + 1, end))
    if not 1 < end - begin - 1 <= LONGEST or not WITHIN.issuperset(inside) or OUTLETS.isdisjoint(inside):
        return False
    before = max(first, *(items.letters.rfind(mark, first, begin - 1) for mark in ",l"))
    if not OUTLETS.isdisjoint(items.letters[before:begin]) and not _is_of_speaker(items, begin, end, words):
        return False
    if items.letters[end + 1 : end + 2] == "l" and (REPORTED.fullmatch(inside) or items.words[begin + 1] == ACCORDING):
        return True  # told reporters, Interfax said, that …
    return _divides(items, first, begin, end) and _relays(items, begin + 1, end, words)


def _is_of_speaker(items: Items, begin: int, end: int, words: Words) -> bool:
    """Whether an outlet before an aside is no other than who quotes, or was told: Interfax, citing BelTA, quoted …; told the BBC, according to IRNA, that …"""
    if items.cased or items.words[end + 1 : end + 2] == []:
        return False
    return items.words[end + 1] in words["quoting"] or (items.letters[end + 1] == "l" and items.words[begin + 1] == ACCORDING)


def _is_latin(items: Items, k: int) -> bool:
    """Whether a name in Latin letters stands in a text of others: порталом Vijesti."""
    return items.cased and items.letters[k] in LATIN and items.words[k].isascii()


def _divides(items: Items, first: int, begin: int, end: int) -> bool:
    """Whether a verb that stands behind has its subject before, or what a verb before tells stands behind."""
    following = items.letters[end + 1 : end + 2]
    if items.letters[begin - 1] == "l" or items.letters[first] == "A":
        return True
    tells = items.letters[begin - 1] == "c" and following in ("l", "Q", ":")
    return tells or (following in GOING_ON - {"l"} and BEFORE.isdisjoint(items.letters[first:begin]))


def _relays(items: Items, begin: int, end: int, words: Words) -> bool:
    """Whether outlets carry or cite there, or one reports in two clauses."""
    told = set(items.words[begin:end])
    if ACCORDING in told or any(not told.isdisjoint(words[name]) for name in CLASSES):
        return True
    return "," in items.letters[begin:end] and "c" in items.letters[begin:end]
