"""Named sources: по словам X, …; …, по мнению X, …; по его словам, …"""

from __future__ import annotations

import re
from collections.abc import Sequence

from detente.resources.verbs import VerbForm

from ..items import Items
from ..scene import Scene
from .phrases import TITLES, Phrase, phrase_at
from .relays import is_medium

TOLD = re.compile("c[^.;]*l")  # he said that, according to X, …
DESCRIBED, LONGEST = re.compile(",j[Pvza]"), 9
HAD = re.compile(",jP")
BY = "по"
ACCORDING = frozenset({"behind"})


def part_before(items: Items, first: int, last: int) -> int | None:
    """Where the part of a sentence ends that a colon or semicolon parts from one with a named source."""
    at = next((k for k in _places(items, first, last) if _source(items, k, last)), None)
    cut = max(items.letters.rfind(mark, first, at) for mark in ":;") if at is not None else -1
    return cut if cut > first else None


def part_told(items: Items, first: int, stop: int) -> int:
    """Where a colon parts a clause from a report inside what explains it: Каир возразил: воду, заявил он, не …; else 0."""
    cut = max(items.letters.rfind(mark, first, stop) for mark in ":;")
    told = cut > first and items.letters[cut + 1 : cut + 2] != "Q" and not set("Vc").isdisjoint(items.letters[first:cut])
    return cut if told and stop > cut + 1 else 0


def read_according(scene: Scene, first: int, last: int) -> bool:
    """Read a sentence that names its source by a phrase."""
    items = scene.items
    for at in _places(items, first, last):
        source = _source(items, at, last)
        if source is None:
            continue
        cue, speaker, end = source
        if end < last and items.letters[end] not in ",-:)" and at > first and items.letters[end - 1] != "i":
            continue
        if TOLD.search(items.letters, first, at):
            return False
        _add(scene, (first, last), cue, speaker, end)
        return True
    return False


def _places(items: Items, first: int, last: int) -> Sequence[int]:
    """The items at which a phrase that names a source may begin: most sentences have none."""
    if "A" not in items.letters[first:last] and BY not in items.words[first:last]:
        return ()
    return [k for k in range(first, last) if items.letters[k] == "A" or items.words[k] == BY]


def _source(items: Items, at: int, last: int) -> tuple[tuple[int, int], tuple[int, int], int] | None:
    """Cue, speaker and end of a phrase that names a source."""
    if items.letters[at : at + 2] == "Ai":
        if items.words[at] in items.known["as_written_in"] and not _is_report(items, at):
            return None
        return (at, at + 1), (at + 1, at + 2), at + 2  # посол, по словам которого мост закрыт
    if items.letters[at] == "A":
        phrase = phrase_at(items, at + 1, last)
        return ((at, at + 1), (phrase.first, stop := _apposed(items, _placed(items, phrase.last, last), last)), stop) if phrase else None
    if items.words[at] == BY and at + 2 < last and items.words[at + 2] in items.known["by_words_of"] and items.letters[at + 1] in "Rd":
        return (at, at + 3), (at + 1, at + 2), at + 3
    return None


def _is_report(items: Items, at: int) -> bool:
    """Whether a text that somebody made stands before a relative clause: доклад, согласно которому …; no law, no treaty."""
    return "N" in items.letters[max(0, at - LONGEST) : at]


def _apposed(items: Items, at: int, last: int) -> int:
    """Behind the office of a source between commas: по словам Лидиной, замглавы Минэнерго, …; or past what describes it: знакомого с делом."""
    if items.letters[at : at + 2] == ",i" or items.letters[at : at + 3] == ",Pi":
        return items.letters.find(",", at + 1, last) if "," in items.letters[at + 1 : last] else at
    described = DESCRIBED.match(items.letters, at, last) and "," in items.letters[at + 1 : at + LONGEST]
    if described and (items.cases[at + 1] == "G" or items.words[at + 2] in items.known["obtained_from"]):
        return items.letters.find(",", at + 1, last)
    inner = phrase_at(items, at + 1, last) if items.letters[at : at + 1] == "," else None
    office = inner is not None and not inner.preposition and items.letters[inner.head] in TITLES and items.cases[inner.head] in "gb"
    return inner.last if inner and office and items.letters[inner.last : inner.last + 1] == "," else at


def past_topic(items: Items, first: int, stop: int) -> int:
    """Behind what only names the topic: Что касается пленных, то …"""
    named = items.words[first : first + 2] == ["что", "касаться"]
    comma = items.letters.find(",", first, stop) if named else first
    return stop if comma < 0 else comma


def _had_from(scene: Scene, first: int, last: int) -> Phrase | None:
    """From whom an outlet has what it tells: по информации EFE, полученной от министра."""
    items = scene.items
    match = HAD.search(items.letters, first, last)
    at = match.end() - 1 if match else last
    outlet = Phrase(first, at - 2, first, "")
    had = at < last and items.words[at] in items.known["obtained_from"] and is_medium(items, outlet, scene.words)
    return phrase_at(items, at + 1, last) if had else None


def _placed(items: Items, at: int, last: int) -> int:
    """Behind where a source is: источников в порту, чиновника Госдепа в Женеве."""
    bound = phrase_at(items, at, last) if items.letters[at : at + 1] == "P" else None
    return bound.last if bound and items.letters[bound.last : bound.last + 1] == "," else at


def _add(scene: Scene, whole: tuple[int, int], cue: tuple[int, int], speaker: tuple[int, int], end: int) -> None:
    items = scene.items
    first, last = whole
    form = VerbForm(items.words[cue[0]], (), frozenset(), "say", ACCORDING)
    draft = scene.new(form, cue, scene.span(*speaker), scene.span(first, last), "according")
    if source := _had_from(scene, *speaker):
        draft.speaker, draft.relays = scene.span(source.first, source.last), ((scene.span(speaker[0], source.first - 3),),)
    stop = cue[0]
    while stop > first and items.letters[stop - 1] in ",-aBw":
        stop -= 1
    first = past_topic(items, first, stop)
    if stop > first and items.letters[speaker[0]] != "i":
        draft.take(*scene.span(first, stop), 0)
    end = _past_aside(items, end, last)
    while end < last and items.letters[end] in ",-:":
        end += 1
    if end < last:
        draft.take(*scene.span(end, last), 9)


def _past_aside(items: Items, at: int, last: int) -> int:
    """Behind an aside between commas that was passed over: по данным Reuters, на которые ссылается РБК, …"""
    if not (at < last and items.letters[at] == "a" and items.words[at] == ","):
        return at
    stop = at
    while stop < last and items.letters[stop] == "a":
        stop += 1
    return next((k + 1 for k in range(stop - 1, at, -1) if items.words[k] == ","), at)
