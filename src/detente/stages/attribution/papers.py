"""Whose a document is that speaks: 联合声明; in a language with cases also В сообщении отмечается; в письме, которое направил министр."""

from __future__ import annotations

import re
from functools import lru_cache

from detente.records import Speaker

from .media import is_english
from .naming import Naming, both

CLAUSE_ENDS = frozenset(",.;:\n")
LONGEST_CLAUSE = 20
OWNERS = frozenset("YGKT")
NOUNS, MADE = frozenset("xN"), re.compile("[Vcx]a?P([^c.,;\\n]{1,9})")
STATES, UPRIGHT = frozenset("SMGY"), frozenset("npb")


def spoken_document(naming: Naming) -> Speaker | None:
    """Return whose an unnamed document is: who sent it, where a clause behind it tells, else who spoke last."""
    case, before = naming.case, naming.before
    if not case.parse.tokens.cases or naming.words[-1] not in case.words("document"):
        return None
    if sender := _sent_by(naming) or _made_by(naming):
        return sender
    return naming.speaker(before.actor_id, before.party) if before and before.party else None


def _sent_by(naming: Naming) -> Speaker | None:
    """Who is named in the clause behind a document: которое министр Египта Магди Рахим направил в ООН; which names its party."""
    case, tokens = naming.case, naming.case.parse.tokens
    first = naming.first + len(naming.words)
    if tokens.classes[first : first + 2] != ",i":
        return None
    last = min(first + LONGEST_CLAUSE, len(tokens.words))
    stop = next((i for i in range(first + 2, last) if tokens.classes[i] in CLAUSE_ENDS), last)
    people = (case.people.find(tokens.words[i]) for i in range(first + 2, stop) if tokens.classes[i] == "K")
    if person := next((name for name in people if name and name.party), None):
        return naming.speaker(person.actor_id, person.party)
    named = [tokens.words[i] for i in range(first + 2, stop) if tokens.classes[i] in STATES and tokens.cases[i] in UPRIGHT]
    sides = (case.language.gazetteer.entries.get(word) for word in named)
    side = next((entry for entry in sides if entry and entry.party), None)
    return naming.speaker(side.actor_id, side.party) if side else None


def _made_by(naming: Naming) -> Speaker | None:
    """Who acts before a document in its sentence, where a clause tells what it says: Минобороны выпустило заявление, в котором …"""
    case, tokens = naming.case, naming.case.parse.tokens
    stop = naming.first + len(naming.words)
    if tokens.classes[stop : stop + 3] != ",Pi":
        return None
    first = max(tokens.classes.rfind(mark, 0, naming.first) for mark in ".\n") + 1
    upright = [i for i in range(first, naming.first) if tokens.cases[i].lower() in UPRIGHT]
    people = (case.people.find(tokens.words[i]) for i in upright if tokens.classes[i] == "K")
    sides = (case.language.gazetteer.entries.get(tokens.words[i]) for i in upright if tokens.classes[i] in STATES)
    maker = next((each for each in (*people, *sides) if each and each.party), None)
    return naming.speaker(maker.actor_id, maker.party) if maker else None


def joint_document(naming: Naming) -> Speaker | None:
    """Return both sides, where a text of both speaks: 联合声明."""
    return naming.joint(both(naming)) if len(naming.case.parties) > 1 and _is_joint_document(naming) else None


def closing_document(naming: Naming) -> Speaker | None:
    """A statement issued after their meeting, a communiqué read out at the close of the joint commission: of both sides, in English."""
    case, tokens = naming.case, naming.case.parse.tokens
    at = next((i for i in range(naming.first, naming.first + len(naming.words)) if tokens.classes[i] in NOUNS), naming.first)
    made = MADE.match(tokens.classes, at + 1)
    if made is None or not is_english(case) or len(case.parties) < 2 or tokens.words[at + 1] not in case.words("made_public"):
        return None
    if tokens.words[made.start(1) - 1] not in case.words("closing"):
        return None
    words = {word.lower() for word in tokens.words[made.start(1) : made.end(1)]}
    if OWNERS.intersection(tokens.classes[made.start(1) : made.end(1)]):
        return None  # issued after the meeting by the ministry
    met = not case.words(("met_at", "two_sided")).isdisjoint(words) and case.words("singular").isdisjoint(words)
    papers = case.words(("document", "joint_document", "own_document"))
    return naming.joint(both(naming)) if met and tokens.words[at].lower() in papers else None


def _is_joint_document(naming: Naming) -> bool:
    """Whether a text of both sides speaks: 联合声明, or 公报 where a joint one was named before."""
    case, words = naming.case, naming.words[naming.letters[0] == "d" and len(naming.words) > 1 :]
    joint = case.words("joint_document")
    join = case.language.joint.join
    if not joint.isdisjoint((words[-1], join(words[-2:]), join(words[:2]))) or words[0] in case.words("jointly"):
        return "S" not in naming.letters and "M" not in naming.letters
    if len(words) > 1 or words[0] not in case.words("document"):
        return False
    return _first_of(joint, case.parse.folded) < naming.span.start


# Asked for every bare document of one text: found once.
@lru_cache(maxsize=1)
def _first_of(words: frozenset[str], text: str) -> int:
    """Where the first of some words stands in a text; behind its end if none does."""
    return min((at for word in words if (at := text.lower().find(word)) >= 0), default=len(text))
