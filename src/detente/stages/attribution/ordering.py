"""The hops of outlets in the order in which words went through them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from detente.records import Span

from .by_words import CARRIES, CITED, TOLD
from .case import Attribution
from .roles import Found

MARKS = "“”《》‘’"
JOINING = frozenset("wdSjh“”《》x")

Hops = tuple[tuple[Span, ...], ...]


def ordered(found: tuple[Found, ...], case: Attribution) -> Hops:
    """Return the hops of outlets, the nearest to the document first."""
    chain: list[list[Found]] = []
    told: list[list[Found]] = []
    waiting: list[list[Found]] = []
    for hop in _hops(found, case):
        role = hop[0].role
        if role == CARRIES:
            chain.insert(0, hop)
        elif role == TOLD:
            told.append(hop)
        elif role == CITED and not chain:
            waiting.append(hop)
        else:
            chain += [hop, *waiting]
            waiting = []
    return tuple(tuple(each.span for each in hop) for hop in _once((*chain, *waiting, *reversed(told)), case))


def _once(hops: Iterable[list[Found]], case: Attribution) -> Iterator[list[Found]]:
    """The hops without outlets that are named again: 中新社援引埃菲社，埃菲社又援引《先锋报》."""
    named: set[str] = set()
    for hop in hops:
        names = [case.parse.folded[each.span.start : each.span.stop].strip(MARKS) for each in hop]
        if kept := [each for each, name in zip(hop, names, strict=True) if not _is_known(name, named, case)]:
            yield kept
        named.update(names)


def _hops(found: tuple[Found, ...], case: Attribution) -> Iterator[list[Found]]:
    """The outlets, those that a conjunction joins in one hop."""
    hop: list[Found] = []
    for each in found:
        between = set(case.parse.tokens.classes[hop[-1].last : each.first]) if hop else set()
        if hop and "w" in between and between <= JOINING:
            hop.append(each)
            continue
        if hop:
            yield hop
        hop = [each]
    if hop:
        yield hop


def _is_known(name: str, named: set[str], case: Attribution) -> bool:
    """Whether a name was there before; in Chinese also one that is shorter: 韩国KBS电视台 … KBS."""
    return name in named or (not case.language.is_spaced and any(name in each for each in named))
