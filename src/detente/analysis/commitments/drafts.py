"""A commitment while the articles are gone through."""

from __future__ import annotations

from detente.resources.commitments import PLACE

from .followed import ENDING, PROLONGING
from .found import CALL, Found
from .likeness import FIGURE, NAME, Features
from .records import AGAIN, HELD, POSTPONED, PROPOSAL, Passage, Step
from .report import Report
from .sides import MEETING

TALKS = (MEETING, CALL)
TELLING = (PLACE, FIGURE, NAME)  # of what differs where two passages are about two things


def kinds_of(features: Features) -> dict[str, frozenset[str]]:
    """Return the places, numbers and names that a passage tells, by kind.

    >>> kinds_of(Features("en", frozenset({"place:Osh", "visa"}), frozenset()))["place:"]
    frozenset({'place:Osh'})
    """
    told = features.shared | features.words
    return {kind: frozenset(each for each in told if each.startswith(kind)) for kind in TELLING}


class Draft:
    """A commitment: what was told of it so far, and what became of it."""

    def __init__(self, article: Report, found: Found, features: Features, pair: tuple[str, ...]) -> None:
        self.article, self.found, self.pair = article, found, pair
        self.told = article.passage(found.start, found.stop)
        self.tellings = [features]
        self.features, self.kinds = features.shared | features.words, kinds_of(features)
        self.parties = found.parties
        self.due, self.topic, self.event = found.due, found.topic, found.event.type if found.event else None
        self.awaited = found.due
        self.is_event = found.gathers
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

    def is_before(self, article: Report) -> bool:
        """Whether an article was printed on a later day, as far as days are known."""
        return article.day is None or self.article.day is None or article.day > self.article.day

    def take(self, status: str, day: str | None, passage: Passage) -> None:
        """Add a step; a later day is awaited from then on."""
        self.steps.append(Step(status, day, passage))
        if status == POSTPONED:
            self.awaited = day or self.awaited

    def tell_again(self, article: Report, found: Found, features: Features) -> None:
        """Add another telling of it, and what it knows beside the first."""
        self.take(AGAIN, found.due, article.passage(found.start, found.stop))
        self.tellings.append(features)
        self.features |= features.shared | features.words
        self.kinds = {kind: told | self.kinds[kind] for kind, told in kinds_of(features).items()}
        self.parties |= found.parties
        if self.due is None:
            self.due = self.awaited = found.due
        if found.firmness > self.firmness and PROPOSAL not in (self.kind, found.kind):
            self.kind, self.by, self.firmness = found.kind, found.by, found.firmness
        self.topic = self.topic or found.topic
        if self.event is None and found.event and found.event.type in TALKS:
            self.event = found.event.type
        self.is_event = self.is_event or self.event is not None or found.gathers
