"""Who answers: He replied …, behind what somebody else said to him."""

from __future__ import annotations

from detente.records import Speaker

from .before import person_before
from .media import is_english
from .naming import Naming

FARTHEST = 90  # words
SENTENCES = frozenset(".\n")


def who_answers(naming: Naming) -> Speaker | None:
    """He replied, of a pronoun that opens its sentence: whom who spoke last spoke to, the other person named last.

    So also where somebody asked him: Facey asked him to go further. He said …; and of she behind what he said.
    """
    case, before, tokens = naming.case, naming.before, naming.case.parse.tokens
    accepts = is_english(case) and _accepts(naming)
    if naming.words[0] not in case.words("singular") or before is None or not (accepts or before.actor_id.startswith("person:")):
        return None
    turned = before.name.lower() in case.words("singular") and before.name.lower() != naming.words[0].lower()
    opens = naming.first == 0 or tokens.classes[naming.first - 1] in SENTENCES
    after = naming.first + len(naming.words)
    answers = tokens.words[after : after + 1] != () and tokens.words[after] in case.words("answering_verb")
    if not turned and not accepts and not (opens and (answers or _was_asked(naming))):
        return None
    if is_english(case) and _is_told_of(naming, before):
        return None
    near = range(naming.first - 1, max(naming.first - FARTHEST, 0) - 1, -1)
    named = (case.people.find(tokens.words[i]) for i in near if tokens.classes[i] == "K")
    other = next((name for name in named if name and name.party and name.actor_id != before.actor_id), None)
    return naming.speaker(other.actor_id, other.party) if other and other.party != before.party else None


def _is_told_of(naming: Naming, before: Speaker) -> bool:
    """Whether a sentence since then is about somebody else: Hotel owner Ana Ruiz is critical. “…,” she says."""
    case = naming.case
    leads = person_before(case.parse, case.people, naming.span.start, case.language, leading=True)
    return leads is not None and leads.start > before.start


def _accepts(naming: Naming) -> bool:
    """Whether somebody takes what the clause before offers him: Ana Ruiz invited Luis Paz to Lima, and he accepted."""
    case, tokens, at = naming.case, naming.case.parse.tokens, naming.first
    after = at + len(naming.words)
    if tokens.classes[at - 1 : at] != "w" or tokens.words[after : after + 1] == () or tokens.words[after] not in case.words("accepting"):
        return False
    first = max(tokens.classes.rfind(mark, 0, at) for mark in SENTENCES) + 1
    return not case.words("asked_person").isdisjoint(tokens.words[first:at])


def _was_asked(naming: Naming) -> bool:
    """Whether the sentence before says that somebody asked him, whom the pronoun means."""
    tokens, asked, objects = naming.case.parse.tokens, naming.case.words("asked_person"), naming.case.words("asked_object")
    stop = naming.first - 1
    while stop > 0 and tokens.classes[stop] in SENTENCES:
        stop -= 1
    farthest = max(0, stop - FARTHEST)
    first = max(tokens.classes.rfind(".", farthest, stop), tokens.classes.rfind("\n", farthest, stop), farthest)
    said = naming.words[0].lower()
    return any(tokens.words[i].lower() in asked and f"{tokens.words[i + 1].lower()}: {said}" in objects for i in range(first, stop))
