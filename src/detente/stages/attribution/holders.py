"""Which of the people who were named with an office a bare office means, in a language with cases: министр поддержала …

A minister is no deputy minister where one of each was named, and who did what a feminine verb tells is no man.
"""

from __future__ import annotations

import re

from detente.records import Name

from .case import Attribution
from .naming import Naming

DID = re.compile("K[aD]{0,2}([cV])|([cV])K")
VERB = re.compile("[aD]{0,2}([cV])")
GENDERS = frozenset("mw")
SEVERAL = 2

Holders = list[tuple[int, Name]]


def likely_holders(naming: Naming, holders: Holders) -> Holders:
    """Return those of the people named with an office, each with the token of the name, whom it may mean; all if it tells nothing."""
    ranked = _of_rank(naming, holders)
    gender = _gender_told(naming)
    if gender is None or len({name.actor_id for _, name in ranked}) < SEVERAL:
        return ranked
    return [(i, name) for i, name in ranked if _gender_of(name, naming.case) in (gender, None)] or ranked


def _of_rank(naming: Naming, holders: Holders) -> Holders:
    """The holders of the office itself, where the office is no deputy's."""
    deputies = tuple(naming.case.words("deputy"))
    if naming.words[0].startswith(deputies):
        return holders
    return [(i, name) for i, name in holders if not any(word.startswith(deputies) for word in name.title.lower().split())] or holders


def _gender_told(naming: Naming) -> str | None:
    """The gender of the verb behind a bare office."""
    tokens = naming.case.parse.tokens
    verb = VERB.match(tokens.classes, naming.first + 1)
    told = tokens.cases[verb.start(1)] if verb else ""
    return told if told in GENDERS else None


def _gender_of(name: Name, case: Attribution) -> str | None:
    """The gender of the first verb that stands beside a person's name and tells one."""
    tokens = case.parse.tokens
    for match in DID.finditer(tokens.classes):
        verb = match.start(1) if match[1] else match.start(2)
        told = tokens.cases[verb]
        if told in GENDERS and case.people.find(tokens.words[match.start() if match[1] else match.end() - 1]) is name:
            return told
    return None
