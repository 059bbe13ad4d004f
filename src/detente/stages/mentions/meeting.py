"""Whom host, guest and counterpart name in a language with cases: the side where they meet, or the other of the two.

Хозяин, Матео Рестрепо, …; его гость Уген Тшеринг; его коллега Абебе Тесемма; ее собеседник.
"""

from __future__ import annotations

import re
from collections import Counter

from detente.languages import Language
from detente.records import Tokens

SIDE = re.compile("[SMG]")
APPOSED = "h,"
OWNING = frozenset("nbg")
NEAR = 30  # words before an office in which its owner is told as a subject


class Meeting:
    """The two sides that a text names most, where they met last, and for whom the person named last speaks."""

    def __init__(self, tokens: Tokens, language: Language) -> None:
        self._tokens, self._language, self._inside = tokens, language, language.lexicon.words["inside"]
        sides = [(match[0], party) for match in SIDE.finditer(tokens.classes) if (party := self._party(match.start()))]
        counted = Counter([party for letter, party in sides if letter != "G"])
        self.named = frozenset([party for _, party in sides])
        self.main = tuple(party for party, _ in counted.most_common(2))
        self._seat: str | None = None
        self._last: str | None = None
        self._met: list[tuple[int, str]] = []

    def saw(self, party: str | None) -> None:
        """Take note of a person who speaks for a party."""
        self._last = party or self._last

    def met(self, at: int, party: str) -> None:
        """Take note of a party named at a token: of where one meets, if it stands as a place."""
        self._met.append((at, party))
        if at and self._tokens.words[at - 1] in self._inside:
            self._seat = party

    def apposed(self, at: int) -> tuple[int, int] | None:
        """The token of a host or guest before a name and a comma: хозяин, Матео Рестрепо."""
        named = self._language.lexicon.words["host", "guest"]
        apposed = self._tokens.classes[max(0, at - 2) : at] == APPOSED and self._tokens.words[at - 2] in named
        return (at - 2, at - 2) if apposed else None

    def side(self, office: tuple[int, int]) -> str | None:
        """The party of a host, a guest or a counterpart, whom nothing else in the words of an office tells of."""
        words, lexicon = set(self._tokens.words[office[0] : office[1] + 1]), self._language.lexicon.words
        if "P" in self._tokens.classes[office[0] : office[1] + 1]:
            return None
        if words & lexicon["host"]:
            return self._seat if self._seat in self.main else self.other(self._last)
        if words & lexicon["guest"]:
            return self.other(self._last) or self.other(self._seat)
        talking = words & lexicon["interlocutor"] and self.is_owned(office[0])
        return self.other(self._last) if words & lexicon["counterpart"] or talking else None

    def is_owned(self, at: int) -> bool:
        """Whether a pronoun before an office tells whose one is: ее собеседник Абебе Тесемма, not собеседник агентства."""
        return at > 0 and self._tokens.words[at - 1] in self._language.lexicon.words["singular"]

    def owner(self, at: int) -> str | None:
        """Whom a pronoun before an office means: the party named last before it, but not inside it (Германия, как заявил ее посол в Намибии)."""
        if not self.is_owned(at):
            return None
        before = [(place, party) for place, party in self._met if place < at]
        acting = (party for place, party in reversed(before) if at - place < NEAR and self._acts(place))
        return next(acting, None) or (before[-1][1] if before else None)

    def _acts(self, at: int) -> bool:
        """Whether a state stands as a subject or as whose something is, not as a place, as its people or as what something is done to."""
        tokens = self._tokens
        return tokens.cases[at] in OWNING and tokens.classes[at - 1 : at] != "P" and tokens.words[at] not in self._language.gazetteer.peoples

    def other(self, party: str | None) -> str | None:
        """The other of the two sides that a text names most."""
        return next((one for one in self.main if one != party), None) if party in self.main else None

    def _party(self, at: int) -> str | None:
        return self._language.gazetteer.party_of(self._tokens.words[at])
