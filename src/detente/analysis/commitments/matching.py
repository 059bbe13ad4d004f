"""How surely words tell a commitment again, and how surely a later sentence is about one."""

from __future__ import annotations

from detente.resources.commitments import PLACE

from .article import Article
from .drafts import Draft
from .due import last_day
from .followed import News
from .found import Found
from .likeness import ENOUGH, FIGURE, NAME, Features, Weights

# How much a same day, event or topic adds for one who tells a commitment again, and another day or other sides take away.
SAME_DUE, SAME_EVENT, SAME_TOPIC, OTHER_DUE, OTHER_SIDES = 0.2, 0.1, 0.1, 0.15, 0.15
SAME_DAY, ONLY_DAY, EXACT, MONTH = 0.25, 0.34, len("2031-03-10"), len("2031-03")
MORE = 0.7  # of the likeness of two passages that counts from the one that tells less
LITTLE = 2.0  # weight that passages about the same thing share at least where their day is the same
# For a later sentence: both sides named; what is left where a third state is named; other places, numbers and names, and that it was held already.
SAME_SIDES, STRANGE = 0.2, 0.3
OTHER_PLACE, OTHER_NUMBER, OTHER_NAME, CLOSED = 0.1, 0.1, 0.1, 0.2


def same_score(weights: Weights, draft: Draft, article: Article, features: Features, found: Found) -> float:
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


def news_score(weights: Weights, draft: Draft, news: News) -> float:
    """How surely a sentence is about a commitment."""
    alike = any(_alike(draft.awaited, day) for day in news.days if len(day) >= MONTH)
    score = max(weights.likeness(telling, news.features, enough=LITTLE if alike else ENOUGH) for telling in draft.tellings)
    score += SAME_SIDES * (set(draft.pair) <= news.parties) if score else 0.0
    score += SAME_DUE * alike + SAME_EVENT * (draft.event in news.events) - _other(draft, news)
    return score * STRANGE if _is_of_others(draft, news) else score


def _is_of_others(draft: Draft, news: News) -> bool:
    """Whether a sentence names a third state, and not both sides."""
    return not (set(draft.pair) <= news.parties or news.parties <= draft.parties.union(draft.pair))


def _other(draft: Draft, news: News) -> float:
    """How much speaks against a sentence: other places, numbers and names than those of the commitment, or that it was held already."""
    others = news.features.shared | news.features.words
    differing = sum(weight * _differ(draft.features, others, kind) for kind, weight in ((PLACE, OTHER_PLACE), (FIGURE, OTHER_NUMBER), (NAME, OTHER_NAME)))
    return differing + CLOSED * draft.was_held


def _differ(one: frozenset[str], other: frozenset[str], kind: str) -> bool:
    """Whether two passages both tell something of a kind, and nothing of it is the same."""
    ours, theirs = ({each for each in some if each.startswith(kind)} for some in (one, other))
    return bool(ours) and bool(theirs) and ours.isdisjoint(theirs)
