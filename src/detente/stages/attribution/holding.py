"""Offices and bodies that English names by a common noun: the minister, the governor's office, the service's chief, Mr Ruiz's counterpart."""

from __future__ import annotations

import re

from detente.records import Name, Speaker
from detente.resources.gazetteer import entry_of

from .before import place_over, side_leading_before
from .called import called_so
from .case import Attribution
from .media import is_english
from .meeting import other_side
from .naming import Naming, last_person

FORCES = re.compile("([SM])e?[xk]{0,2}?([Yx])")  # the Philippine coastguard
FARTHEST = 120  # words before a body's office in which the body is looked for


def bare_office(naming: Naming) -> Speaker | None:
    """The minister, the ministry, the acting minister: the one person of the text who holds the office, else who spoke last."""
    tokens, case = naming.case.parse.tokens, naming.case
    opened = naming.first > 0 and tokens.words[naming.first - 1] in case.words("article")
    if not is_english(case) or not opened or (naming.letters[0] == "x" and naming.words[0] not in case.words("for_now")):
        return None
    entry = entry_of(naming.words[-1], case.language.gazetteer.entries)
    if entry is None or entry.party:
        return None
    if naming.letters == "Y" and (placed := place_over(case.parse, naming.span.start, case.language)):
        return naming.speaker(f"actor:{naming.words[0]}", placed)  # In Moscow, the Foreign Ministry …
    if naming.letters == "Y" and naming.words[0][0].isupper() and case.home:
        return naming.speaker(f"actor:{naming.words[0]}", case.home)
    before = naming.before
    if before and before.party and before.actor_id.startswith("actor:") and before.name.lower().rsplit(" ", 1)[-1] == naming.words[-1].lower():
        return naming.speaker(before.actor_id, before.party)  # The visiting minister spoke. … the minister said
    holder = called_so(naming) or _only_called(naming.words[-1].lower(), entry.actor_id, case)
    if holder:
        return naming.speaker(holder.actor_id, holder.party)
    if naming.letters == "Y" and (side := side_leading_before(case.parse, naming.span.start, case.language)) in case.parties[:2]:
        return naming.speaker(f"actor:{naming.words[0]}", side)  # Bahrain has summoned the Iranian envoy. … the foreign ministry said
    person = last_person(naming)
    return naming.speaker(person.actor_id, person.party) if person and person.party else None


def owned_by_noun(naming: Naming) -> Speaker | None:
    """Whom an office, a body or a counterpart is that a common noun or a person owns."""
    if not is_english(naming.case):
        return None
    return _office_of_holder(naming) or _office_of_force(naming) or _counterpart_of_person(naming)


def _office_of_holder(naming: Naming) -> Speaker | None:
    """The president's office, the governor's office: of the one person of the text who holds the office."""
    entry = entry_of(naming.words[0], naming.case.language.gazetteer.entries)
    if entry is None or entry.party:
        return None
    holder = _only_called(naming.words[0].lower(), entry.actor_id, naming.case)
    return naming.speaker(f"actor:{' '.join(naming.words)}", holder.party) if holder and holder.party else None


def _office_of_force(naming: Naming) -> Speaker | None:
    """The service's spokesman, the force's chief: of the state whose force or agency is named last."""
    case, tokens = naming.case, naming.case.parse.tokens
    bodies = case.words("official_body")
    if naming.words[0].lower() not in bodies or "T" not in naming.letters:
        return None
    found = list(FORCES.finditer(tokens.classes, max(0, naming.first - FARTHEST), naming.first))
    owner = next((m.start(1) for m in reversed(found) if m[2] == "Y" or tokens.words[m.start(2)] in bodies), None)
    entry = case.language.gazetteer.entries.get(tokens.words[owner]) if owner is not None else None
    return naming.speaker(f"actor:{' '.join(naming.words)}", entry.party) if entry and entry.party else None


def _counterpart_of_person(naming: Naming) -> Speaker | None:
    """Mr Ruiz's counterpart: of the other main side than that of who is named."""
    case = naming.case
    if naming.words[-1] not in case.words("counterpart"):
        return None
    person = case.people.find(naming.words[naming.letters.index("e") - 1])
    party = other_side(person.party, case) if person else None
    return naming.speaker(f"actor:{' '.join(naming.words)}", party) if party else None


def _only_called(words: str, office: str, case: Attribution) -> Name | None:
    """The one person of a text who holds an office, or of several the one who is called so: the foreign minister, no secretary of state."""
    own = {name.actor_id: name for name in case.parse.names if office in name.offices}
    called = [name for name in own.values() if len(own) == 1 or words in name.title.lower()]
    whole = [name for name in called if " " in name.forms[0]] if len(called) > 1 else called
    return whole[0] if len(whole) == 1 else None
