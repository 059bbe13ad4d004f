"""Nouns that report: X's claim that …, his call for …, the claim by X that …"""

from __future__ import annotations

import re
from typing import NamedTuple

from detente.resources.verbs import VerbForm, Verbs

from .hits import Words
from .items import Items
from .phrases import phrase_after, phrase_before
from .subjects import Subject

SIDES = frozenset("SMGYTK")  # claims from Oslo that
ADJECTIVES = 3
VERBAL = frozenset("vVc")
GROUP = re.compile("(?<![dblq])(?:v[avz]*[Vc]?|[Vc])")


class Noun(NamedTuple):
    """A reporting noun at item `at`, who is behind it, and where its content begins."""

    at: int
    form: VerbForm
    subject: Subject
    content: int
    kind: str


def find_noun(items: Items, at: int, first: int, last: int, verbs: Verbs, words: Words) -> Noun | None:
    """Return the report of a noun, or None where it has no owner or no content."""
    form = verbs.nouns.get(items.words[at])
    if form is None or at + 2 >= last:
        return None
    subject = _owner(items, at, first, words)
    start = at + 1
    if subject is None and items.words[start] in items.known["authored"]:
        stop = phrase_after(items, start + 1, last)
        told = stop > start + 1 and (items.words[start] == "by" or not SIDES.isdisjoint(items.letters[start + 1 : stop]))
        subject = Subject(start + 1, stop, at, "by") if told else None
        start = stop
    if subject is None or start >= last:
        return None
    found = _governed(items, at, form, subject, start, last)
    return None if found and subject.rule == "state" and found.kind == "noun" else found


def _governed(items: Items, at: int, form: VerbForm, subject: Subject, start: int, last: int) -> Noun | None:
    word = items.words[start]
    if word not in form.takes or start + 1 >= last:
        return None
    if word == "that":
        return Noun(at, form, subject, start + 1, "that")
    if word == "to" and items.letters[start + 1] in "cxvaVP":
        return Noun(at, form, subject, start, "to")
    return Noun(at, form, subject, start + 1, "noun")


def main_verb(items: Items, noun: Noun, first: int, last: int) -> int:
    """Where the content of a noun that is its sentence's subject ends, before the verb of the sentence; `last` for another."""
    if not VERBAL.isdisjoint(items.letters[first : noun.at]):
        return last
    groups = [match.start() for match in GROUP.finditer(items.letters, noun.content + (noun.kind == "to"), last)]
    skipped = 1 if noun.kind == "that" and len(groups) > 1 else 0
    if noun.kind == "to" and groups and groups[0] == noun.content + 1:
        skipped = 1
    return groups[skipped] if len(groups) > skipped else last


def is_fronted(items: Items, noun: Noun, first: int) -> bool:
    """Whether a noun stands in a phrase in front of the sentence: Despite denials by Belgrade that …, the border …"""
    return items.letters[first] in "PB" and not any(mark in items.letters[first : noun.at] for mark in ",;Q")


def _owner(items: Items, at: int, first: int, words: Words) -> Subject | None:
    """Russia's repeated claim, his claim."""
    letters = items.letters
    owner = at - 1
    while owner > first and at - owner <= ADJECTIVES and letters[owner] in "xVamk":
        owner -= 1
    if owner < first:
        return None
    if items.words[owner] in items.known["possessive"]:
        return Subject(owner, owner + 1, owner, "owner")
    if letters[owner] in "SM":
        return Subject(owner, owner + 1, owner, "state")
    if letters[owner] != "e" or owner == first or letters[owner - 1] == "R":
        return None
    begin = phrase_before(items, owner, first, words)
    return Subject(begin, owner, begin, "owner") if begin < owner else None
