"""Two accounts of one meeting, topic by topic: told by both, by one, or told so that they contradict each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from pathlib import Path

from detente.records import Reading, Record
from detente.resources.weights import Weights, load_weights

from .alike import Links, alike
from .denials import Pair, contradicts, grants
from .gatherings import Gathering
from .sides import press_of
from .subjects import AT_LARGE, on_topics
from .tellings import Telling, tellings_in

CONTRADICTED, BOTH, ONE = ACCOUNTS = ("contradicted", "both", "one")
SURE_ENOUGH = 0.5  # how surely a telling is on a topic, to be held against one that it is not alike to

Told = Mapping[str, Mapping[str, list[Telling]]]  # tellings by topic and side


class Account(Record, frozen=True):
    """What two accounts tell on a topic: `account` is both, one (of the side `by`) or contradicted; `sides` holds the tellings.

    `method` names the rule that found a contradiction, `against` the two tellings of it by id.
    """

    topic: str
    account: str
    by: str | None
    sides: dict[str, tuple[Telling, ...]]
    method: str
    against: tuple[str, str] | None


class Comparison(Record, frozen=True):
    """The accounts of a meeting by two parties; `reports` are how many reports tell each."""

    gathering: Gathering
    reports: dict[str, int]
    rows: tuple[Account, ...]


def compare(gathering: Gathering, readings: Iterable[Reading], codebook: Path, weights: Weights | None = None) -> Comparison:
    """Return both accounts of a meeting, by the topics of a codebook.

    Only the reports that are accounts of it count, in the order given; what copies repeat should not be among them.
    """
    chosen, given = weights or load_weights(), {reading.document.id: reading for reading in readings}
    reports = [given[key] for key in gathering.accounts if key in given]
    press, (one, other) = press_of(reports, gathering.parties, chosen), gathering.parties
    events = defaultdict(set)
    for document, event in gathering.mentions:
        events[document].add(event)
    told = [each for report in reports for each in tellings_in(report, gathering.parties, press, gathering.date, frozenset(events[report.document.id]))]
    links = {(ours.id, theirs.id): share for ours, theirs, share in alike(_of(told, one), _of(told, other), gathering.parties, gathering.date, chosen)}
    told = on_topics(told, links, codebook, gathering.parties, chosen)
    rows = (_row(topic, sides, gathering.parties, links) for topic, sides in _by_topic(told, links, chosen).items())
    counts = {side: len({each.document_id for each in _of(told, side)}) for side in gathering.parties}
    return Comparison(gathering, counts, tuple(sorted(rows, key=_order)))


def _order(row: Account) -> tuple[int, str | None, int, str]:
    """Contradictions first, then what both tell, then what one does; the most told before."""
    return ACCOUNTS.index(row.account), row.by, -sum(map(len, row.sides.values())), row.topic


def _of(told: Sequence[Telling], side: str) -> list[Telling]:
    return [telling for telling in told if side in telling.sides]


def _by_topic(told: Sequence[Telling], links: Links, weights: Weights) -> Told:
    """The tellings of each topic that some telling is surely on, of the sides that have one that is likely on it."""
    found: dict[str, dict[str, list[Telling]]] = defaultdict(lambda: defaultdict(list))
    sure: set[str] = set()
    linked = {key for pair in links for key in pair}
    for telling in told:
        counts = _standing(telling, linked, weights)
        for topic, share in telling.topics:
            if share * counts >= weights.joins:
                for side in telling.sides:
                    found[topic][side].append(telling)
            if share * counts >= (weights.opens_at_large if topic in AT_LARGE else weights.opens):
                sure.add(topic)
    return {topic: found[topic] for topic in found if topic in sure}


def _standing(telling: Telling, linked: Set[str], weights: Weights) -> float:
    """How much a telling counts: what is said most, background least."""
    if telling.statement_id:
        return 1.0
    return weights.narrated if telling.id in linked or telling.is_news else weights.background


def _row(topic: str, sides: Mapping[str, Sequence[Telling]], parties: tuple[str, str], links: Links) -> Account:
    telling = {side: tuple(sides[side]) for side in parties if side in sides}
    if len(telling) == 1:
        return Account(topic, ONE, next(iter(telling)), telling, "", None)
    sure = {each.id for its in telling.values() for each in its if dict(each.topics).get(topic, 0.0) >= SURE_ENOUGH}
    rule, against = _contradiction(telling[parties[0]], telling[parties[1]], links, sure)
    return Account(topic, CONTRADICTED if rule else BOTH, None, telling, rule, against)


def _contradiction(ours: Sequence[Telling], theirs: Sequence[Telling], links: Links, sure: Set[str]) -> tuple[str, tuple[str, str] | None]:
    """The rule by which a telling of one account contradicts one of the other, and both.

    What is less surely on the topic and alike to something is held against that only.
    """
    both_ways = links | {(b, a): share for (a, b), share in links.items()}
    beside: dict[str, set[str]] = defaultdict(set)
    for first, second in both_ways:
        beside[first].add(second)
    directions = ((mine, its, any(each.id in sure and grants(each) for each in mine)) for mine, its in ((ours, theirs), (theirs, ours)))
    for one, other, is_granted in ((one, other, is_granted) for mine, its, is_granted in directions for one in mine for other in its):
        pair = Pair(one, other, both_ways.get((one.id, other.id), 0.0), bool(beside[other.id] - {one.id}), is_granted)
        if (pair.share or all(each.id in sure or not beside[each.id] for each in (one, other))) and (rule := contradicts(pair)):
            return rule, (one.id, other.id)
    return "", None
