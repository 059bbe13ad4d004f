"""Bodies of a state that no list knows: the water authority, 渔业署, санитарная служба."""

from __future__ import annotations

from detente.languages import state_by_sign, usual_owners
from detente.records import Speaker
from detente.resources.gazetteer import state_codes
from detente.resources.signs import BODY

from .case import Attribution
from .media import is_english
from .naming import Naming

APART = frozenset("SMGKOItTJR")
SIDES = frozenset("SMGKO")
SHORTEST = 3  # characters of a body's name where words are written together
LEADING = 3  # words in which a body tells its kind: Государственный таможенный комитет


def is_unlisted_body(naming: Naming) -> bool:
    """Whether a noun phrase names a body of some state: neither one of several states nor somebody's institute."""
    case, words = naming.case, [word.lower() for word in naming.words]
    if _serves(naming.letters, words, case):
        return True
    if is_english(case) and (_is_named_body(naming, words) or _is_of_state(naming, words)):
        return True
    apart = APART if case.language.is_spaced else APART | {"k"}
    if not apart.isdisjoint(naming.letters) or not case.words("of_no_state").isdisjoint(words):
        return False
    if not case.language.is_spaced:
        name = "".join(words)
        return len(name) >= SHORTEST and name.endswith(tuple(case.words("official_body"))) and not name.endswith(tuple(case.words("no_body")))
    if case.parse.tokens.cases:
        return not case.words("official_body").isdisjoint(words[:LEADING]) and case.words("no_body").isdisjoint(words)
    if words[-1] in case.words("official") and words[-2:-1] and words[-2] in case.words("official_body"):
        return True  # Petroleum Division officials
    opened = naming.first > 0 and case.parse.tokens.words[naming.first - 1] in case.words("article")
    return opened and len(words) > 1 and words[-1] in case.words("official_body") and case.words("no_body").isdisjoint(words)


def _is_named_body(naming: Naming, words: list[str]) -> bool:
    """The Bureau for Reintegration: a body with capitals, named by its kind and its field."""
    opened = naming.first > 0 and naming.case.parse.tokens.words[naming.first - 1] in naming.case.words("article")
    plain = SIDES.isdisjoint(naming.letters) and naming.case.words("of_no_state").isdisjoint(words)
    return opened and plain and words[0] in naming.case.words("body_kind") and naming.letters[1:2] in ("P", "o") and len(words) > 2


def _is_of_state(naming: Naming, words: list[str]) -> bool:
    """State grain agency Cerealia: an agency by its name, behind what says that it is the state's."""
    opened = naming.first > 0 and naming.case.parse.tokens.words[naming.first - 1].lower() == "state"
    return opened and not naming.case.words("official_body").isdisjoint(words) and SIDES.isdisjoint(naming.letters)


def of_company(naming: Naming) -> Speaker | None:
    """A spokesman for Mopani Copper Mines: of somebody whom no list knows and whose name is no body's of a state."""
    case, words = naming.case, naming.words
    at = naming.letters.index("T") + 1
    if not is_english(case) or words[at] != "for":
        return None
    named = words[at + 1 + (naming.letters[at + 1] == "d") :]
    if named[0].lower() in case.words(("private", "enterprise")):
        return naming.speaker(f"actor:{' '.join(words)}", None)  # a spokeswoman for operator Woodside
    official = case.words(("official_body", "body_noun", "field_word"))
    if not official.isdisjoint(word.lower() for word in named) or any(case.people.find(word) for word in (*named, " ".join(named))):
        return None
    return naming.speaker(f"actor:{' '.join(words)}", None)


def of_initials(naming: Naming) -> Speaker | None:
    """A FLNKS spokesman in Nouméa: of a body that no list knows, and that is somewhere, not of that place."""
    at = naming.letters.index("T")
    name = naming.words[at - 1]
    known = not is_english(naming.case) or not name.isupper() or len(name) < SHORTEST or naming.words[at + 1].lower() != "in"
    return None if known else naming.speaker(f"actor:{' '.join(naming.words)}", None)


def of_no_embassy(naming: Naming) -> Speaker | None:
    """A diplomat, two diplomats, some diplomats in Doha: of any state."""
    case, tokens, at = naming.case, naming.case.parse.tokens, naming.first
    if is_english(case) and _is_outside(naming):
        return naming.speaker(f"actor:{' '.join(naming.words)}", None)
    if not is_english(case) or naming.words[-1].lower() not in case.words("envoy_of_any"):
        return None
    pointed = at > 0 and tokens.words[at - 1].lower() in case.words(("article", "owning"))
    return None if pointed else naming.speaker(f"actor:{' '.join(naming.words)}", None)


def _is_outside(naming: Naming) -> bool:
    """Whether somebody only knows of the talks: officials familiar with the matter, a diplomat briefed on the visit."""
    tokens, last = naming.case.parse.tokens, naming.first + len(naming.words)
    outside = naming.case.words("outside")
    head = next((i for i, letter in enumerate(naming.letters) if letter in "Th"), 0)
    if any(letter == "x" and word not in naming.case.words("of_any_rank") for word, letter in zip(naming.words[:head], naming.letters, strict=False)):
        return False  # a congressional aide
    return not outside.isdisjoint((*naming.words[1:], *tokens.words[last : last + 1]))


def _serves(letters: str, words: list[str], case: Attribution) -> bool:
    """Whether sources are those of a state's services: two defense officials, a security source."""
    known = words[-1] in case.words("source") and words[-2:-1] != [] and words[-2] in case.words("serving")
    return known and SIDES.isdisjoint(letters)


def of_own_body(naming: Naming) -> Speaker | None:
    """UPDF, the EMA, PCG spokespersons: of a body that its own press calls so; one of the text's home before any other of that name."""
    case, words = naming.case, naming.words
    if not is_english(case) or not words[0][0].isupper() or case.people.find(words[0]):
        return None
    party = state_by_sign(words, case.home, case.parties[:2], case.language, (BODY,))
    listed = not {"Y", "G"}.isdisjoint(naming.letters)
    return naming.speaker(f"actor:{' '.join(words)}", party) if party and (party == case.home or not listed) else None


def of_usual(naming: Naming) -> Speaker | None:
    """A Commission spokesperson, the Commission: of the bloc whose body or office goes by its name alone, where the text speaks of it."""
    case = naming.case
    words = naming.words[naming.letters.startswith("d") :]  # a Commission spokesperson
    names = {" ".join(words).lower(), words[0].lower()}
    if not is_english(case) or not words[0][0].isupper():
        return None
    owners = (party for name, parties in usual_owners(case.language) if name in names for party in parties)
    party = next((party for party in owners if party in case.parties and party not in state_codes()), None)
    return naming.speaker(f"actor:{' '.join(naming.words)}", party) if party else None
