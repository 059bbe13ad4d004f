"""A commitment while the articles are gone through."""

from __future__ import annotations

from .article import Article
from .followed import ENDING, PROLONGING
from .found import CALL, Found
from .likeness import features_of
from .records import AGAIN, HELD, POSTPONED, PROPOSAL, Passage, Step
from .sides import MEETING

TALKS = (MEETING, CALL)


class Draft:
    """A commitment: what was told of it so far, and what became of it."""

    def __init__(self, article: Article, found: Found, pair: tuple[str, ...]) -> None:
        self.article, self.found, self.pair = article, found, pair
        self.told = article.passage(found.start, found.stop)
        self.tellings = [features_of(article, found.start, found.stop)]
        self.features = self.tellings[0].shared | self.tellings[0].words
        self.parties = article.parties_in(found.start, found.stop)
        self.due, self.topic, self.event = found.due, found.topic, found.event.type if found.event else None
        self.awaited = found.due
        self.is_event = _gathers(article, found)
        self.kind, self.by, self.firmness = found.kind, found.by, found.firmness
        self.steps: list[Step] = []

    def tells(self, matters: frozenset[str]) -> bool:
        """Whether what is committed to is one of some matters."""
        return not matters.isdisjoint(self.features)

    @property
    def ends(self) -> bool:
        """Whether what is committed to is that something ends."""
        return self.tells(ENDING)

    @property
    def goes_on(self) -> bool:
        """Whether what is committed to is that something is prolonged."""
        return self.tells(PROLONGING)

    @property
    def was_held(self) -> bool:
        """Whether a report told that people met."""
        return self.is_event and any(step.status == HELD for step in self.steps)

    def is_before(self, article: Article) -> bool:
        """Whether an article was printed on a later day, as far as days are known."""
        return article.day is None or self.article.day is None or article.day > self.article.day

    def take(self, status: str, day: str | None, passage: Passage) -> None:
        """Add a step; a later day is awaited from then on."""
        self.steps.append(Step(status, day, passage))
        if status == POSTPONED:
            self.awaited = day or self.awaited

    def tell_again(self, article: Article, found: Found) -> None:
        """Add another telling of it, and what it knows beside the first."""
        self.take(AGAIN, found.due, article.passage(found.start, found.stop))
        self.tellings.append(features_of(article, found.start, found.stop))
        self.features |= self.tellings[-1].shared | self.tellings[-1].words
        self.parties |= article.parties_in(found.start, found.stop)
        if self.due is None:
            self.due = self.awaited = found.due
        if found.firmness > self.firmness and PROPOSAL not in (self.kind, found.kind):
            self.kind, self.by, self.firmness = found.kind, found.by, found.firmness
        self.topic = self.topic or found.topic
        if self.event is None and found.event and found.event.type in TALKS:
            self.event = found.event.type
        self.is_event = self.is_event or self.event is not None or _gathers(article, found)


def _gathers(article: Article, found: Found) -> bool:
    """Whether what is committed to is that people meet."""
    return bool(found.event or article.words["gathers"].search(article.folded, found.start, found.stop))
