"""An article as the ledger of commitments reads it: its sentences, and what stands where."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from detente.copies.body import paragraphs
from detente.records import Event, Mention, Reading, Span, Statement
from detente.resources.calendar import load_calendar
from detente.resources.commitments import load_commitment_words
from detente.text.calendar import day_of
from detente.text.dates import find_dates
from detente.text.fold import fold
from detente.text.sentences import sentences_in

from .records import Passage

if TYPE_CHECKING:
    from datetime import date


class Article:
    """A reading with what the ledger asks of it again and again."""

    def __init__(self, reading: Reading) -> None:
        self.reading, document = reading, reading.document
        self.text, self.language = document.text, document.language.partition("-")[0]
        self.folded = fold(document.text)
        self.day: date | None = day_of(document.published)
        self.words = load_commitment_words(self.language)
        self.dates = find_dates(self.folded, self.day, load_calendar(self.language))

    @property
    def is_spaced(self) -> bool:
        """Whether words are written apart."""
        return self.language != "zh"

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences of the article's own text."""
        return tuple(span for paragraph in paragraphs(self.reading.document) for span in sentences_in(self.folded, paragraph.start, paragraph.stop))

    def statement_at(self, place: int) -> tuple[Statement, Span] | None:
        """Return the innermost statement whose content holds a place, and the part of the content that does."""
        around = [(span.stop - span.start, number, span) for number, each in enumerate(self.reading.statements)
                  for span in each.content if span.start <= place < span.stop]  # fmt: skip
        if not around:
            return None
        _, number, span = min(around, key=lambda each: (each[0], each[1]))
        return self.reading.statements[number], span

    def mentions_in(self, start: int, stop: int) -> list[Mention]:
        """Return the mentions of sides that begin between two places."""
        return [each for each in self.reading.mentions if start <= each.start < stop and each.party]

    def parties_in(self, start: int, stop: int) -> frozenset[str]:
        """Return the sides that are named between two places."""
        return frozenset(part for each in self.mentions_in(start, stop) for part in (each.party or "").split("+"))

    def events_in(self, start: int, stop: int) -> list[Event]:
        """Return the events that are told between two places."""
        return [each for each in self.reading.events if start <= each.start < stop]

    def passage(self, start: int, stop: int) -> Passage:
        """Return the words between two places, without the space around them."""
        while start < stop and self.text[start].isspace():
            start += 1
        while start < stop and self.text[stop - 1].isspace():
            stop -= 1
        document = self.reading.document
        return Passage(document.id, document.path, document.published, document.outlet, document.language, start, stop, self.text[start:stop])
