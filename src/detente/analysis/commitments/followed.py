"""What later sentences say of a commitment."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from detente.records import Span

from .article import Article
from .due import due_in, first_day, last_day
from .found import PLANNED, VISIT
from .likeness import Features, features_of
from .records import AGAIN, CANCELLED, HELD, KEPT, POSTPONED
from .triggers import is_denied, is_to_come

SLACK = timedelta(45)  # by which an event may be before the last day that it was told for
SOON = timedelta(2)  # within which an undated sentence is of the talks themselves, not of what followed
ENDING, PROLONGING, PLAN = frozenset({"lift", "suspend"}), frozenset({"prolong"}), "plan"  # matters
DAY = len("2031-03-10")
FRAMED = "framed"  # method of events that are told of the day itself
DONE = "done"  # held or kept, as the commitment is an event or not
ENDED, ENDED_LATER = "ended", "ended later"  # cancelled, or done or postponed where the commitment is that something ends


class News(NamedTuple):
    """A sentence with what it may say of a commitment: its status, to or on which days, of which sides, and what it tells of.

    `printed` is the day of its article.
    """

    printed: date | None
    span: Span
    status: str
    days: tuple[str, ...]
    events: frozenset[str]
    parties: frozenset[str]
    features: Features

    def day_for(self, status: str, told_on: date | None) -> str | None:
        """Return the day to or on which it is, of those that are not before the commitment."""
        if status == CANCELLED:
            return None
        return next((day for day in self.days if told_on is None or last_day(day) >= told_on), None)


def news_in(article: Article) -> list[News]:
    """Return what the sentences of an article may say of commitments; denials, questions and wishes say nothing."""
    found = []
    for sentence in article.sentences:
        if status := _status(article, sentence):
            events = frozenset(each.type for each in article.events_in(sentence.start, sentence.stop) if each.type in PLANNED)
            days = tuple(_days(article, sentence, status))
            parties = article.parties_in(sentence.start, sentence.stop)
            found.append(News(article.day, sentence, status, days, events, parties, features_of(article, sentence.start, sentence.stop)))
    return found


def _status(article: Article, sentence: Span) -> str:
    words, where = article.words, (article.folded, sentence.start, sentence.stop)
    if words["asked"].search(*where):
        return ""
    if words["not_before"].search(*where):
        return POSTPONED
    if _is_put_off_first(article, sentence):
        return POSTPONED
    if words["will_not"].search(*where) or is_denied(article, sentence):
        return CANCELLED
    if words["called_off"].search(*where):
        return ENDED_LATER if words["put_off"].search(*where) else ENDED
    if words["put_off"].search(*where):
        return POSTPONED
    if words["denied"].search(*where) or words["not_yet"].search(*where):
        return ""
    if words["retold"].search(*where) or is_to_come(article, sentence):
        return AGAIN
    return "" if _is_wished(article, sentence) else DONE


def _is_put_off_first(article: Article, sentence: Span) -> bool:
    """Whether a sentence tells first that something was put off, and behind it why: pushed back to April, since it cannot be staffed."""
    refused, moved = (article.words[name].search(article.folded, sentence.start, sentence.stop) for name in ("will_not", "put_off"))
    return refused is not None and moved is not None and moved.start() < refused.start()


def _is_wished(article: Article, sentence: Span) -> bool:
    """Whether a sentence tells a wish or a demand, and before it nothing that was done."""
    wish = article.words["wished"].search(article.folded, sentence.start, sentence.stop)
    return wish is not None and not article.words["finished"].search(article.folded, sentence.start, wish.start())


def _days(article: Article, sentence: Span, status: str) -> Iterator[str]:
    """The days that a sentence tells: behind the word for putting off, else those to come, or of what was done."""
    if status == DONE:
        yield from (dated.value for dated in article.dates if sentence.start <= dated.start < sentence.stop)
        return
    start = sentence.start
    if status in (POSTPONED, ENDED_LATER):
        ends = [match.end() for name in ("not_before", "put_off") for match in article.words[name].finditer(article.folded, start, sentence.stop)]
        start = max(ends)
    if due := due_in(article, start, sentence.stop):
        yield due


class Held(NamedTuple):
    """A meeting, visit or call that an article tells as held: the day, the type, who took part, and the sentence."""

    day: str
    type: str
    parties: frozenset[str]
    span: Span

    def is_of(self, pair: tuple[str, ...]) -> bool:
        """Return whether it is one of two sides."""
        return self.parties == set(pair) or (self.type == VISIT and self.parties < set(pair))


def held_in(article: Article) -> Iterator[Held]:
    """Yield the meetings, visits and calls that an article tells as held."""
    for each in article.reading.events:
        day = each.date or (article.day.isoformat() if article.day and each.method == FRAMED else None)
        if each.type in PLANNED and each.status == HELD and day and len(day) == DAY:
            sentence = next((span for span in article.sentences if span.start <= each.start < span.stop), None)
            if sentence:
                yield Held(day, each.type, frozenset(each.parties), sentence)


def status_for(news: News, due: str | None, told_on: date | None, *, is_event: bool, ends: bool, goes_on: bool) -> str | None:
    """Return the status of a commitment that news is of; none where what is done cannot be its outcome.

    Where a commitment `ends` something, it is kept when that is called off, but not when a plan is; where by it something
    `goes_on`, when that is told for a later day.
    """
    status = _meant(news, ends=ends, goes_on=goes_on)
    if status == AGAIN:
        return POSTPONED if due and any(first_day(day) > last_day(due) for day in news.days) else AGAIN
    if status == POSTPONED and due and news.days and all(last_day(day) <= last_day(due) for day in news.days):
        return AGAIN
    if status != DONE:
        return status
    if _is_too_early(news, due, told_on, is_event=is_event):
        return None
    return HELD if is_event else KEPT


def _meant(news: News, *, ends: bool, goes_on: bool) -> str:
    """What the end or the prolonging of something means for a commitment."""
    if news.status in (ENDED, ENDED_LATER):
        done = POSTPONED if news.status == ENDED_LATER else DONE
        return done if ends and PLAN not in news.features.shared else CANCELLED
    if news.status in (POSTPONED, DONE) and not PROLONGING.isdisjoint(news.features.shared):
        return CANCELLED if ends else DONE if goes_on else news.status
    return news.status


def _is_too_early(news: News, due: str | None, told_on: date | None, *, is_event: bool) -> bool:
    """Whether a deed lies before the commitment, or an event before its day."""
    printed, day = news.printed, news.day_for(DONE, told_on)
    if printed is None:
        return False
    if told_on and (printed <= told_on or (news.days and day is None) or (day is None and printed <= told_on + SOON)):
        return True
    return is_event and due is not None and (last_day(day) if day else printed) < first_day(due) - SLACK
