"""Where the words of an office stand beside a name, in a language with cases."""

from __future__ import annotations

from detente.languages import Language
from detente.records import Tokens

from .names import chain_party

ADJECTIVAL = "NBGDOPQ"
CHAIN = frozenset("SMGYTtIhjnkpwPdD")
OFFICES = frozenset("Tth")
LONGEST_CHAIN = 14
APPOSITION_ENDS = ("", ",", ".", ")", "\n", ";")

Office = tuple[int, int]


def office_beside(tokens: Tokens, at: int, language: Language) -> Office | None:
    """The office before a name, or the one behind it; that behind where only it tells the state: капитан Ли, представитель армии Кении,"""
    before, behind = _before(tokens, at), _behind(tokens, at)
    if before is None or behind is None or tokens.classes[behind[1] + 1 : behind[1] + 2] not in APPOSITION_ENDS:
        return before or behind
    party, private = chain_party(tokens, *before, language, None)
    silent = party is None and (not private or before[0] == before[1])
    return behind if silent and chain_party(tokens, *behind, language, None)[0] else before


def _before(tokens: Tokens, at: int) -> Office | None:
    """The tokens of an office before a name, with what depends on it: its first and its last."""
    first = at
    while first > 0 and at - first < LONGEST_CHAIN and tokens.classes[first - 1] in CHAIN:
        first -= 1
    while first < at and tokens.classes[first] in "Pwd":
        first += 1
    head = _head(tokens, first, at)
    if head is None:
        return None
    apposed = _named_before(tokens, first)
    return _start(tokens, head, first) if apposed is None else apposed, at - 1


def _head(tokens: Tokens, first: int, at: int) -> int | None:
    """The noun that is the office of a name: the first nominative before a nominative, else the nearest office, private ones last."""
    heads = [k for k in range(first, at) if tokens.classes[k] in OFFICES]
    upright = [k for k in heads if tokens.cases[at] in "nb" and tokens.cases[k] == "n"]
    nearest = heads[::-1]
    ranked = upright[:1] == [at - 1] and tokens.classes[at - 1] == "h"  # исполняющий обязанности министра мулла Якуб
    served = [k for k in nearest if tokens.classes[k] == "T"]
    return next(iter([*(served if ranked else upright), *(upright if ranked else served), *nearest]), None)


def _named_before(tokens: Tokens, first: int) -> int | None:
    """Where an office begins that another goes on with behind a comma: глава делегации Непала, министр …"""
    if tokens.classes[first - 1 : first] != ",":
        return None
    at = first - 1
    while at > 0 and first - at <= LONGEST_CHAIN and tokens.classes[at - 1] in CHAIN - {"P"}:
        at -= 1
    opens = at < first - 1 and tokens.classes[at] in OFFICES and tokens.cases[at] in "nbpq"
    return at if opens else None


def _start(tokens: Tokens, head: int, first: int) -> int:
    """Where the office begins: with the adjectives before its head."""
    at = head
    while at > first and tokens.cases[at - 1] in ADJECTIVAL:
        at -= 1
    return at


def _behind(tokens: Tokens, at: int) -> Office | None:
    """The tokens of an office behind a name and a comma."""
    classes = tokens.classes
    if classes[at + 1 : at + 2] != ",":
        return None
    stop = at + 2
    while stop < len(classes) and stop - at <= LONGEST_CHAIN and classes[stop] in CHAIN:
        stop += 1
    return (at + 2, stop - 1) if OFFICES & set(classes[at + 2 : min(stop, at + 5)]) else None
