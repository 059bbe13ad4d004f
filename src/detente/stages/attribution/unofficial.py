"""Whom the words before an apposition show to speak for no side: a teacher, the head of a company, a former commander; English."""

from __future__ import annotations

import re

from detente.records import Name, Speaker

from .chain import actor_of, is_de_facto
from .media import is_english
from .naming import Naming
from .professions import is_of_trade

STATE = frozenset("SMYTK")
OF_BODY = ("To", "TP")
DESCRIBED = re.compile(",d[xkjtaV]{0,4}[xkKtI](?=[,.oPi])")


def unofficial(naming: Naming, comma: int) -> Speaker | None:
    """A Nicosia teacher, Eleni Christou; the head of the Returnees Trust, Ana Ruiz; General Brar, a former commander."""
    if is_english(naming.case) and (nobody := _for_nobody(naming, comma)):
        return naming.speaker(nobody.actor_id, None)
    private = is_english(naming.case) and (_is_private(naming, comma) or _is_of_the_past(naming, comma))
    if not private and not (is_english(naming.case) and is_de_facto(naming.words, naming.letters)):
        return None
    return naming.speaker(actor_of(naming.words[:comma], naming.case.language), None)


def described(naming: Naming) -> Speaker | None:
    """Nature Tonga, a local charity, …; Sika Trust, an association of growers in Accra, …: whom the words behind a comma show to be no body of a state."""
    tokens, at = naming.case.parse.tokens, naming.first + len(naming.words)
    behind = DESCRIBED.match(tokens.classes, at)
    if behind is None or not is_english(naming.case) or tokens.words[at + 1] not in naming.case.words("indefinite"):
        return None
    if naming.case.people.find(" ".join(naming.words)):
        return None
    word, private = tokens.words[behind.end() - 1].lower(), naming.case.words(("private", "private_body", "enterprise"))
    nobody = word in private or f"{word}s" in private
    return naming.speaker(actor_of(naming.words, naming.case.language), None) if nobody else None


def study(naming: Naming) -> Speaker | None:
    """A World Bank report, a survey by the Institute of Fisheries: nobody's word, unless a state or its body made it."""
    case, letters = naming.case, naming.letters
    head = next((i for i, letter in enumerate(letters) if letter in "Po"), len(letters)) - 1
    if not is_english(case) or head < 0 or naming.words[head].lower() not in case.words("study") or not STATE.isdisjoint(letters):
        return None
    return naming.speaker(f"actor:{' '.join(naming.words)}", None) if not {"G", "I"}.isdisjoint(letters) else None


def _for_nobody(naming: Naming, comma: int) -> Name | None:
    """The person behind a comma who is told to be on no side: a spokesman for the rebel SLM-N, Mr Adam Jali; the chamber's president, Ana Ruiz."""
    at = comma + 1 + naming.letters.startswith("j", comma + 1)
    person = naming.case.people.find(naming.words[at]) if naming.letters[at : at + 1] == "K" else None
    return person if person and person.party is None and person.told else None


def _is_private(naming: Naming, comma: int) -> bool:
    """Whether a trade ends the words before a comma, or an enterprise of which somebody is the head; no office of a state."""
    word, letters, private = naming.words[comma - 1].lower(), naming.letters[:comma], naming.case.words("private")
    headed = any(part in letters for part in OF_BODY) and word in naming.case.words("enterprise")
    if is_of_trade(naming.words[:comma], letters, naming.case):
        return True  # Malawi's utility, Lumora
    return headed or (letters[-1] == "x" and "T" not in letters and (word in private or f"{word}s" in private))


def _is_of_the_past(naming: Naming, comma: int) -> bool:
    """Whether somebody who has only a rank is told to have held his office before."""
    words, case = naming.words, naming.case
    offices = {words[i].lower() for i in range(comma) if naming.letters[i] == "T"}
    return bool(offices) and not case.words("former").isdisjoint(words[comma + 1 : comma + 4]) and offices <= case.words("rank")
