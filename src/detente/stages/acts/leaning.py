"""The back-off of the acts: which way the words of a content lean, when no head decides."""

from __future__ import annotations

import re

from detente.resources.heads import BREAKS, MENDS, Heads, Lean

CLAUSE = re.compile("[,;。:…?!]")


def leaning(told: str, heads: Heads) -> Lean | None:
    """Return what most of the words of a told content do; None when they are even, or none leans.

    A denial close before a word turns it round, two leave it; so does a word of loss close after it. What follows the
    last contrast counts twice. A rhetorical question turns good words round and leaves bad ones.

    >>> from detente.resources.heads import load_heads
    >>> [leaning(told, load_heads("zh")).act for told in ("O信守承诺", "O没有信守承诺", "O不是没有信守承诺")]
    ['COOPERATE', 'ACCUSE', 'COOPERATE']
    """
    *before, last = heads.classes["contrast"].split(told)
    texts = [*before, last, last] if before else [told]
    leans = [lean for text in texts for clause in CLAUSE.split(text) for lean in _leans(clause, heads)]
    total = sum(lean.sign for lean in leans)
    return next((lean for lean in leans if lean.sign * total > 0), None)


def _leans(clause: str, heads: Heads) -> list[Lean]:
    """What each word of a clause that leans does, as its neighbours turn it; words that are joined are turned alike."""
    if heads.classes["rhetoric"].search(clause):
        return [BREAKS] * max(1, len(heads.leanings.find(clause)))
    turned, end = False, 0
    leans: list[Lean] = []
    for lean, start, stop in heads.leanings.find(clause):
        if not (leans and heads.classes["joined"].fullmatch(clause[end:start])):
            turned = _denials(clause, max(end, start - heads.reach), start, heads) % 2 == 1
        lost = heads.classes["lost"].search(clause, stop, stop + heads.reach) is not None
        leans.append(_turn(lean) if turned != lost else lean)
        end = max(end, stop)
    return leans


def _denials(clause: str, start: int, stop: int, heads: Heads) -> int:
    return sum(1 for _ in heads.classes["turn"].finditer(clause, start, stop))


def _turn(lean: Lean) -> Lean:
    return BREAKS if lean.sign > 0 else MENDS
