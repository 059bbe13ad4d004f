"""What later sentences say of a commitment."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from detente.records import Span

from .article import Article
from .due import due_in, first_day, last_day
from .found import PLANNED
from .likeness import Features, features_of
from .records import AGAIN, CANCELLED, HELD, KEPT, POSTPONED
from .triggers import is_to_come

SLACK = timedelta(45)  # by which an event may be before the last day that it was told for
LIFT, PLAN = "lift", "plan"  # matters
DONE = "done"  # held or kept, as the commitment is an event or not


class News(NamedTuple):
    """A sentence with what it may say of a commitment: its status, to or on which days, and what it tells of.

    `printed` is the day of its article.
    """

    printed: date | None
    span: Span
    status: str
    days: tuple[str, ...]
    events: frozenset[str]
    features: Features

    def day_for(self, status: str, told_on: date | None) -> str | None:
        """Return the day to or on which it is, of those that are not before the commitment."""
        if status == CANCELLED:
            return None
        return next((day for day in self.days if told_on is None or last_day(day) >= told_on), None)


def news_in(article: Article) -> list[News]:
    """Return what the sentences of an article may say of commitments; denials, wishes and conditions say nothing."""
    found = []
    for sentence in article.sentences:
        if status := _status(article, sentence):
            events = frozenset(each.type for each in article.events_in(sentence.start, sentence.stop) if each.type in PLANNED)
            days = tuple(_days(article, sentence, status))
            found.append(News(article.day, sentence, status, days, events, features_of(article, sentence.start, sentence.stop)))
    return found


def _status(article: Article, sentence: Span) -> str:
    words, where = article.words, (article.folded, sentence.start, sentence.stop)
    if words["called_off"].search(*where):
        return CANCELLED
    if words["put_off"].search(*where):
        return POSTPONED
    if words["denied"].search(*where) or words["not_yet"].search(*where):
        return ""
    if is_to_come(article, sentence):
        return AGAIN
    return DONE


def _days(article: Article, sentence: Span, status: str) -> Iterator[str]:
    """The days that a sentence tells: behind the word for putting off, else those to come, or of what was done."""
    if status == DONE:
        yield from (dated.value for dated in article.dates if sentence.start <= dated.start < sentence.stop)
        return
    start = sentence.start
    if status == POSTPONED:
        start = [match.end() for match in article.words["put_off"].finditer(article.folded, start, sentence.stop)][-1]
    if due := due_in(article, start, sentence.stop):
        yield due


def status_for(news: News, due: str | None, told_on: date | None, *, is_event: bool, lifts: bool) -> str | None:
    """Return the status of a commitment that news is of; none where what is done cannot be its outcome.

    Where a commitment `lifts` something, it is kept when that is called off, but not when a plan is.
    """
    status = DONE if news.status == CANCELLED and lifts and PLAN not in news.features.shared else news.status
    if status == AGAIN:
        return POSTPONED if due and any(first_day(day) > last_day(due) for day in news.days) else AGAIN
    if status != DONE:
        return status
    if _is_too_early(news, due, told_on, is_event=is_event):
        return None
    return HELD if is_event else KEPT


def _is_too_early(news: News, due: str | None, told_on: date | None, *, is_event: bool) -> bool:
    """Whether a deed lies before the commitment, or an event before its day."""
    printed, day = news.printed, news.day_for(DONE, told_on)
    if printed is None:
        return False
    if told_on and (printed <= told_on or (news.days and day is None)):
        return True
    return is_event and due is not None and (last_day(day) if day else printed) < first_day(due) - SLACK
