"""Maps from statements: cells, sides, and the words that stand for a side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping
from functools import lru_cache
from itertools import chain, combinations
from types import MappingProxyType

from detente.records import RELATIONS, Cell, DialogueMap, Position, Record, Side, Statement, Words

from .relation import CellCase, decide_relation
from .stand import SILENT as NOBODY
from .stand import Stand, stand, together

MOST_WORDS = 3
SHORT = 8
# A phrase is shown with its verb where both together are no longer than this.
LONGEST_PHRASE = 16
SURE_ENOUGH = 0.5
NONE_SAME: Mapping[str, str] = MappingProxyType({})
SILENT = Side(0, False, (), None)
BY_OTHERS = decide_relation(CellCase(NOBODY, NOBODY, NOBODY))  # where neither side speaks
BELIED = frozenset({"divergence", "common-ground"})
ORDER = {relation: i for i, relation in enumerate(RELATIONS)}


class _Evidence(Record, frozen=True):
    """A statement, its sides, whether it is in their own word, and the date of the position that rests on it.

    `utterance` is the first report of what was said: reports with the same one count once.
    """

    utterance: str
    statement: Statement
    sides: frozenset[str]
    own: bool
    held_on: str | None


class _Topic(Record, frozen=True):
    """The evidence of a topic: in the order of its positions, by party with the best words first, and what decides.

    `alone` tells how each party stands where it speaks alone, `joint` how several do who speak as one. `sides` keeps
    what is shown of each party, by the relation that its words could belie.
    """

    id: str
    evidence: tuple[_Evidence, ...]
    ranked: dict[str, list[_Evidence]]
    alone: dict[str, Stand]
    joint: dict[frozenset[str], Stand]
    ids: tuple[str, ...]
    score: float
    sides: dict[tuple[str, str], Side]


def _sides(statement: Statement) -> frozenset[str]:
    return _split(statement.speaker.party if statement.speaker else None)


@lru_cache(maxsize=1024)
def _split(party: str | None) -> frozenset[str]:
    return frozenset(party.split("+")) if party else frozenset()


def weigh_pairs(statements: Iterable[Statement]) -> Counter[tuple[str, str]]:
    """Return how much is reported of each pair of parties that both speak in the statements."""
    speaking = [sorted(_sides(statement)) for statement in statements]
    counts = Counter(chain.from_iterable(speaking))
    joint = Counter(pair for sides in speaking if len(sides) > 1 for pair in combinations(sides, 2))
    found = combinations(sorted(counts), 2)
    return Counter(
        {(a, b): 2 * min(counts[a], counts[b]) + counts[a] + counts[b] + 4 * joint[a, b] for a, b in found}
    )


def pairs(statements: Iterable[Statement], named: tuple[str, ...] = ()) -> tuple[tuple[str, str], ...]:
    """Return the pairs of parties that both speak in the statements, the most reported first.

    Where no two speak, the pair of the first two parties that are `named`, if one of them speaks.
    """
    given = tuple(statements)
    weight = weigh_pairs(given)
    if not weight and len(named) > 1 and any(_sides(statement) & {*named[:2]} for statement in given):
        left, right = sorted(named[:2])
        return ((left, right),)
    return tuple(sorted(weight, key=lambda pair: (-weight[pair], pair)))


def _is_own(statement: Statement) -> bool:
    """In a side's own word: not passed on by a person (an outlet may pass it on)."""
    return not statement.via or all(relay.actor_id.startswith("outlet:") for hop in statement.via for relay in hop)


def _weakness(item: _Evidence) -> tuple[bool, bool, float]:
    """Order of the words that stand for a side: its own before joint ones, sentences before phrases, the strongest."""
    statement = item.statement
    length = sum([span.stop - span.start for span in statement.content])
    return len(item.sides) > 1, length < SHORT, -abs(statement.polarity or 0)


def _words(statement: Statement) -> Words:
    """The words that stand for a statement: a mere phrase is shown with all that its speaker does with it.

    Of 法方对此表示欢迎 not 此 but 对此表示欢迎; so a negation stays in sight too.
    """
    speaker, cue, said = statement.speaker, statement.cue, statement.content[0]
    if said.stop - said.start < SHORT and speaker and speaker.stop <= min(said.start, cue.start):
        stop = max(said.stop, cue.stop)
        if stop - speaker.stop <= LONGEST_PHRASE:
            return Words(statement.id, speaker.stop, stop)
    return Words(statement.id, said.start, said.stop)


def _belies(item: _Evidence, relation: str) -> bool:
    """Whether words would show the opposite of the relation that they illustrate."""
    polarity = item.statement.polarity or 0
    return polarity > 0 if relation == "divergence" else polarity < 0 and relation == "common-ground"


def _topic(name: str, evidence: list[_Evidence], ids: list[str]) -> _Topic:
    latest = sorted(evidence, key=lambda item: (item.held_on or "", item.statement.cue.start), reverse=True)
    counted: dict[frozenset[str], list[Statement]] = {}
    for item in evidence:
        if item.own or len(item.sides) > 1:
            counted.setdefault(item.sides, []).append(item.statement)
    alone = {party: stand(said) for sides, said in counted.items() if len(sides) == 1 for party in sides}
    joint = {sides: stand(said) for sides, said in counted.items() if len(sides) > 1}
    score = min([item.statement.score for item in evidence])
    ranked: dict[str, list[_Evidence]] = {}
    for item in sorted(latest, key=_weakness):
        for party in item.sides:
            ranked.setdefault(party, []).append(item)
    return _Topic(name, tuple(evidence), ranked, alone, joint, tuple(ids), score, {})


def _topics(
    statements: Iterable[Statement], positions: Iterable[Position], same: Mapping[str, str], repeated: Container[str]
) -> list[_Topic]:
    """Topics with their evidence; one needs a position whose topic is sure, the others only add to it."""
    by_id = {s.id: (same.get(s.id, s.id), s, _sides(s), _is_own(s)) for s in statements}
    found: dict[str, list[_Evidence]] = {}
    ids: dict[str, list[str]] = {}
    sure = set()
    for position in positions:
        if item := by_id.get(position.evidence_id):
            ids.setdefault(position.topic, []).append(position.evidence_id)
            if position.evidence_id in repeated:
                continue
            found.setdefault(position.topic, []).append(_Evidence(*item, position.held_on))
            if position.score >= SURE_ENOUGH:
                sure.add(position.topic)
    return [_topic(name, evidence, ids[name]) for name, evidence in found.items() if name in sure]


def _side(party: str, topic: _Topic, relation: str) -> Side:
    """What is shown of a party on a topic: the same in all its pairs, unless its words could belie the relation."""
    key = party, relation if relation in BELIED else ""
    if key not in topic.sides:
        topic.sides[key] = _shown(topic, party, relation) if party in topic.ranked else SILENT
    return topic.sides[key]


def _shown(topic: _Topic, party: str, relation: str) -> Side:
    mine = sorted(topic.ranked[party], key=lambda item: _belies(item, relation))
    own = [item for item in mine if item.own]
    said = {item.utterance: item.statement for item in reversed(own or mine)}
    words = tuple(map(_words, list(reversed(said.values()))[:MOST_WORDS]))
    if own:
        return Side(len(said), True, words, None)
    first = next(item.statement for item in topic.evidence if party in item.sides)
    return Side(0, False, words, first.via[-1][-1].actor_id)


def _case(topic: _Topic, one: str, other: str) -> CellCase:
    """How two parties stand on a topic; who speaks as one with a third party speaks for itself."""
    joint, left, right = NOBODY, topic.alone.get(one, NOBODY), topic.alone.get(other, NOBODY)
    for sides, said in topic.joint.items():
        if one in sides and other in sides:
            joint = together(joint, said)
        elif one in sides:
            left = together(left, said)
        elif other in sides:
            right = together(right, said)
    return CellCase(joint, left, right)


def _cell(topic: _Topic, pair: tuple[str, str]) -> Cell:
    one, other = pair
    if one not in topic.ranked and other not in topic.ranked:
        relation, rule = BY_OTHERS
        return Cell(topic.id, relation, None, dict.fromkeys(pair, SILENT), topic.ids, topic.score, rule)
    case = _case(topic, one, other)
    relation, rule = decide_relation(case)
    by = (one if case.left.takes else other) if relation == "one-sided" else None
    sides = {party: _side(party, topic, relation) for party in pair}
    return Cell(topic.id, relation, by, sides, topic.ids, topic.score, rule)


def _map(topics: list[_Topic], pair: tuple[str, str]) -> DialogueMap:
    cells = [_cell(topic, pair) for topic in topics]
    one, other = pair
    cells.sort(key=lambda c: (ORDER[c.relation], -c.sides[one].statements - c.sides[other].statements, c.topic))
    return DialogueMap(pair, tuple(cells))


def build_maps(
    statements: Iterable[Statement],
    positions: Iterable[Position],
    pairs: Iterable[tuple[str, str]],
    same: Mapping[str, str] = NONE_SAME,
    repeated: Container[str] = (),
) -> tuple[DialogueMap, ...]:
    """Return a map for each pair of parties: cells by relation, the best supported first.

    `same` gives the first report of an utterance by the statement ids of its later ones; it counts once. Statements that
    are `repeated` by copies of an article are evidence and nothing else.
    """
    topics = _topics(statements, positions, same, repeated)
    return tuple(_map(topics, pair) for pair in pairs)


def build_map(
    statements: Iterable[Statement],
    positions: Iterable[Position],
    pair: tuple[str, str],
    same: Mapping[str, str] = NONE_SAME,
    repeated: Container[str] = (),
) -> DialogueMap:
    """Return the map of one pair of parties."""
    return build_maps(statements, positions, (pair,), same, repeated)[0]
