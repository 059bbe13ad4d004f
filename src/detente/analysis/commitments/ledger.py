"""The ledger: commitments in the order in which they were first told, each with what later articles say of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from detente.records import Reading
from detente.records.base import record_id

from .drafts import Draft
from .due import last_day
from .followed import News, status_for
from .found import CALL, PLANNED, Found
from .known import Known
from .likeness import Weights
from .matching import Followed, Retold
from .records import AGAIN, CANCELLED, HELD, KEPT, OVERDUE, POSTPONED, UNHEARD, Commitment, Ledger
from .report import Report, report_of


def ledger_of(readings: Sequence[Reading], parties: Sequence[str], as_of: date | None = None) -> Ledger:
    """Return the ledger of two parties over readings, up to a day: where none is given, the last on which an article was printed."""
    pair = tuple(sorted(parties))
    return ledger_from((report_of(each, pair) for each in readings), pair, as_of)


def ledger_from(reports: Iterable[Report], pair: tuple[str, ...], as_of: date | None = None) -> Ledger:
    """Return the ledger of two parties, in order, over what reports tell of them, as `ledger_of` does over readings."""
    articles = sorted(reports, key=lambda each: each.day or date.min)
    read = [each for each in articles if as_of is None or each.day is None or each.day <= as_of]
    day = as_of or max((each.day for each in read if each.day), default=None)
    drafts = _drafts(read, pair)
    commitments = tuple(_commitment(each, pair, day) for each in drafts)
    return Ledger(pair, day.isoformat() if day else None, len(read), commitments)


def _drafts(articles: list[Report], pair: tuple[str, ...]) -> list[Draft]:
    """Go through the articles in order: what commits anew, what tells a commitment again, and what became of it."""
    known = Known(Weights(each.features for article in articles for each in article.news))
    for article in articles:
        taken = list(_take_up(article, pair, known))
        _follow(article, [each for each in article.news if not _overlaps(each, taken)], pair, known)
        _hold(article, known, pair)
    return known.drafts


def _take_up(article: Report, pair: tuple[str, ...], known: Known) -> Iterator[Found]:
    """Add the commitments of an article to those known, and yield them."""
    for found, features in article.found(pair):
        number = known.best(Retold(known.weights, article, found, features))
        if number is None:
            known.add(Draft(article, found, features, pair))
        elif _moves(known.drafts[number], found, article):
            known.take(number, POSTPONED, found.due, article.passage(found.start, found.stop))
        else:
            known.drafts[number].tell_again(article, found, features)
            known.learn(number)
        yield found


def _moves(known: Draft, found: Found, article: Report) -> bool:
    """Whether a later article tells a commitment for a day behind the one awaited."""
    is_later = bool(article.day and known.article.day and article.day > known.article.day)
    return bool(is_later and known.awaited and found.due and found.due[:7] > last_day(known.awaited).isoformat()[:7])


def _follow(article: Report, some: list[News], pair: tuple[str, ...], known: Known) -> None:
    """Give each piece of news to the commitment that it is most like, if it is like one."""
    for news in some:
        number = known.best(Followed(known.weights, article, news, pair))
        if number is None:
            continue
        draft = known.drafts[number]
        status = status_for(news, draft.awaited, draft.article.day, is_event=draft.is_event, ends=draft.ends, goes_on=draft.goes_on)
        if status and (status == AGAIN or draft.is_before(article)):
            known.take(number, status, news.day_for(status, draft.article.day), article.passage(news.span.start, news.span.stop))


def _hold(article: Report, known: Known, pair: tuple[str, ...]) -> None:
    """Tell as held what was to take place on the very day on which an article tells of a meeting, visit or call."""
    for each in article.held(pair):
        for number in known.on(each.day):
            draft = known.drafts[number]
            if draft.event and draft.awaited == each.day and (draft.event == CALL) == (each.type == CALL) and draft.is_before(article):
                known.take(number, HELD, each.day, article.passage(each.span.start, each.span.stop))


def _overlaps(news: News, taken: Iterable[Found]) -> bool:
    return any(found.start < news.span.stop and news.span.start < found.stop for found in taken)


def _commitment(draft: Draft, pair: tuple[str, ...], day: date | None) -> Commitment:
    found, told = draft.found, draft.told
    others = [party for party in pair if party not in draft.by.split("+")]
    return Commitment(
        record_id("commitment", told.document, told.start, told.stop), draft.kind, draft.by, others[0] if others else None, draft.topic,
        draft.due, draft.event if draft.event in PLANNED else None, _fate(draft, day), told, tuple(draft.steps), found.method,
    )  # fmt: skip


def _fate(draft: Draft, day: date | None) -> str:
    """What became of a commitment: what was told last of its end, else whether its day is over."""
    ends = [step.status for step in draft.steps if step.status in (HELD, KEPT, CANCELLED, POSTPONED)]
    if ends:
        return ends[-1]
    return OVERDUE if draft.due and day and last_day(draft.due) < day else UNHEARD
