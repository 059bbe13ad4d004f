"""How likely each statement of a document is on the topic of the one before it.

Where it stands counts (`standings`), how far into the report that is, and what leads up to it: behind "also" or "on" another matter
begins, behind "he" or a quotation mark mostly none. What each sign says is learned from articles whose topics are known.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import repeat
from math import exp, log

from detente.resources.topicwords import UNIT, TopicWords

from .case import TopicCase

EARLY, LATE = 0.4, 0.65  # shares of a report's statements
SHORTEST = 8  # statements of a report that has an early and a late part
QUOTES = frozenset("“\"'«„「『—–-")
WORD_OR_MARK = re.compile(r"[^\W\d_]+|[“”\"«»,;:.]")
REACH, LEADING, OWN = 80, 6, 8  # characters that lead up to a statement, and how many words count of them and of its own
LEAST = 0.01
NAMED, AWAY = 0.5, 60  # where a statement names a topic: how much counts of what speaks for the matter before, and hundredths of log-odds against it


def lasting(cases: Sequence[TopicCase], names: Sequence[bool], words: TopicWords) -> list[float]:
    """Return how likely each statement is on the topic of the one before it; the first, on its own.

    The lead goes from matter to matter, a heading opens a new one, and who speaks in a new paragraph too is more likely to
    have gone on to another. What leads up to a statement speaks half as much for the matter before if it `names` a topic itself, which speaks against that.
    """
    places = standings(cases)
    before = [cases[0], *cases[:-1]]
    signs = [signs_of(case, last, (i, len(cases)), bool(words.letters)) for i, (case, last) in enumerate(zip(cases, before, strict=True))]
    said = [sum(map(words.signs.get, (f"={place}", *found), repeat(0))) for place, found in zip(places, signs, strict=True)]
    return [_likely(words.stays[place], _for_naming(each) if own else each) for place, each, own in zip(places, said, names, strict=True)]


def _for_naming(said: float) -> float:
    """What signs say of a statement that names a topic itself."""
    return (said * NAMED if said > 0 else said) - AWAY


def _likely(usual: int, said: float) -> float:
    """How likely what usually lasts so often, in per cent, lasts if signs speak for it so much."""
    odds = log(usual / (UNIT - usual)) + said / UNIT
    return min(max(1 / (1 + exp(-odds)), LEAST), 1 - LEAST)


def standings(cases: Sequence[TopicCase]) -> list[str]:
    """Return where each statement of a document stands, seen from the one before it; the first, from itself."""
    return [_standing(case, cases[max(i - 1, 0)], cases[0]) for i, case in enumerate(cases)]


def _standing(case: TopicCase, before: TopicCase, first: TopicCase) -> str:
    """Where a statement stands, seen from the one before it."""
    side = "same" if case.speaks_on else "other"
    if case.paragraph != before.paragraph:
        return f"beyond-{side}" if case.headings == before.headings else "heading"
    where = "lead" if case.paragraph == first.paragraph else "paragraph"
    return f"{where}-{'follows' if case.follows else 'next'}-{side}"


def signs_of(case: TopicCase, before: TopicCase, place_of: tuple[int, int], is_spaced: bool) -> list[str]:
    """Return what tells whether a statement goes on with the matter of the one before it; `place_of` is its number, of how many."""
    lead = _lead(case, before)
    place = "beyond" if case.paragraph != before.paragraph else "within"
    told = _words(lead, LEADING, is_spaced)
    own = _words(case.mentions.shown[case.content[0].start : case.content[-1].stop][:REACH], OWN, is_spaced)
    time = [f"{_time(place_of[0] / place_of[1])}-{place}"] if place_of[1] >= SHORTEST else []
    quoted = [f"quoted-{place}"] if lead.lstrip()[:1] in QUOTES else []
    return [*time, *quoted, *_named("lead", told), *_named("own", own), f"two={' '.join(told[:2])}"]


def _lead(case: TopicCase, before: TopicCase) -> str:
    """What leads up to a statement in its paragraph, behind the one before it."""
    start = case.paragraph.start if case.paragraph != before.paragraph else before.content[-1].stop
    return case.mentions.shown[start : max(case.content[0].start, start)][:REACH]


def _named(kind: str, words: Sequence[str]) -> list[str]:
    """Words by their kind, each once, and the first, or that there is none."""
    return [f"{kind}1={words[0] if words else ''}", *[f"{kind}={word}" for word in dict.fromkeys(words)]]


def _words(text: str, most: int, is_spaced: bool) -> list[str]:
    """The first words and marks of a text, or characters where words are not written apart."""
    return WORD_OR_MARK.findall(text.lower())[:most] if is_spaced else list("".join(text.split())[:most])


def _time(share: float) -> str:
    """How far into the report: the main matter is told first, and at length."""
    return "early" if share < EARLY else "late" if share >= LATE else "midway"
