"""Whom the minister, the general, the envoy means in English: who spoke last, or was named last, with that title."""

from __future__ import annotations

from detente.records import Name

from .case import Attribution
from .naming import Naming

FARTHEST = 120  # tokens before a title in which its holder is named


def called_so(naming: Naming) -> Name | None:
    """Return who is meant by the last word of a title: of those named with it who spoke last; of an envoy or an officer also who was named last."""
    word, case = naming.words[-1].lower(), naming.case
    kinds = _kinds(word, case)
    near = range(naming.first - 1, max(naming.first - FARTHEST, 0) - 1, -1)
    named = [(i, name) for i in near if case.parse.tokens.classes[i] == "K" and (name := case.people.find(case.parse.tokens.words[i])) and name.party]
    holders = [name for i, name in named if _is_called(i, name, kinds, case)]
    spoke = naming.before.actor_id if naming.before else None
    if name := next((name for name in holders if name.actor_id == spoke), None):
        return name
    return holders[0] if holders and len(kinds) > 1 else None


def _kinds(word: str, case: Attribution) -> frozenset[str]:
    """The words of titles that one word takes up: the envoy is an ambassador, the general a Maj Gen."""
    rows = (row.partition(": ") for row in case.words("called_as"))
    return next((frozenset((word, *others.split(", "))) for name, _, others in rows if name == word), frozenset((word,)))


def _is_called(i: int, name: Name, kinds: frozenset[str], case: Attribution) -> bool:
    """Whether a person was introduced by a title, or has it as a rank before the name."""
    title = f" {name.title.lower()} "
    rank = case.parse.tokens.words[i - 1].lower().rstrip(".").rsplit(" ", 1)[-1] if i and case.parse.tokens.classes[i - 1] in "jT" else ""
    return rank in kinds or any(f" {kind} " in title for kind in kinds)
