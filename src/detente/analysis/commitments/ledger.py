"""The ledger: commitments in the order in which they were first told, each with what later articles say of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from detente.records import Reading
from detente.records.base import record_id

from .due import last_day
from .followed import DONE, LIFT, News, status_for
from .found import PLANNED, Found
from .likeness import ENOUGH, Features, Weights
from .records import AGAIN, CANCELLED, HELD, KEPT, OVERDUE, POSTPONED, UNHEARD, Commitment, Ledger, Passage, Step
from .report import Report, report_of

# What of a commitment another passage must tell, by weight, to be about it; and how much a same day, event or side adds.
LEAST_LIKE, LEAST_DONE = 0.34, 0.4
SAME_DUE, SAME_EVENT, SAME_TOPIC, OTHER_DUE, OTHER_SIDES = 0.2, 0.1, 0.1, 0.15, 0.15
MORE = 0.7  # of the likeness of two passages that counts from the one that tells less
SAME_DAY, ONLY_DAY, EXACT = 0.25, 0.34, len("2031-03-10")
ROUNDING = 1e-9
RARE = 1.0  # weight of what a commitment is looked for by
TALKS = ("meeting", "call")
LITTLE = 2.0  # weight that passages about the same thing share at least where their day is the same


class Draft:
    """A commitment while the articles are gone through."""

    def __init__(self, article: Report, found: Found, features: Features) -> None:
        self.article, self.found = article, found
        self.told = article.passage(found.start, found.stop)
        self.tellings = [features]
        self.due, self.topic, self.event = found.due, found.topic, found.event.type if found.event else None
        self.awaited = found.due
        self.steps: list[Step] = []

    @property
    def lifts(self) -> bool:
        """Whether what is committed to is that something ends."""
        return any(LIFT in each.shared for each in self.tellings)

    def take(self, status: str, day: str | None, passage: Passage) -> None:
        """Add a step; a later day is awaited from then on."""
        self.steps.append(Step(status, day, passage))
        if status == POSTPONED:
            self.awaited = day or self.awaited

    def tell_again(self, article: Report, found: Found, features: Features) -> None:
        """Add another telling of it, and what it knows beside the first."""
        self.take(AGAIN, found.due, article.passage(found.start, found.stop))
        self.tellings.append(features)
        if self.due is None:
            self.due = self.awaited = found.due
        self.topic = self.topic or found.topic
        if self.event is None and found.event and found.event.type in TALKS:
            self.event = found.event.type


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
        for key in (*draft.tellings[-1].shared, *draft.tellings[-1].words, *filter(None, (draft.awaited,))):
            self._places[key].add(number)

    def near(self, features: Features, days: Collection[str], least: float, most_beside: float) -> list[int]:
        """Return the commitments that tell of something rare that these do, or of the same day, in order.

        Left out are those that have too little in common: that are not `least` alike, whatever else adds, `most_beside` at most.
        """
        common, little = defaultdict[int, float](float), 0.0
        for key in (*features.shared, *features.words):
            weight = self._weights.of(key)
            if weight >= RARE:
                for number in self._places.get(key, ()):
                    common[number] += weight
            else:
                little += weight
        found = {number for day in days for number in self._places.get(day, ())}
        enough = (least - most_beside) * ENOUGH - ROUNDING - little
        likely = ((number, weight + little) for number, weight in common.items() if days or weight >= enough)
        found.update(number for number, weight in likely if self._may_be(number, features, days, weight, least - most_beside))
        return sorted(found)

    def _may_be(self, number: int, features: Features, days: Iterable[str], common: float, least: float) -> bool:
        """Whether words that have so much in common with a commitment, at most, may be about it."""
        draft = self.drafts[number]
        if any(_alike(draft.awaited, day) for day in days):
            return True
        whole = min(self._weights.whole(each, is_one=each.language == features.language) for each in draft.tellings)
        back = min(self._weights.whole(features, is_one=each.language == features.language) for each in draft.tellings)
        return min(1.0, common / ENOUGH) * min(1.0, common / (min(whole, back) or 1.0)) >= least - ROUNDING


def _drafts(articles: list[Report], pair: tuple[str, ...]) -> list[Draft]:
    """Go through the articles in order: what commits anew, what tells a commitment again, and what became of it."""
    weights = Weights(each.features for article in articles for each in article.news)
    known = Known(weights)
    for article in articles:
        taken = list(_take_up(article, pair, known, weights))
        _follow(article, [each for each in article.news if not _overlaps(each, taken)], known, weights)
    return known.drafts


def _take_up(article: Report, pair: tuple[str, ...], known: Known, weights: Weights) -> Iterator[Found]:
    """Add the commitments of an article to those known, and yield them."""
    for found, features in article.found(pair):
        number = _known(article, found, features, known, weights)
        if number is None:
            known.add(Draft(article, found, features))
        elif _moves(known.drafts[number], found, article):
            known.drafts[number].take(POSTPONED, found.due, article.passage(found.start, found.stop))
        else:
            known.drafts[number].tell_again(article, found, features)
            known.learn(known.drafts[number], number)
        yield found


def _moves(known: Draft, found: Found, article: Report) -> bool:
    """Whether a later article tells a commitment for a day behind the one awaited."""
    is_later = bool(article.day and known.article.day and article.day > known.article.day)
    return bool(is_later and known.awaited and found.due and found.due[:7] > last_day(known.awaited).isoformat()[:7])


def _known(article: Report, found: Found, features: Features, known: Known, weights: Weights) -> int | None:
    """The number of the commitment that words tell again, if one is like them."""
    near = known.near(features, [found.due] if found.due else [], LEAST_LIKE, SAME_TOPIC + SAME_EVENT)
    ranked = [(_same(weights, known.drafts[number], article, features, found), -number) for number in near]
    score, number = max(ranked, default=(0.0, 0))
    return -number if score >= LEAST_LIKE else None


def _same(weights: Weights, draft: Draft, article: Report, features: Features, found: Found) -> float:
    """How surely words tell a commitment again."""
    alike = _alike(draft.awaited, found.due)
    if draft.event and found.due and draft.awaited and article.day and not alike and last_day(draft.awaited) <= article.day:
        return 0.0
    enough = LITTLE if alike else ENOUGH
    score = max(_both_ways(weights, telling, features, enough) for telling in draft.tellings)
    event = found.event.type if found.event else None
    score += SAME_TOPIC * (found.topic is not None and found.topic == draft.topic)
    score += _same_due(draft, article, found) * alike + SAME_EVENT * (event is not None and event == draft.event)
    score -= OTHER_DUE * (not alike and bool(draft.awaited and found.due)) + OTHER_SIDES * (not _fit(draft.found.by, found.by))
    return score


def _same_due(draft: Draft, article: Report, found: Found) -> float:
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


def _follow(article: Report, some: list[News], known: Known, weights: Weights) -> None:
    """Give each piece of news to the commitment that it is most like, if it is like one."""
    for news in some:
        least = LEAST_DONE if news.status == DONE else LEAST_LIKE
        near = known.near(news.features, news.days, least, SAME_EVENT if news.events else 0.0)
        others = (number for number in near if known.drafts[number].article is not article)
        score, number = max(((_news_of(weights, known.drafts[number], news), -number) for number in others), default=(0.0, 0))
        if score < least:
            continue
        draft = known.drafts[-number]
        status = status_for(news, draft.awaited, draft.article.day, is_event=draft.event is not None, lifts=draft.lifts)
        if status and (status == AGAIN or _is_later(article, draft)):
            draft.take(status, news.day_for(status, draft.article.day), article.passage(news.span.start, news.span.stop))


def _is_later(article: Report, draft: Draft) -> bool:
    return article.day is None or draft.article.day is None or article.day > draft.article.day


def _news_of(weights: Weights, draft: Draft, news: News) -> float:
    """How surely a sentence is about a commitment."""
    alike = any(_alike(draft.awaited, day) for day in news.days)
    score = max(weights.likeness(telling, news.features, enough=LITTLE if alike else ENOUGH) for telling in draft.tellings)
    return score + SAME_DUE * alike + SAME_EVENT * (draft.event in news.events)


def _overlaps(news: News, taken: Iterable[Found]) -> bool:
    return any(found.start < news.span.stop and news.span.start < found.stop for found in taken)


def _commitment(draft: Draft, pair: tuple[str, ...], day: date | None) -> Commitment:
    found, told = draft.found, draft.told
    others = [party for party in pair if party not in found.by.split("+")]
    return Commitment(
        record_id("commitment", told.document, told.start, told.stop), found.kind, found.by, others[0] if others else None, draft.topic,
        draft.due, draft.event if draft.event in PLANNED else None, _fate(draft, day), told, tuple(draft.steps), found.method,
    )  # fmt: skip


def _fate(draft: Draft, day: date | None) -> str:
    """What became of a commitment: what was told last of its end, else whether its day is over."""
    ends = [step.status for step in draft.steps if step.status in (HELD, KEPT, CANCELLED, POSTPONED)]
    if ends:
        return ends[-1]
    return OVERDUE if draft.due and day and last_day(draft.due) < day else UNHEARD
