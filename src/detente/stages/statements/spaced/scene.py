"""What is known while a paragraph is read."""

from __future__ import annotations

import msgspec

from detente.resources.verbs import VerbForm, Verbs

from ..working import Pair, Working
from .hits import Hit, Words
from .items import Items
from .subjects import Subject


class Scene(msgspec.Struct):
    """The items of a paragraph, and the reports found so far; `last` is who spoke last, `earlier` are the items of the paragraph before."""

    items: Items
    verbs: Verbs
    words: Words
    found: list[Working] = msgspec.field(default_factory=list)
    last: Working | None = None
    earlier: Items | None = None

    def span(self, first: int, last: int) -> Pair:
        """Return the offsets of items `first` to `last` (exclusive)."""
        return self.items.starts[first], self.items.stops[last - 1]

    def new(
        self, form: VerbForm, cue: tuple[int, int], speaker: Pair | None, clause: Pair, method: str
    ) -> Working:
        """Add a report without content."""
        draft = Working(speaker, self.span(*cue), form.lemma, form.frame, clause, method)
        self.found.append(draft)
        self.last = draft
        return draft

    def report(self, hit: Hit, subject: Subject | None, clause: tuple[int, int], method: str) -> Working:
        """Add the report of a verb."""
        speaker = self.span(subject.first, subject.last) if subject else None
        rule = subject.rule if subject else "none"
        draft = self.new(hit.form, (hit.at, hit.last), speaker, self.span(*clause), f"{method}/{rule}")
        draft.negated = hit.negated
        return draft
