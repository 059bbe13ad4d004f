"""A statement whose topics are looked for, and the answer."""

from __future__ import annotations

from detente.records import Record, Span

from .find import Mentions, Precedence


class Label(Record, frozen=True):
    """Topics, the most specific or likeliest first, and what found them: `own-words`, `fronted`, … or nothing."""

    topics: tuple[str, ...]
    source: str


class TopicCase(Record, frozen=True):
    """A statement under judgement.

    `mentions` are those that count; `headings` stand over its paragraph; `earlier` is the label of the statement before
    it in the paragraph, whose content ends at `earlier_stop`; `covered` maps topics to the dispute of the two parties'
    own that they are part of; `answers` is the number of the statement that it points back at; `follows` says that
    the statement before it stands in the same sentence, `speaks_on` that it is the same side's.
    """

    mentions: Mentions
    precedence: Precedence
    folded: str
    content: tuple[Span, ...]
    fronted: Span | None
    paragraph: Span
    headings: tuple[Span, ...]
    earlier_stop: int
    covered: dict[str, str]
    answers: int | None = None
    follows: bool = False
    speaks_on: bool = False
    earlier: Label | None = None
