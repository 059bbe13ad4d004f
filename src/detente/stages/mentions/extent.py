"""Where a title starts: the nouns, bodies and states before an office that belong to it."""

from __future__ import annotations

from detente.languages import Language, place_at
from detente.records import Tokens

CHAIN = frozenset("SMGYTtInjhxwuKv")
OPENERS = frozenset("SMGYTtIhO")
PLACES = frozenset("njxk")
MAX_CHAIN, LONGEST_PLACE = 14, 6
APPOSING, ORDINAL = "\u3001", frozenset("第多双")
FIELDS = frozenset("njvtx")
DEALT = FIELDS | {"G"}  # 外交、欧盟与合作大臣
STATES = frozenset("SM")
OPENING = {")": "(", "”": "“", "’": "‘"}
OF, BETWEEN, DUTY_ENDS = "u", frozenset("njvxmT"), frozenset("cgPR,;:.()“”\n")


def duty_start(tokens: Tokens, last: int, language: Language) -> int | None:
    """Return the token that tells of what the holder of the office at token `last` is in charge: 财政部|负责|制裁事务的代理副部长."""
    duty, limit = language.lexicon.words["duty"], max(0, last - MAX_CHAIN)
    at = last - 1
    while at > limit and tokens.classes[at] in BETWEEN:
        at -= 1
    if tokens.classes[at] != OF:
        return None
    while at > limit and tokens.classes[at] not in DUTY_ENDS:
        at -= 1
        if tokens.words[at] in duty:
            return at if at else None
    return None


def chain_start(tokens: Tokens, last: int, language: Language) -> int:
    """Walk left from an office over the nouns that belong to it and return where it starts; it opens with a state, body or office.

    A capital before a state is where it happens, not part of the title.
    """
    joins, deeds, capitals = language.lexicon.words["title_joint"], language.lexicon.words["deed"], language.gazetteer.capitals
    first = last
    limit = max(0, last - MAX_CHAIN)
    at = last
    while at > limit and (before := _before_in_chain(tokens, at - 1, limit, language)) is not None:
        at = before
        if tokens.classes[at] in "vn" and (_opens_object(tokens, at, language) or tokens.words[at] in deeds):
            break
        if (tokens.words[at] in capitals or tokens.classes[at] == "u") and tokens.classes[at + 1] in STATES:
            break
        if tokens.classes[at] == "w" and (not _joins(tokens, at, joins) or tokens.classes[at + 1] in STATES):
            break
        opens = tokens.classes[at] in OPENERS or tokens.words[at] in language.lexicon.words["posted"]
        if opens or (tokens.classes[at] in PLACES and place_at(tokens.words[at:last], 0, language)):
            first = at
    return first


def _joins(tokens: Tokens, at: int, joins: frozenset[str]) -> bool:
    """Whether a conjunction joins what an office deals with: 与, or a mark between two fields (移民、难民及公民部长)."""
    fields = tokens.words[at] == APPOSING and tokens.classes[at - 1] in FIELDS and tokens.classes[at + 1] in DEALT
    return fields or tokens.words[at] in joins


def _before_in_chain(tokens: Tokens, i: int, limit: int, language: Language) -> int | None:
    """Where a title goes on leftwards: at a noun, an ordinal, a place, a department (北美|司|副司长), or where a gloss opens."""
    inside = tokens.classes[i] in CHAIN or tokens.words[i] in language.lexicon.words["department"]
    return i if inside or _is_ordinal(tokens, i) or _is_place(tokens, i, language) else _opened(tokens, i, limit)


def _opened(tokens: Tokens, i: int, limit: int) -> int | None:
    """Where a gloss or a name in quotation marks opens that closes at token `i` inside a title: 美洲国家组织(OAS)驻…主任, 组织“墙”主任."""
    mark = OPENING.get(tokens.classes[i])
    at = tokens.classes.rfind(mark, limit + 1, i) if mark else -1
    return at if at >= 0 and tokens.classes[at - 1] in "GhnxIkYT" else None


def _is_place(tokens: Tokens, i: int, language: Language) -> bool:
    """Whether a word that may be a name is that of a place, or of a field between a state and an office: 多伦多市长, 加拿大公共安全部长."""
    if tokens.classes[i] not in "kx":
        return False
    if _is_of_mission(tokens, i):
        return True
    if tokens.classes[i] == "x":
        return False
    field = not language.is_spaced and i > 0 and tokens.classes[i - 1 : i + 2 : 2] == "ST"
    return field or place_at(tokens.words[i : i + 1], 0, language) is not None


def _is_of_mission(tokens: Tokens, i: int) -> bool:
    """Whether a word is of the name of a body of an organisation: 联合国|阿卜耶伊|临时安全部队."""
    at = i
    while at and i - at < LONGEST_PLACE and tokens.classes[at] in "nkxjSM":
        at -= 1
    return tokens.classes[at] == "G"


def _is_ordinal(tokens: Tokens, i: int) -> bool:
    """第一, 多元 inside a title: 国会第一委员会主席, 多元文化部长."""
    return tokens.classes[i] == "m" and tokens.words[i][0] in ORDINAL


def _opens_object(tokens: Tokens, verb: int, language: Language) -> bool:
    """A verb before 的 or before a state is not part of a title (会见伊朗外长); one of posting is (驻英国大使)."""
    after = tokens.classes[verb + 1]
    return after == "u" or (after in STATES and tokens.words[verb] not in language.lexicon.words["title_verb"])
