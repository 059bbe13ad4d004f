"""Whom and what a document names before a place: the person a pronoun takes up, the place whose ministry speaks."""

from __future__ import annotations

from bisect import bisect_left

from detente.languages import Language
from detente.records import Parse, Speaker

from .people import People

SENTENCE_ENDS = frozenset(".\n\r")
FARTHEST = 80
BEFORE_NAME = frozenset("SMGYTthnjwDavmx")


def person_before(
    parse: Parse, people: People, at: int, language: Language, *, leading: bool
) -> Speaker | None:
    """Return who opens the sentence before the one at offset `at`; unless `leading`, whoever it names first.

    The states of an office count where no name is known.
    """
    tokens = parse.tokens
    stop = _sentence_start(parse, bisect_left(tokens.starts, at))
    farthest = max(0, stop - FARTHEST)
    while stop > farthest:
        first = _sentence_start(parse, stop - 1)
        for i in range(first, stop):
            if tokens.classes[i] == "K" and (name := people.find(tokens.words[i])):
                return Speaker(tokens.starts[i], tokens.stops[i], name.actor_id, name.forms[0], name.party)
            if tokens.classes[i] == "T" and not leading and not _names(parse, i):
                return _office(parse, first, i, language)
            if leading and tokens.classes[i] not in BEFORE_NAME:
                return None
        if leading and stop - first > 1:
            return None
        stop = first
    return None


def _names(parse: Parse, i: int) -> bool:
    """Whether a name follows an office, at once or, where words are declined, behind its state: министр Ирана Араш Кермани."""
    tokens = parse.tokens
    at = i + 1
    while tokens.cases and tokens.classes[at : at + 1] in ("S", "G", "M", "Y") and tokens.cases[at] in "gbq":
        at += 1
    return tokens.classes[at : at + 1] in ("K", "T", "k")


def _sentence_start(parse: Parse, i: int) -> int:
    """The token that opens the sentence of token `i`, or one so far back that it does not matter."""
    farthest = max(0, i - FARTHEST)
    while i > farthest and parse.tokens.classes[i - 1] not in SENTENCE_ENDS:
        i -= 1
    return i


def _office(parse: Parse, first: int, i: int, language: Language) -> Speaker | None:
    """Who holds an office that a state stands before in its sentence."""
    tokens, entries = parse.tokens, language.gazetteer.entries
    for k in range(i, max(first, i - 4) - 1, -1):
        if (entry := entries.get(tokens.words[k])) and entry.party and entry.kind != "outlet":
            words = language.joint.join(tokens.words[k : i + 1])
            return Speaker(tokens.starts[k], tokens.stops[i], f"actor:{words}", words, entry.party)
    return None


def place_over(parse: Parse, at: int, language: Language) -> str | None:
    """Return the state of the phrase that opens a sentence before its subject: 在立陶宛,国防部…"""
    tokens = parse.tokens
    last = bisect_left(tokens.starts, at)
    first = _sentence_start(parse, last)
    if last - first < 3 or tokens.classes[first] != "P":
        return None
    comma = tokens.classes.find(",", first, last)
    named = _party(parse, comma - 1, language) if comma > first else None
    return named if comma == last - 1 else None


def _party(parse: Parse, i: int, language: Language) -> str | None:
    """Return the party of the state that token `i` names."""
    entry = language.gazetteer.entries.get(parse.tokens.words[i])
    return entry.party if entry and parse.tokens.classes[i] in "SM" else None
