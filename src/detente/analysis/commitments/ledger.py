"""The ledger: commitments in the order in which they were first told, each with what later articles say of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from detente.records import Reading
from detente.records.base import record_id

from .article import Article
from .drafts import Draft
from .due import last_day
from .followed import DONE, News, held_in, news_in, status_for
from .found import CALL, PLANNED, Found, find_commitments
from .likeness import NOTHING, Features, Weights, features_of
from .matching import news_score, same_score
from .records import AGAIN, CANCELLED, HELD, KEPT, OVERDUE, POSTPONED, UNHEARD, Commitment, Ledger

LEAST_LIKE, LEAST_DONE = 0.34, 0.4  # what a passage scores at least to be about a commitment; to tell that it was carried out
RARE = 1.0  # weight of what a commitment is looked for by


def ledger_of(readings: Sequence[Reading], parties: Sequence[str], as_of: date | None = None) -> Ledger:
    """Return the ledger of two parties over readings, up to a day: where none is given, the last on which an article was printed."""
    pair = tuple(sorted(parties))
    articles = sorted((Article(each) for each in readings), key=lambda each: each.day or date.min)
    read = [each for each in articles if as_of is None or each.day is None or each.day <= as_of]
    day = as_of or max((each.day for each in read if each.day), default=None)
    drafts = _drafts(read, pair)
    commitments = tuple(_commitment(each, pair, day) for each in drafts)
    return Ledger(pair, day.isoformat() if day else None, len(read), commitments)


class Known:
    """The commitments known so far, found again by what they tell of and by their days."""

    def __init__(self, weights: Weights) -> None:
        self.drafts: list[Draft] = []
        self._weights = weights
        self._places: defaultdict[str, set[int]] = defaultdict(set)

    def add(self, draft: Draft) -> None:
        """Add a commitment."""
        self.drafts.append(draft)
        self.learn(draft, len(self.drafts) - 1)

    def learn(self, draft: Draft, number: int) -> None:
        """Note what the last telling of a commitment tells of."""
        for key in (*draft.tellings[-1].shared, *draft.tellings[-1].words, *draft.tellings[-1].sounds, *filter(None, (draft.awaited,))):
            self._places[key].add(number)

    def near(self, features: Features, days: Iterable[str]) -> list[int]:
        """Return the commitments that tell of something rare that these do, or of the same day, in order."""
        rare = (key for key in (*features.shared, *features.words, *features.sounds) if self._weights.of(key) >= RARE)
        return sorted({number for key in (*rare, *days) for number in self._places.get(key, ())})


def _drafts(articles: list[Article], pair: tuple[str, ...]) -> list[Draft]:
    """Go through the articles in order: what commits anew, what tells a commitment again, and what became of it."""
    news = [news_in(each) for each in articles]
    weights = Weights(each.features for some in news for each in some)
    known = Known(weights)
    for article, some in zip(articles, news, strict=True):
        taken = list(_take_up(article, pair, known, weights))
        _follow(article, [each for each in some if not _overlaps(each, taken)], known, weights)
        _hold(article, known, pair)
    return known.drafts


def _take_up(article: Article, pair: tuple[str, ...], known: Known, weights: Weights) -> Iterator[Found]:
    """Add the commitments of an article to those known, and yield them."""
    for found in find_commitments(article, pair):
        number = _known(article, found, known, weights)
        if number is None:
            known.add(Draft(article, found, pair))
        elif _moves(known.drafts[number], found, article):
            known.drafts[number].take(POSTPONED, found.due, article.passage(found.start, found.stop))
        else:
            known.drafts[number].tell_again(article, found)
            known.learn(known.drafts[number], number)
        yield found


def _moves(known: Draft, found: Found, article: Article) -> bool:
    """Whether a later article tells a commitment for a day behind the one awaited."""
    is_later = bool(article.day and known.article.day and article.day > known.article.day)
    return bool(is_later and known.awaited and found.due and found.due[:7] > last_day(known.awaited).isoformat()[:7])


def _known(article: Article, found: Found, known: Known, weights: Weights) -> int | None:
    """The number of the commitment that words tell again, if one is like them."""
    features = features_of(article, found.start, found.stop)
    near = known.near(features, filter(None, (found.due,)))
    ranked = [(same_score(weights, known.drafts[number], article, features, found), -number) for number in near]
    score, number = max(ranked, default=(0.0, 0))
    return -number if score >= LEAST_LIKE else None


def _follow(article: Article, some: list[News], known: Known, weights: Weights) -> None:
    """Give each piece of news to the commitment that it is most like, if it is like one."""
    for news in some:
        near = (number for number in known.near(news.features, news.days) if known.drafts[number].article is not article)
        score, number = max(((news_score(weights, known.drafts[number], news), -number) for number in near), default=(0.0, 0))
        if score < (LEAST_DONE if news.status == DONE else LEAST_LIKE):
            continue
        draft = known.drafts[-number]
        status = status_for(news, draft.awaited, draft.article.day, is_event=draft.is_event, ends=draft.ends, goes_on=draft.goes_on)
        if status and (status == AGAIN or draft.is_before(article)):
            draft.take(status, news.day_for(status, draft.article.day), article.passage(news.span.start, news.span.stop))


def _hold(article: Article, known: Known, pair: tuple[str, ...]) -> None:
    """Tell as held what was to take place on the very day on which an article tells of a meeting, visit or call."""
    for day, type_, passage in held_in(article, pair):
        for number in known.near(NOTHING, (day,)):
            draft = known.drafts[number]
            if draft.event and draft.awaited == day and (draft.event == CALL) == (type_ == CALL) and draft.is_before(article):
                draft.take(HELD, day, passage)


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
