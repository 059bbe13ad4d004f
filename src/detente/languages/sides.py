"""Which side a Chinese text speaks of at a place: the one that leads the sentence, or whose body was named (该部)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.records import Tokens

if TYPE_CHECKING:
    from .base import Language

FARTHEST = 90  # tokens
SIDES = frozenset("SMY")
EMBASSY = "馆"
JOINED = frozenset("wSM")
LEADING = frozenset("DamLjn,“”")
CLAUSE_ENDS = frozenset(",;:”.\n")
HEAD_ENDS, LONGEST_HEAD = frozenset(")i"), 24  # (记者某某); 新华社河内3月5日电
CHAIN, LONGEST_CHAIN = frozenset("SMYnjxkvhTtI"), 8


def side_led(tokens: Tokens, at: int, language: Language, but: frozenset[str] = frozenset()) -> str | None:
    """Return the side that leads the last sentence before token `at` that names one, `but` for some.

    印度代表团在华盛顿结束谈判。|商务部长…: India; None where two sides lead it, another word than of time stands before them, or in
    the midst of a clause that names one.
    """
    stop, farthest = at, max(0, at - FARTHEST)
    while stop > farthest:
        first = max(tokens.classes.rfind(".", farthest, stop), tokens.classes.rfind("\n", farthest, stop)) + 1
        sided = (i for i in range(max(first, farthest), stop) if tokens.classes[i] in SIDES)
        named = [i for i in sided if language.gazetteer.party_of(tokens.words[i]) not in but | {None}]
        if named and stop == at and tokens.classes[at - 1] not in CLAUSE_ENDS:
            return None
        if named:
            begin = _behind_head(tokens, first, stop)
            lead = next((i for i in named if i >= begin), None)
            if lead is None or not LEADING.issuperset(tokens.classes[begin:lead]) or tokens.classes[lead + 1 : lead + 2] in JOINED:
                return None
            return language.gazetteer.party_of(tokens.words[lead])
        stop = first - 1
    return None


def _behind_head(tokens: Tokens, first: int, stop: int) -> int:
    """Where a sentence begins behind a dateline."""
    ends = [i + 1 for i in range(first, min(stop, first + LONGEST_HEAD)) if tokens.classes[i] in HEAD_ENDS]
    return ends[-1] if ends else first


def _pointed(tokens: Tokens, at: int, language: Language) -> str | None:
    """The last character of the kind of body that is taken up, "" for one of any kind."""
    words = language.lexicon.words
    word = tokens.words[at]
    if word in words["embassy"]:
        return EMBASSY
    if word[:1] not in words["pointing"]:
        return None
    kind = word[1:] or (tokens.words[at + 1] if at + 1 < len(tokens.words) else "")
    if kind in words["body_kind"]:
        return kind
    return "" if kind in words["body_noun"] else None


def side_of_pointed(tokens: Tokens, at: int, language: Language) -> str | None:
    """Return the side of the body named last that the one at token `at` takes up: 俄罗斯外交部…。|该部…; None where none was named."""
    kind = _pointed(tokens, at, language)
    if kind is None:
        return None
    for i in range(at - 1, max(at - FARTHEST, 0) - 1, -1):
        if kind == EMBASSY and tokens.words[i] in language.lexicon.words["posted"] and (sender := language.gazetteer.party_of(tokens.words[i - 1])):
            return sender
        if tokens.classes[i] not in "Ynhx" or not tokens.words[i].endswith(kind) or tokens.words[i][:1] in language.lexicon.words["pointing"]:
            continue
        if not kind and tokens.classes[i] != "Y":
            continue
        if party := owner_of_body(tokens, i, language):
            return party
    return None


def owner_of_body(tokens: Tokens, body: int, language: Language) -> str | None:
    """Return the side of a body: its own, or that of the state before it, not where it serves."""
    stated = body > 1 and tokens.classes[body - 1] in "SM" and tokens.words[body - 2] not in language.lexicon.words["posted"]
    if (stated and (party := language.gazetteer.party_of(tokens.words[body - 1]))) or (party := language.gazetteer.party_of(tokens.words[body])):
        return party
    i = body - 1
    while i >= 0 and body - i < LONGEST_CHAIN and tokens.classes[i] in CHAIN:
        posted = i > 0 and tokens.words[i - 1] in language.lexicon.words["posted"]
        if tokens.classes[i] in "SM" and not posted and (party := language.gazetteer.party_of(tokens.words[i])):
            return party
        i -= 1
    return None
