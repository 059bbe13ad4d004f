"""What a text points back to: that armed group, the statement that somebody issued, the one named last (тот)."""

from __future__ import annotations

import re

from msgspec.structs import replace

from detente.languages import side_of_pointed
from detente.records import Speaker

from .case import Attribution
from .chain import actor_of
from .media import is_english
from .naming import Naming
from .outlets import places
from .phrase import phrase_named_by

FARTHEST = 150
TITLE = re.compile("《[^》]{1,6}》")
LONGEST_TITLE = 14
CLAUSE_ENDS = frozenset(",;:.\n")
ISSUED_AFTER = CLAUSE_ENDS | frozenset(")i")  # (记者某某)外交部发表声明
SENTENCES = frozenset(".\n")
SIDED = frozenset("SMGKJ")
LEADING = frozenset("aDmwL")
UNNAMED = frozenset("SMGYThnjmuv")
ISSUER = frozenset("SMGYTthKknjxuI")


def pointed_group(naming: Naming) -> Speaker | None:
    """该部队, 该组织: the body of no state that is named last; 该部, 该局一名官员: that of a state."""
    case, words = naming.case, naming.words
    if body := _pointed_body(naming):
        return body
    if words[0][:1] not in case.words("pointing") or case.words("group").isdisjoint((words[0][1:], *words[1:2])):
        return None
    tokens, entries = case.parse.tokens, case.language.gazetteer.entries
    for i in range(naming.first - 1, max(naming.first - FARTHEST, 0) - 1, -1):
        if tokens.classes[i] == "G" and (entry := entries.get(tokens.words[i])) and entry.party:
            return naming.speaker(entry.actor_id, entry.party)
    return None


def _pointed_body(naming: Naming) -> Speaker | None:
    """Of whom the body of that kind named last is, in Chinese, where the phrase names no side."""
    case = naming.case
    side = None if case.language.is_spaced or not SIDED.isdisjoint(naming.letters) else side_of_pointed(case.parse.tokens, naming.first, case.language)
    return naming.speaker(f"actor:{''.join(naming.words)}", side) if side else None


def pointed_outlet(naming: Naming) -> Speaker | None:
    """该杂志, 该台: the outlet that is named last."""
    case, words = naming.case, naming.words
    whole = "".join(words)
    if case.language.is_spaced or whole[:1] not in case.words("pointing") or not whole.endswith(tuple(case.words(("press_ending", "press_last")))):
        return None
    named = sorted([*places(max(naming.first - FARTHEST, 0), naming.first, case), *_titles(naming)])
    if not named or "O" in naming.letters:
        return None
    tokens, (first, last) = case.parse.tokens, named[-1]
    name = case.text[tokens.starts[first] : tokens.stops[last - 1]]
    actor = actor_of((*tokens.words[first:last], name.strip("《》")), case.language)
    outlet = actor if actor.startswith("outlet:") else f"outlet:{name.strip('《》')}"
    return replace(naming.speaker(outlet, None), name=name)


def _titles(naming: Naming) -> list[tuple[int, int]]:
    """Where titles stand before a phrase: 《外交家》."""
    found = TITLE.finditer(naming.case.parse.tokens.classes, max(naming.first - FARTHEST, 0), naming.first)
    return [match.span() for match in found]


def own_state(naming: Naming) -> Speaker | None:
    """我国 in somebody's words: his own state."""
    whose = naming.outer
    if naming.case.language.is_spaced or len(naming.words) > 1 or naming.words[0] not in naming.case.words("own_state"):
        return None
    return naming.speaker(f"state:{whose.party}", whose.party) if whose and whose.party else None


def latter(naming: Naming) -> Speaker | None:
    """后者: whom the sentence before names last, a person or an office with its state."""
    case = naming.case
    if naming.words[0] not in case.words("latter") or len(naming.words) > 1:
        return None
    if case.parse.tokens.cases:
        return _other_named(naming)
    if case.language.is_spaced:
        return None
    tokens, stop = case.parse.tokens, naming.first
    while stop and tokens.classes[stop - 1] in ",.":
        stop -= 1
    ended = False
    for i in range(stop - 1, max(stop - FARTHEST, 0) - 1, -1):
        if tokens.classes[i] in SENTENCES:
            paired = not case.words("first_named").isdisjoint(tokens.words[i:stop])
            if not paired or ended:
                return None
            ended = True  # 两人碰面。前者说…,后者也认为…
        if tokens.classes[i] == "K" and (name := case.people.find(tokens.words[i])):
            return naming.speaker(name.actor_id, name.party)
        if tokens.classes[i] == "T":
            first = i
            while first and i - first < LONGEST_TITLE and tokens.classes[first - 1] in UNNAMED:
                first -= 1
            named = phrase_named_by(tokens.words[first : i + 1], tokens.classes[first : i + 1], None, case)
            return naming.speaker(named.actor_id, named.party) if named.party else None
    return None


def _other_named(naming: Naming) -> Speaker | None:
    """Тот, те: whom the sentence before names last besides who spoke in it, a person or else a side."""
    case, tokens, before = naming.case, naming.case.parse.tokens, naming.before
    stop = naming.first
    while stop and tokens.classes[stop - 1] in SENTENCES:
        stop -= 1
    first = max(tokens.classes.rfind(".", 0, stop), tokens.classes.rfind("\n", 0, stop), stop - FARTHEST) + 1
    people = (case.people.find(tokens.words[i]) for i in range(stop - 1, first - 1, -1) if tokens.classes[i] == "K")
    if found := next((name for name in people if name and (before is None or name.actor_id != before.actor_id)), None):
        return naming.speaker(found.actor_id, found.party)
    named = (case.language.gazetteer.entries.get(tokens.words[i]) for i in range(stop - 1, first - 1, -1) if tokens.classes[i] in "SMY")
    side = next((e for e in named if e and e.party and (before is None or e.party != before.party)), None)
    return naming.speaker(side.actor_id, side.party) if side else None


def pointed_unnamed(naming: Naming) -> Speaker | None:
    """该官员, 该高层人士: the unnamed one whom the same noun names last with a side."""
    case, words, letters = naming.case, naming.words, naming.letters
    if case.language.is_spaced or len(words) < 2 or words[0][:1] not in case.words("pointing"):
        return None
    if letters[-1] != "h" and not words[-1].endswith(tuple(case.words("human_word_ending"))):
        return None
    tokens = case.parse.tokens
    for i in range(naming.first - 1, max(naming.first - FARTHEST, 0) - 1, -1):
        if tokens.words[i] != words[-1] or tokens.classes[i + 1 : i + 2] in ("K", "k"):
            continue
        first = i
        while first and i - first < LONGEST_TITLE and tokens.classes[first - 1] in UNNAMED:
            first -= 1
        named = phrase_named_by(tokens.words[first : i + 1], tokens.classes[first : i + 1], None, case)
        if named.party:
            return naming.speaker(named.actor_id, named.party)
    return None


def issued_together(naming: Naming) -> Speaker | None:
    """声明, behind a clause that tells of whom it is the joint one: 埃及、卡塔尔和土耳其外长发表联合声明."""
    return None if naming.case.language.is_spaced else _issued(naming, "issued_together", joint=True)


def issued_document(naming: Naming) -> Speaker | None:
    """声明, 公报: of whom an earlier clause says that he issued one."""
    return _issued(naming, "issuing", joint=False)


def _issued(naming: Naming, deeds: str, *, joint: bool) -> Speaker | None:
    """Who did a deed last that a document comes from, if he is several where they are `joint`."""
    case, words = naming.case, naming.words
    if len(words) > 1 or words[0] not in case.words("document"):
        return None
    tokens = case.parse.tokens
    for i in range(naming.first - 1, max(naming.first - FARTHEST, 0) - 1, -1):
        if tokens.words[i] in case.words(deeds) and tokens.words[i].endswith(words[0]):
            issuer = _issuer(naming, i, case)
            return issuer if issuer and (not joint or "+" in (issuer.party or "")) else None
    return None


def own_document(naming: Naming) -> Speaker | None:
    """The post accused …: of whoever spoke last, where words are written apart."""
    case, before = naming.case, naming.before
    if not is_english(case) or naming.words[0].lower() not in case.words("own_document"):
        return None
    opened = naming.first > 0 and case.parse.tokens.words[naming.first - 1] in case.words("article")
    return naming.speaker(before.actor_id, before.party) if before and opened else None


def in_document(naming: Naming) -> Speaker | None:
    """ЦТАК распространило заявление МИД КНДР. В нем говорится, …: of whom the document is that the sentence before tells of last."""
    case, tokens = naming.case, naming.case.parse.tokens
    if not tokens.cases or case.words("inside").isdisjoint(tokens.words[naming.first - 1 : naming.first]) or naming.words[0] not in case.words("singular"):
        return None
    stop = naming.first - 1
    while stop and tokens.classes[stop - 1] in SENTENCES:
        stop -= 1
    first = max(tokens.classes.rfind(".", 0, stop), tokens.classes.rfind("\n", 0, stop), stop - FARTHEST) + 1
    at = next((i for i in range(stop - 1, first - 1, -1) if tokens.words[i] in case.words("document")), stop)
    named = (case.language.gazetteer.entries.get(tokens.words[i]) for i in range(at, stop) if tokens.classes[i] in "SMY" and tokens.classes[i - 1] != "P")
    owner = next((entry for entry in named if entry and entry.party), None)
    return naming.speaker(owner.actor_id, owner.party) if owner else None


def _issuer(naming: Naming, deed: int, case: Attribution) -> Speaker | None:
    """Who stands first in the clause of a deed, or in the one before where that only tells the deed."""
    tokens, stop = case.parse.tokens, deed
    ends = CLAUSE_ENDS if case.language.is_spaced else ISSUED_AFTER
    for _ in range(2):
        first = stop
        while first and stop - first < FARTHEST and tokens.classes[first - 1] not in ends:
            first -= 1
        start = next((i for i in range(first, stop) if tokens.classes[i] not in LEADING), stop)
        last = next((i for i in range(start, stop) if tokens.classes[i] not in ISSUER), stop)
        if start < last:
            named = phrase_named_by(tokens.words[start:last], tokens.classes[start:last], case.home, case)
            return naming.speaker(named.actor_id, named.party) if named.party else None
        stop = max(first - 1, 0)
    return None
