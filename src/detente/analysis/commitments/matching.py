"""How surely words tell a commitment again, and how surely a later sentence is about one."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from .drafts import Draft, kinds_of
from .due import last_day
from .followed import DONE, News
from .found import Found
from .likeness import ENOUGH, Features, Weights
from .report import Report

LEAST_LIKE, LEAST_DONE = 0.34, 0.4  # what a passage scores at least to be about a commitment; to tell that it was carried out
# How much a same day, event or topic adds for one who tells a commitment again, and another day or other sides take away.
SAME_DUE, SAME_EVENT, SAME_TOPIC, OTHER_DUE, OTHER_SIDES = 0.2, 0.1, 0.1, 0.15, 0.15
SAME_DAY, ONLY_DAY, EXACT, MONTH = 0.25, 0.34, len("2031-03-10"), len("2031-03")
MORE = 0.7  # of the likeness of two passages that counts from the one that tells less
LITTLE = 2.0  # weight that passages about the same thing share at least where their day is the same
# For a later sentence: both sides named; what is left where a third state is named; other places, numbers and names, and that it was held already.
SAME_SIDES, STRANGE = 0.2, 0.3
OTHER, CLOSED = 0.1, 0.2


class Beside(NamedTuple):
    """What beside likeness speaks for and against that words are about a commitment.

    `enough` is the weight that both share where they are alike, `sides` what is added to any likeness at all, `factor` what is left of it.
    """

    enough: float
    terms: tuple[float, ...]
    sides: float = 0.0
    factor: float = 1.0

    def score(self, likeness: float) -> float:
        """Return how surely words so much alike are about it."""
        score = likeness + self.sides if likeness else likeness
        for term in self.terms:
            score += term
        return score * self.factor


class Shared(NamedTuple):
    """What words have in common with what tells a commitment: its weight, and the weights of all that this tells and of all that they tell."""

    common: float
    telling: float
    own: float


class Sought(Protocol):
    """Words that may be about a commitment, and the days that they tell.

    `least` is what they score then, `beside_most` what adds to their likeness at most where days differ.
    """

    features: Features
    days: tuple[str, ...]
    least: float
    beside_most: float

    def whole(self, *, is_one: bool) -> float:
        """Return the weight of what they tell where that counts too, as it is compared in one language or two."""

    def likeness(self, telling: Features, enough: float) -> float:
        """Return how much they are like what tells a commitment."""

    def likeness_most(self, shared: Shared, enough: float) -> float:
        """Return how much they are like it at most."""

    def beside(self, draft: Draft) -> Beside | None:
        """Return what beside likeness counts for a commitment; nothing where they cannot be about it."""


class Retold:
    """Words of an article that commit a side, and may tell a commitment again."""

    def __init__(self, weights: Weights, article: Report, found: Found, features: Features) -> None:
        self._weights, self._article, self._found, self.features = weights, article, found, features
        self.days: tuple[str, ...] = (found.due,) if found.due else ()
        self.least, self.beside_most = LEAST_LIKE, SAME_TOPIC + SAME_EVENT

    def whole(self, *, is_one: bool) -> float:
        """Return the weight of what they tell."""
        return self._weights.whole(self.features, is_one=is_one)

    def likeness(self, telling: Features, enough: float) -> float:
        """Return the likeness of both."""
        return _both(*(self._weights.likeness(*two, enough=enough) for two in ((telling, self.features), (self.features, telling))))

    def likeness_most(self, shared: Shared, enough: float) -> float:
        """Return the likeness of both at most."""
        return _both(_at_most(shared.common, shared.telling, enough), _at_most(shared.common, shared.own, enough))

    def beside(self, draft: Draft) -> Beside | None:
        """Return what counts beside likeness; nothing where the day of a meeting was over when words tell of one on another day."""
        found, article, is_alike = self._found, self._article, alike(draft.awaited, self._found.due)
        if draft.event and found.due and draft.awaited and article.day and not is_alike and last_day(draft.awaited) <= article.day:
            return None
        event = found.event.type if found.event else None
        topic = SAME_TOPIC * (found.topic is not None and found.topic == draft.topic)
        same = _same_due(draft, article, found) * is_alike + SAME_EVENT * (event is not None and event == draft.event)
        other = OTHER_DUE * (not is_alike and bool(draft.awaited and found.due)) + OTHER_SIDES * (not _fit(draft.by, found.by))
        return Beside(LITTLE if is_alike else ENOUGH, (topic, same, -other))


def _same_due(draft: Draft, article: Report, found: Found) -> float:
    """What a same day counts: more where it is told to the day by another article, most where words cannot be compared."""
    if article is draft.article or len(found.due or "") < EXACT or len(draft.awaited or "") < EXACT:
        return SAME_DUE
    return SAME_DAY if article.language == draft.article.language else ONLY_DAY


def alike(one: str | None, other: str | None) -> bool:
    """Return whether two days are the same, as exact as they are told.

    >>> alike("2031-08", "2031-08-31"), alike("2031-08", None)
    (True, False)
    """
    return bool(one and other) and (str(one).startswith(str(other)) or str(other).startswith(str(one)))


def _fit(one: str, other: str) -> bool:
    return bool(set(one.split("+")) & set(other.split("+")))


def _both(there: float, back: float) -> float:
    """How much two passages are alike, mostly by that which tells less."""
    return MORE * max(there, back) + (1 - MORE) * min(there, back)


def _at_most(common: float, whole: float, enough: float) -> float:
    return min(1.0, common / enough) * min(1.0, common / whole) if whole else 0.0


class Followed:
    """A sentence of an article that may say what became of a commitment between two sides."""

    def __init__(self, weights: Weights, article: Report, news: News, pair: tuple[str, ...]) -> None:
        self._weights, self._article, self._news, self.features, self.days = weights, article, news, news.features, news.days
        self._dated = tuple(day for day in news.days if len(day) >= MONTH)
        self._is_of_both, self._kinds = set(pair) <= news.parties, [(kind, told) for kind, told in kinds_of(news.features).items() if told]
        self.least = LEAST_DONE if news.status == DONE else LEAST_LIKE
        self.beside_most = SAME_SIDES * self._is_of_both + SAME_EVENT * bool(news.events)

    def whole(self, *, is_one: bool) -> float:  # noqa: ARG002
        """Return nothing: a sentence may tell much else."""
        return 0.0

    def likeness(self, telling: Features, enough: float) -> float:
        """Return the part of what tells a commitment that it tells too."""
        return self._weights.likeness(telling, self.features, enough=enough)

    def likeness_most(self, shared: Shared, enough: float) -> float:
        """Return that part at most."""
        return _at_most(shared.common, shared.telling, enough)

    def beside(self, draft: Draft) -> Beside | None:
        """Return what counts beside likeness; nothing for what its own article commits to."""
        if draft.article is self._article:
            return None
        is_alike = any(alike(draft.awaited, day) for day in self._dated)
        counts = SAME_DUE * is_alike + SAME_EVENT * (draft.event in self._news.events) - self._other(draft)
        is_of_others = not (self._is_of_both or self._news.parties <= draft.parties.union(draft.pair))
        return Beside(LITTLE if is_alike else ENOUGH, (counts,), SAME_SIDES * self._is_of_both, STRANGE if is_of_others else 1.0)

    def _other(self, draft: Draft) -> float:
        """How much speaks against it: other places, numbers and names than those of the commitment, or that it was held already."""
        differing = sum(OTHER for kind, told in self._kinds if draft.kinds[kind] and told.isdisjoint(draft.kinds[kind]))
        return differing + CLOSED * draft.was_held
