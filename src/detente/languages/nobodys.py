"""Titles whose holders speak for no state: politicians of parties, in Chinese also people of groups and firms and diplomats of some region."""

from __future__ import annotations

import re
from collections.abc import Sequence

from detente.text.classes import edges

from .base import Language

APART = re.compile("G[SM][^TYKkSM]")  # 人权观察中国部主任
OWNED = re.compile("[SY]")
NOUNS, OWNERS = frozenset("nxkjhG"), frozenset("SGY")
PARTY = "党"
STATES = ("S", "SK", "Sk", "S,", "M", "MK")
NEAR = 2  # tokens before a title in which its group may stand


def speaks_for_none(words: Sequence[str], letters: str, first: int, last: int, language: Language) -> bool:
    """Whether the title at tokens `first` to `last` is of a party, a group or a region."""
    known = language.lexicon.words
    if last > first and words[last - 1] in known["of_region"] and not OWNED.search(letters, first, last):
        return True  # 西方外交官, but not 外交部非洲事务部长
    enterprise = edges(known["enterprise"])
    firms = [i for i in range(first, last) if words[i].endswith(enterprise) and not language.gazetteer.party_of(words[i])]
    if any(words[i + 1] not in known["body_kind"] for i in firms):
        return not _is_national_company(words[first : last + 1], letters[first : last + 1], language)  # 铁路公司代表, but not 非洲联盟代表
    if APART.match(letters, first, last) and not language.gazetteer.party_of(words[first]):
        return True
    if words[last] not in known["party_office"]:
        return False
    before = next((i for i in range(first, first - NEAR, -1) if i < 1 or letters[i - 1] not in NOUNS), first - NEAR)
    return any(_is_group(words[i], language) for i in range(max(before, 0), last))


def _is_group(word: str, language: Language) -> bool:
    """Whether a word names a party or a group that is not its state: 国民党, but not 劳动党."""
    known = language.lexicon.words
    state = word.endswith(tuple(known["ruling_party"])) or (not word.endswith(PARTY) and language.gazetteer.party_of(word) is not None)
    return word.endswith(tuple(known["political"])) and not state


def sits_for_party(words: Sequence[str], letters: str, language: Language) -> bool:
    """Whether a title in a language with cases is of somebody elected for a party: депутат Сейма от Партии труда; not от Франции."""
    known = language.lexicon.words
    of_party = not known["of_party"].isdisjoint(words) and not known["party_kind"].isdisjoint(words)
    if of_party and "S" not in letters and not any(word.startswith(tuple(known["governing"])) for word in words):
        return True  # представитель Левой партии
    at = next((i for i, word in enumerate(words) if i and word in known["elected_for"] and letters[i] == "P"), 0)
    if not at or known["party_office"].isdisjoint(words[:at]):
        return False
    behind = words[at + 1 : at + 3]
    state = letters[at + 1 : at + 3] in STATES or letters[at + 1 : at + 2] in ("p", "k")
    listed = (language.gazetteer.entries.get(word) for word in behind)
    state = state or any(entry and entry.party and entry.kind == "organisation" for entry in listed)  # от ХДС
    return bool(behind) and not state and not any(word.startswith(tuple(known["governing"])) for word in behind)


def _is_national_company(words: Sequence[str], letters: str, language: Language) -> bool:
    """Whether a title is of a company that its state owns: 伊朗国家天然气公司副总经理, 越南铁路总公司代表."""
    known, name = language.lexicon.words, "".join(words)
    at = max(map(name.rfind, known["enterprise"]), default=0)
    if language.is_spaced or at < 1 or letters[0] not in OWNERS:
        return False
    return any(word in name[:at] for word in known["national"]) or any(word in name for word in known["national_company"])


def leads_body(words: Sequence[str], letters: str, language: Language) -> bool:
    """Whether the last word of a title leads a part of a ministry or another body of a state, or a company of one: 伊朗内政部移民事务中心主任."""
    at = letters.rfind("t")
    if _is_national_company(words, letters, language):
        return True
    return at > 0 and "Y" in letters[:at] and words[at].endswith(edges(language.lexicon.words["leading"]))
