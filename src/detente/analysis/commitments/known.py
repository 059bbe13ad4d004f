"""The commitments known so far, found again by what they tell of and by their days, so that few need be compared with what is read.

How surely words are about a commitment, at most, follows from what is rare in both: this is looked up, and what is surest compared first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from .drafts import Draft
from .likeness import ENOUGH, Features, Weights
from .matching import Beside, Shared, Sought
from .records import Passage

RARE = 1.0  # weight of what a commitment is looked for by
DIGITS = 9  # of scores, which are sums in various orders
ROUNDING = 10**-DIGITS
NO_WEIGHT = 1e9  # in place of the weight of what cannot be compared

Numbers = defaultdict[str, set[int]]
Parts = dict[int, float]  # the weight that tellings have in common with words


class Likely(NamedTuple):
    """A commitment that words may be about: how unsurely at least, which of its tellings they may be like, and what else counts."""

    unsurely: float
    number: int
    parts: Parts
    beside: Beside


class Known:
    """The commitments known so far, in the order in which they were told; each may have been told several times."""

    def __init__(self, weights: Weights) -> None:
        self.weights = weights
        self.drafts: list[Draft] = []
        self._tellings: list[Features] = []
        self._numbers: list[int] = []  # of the commitments that are told
        self._places: list[list[int]] = []  # of the tellings of each commitment
        self._wholes: dict[str, list[float]] = {}  # the weights of tellings as they are compared with a language
        self._rare = defaultdict[tuple[str, str], set[int]](set)
        self._told_for, self._awaited, self._beginning = (Numbers(set) for _ in range(3))

    def add(self, draft: Draft) -> None:
        """Add a commitment."""
        self.drafts.append(draft)
        self._places.append([])
        self.learn(len(self.drafts) - 1)

    def learn(self, number: int) -> None:
        """Note what the last telling of a commitment tells of."""
        draft, place = self.drafts[number], len(self._tellings)
        features = draft.tellings[-1]
        self._tellings.append(features)
        self._numbers.append(number)
        self._places[number].append(place)
        for key in _told(features):
            if self.weights.of(key) >= RARE:
                self._rare[features.language, key].add(place)
        for language, wholes in self._wholes.items():
            wholes.append(self._whole(features, language))
        if draft.awaited:
            self._told_for[draft.awaited].add(number)
        self._await(number)

    def take(self, number: int, status: str, day: str | None, passage: Passage) -> None:
        """Add a step to a commitment."""
        self.drafts[number].take(status, day, passage)
        self._await(number)

    def on(self, day: str) -> list[int]:
        """Return the commitments that were told for a day, in order."""
        return sorted(self._told_for.get(day, ()))

    def best(self, sought: Sought) -> int | None:
        """Return the commitment that words are most surely about, if they are about one: of several, the first that was told."""
        top, found = sought.least, len(self.drafts)
        for each in sorted(self._likely(sought), key=lambda each: each[:2]):
            most = -each.unsurely
            if most < top:
                break
            if each.number < found or most > top:
                score = self._score(each, sought)
                if score > top or (score == top and each.number < found):
                    top, found = score, each.number
        return found if found < len(self.drafts) else None

    def _score(self, likely: Likely, sought: Sought) -> float:
        """How surely words are about a commitment: as the telling says that they are most like."""
        language, enough, score = sought.features.language, likely.beside.enough, 0.0
        wholes, own = self._wholes[language], [sought.whole(is_one=is_one) for is_one in (False, True)]
        alike = defaultdict[Shared, list[int]](list)
        for place, common in likely.parts.items():
            alike[Shared(common, wholes[place], own[self._tellings[place].language == language])].append(place)
        for most, shared in sorted(((self._most(sought, likely.beside, each), each) for each in alike), reverse=True):
            for place in alike[shared]:
                if most <= score:
                    return score
                score = max(score, round(likely.beside.score(sought.likeness(self._tellings[place], enough)), DIGITS))
        return score

    def _most(self, sought: Sought, beside: Beside, shared: Shared) -> float:
        return round(beside.score(sought.likeness_most(shared, beside.enough)), DIGITS)

    def _likely(self, sought: Sought) -> Iterator[Likely]:
        """The commitments that words may be about."""
        wholes, own = self._wholes_for(sought.features.language), _least_of(sought)
        for number, parts in self._parts(sought, wholes, own).items():
            if beside := sought.beside(self.drafts[number]):
                most = self._most(sought, beside, Shared(max(parts.values()), min(map(wholes.__getitem__, parts)), own))
                if most >= sought.least:
                    yield Likely(-most, number, parts, beside)

    def _parts(self, sought: Sought, wholes: list[float], own: float) -> Mapping[int, Parts]:
        """What tellings of commitments have in common with words, where it may be enough.

        Such a commitment tells of something rare that the words do, or was told for the same day. Of another day they are alike by
        c / whole * c / ENOUGH at most, with c in common.
        """
        common, little = self._common(sought.features)
        dated = {number for day in sought.days for number in self._told_for.get(day, ())}
        if sought.days or little:
            among = {self._numbers[place] for place in common}
            dated |= among.intersection(self._alike(sought.days))
            for number in among | dated if little else dated:
                common = dict.fromkeys(self._places[number], 0.0) | common
        need, numbers, found = (sought.least - sought.beside_most) * ENOUGH, self._numbers, defaultdict[int, Parts](dict)
        for place, rare in common.items():
            weight, whole = rare + little, wholes[place]
            if weight * weight >= need * (whole if whole < own else own) - ROUNDING or numbers[place] in dated:
                found[numbers[place]][place] = weight
        return found

    def _common(self, features: Features) -> tuple[Parts, float]:
        """The weight of what is rare that each telling has in common with words, and of what is not rare in these."""
        common, little = defaultdict[int, float](float), 0.0
        for key in _told(features):
            weight = self.weights.of(key)
            if weight < RARE:
                little += weight
                continue
            for language in self._wholes:  # words are in common within a language, sounds of names between two
                if key not in (features.sounds if language == features.language else features.words):
                    for place in self._rare.get((language, key), ()):
                        common[place] += weight
        return common, little

    def _wholes_for(self, language: str) -> list[float]:
        """The weights of all tellings as they are compared with a language."""
        if language not in self._wholes:
            self._wholes[language] = [self._whole(each, language) for each in self._tellings]
        return self._wholes[language]

    def _whole(self, telling: Features, language: str) -> float:
        return self.weights.whole(telling, is_one=telling.language == language) or NO_WEIGHT

    def _await(self, number: int) -> None:
        """Note for which day a commitment is awaited."""
        if day := self.drafts[number].awaited:
            self._awaited[day].add(number)
            for stop in range(1, len(day) + 1):
                self._beginning[day[:stop]].add(number)

    def _alike(self, days: Iterable[str]) -> Iterator[int]:
        """The commitments that were awaited on days that are the same as some, as exact as they are told."""
        for day in days:
            yield from self._beginning.get(day, ())
            for stop in range(1, len(day)):
                yield from self._awaited.get(day[:stop], ())


def _least_of(sought: Sought) -> float:
    """The weight of what words tell, in one language or in two, whichever is less."""
    return min(filter(None, (sought.whole(is_one=is_one) for is_one in (True, False))), default=NO_WEIGHT)


def _told(features: Features) -> tuple[str, ...]:
    return *features.shared, *features.words, *features.sounds
