"""Whom the words before an apposition show to speak for no side: a teacher, the head of a company, a former commander; English."""

from __future__ import annotations

from detente.records import Speaker

from .chain import actor_of, is_de_facto
from .media import is_english
from .naming import Naming

OF_BODY = ("To", "TP")


def unofficial(naming: Naming, comma: int) -> Speaker | None:
    """A Nicosia teacher, Eleni Christou; the head of the Returnees Trust, Ana Ruiz; General Brar, a former commander."""
    if not is_english(naming.case) or not (_is_private(naming, comma) or _is_of_the_past(naming, comma) or is_de_facto(naming.words, naming.letters)):
        return None
    return naming.speaker(actor_of(naming.words[:comma], naming.case.language), None)


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
