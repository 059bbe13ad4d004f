"""Who speaks named as a place, or by a document: в Кремле заявили; в заявлении, в котором говорится."""

from __future__ import annotations

from ..hits import Hit
from ..items import Items
from ..subjects import Subject
from .agreement import agrees
from .phrases import LONGEST_TITLE, phrases
from .subjects import SEGMENTS, SPEAKERS, SPEAKING, stretch_from

PLACES = frozenset("MYGOShTINkp")


def _document(items: Items, hit: Hit, first: int) -> Subject | None:
    """заявление армии, в котором говорится: the document before the relative clause in which something is said."""
    relative = items.letters.rfind("i", max(first, hit.first - SEGMENTS), hit.first)
    if relative - 3 < first or items.letters[relative - 2] != "," or items.words[relative - 1] not in items.known["seated_in"]:
        return None
    if "r" in items.letters[relative : hit.first]:
        return None
    if any(items.letters[p.head] in SPEAKING | SPEAKERS and agrees(items, p, items.cases[hit.at]) for p in phrases(items, relative + 1, hit.first)):
        return None  # статья, в которой депутат обвиняет
    before = phrases(items, stretch_from(items, relative - 2, first), relative - 2)
    fits = before and before[-1].last == relative - 2 and items.letters[before[-1].head] in "nN"
    return Subject(before[-1].first, before[-1].last, before[-1].first, "document") if fits else None


def _is_aside(letters: str) -> bool:
    """Whether a relative clause between commas parts a place from its verb: в протоколе, копией которого располагает ТАСС, говорится."""
    return letters[:1] == letters[-1:] == "," and letters.count(",") == 2 and not {"i", "q"}.isdisjoint(letters[1:4])


def speaking_place(items: Items, hit: Hit, first: int, last: int) -> Subject | None:
    """в Кремле заявили; в заявлении говорится; заявили в МИД: who speaks is named as a place."""
    if items.cases[hit.at] not in "psu":
        return None
    if document := _document(items, hit, first):
        return document
    if items.letters[hit.first - 1 : hit.first] == "i":
        return None
    around = [*phrases(items, hit.last, last)[:2], *phrases(items, first, hit.first)]
    follows = items.words[hit.at] in items.known["following"]
    leads = items.known["followed_from" if follows else "seated_in"]
    for phrase in reversed(around):
        named = items.letters[phrase.head] == "Q" and items.stops[phrase.head] - items.starts[phrase.head] < LONGEST_TITLE
        impersonal = items.words[hit.at].endswith("ся") or items.cases[hit.at] == "u" or follows
        speaks = named or items.letters[phrase.head] in PLACES or impersonal
        if phrase.last <= hit.first and not set("qil").isdisjoint(between := items.letters[phrase.last : hit.first]) and not _is_aside(between):
            continue
        if phrase.preposition in leads and speaks and not (follows and items.letters[phrase.head] in "Rd"):
            return Subject(phrase.first, phrase.last, phrase.first - 1, "place")
    return None
