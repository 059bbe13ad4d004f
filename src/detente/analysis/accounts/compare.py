"""Two accounts of one meeting, topic by topic: told by both, by one, or told so that they contradict each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from pathlib import Path

from detente.records import Reading, Record
from detente.resources.codebook import Codebook, load_codebook
from detente.resources.weights import Weights, load_weights

from .alike import alike
from .denials import Pair, affirms, contradicts
from .gatherings import Gathering
from .sides import press_of
from .subjects import SURE_ENOUGH
from .tellings import MEETING_ITSELF, Telling, tellings_in

CONTRADICTED, BOTH, ONE = ACCOUNTS = ("contradicted", "both", "one")

Links = dict[tuple[str, str], float]
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
    press = press_of((given[key] for key in gathering.accounts if key in given), gathering.parties, chosen)
    events = defaultdict(set)
    for document, event in gathering.mentions:
        events[document].add(event)
    told = [
        telling
        for key in gathering.accounts
        if key in given
        for telling in tellings_in(given[key], gathering.parties, press, gathering.date, frozenset(events[key]), codebook, chosen)
    ]
    one, other = gathering.parties
    links = {(ours.id, theirs.id): share for ours, theirs, share in alike(_of(told, one), _of(told, other), gathering.parties, gathering.date, chosen)}
    topics = _topics(told, links, specificity(load_codebook(codebook)))
    sure = {topic: {key for key, its in topics.items() if its.get(topic, 0) >= SURE_ENOUGH} for its in topics.values() for topic in its}
    rows = (_row(topic, sides, gathering.parties, links, sure[topic]) for topic, sides in _by_topic(told, topics, chosen).items())
    reports = {side: len({each.document_id for each in _of(told, side)}) for side in gathering.parties}
    return Comparison(gathering, reports, tuple(sorted(rows, key=_order)))


def specificity(codebook: Codebook) -> dict[str, int]:
    """Return how specific each topic is: by its rank, and of one rank a topic that others give way to is the broader."""
    broad = {each for topic in codebook.topics for each in topic.yields}
    return {topic.id: 2 * topic.rank - (topic.id in broad) for topic in codebook.topics}


def _order(row: Account) -> tuple[int, str | None, int, str]:
    """Contradictions first, then what both tell, then what one does; the most told before."""
    return ACCOUNTS.index(row.account), row.by, -sum(map(len, row.sides.values())), row.topic


def _of(told: Sequence[Telling], side: str) -> list[Telling]:
    return [telling for telling in told if side in telling.sides]


def _topics(told: Sequence[Telling], links: Links, ranks: Mapping[str, int]) -> dict[str, dict[str, float]]:
    """The topics of tellings: their own, but two that tell the same go by one, the surer or else more specific of both."""
    found = {each.id: dict(each.topics) for each in told}
    settled: set[str] = set()
    for (ours, theirs), _ in sorted(links.items(), key=lambda link: (-link[1], link[0])):
        one, other = found[ours], found[theirs]
        sure = {topic: max(one.get(topic, 0), other.get(topic, 0)) for topic in (*one, *other)}
        sure = {topic: score for topic, score in sure.items() if score >= SURE_ENOUGH}
        if shared := {topic: sure[topic] for topic in one if topic in other and topic in sure}:
            settled |= {ours, theirs}
            found[ours], found[theirs] = one | shared, other | shared
        if not sure or settled >= {ours, theirs}:
            continue
        best = max(sure, key=lambda topic: (sure[topic], ranks.get(topic, 0), topic))
        for key in {ours, theirs} - settled:
            found[key] = {best: sure[best]}
            settled.add(key)
    return found


def _by_topic(told: Sequence[Telling], topics: Mapping[str, Mapping[str, float]], weights: Weights) -> Told:
    """The tellings of each topic that is surely the main one of some telling, of the sides that have one that is likely on it."""
    found: dict[str, dict[str, list[Telling]]] = defaultdict(lambda: defaultdict(list))
    sides_of: dict[str, set[str]] = defaultdict(set)
    sure: set[str] = set()
    for telling in told:
        for topic, score in topics[telling.id].items():
            for side in telling.sides:
                found[topic][side].append(telling)
            if score >= SURE_ENOUGH:
                sides_of[topic].update(telling.sides)
            if score >= (weights.opens_at_large if topic in MEETING_ITSELF else weights.opens) and topic == _main(topics[telling.id]):
                sure.add(topic)
    return {topic: {side: its for side, its in found[topic].items() if side in sides_of[topic]} for topic in found if topic in sure}


def _main(topics: Mapping[str, float]) -> str:
    """The surest topic of a telling, and of equals the first."""
    return max(topics, key=topics.__getitem__, default="")


def _row(topic: str, sides: Mapping[str, Sequence[Telling]], parties: tuple[str, str], links: Links, sure: Set[str]) -> Account:
    telling = {side: tuple(sides[side]) for side in parties if side in sides}
    if len(telling) == 1:
        return Account(topic, ONE, next(iter(telling)), telling, "", None)
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
    directions = ((mine, its, any(each.id in sure and affirms(each) for each in mine)) for mine, its in ((ours, theirs), (theirs, ours)))
    for one, other, is_granted in ((one, other, is_granted) for mine, its, is_granted in directions for one in mine for other in its):
        pair = Pair(one, other, both_ways.get((one.id, other.id), 0.0), bool(beside[other.id] - {one.id}), is_granted)
        if (pair.share or all(each.id in sure or not beside[each.id] for each in (one, other))) and (rule := contradicts(pair)):
            return rule, (one.id, other.id)
    return "", None
