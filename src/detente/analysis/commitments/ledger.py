"""The ledger: commitments in the order in which they were first told, each with what later articles say of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from detente.records import Reading
from detente.records.base import record_id
from detente.resources.commitments import PLACE

from .article import Article
from .due import last_day
from .followed import DONE, ENDING, PROLONGING, News, held_in, news_in, status_for
from .found import CALL, PLANNED, Found, find_commitments
from .likeness import ENOUGH, FIGURE, NOTHING, Features, Weights, features_of
from .records import AGAIN, CANCELLED, HELD, KEPT, OVERDUE, POSTPONED, PROPOSAL, UNHEARD, Commitment, Ledger, Passage, Step

# What of a commitment another passage must tell, by weight, to be about it; and how much a same day, event or side adds.
LEAST_LIKE, LEAST_DONE = 0.34, 0.4
SAME_DUE, SAME_EVENT, SAME_TOPIC, OTHER_DUE, OTHER_SIDES = 0.2, 0.1, 0.1, 0.15, 0.15
MORE = 0.7  # of the likeness of two passages that counts from the one that tells less
STRANGERS, OTHER_PLACE, OTHER_NUMBER, CLOSED = 0.6, 0.1, 0.1, 0.2
SAME_DAY, ONLY_DAY, EXACT = 0.25, 0.34, len("2031-03-10")
RARE = 1.0  # weight of what a commitment is looked for by
TALKS = ("meeting", "call")
LITTLE = 2.0  # weight that passages about the same thing share at least where their day is the same


class Draft:
    """A commitment while the articles are gone through."""

    def __init__(self, article: Article, found: Found, pair: tuple[str, ...]) -> None:
        self.article, self.found, self.pair = article, found, pair
        self.told = article.passage(found.start, found.stop)
        self.tellings = [features_of(article, found.start, found.stop)]
        self.parties = article.parties_in(found.start, found.stop)
        self.due, self.topic, self.event = found.due, found.topic, found.event.type if found.event else None
        self.awaited = found.due
        self.is_event = _gathers(article, found)
        self.kind, self.by, self.firmness = found.kind, found.by, found.firmness
        self.steps: list[Step] = []

    def tells(self, matters: frozenset[str]) -> bool:
        """Whether what is committed to is one of some matters."""
        return any(not matters.isdisjoint(each.shared) for each in self.tellings)

    def take(self, status: str, day: str | None, passage: Passage) -> None:
        """Add a step; a later day is awaited from then on."""
        self.steps.append(Step(status, day, passage))
        if status == POSTPONED:
            self.awaited = day or self.awaited

    def tell_again(self, article: Article, found: Found) -> None:
        """Add another telling of it, and what it knows beside the first."""
        self.take(AGAIN, found.due, article.passage(found.start, found.stop))
        self.tellings.append(features_of(article, found.start, found.stop))
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
    ranked = [(_same(weights, known.drafts[number], article, features, found), -number) for number in near]
    score, number = max(ranked, default=(0.0, 0))
    return -number if score >= LEAST_LIKE else None


def _same(weights: Weights, draft: Draft, article: Article, features: Features, found: Found) -> float:
    """How surely words tell a commitment again."""
    alike = _alike(draft.awaited, found.due)
    if draft.event and found.due and draft.awaited and article.day and not alike and last_day(draft.awaited) <= article.day:
        return 0.0
    enough = LITTLE if alike else ENOUGH
    score = max(_both_ways(weights, telling, features, enough) for telling in draft.tellings)
    event = found.event.type if found.event else None
    score += SAME_TOPIC * (found.topic is not None and found.topic == draft.topic)
    score += _same_due(draft, article, found) * alike + SAME_EVENT * (event is not None and event == draft.event)
    score -= OTHER_DUE * (not alike and bool(draft.awaited and found.due)) + OTHER_SIDES * (not _fit(draft.by, found.by))
    return score


def _same_due(draft: Draft, article: Article, found: Found) -> float:
    """What a same day counts: more where it is told to the day by another article, most where words cannot be compared."""
    if article is draft.article or len(found.due or "") < EXACT or len(draft.awaited or "") < EXACT:
        return SAME_DUE
    return SAME_DAY if article.language == draft.article.language else ONLY_DAY


def _both_ways(weights: Weights, one: Features, other: Features, enough: float) -> float:
    """The likeness of two passages, mostly that of the one which tells less."""
    there, back = weights.likeness(one, other, enough=enough), weights.likeness(other, one, enough=enough)
    return MORE * max(there, back) + (1 - MORE) * min(there, back)


def _alike(one: str | None, other: str | None) -> bool:
    """Whether two days are the same, as exact as they are told.

    >>> _alike("2031-08", "2031-08-31"), _alike("2031-08", None)
    (True, False)
    """
    return bool(one and other) and (str(one).startswith(str(other)) or str(other).startswith(str(one)))


def _fit(one: str, other: str) -> bool:
    return bool(set(one.split("+")) & set(other.split("+")))


def _follow(article: Article, some: list[News], known: Known, weights: Weights) -> None:
    """Give each piece of news to the commitment that it is most like, if it is like one."""
    for news in some:
        near = (number for number in known.near(news.features, news.days) if known.drafts[number].article is not article)
        score, number = max(((_news_of(weights, known.drafts[number], news), -number) for number in near), default=(0.0, 0))
        if score < (LEAST_DONE if news.status == DONE else LEAST_LIKE):
            continue
        draft = known.drafts[-number]
        status = status_for(news, draft.awaited, draft.article.day, is_event=draft.is_event, ends=draft.tells(ENDING), goes_on=draft.tells(PROLONGING))
        if status and (status == AGAIN or _is_later(article, draft)):
            draft.take(status, news.day_for(status, draft.article.day), article.passage(news.span.start, news.span.stop))


def _hold(article: Article, known: Known, pair: tuple[str, ...]) -> None:
    """Tell as held what was to take place on the very day on which an article tells of a meeting, visit or call."""
    for day, type_, passage in held_in(article, pair):
        for number in known.near(NOTHING, (day,)):
            draft = known.drafts[number]
            if draft.event and draft.awaited == day and (draft.event == CALL) == (type_ == CALL) and _is_later(article, draft):
                draft.take(HELD, day, passage)


def _is_later(article: Article, draft: Draft) -> bool:
    return article.day is None or draft.article.day is None or article.day > draft.article.day


def _news_of(weights: Weights, draft: Draft, news: News) -> float:
    """How surely a sentence is about a commitment."""
    alike = any(_alike(draft.awaited, day) for day in news.days)
    score = max(weights.likeness(telling, news.features, enough=LITTLE if alike else ENOUGH) for telling in draft.tellings)
    return score + SAME_DUE * alike + SAME_EVENT * (draft.event in news.events) - _strange(draft, news)


def _strange(draft: Draft, news: News) -> float:
    """How much speaks against a sentence: other states, places and numbers than those of the commitment, or that it was held already."""
    strangers = news.parties - draft.parties - set(draft.pair)
    found = STRANGERS * (bool(strangers) and not set(draft.pair) <= news.parties)
    found += CLOSED * (draft.is_event and any(step.status == HELD for step in draft.steps))
    told = frozenset().union(*(each.shared for each in draft.tellings))
    return found + sum(weight * _differ(told, news.features.shared, kind) for kind, weight in ((PLACE, OTHER_PLACE), (FIGURE, OTHER_NUMBER)))


def _differ(one: frozenset[str], other: frozenset[str], kind: str) -> bool:
    """Whether two passages both tell something of a kind, and nothing of it is the same."""
    ours, theirs = ({each for each in some if each.startswith(kind)} for some in (one, other))
    return bool(ours) and bool(theirs) and ours.isdisjoint(theirs)


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
