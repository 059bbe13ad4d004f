"""Whom the words before an apposition show to speak for no side: a teacher, the head of a company, a former commander; English."""

from __future__ import annotations

from detente.records import Speaker

from .chain import actor_of, is_de_facto
from .media import is_english
from .naming import Naming

OF_BODY = ("To", "TP")


def unofficial(naming: Naming, comma: int) -> Speaker | None:
    """A Nicosia teacher, Eleni Christou; the head of the Returnees Trust, Ana Ruiz; General Brar, a former commander."""
    private = is_english(naming.case) and (_is_for_nobody(naming, comma) or _is_private(naming, comma) or _is_of_the_past(naming, comma))
    if not private and not (is_english(naming.case) and is_de_facto(naming.words, naming.letters)):
        return None
    return naming.speaker(actor_of(naming.words[:comma], naming.case.language), None)


def _is_for_nobody(naming: Naming, comma: int) -> bool:
    """Whether the person behind a comma speaks for somebody who is on no side: a spokesman for the rebel SLM-N, Mr Adam Jali."""
    at = comma + 1 + naming.letters.startswith("j", comma + 1)
    if "for" not in naming.words[:comma]:
        return False
    person = naming.case.people.find(naming.words[at]) if naming.letters[at : at + 1] == "K" else None
    return person is not None and person.party is None and person.told


def _is_private(naming: Naming, comma: int) -> bool:
    """Whether a trade ends the words before a comma, or an enterprise of which somebody is the head; no office of a state."""
    word, letters, private = naming.words[comma - 1].lower(), naming.letters[:comma], naming.case.words("private")
    headed = any(part in letters for part in OF_BODY) and word in naming.case.words("enterprise")
    return headed or (letters[-1] == "x" and "T" not in letters and (word in private or f"{word}s" in private))


def _is_of_the_past(naming: Naming, comma: int) -> bool:
    """Whether somebody who has only a rank is told to have held his office before."""
    words, case = naming.words, naming.case
    offices = {words[i].lower() for i in range(comma) if naming.letters[i] == "T"}
    return bool(offices) and not case.words("former").isdisjoint(words[comma + 1 : comma + 4]) and offices <= case.words("rank")
