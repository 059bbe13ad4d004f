"""Two sides as one where the words do not count them: the Franco-Belgian council, they behind when the ministers met, it of a joint text."""

from __future__ import annotations

from itertools import pairwise

from detente.records import Speaker

from .case import Attribution
from .media import is_english
from .naming import Naming, both

SENTENCE_ENDS, NAMES = frozenset(".\n"), frozenset("SMK")
LONGEST = 60  # words of a clause in which two meet before they do something
FARTHEST = 60  # words before a pronoun in which a joint text is named


def of_two_states(naming: Naming) -> Speaker | None:
    """The Bahraini-Qatari Joint Committee, the Sino-Nepali declaration: a body or a text of both."""
    case = naming.case
    if not is_english(case):
        return None
    words = {word.lower() for word in naming.words}
    kinds = case.words(("official_body", "document", "two_sided"))
    if words.isdisjoint(kinds) or not words.isdisjoint(case.words("of_citizens")):
        return None
    joined = (_two_states(word, case) for word in naming.words if "-" in word)
    party = next(filter(None, joined), None)
    return naming.joint(party) if party else None


def _two_states(word: str, case: Attribution) -> str | None:
    """The two parties of a word that joins their names: Bahraini-Qatari, Russo-Turkish."""
    first, _, second = word.partition("-")
    beginnings = dict(row.partition(": ")[::2] for row in case.words("joining_form"))
    named = (case.language.gazetteer.entries.get(part) for part in (first, second))
    left, right = (entry.party if entry and entry.kind in ("state", "side") else None for entry in named)
    left = beginnings.get(first.lower()) or left
    return "+".join(sorted((left, right))) if left and right and left != right else None


def met_together(naming: Naming) -> Speaker | None:
    """When their ministers met in Nicosia, they agreed …: the two who meet in the clause before."""
    case, tokens = naming.case, naming.case.parse.tokens
    if not is_english(case) or naming.words[0] not in case.words("plural") or len(case.parties) < 2:
        return None
    first = naming.first
    while first and naming.first - first < LONGEST and tokens.classes[first - 1] not in SENTENCE_ENDS:
        first -= 1
    clause = [word.lower() for word in tokens.words[first : naming.first]]
    opened = next((word for word, letter in zip(clause, tokens.classes[first:], strict=False) if letter != "B" or word != "but"), "")
    meets = clause[-1:] == [","] and not case.words("meeting_verb").isdisjoint(clause)
    several = not case.words("several").isdisjoint(clause) or "J" in tokens.classes[first : naming.first]
    at_talks = clause[-1:] == [","] and tokens.classes[first] == "P" and not case.words("met_at").isdisjoint(clause)
    return naming.joint(both(naming)) if at_talks or (opened in case.words("at_the_time") and meets and several) else None


def met_before(naming: Naming) -> Speaker | None:
    """Bahrain's king met the emir of Qatar. They agreed …: the two whom the sentence before names as meeting, or one before it that goes on with them."""
    case, tokens = naming.case, naming.case.parse.tokens
    if not is_english(case) or naming.words[0].lower() == naming.words[0] or naming.words[0] not in case.words("plural") or len(case.parties) < 2:
        return None
    first, stop = _sentence_ending(naming.first, case)
    while first and tokens.words[first] in case.words("plural"):
        first, stop = _sentence_ending(first, case)
    if case.words("meeting_verb").isdisjoint(tokens.words[first:stop]):
        return None
    named = {_party_of(i, case) for i in range(first, stop) if tokens.classes[i] in NAMES}
    return naming.joint(both(naming)) if {*case.parties[:2]} <= named else None


def _party_of(i: int, case: Attribution) -> str | None:
    """The party of the state or the person at a token."""
    word = case.parse.tokens.words[i]
    named = case.people.find(word) if case.parse.tokens.classes[i] == "K" else case.language.gazetteer.entries.get(word)
    return named.party if named else None


def of_joint_text(naming: Naming) -> Speaker | None:
    """The joint statement is out: “…,” it reads: of both sides, where the sentence before names their text."""
    case, tokens = naming.case, naming.case.parse.tokens
    after = naming.first + len(naming.words)
    if not is_english(case) or naming.words[0].lower() != "it" or len(case.parties) < 2:
        return None
    if tokens.words[after : after + 1] == () or tokens.words[after] not in case.words("text_verb"):
        return None
    before = _sentence_before(naming)
    told = {*before, *(f"{first} {second}" for first, second in pairwise(before))}
    return None if case.words("joint_document").isdisjoint(told) else naming.joint(both(naming))


def agreed_by_both(naming: Naming) -> Speaker | None:
    """It was agreed to meet again: by both sides."""
    case, after = naming.case, naming.case.parse.tokens.words[naming.first + 1 : naming.first + 4]
    agreed = naming.words[0].lower() == "it" and not case.words("being").isdisjoint(after) and not case.words("agreeing").isdisjoint(after)
    return naming.joint(both(naming)) if is_english(case) and agreed and len(case.parties) > 1 else None


def agreed_alone(naming: Naming) -> Speaker | None:
    """Договорились, что …: a verb of agreeing that nobody stands beside, of both sides, in a language with cases."""
    return naming.joint(both(naming)) if naming.case.parse.tokens.cases and len(naming.case.parties) > 1 else None


def both_alone(naming: Naming) -> Speaker | None:
    """Both agreed to meet again."""
    case = naming.case
    alone = is_english(case) and naming.words[0].lower() in case.words("paired")
    return naming.joint(both(naming)) if alone and len(case.parties) > 1 else None


def _sentence_before(naming: Naming) -> list[str]:
    """The words of the sentence before that of a pronoun, of which a quotation before it is a part, in lower case."""
    tokens, at = naming.case.parse.tokens, naming.first
    if tokens.classes[at - 1 : at] == "”":
        at = max(tokens.classes.rfind("“", max(0, at - FARTHEST), at), 0)
    first, stop = _sentence_ending(at, naming.case)
    return [word.lower() for word in tokens.words[first:stop]]


def _sentence_ending(at: int, case: Attribution) -> tuple[int, int]:
    """Where the sentence before that of a token begins and stops."""
    tokens, stop = case.parse.tokens, at
    while stop and at - stop < FARTHEST and tokens.classes[stop - 1] not in SENTENCE_ENDS:
        stop -= 1
    while stop and tokens.classes[stop - 1] in SENTENCE_ENDS:
        stop -= 1
    first = stop
    while first and stop - first < FARTHEST and tokens.classes[first - 1] not in SENTENCE_ENDS:
        first -= 1
    return first, stop
