"""Maps from statements: cells, sides, and the words that stand for a side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain, combinations
from types import MappingProxyType

from detente.records import RELATIONS, Cell, DialogueMap, Position, Record, Side, Statement, Words

from .relation import CellCase, decide_relation
from .stand import SILENT as NOBODY
from .stand import Deed, Stand, act_rule, deed_of, sign, stand, together

MOST_WORDS = 3
IDEOGRAPHS = "\u2e80"  # the first of them
SHORT = 8  # characters of Chinese: what has fewer is a phrase
LONGEST_PHRASE = 16  # a phrase is shown with its verb where both together are no longer than this
APART = 2.5  # how many letters write as much as an ideograph
SURE_ENOUGH = 0.5
DONE = "cue-class"  # the rule of acts by which a verb tells what is done to its object
NONE_SAME: Mapping[str, str] = MappingProxyType({})
SILENT = Side(0, False, (), None)
BY_OTHERS = decide_relation(CellCase(NOBODY, NOBODY, NOBODY))  # where neither side speaks
BELYING: Mapping[str, tuple[int, ...]] = MappingProxyType({"divergence": (1,), "common-ground": (-1,)})
ORDER = {relation: i for i, relation in enumerate(RELATIONS)}


class _Evidence(Record, frozen=True):
    """A statement, its sides, whether it is in their own word, and its rank among the words that stand for a side.

    `utterance` is the first report of what was said: reports with the same one count once; `deed` is what it does.
    """

    utterance: str
    statement: Statement
    sides: frozenset[str]
    own: bool
    rank: str
    deed: Deed


class Topic(Record, frozen=True):
    """How all stand on a topic: `alone` where a party speaks alone, `joint` where several speak as one.

    `speaking` are the parties that speak, if only by others' words; `ids` are the statements it rests on.
    """

    id: str
    alone: dict[str, Stand]
    joint: dict[frozenset[str], Stand]
    speaking: frozenset[str]
    ids: tuple[str, ...]
    score: float


# What is shown of a party on a topic, by the ids of both and the relation that its words could belie.
Shown = Callable[[str, str, str], Side]


def sides_of(statement: Statement) -> frozenset[str]:
    """Return the parties for which a statement speaks."""
    return _split(statement.speaker.party if statement.speaker else None)


@lru_cache(maxsize=1024)
def _split(party: str | None) -> frozenset[str]:
    return frozenset(party.split("+")) if party else frozenset()


def weigh_pairs(statements: Iterable[Statement]) -> Counter[tuple[str, str]]:
    """Return how much is reported of each pair of parties that both speak in the statements."""
    speaking = [sorted(sides_of(statement)) for statement in statements]
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
    if not weight and len(named) > 1 and any(sides_of(statement) & {*named[:2]} for statement in given):
        left, right = sorted(named[:2])
        return ((left, right),)
    return tuple(sorted(weight, key=lambda pair: (-weight[pair], pair)))


def is_own(statement: Statement) -> bool:
    """Return whether a statement is in its side's own word: not passed on by a person (an outlet may pass it on)."""
    return not statement.via or all(relay.actor_id.startswith("outlet:") for hop in statement.via for relay in hop)


def rank_of(statement: Statement, held_on: str | None) -> str:
    """Return the rank of words that could stand for a side, the highest the best.

    A side's own words go before joint ones, sentences before phrases, the strongest first, then the latest.
    """
    alone, length = len(sides_of(statement)) < 2, sum([span.stop - span.start for span in statement.content])
    strength, start = abs(statement.polarity or 0), statement.cue.start
    return f"{alone:d}{length >= SHORT * _letters(statement):d}{strength:.3f} {held_on or ''} {start:09} {statement.id}"


def _words(statement: Statement) -> Words:
    """The words that stand for a statement: a mere phrase is shown with all that its speaker does with it.

    Of 法方对此表示欢迎 not 此 but 对此表示欢迎, so a negation stays in sight too; what a verb does to its object is shown with it: 反对法国加税.
    """
    speaker, cue, letters = statement.speaker, statement.cue, _letters(statement)
    said = next((span for span in statement.content if span.stop - span.start >= SHORT * letters), statement.content[0])
    if said.stop - said.start < SHORT * letters and speaker and speaker.stop <= min(said.start, cue.start):
        stop = max(said.stop, cue.stop)
        start = speaker.stop + (letters > 1)  # behind a space
        if stop - start <= LONGEST_PHRASE * letters:
            return Words(statement.id, start, stop)
    done = act_rule(statement) == DONE and 0 <= said.start - cue.stop <= 1
    return Words(statement.id, cue.start if done else said.start, said.stop)


def _letters(statement: Statement) -> float:
    """How many signs of its script write as much as an ideograph, by its cue and speaker."""
    written = statement.cue.lemma + (statement.speaker.name if statement.speaker else "")
    return 1 if max(written, default="") >= IDEOGRAPHS else APART


def belying(relation: str) -> tuple[int, ...]:
    """Return the signs of polarity that would show the opposite of the relation that words illustrate."""
    return BELYING.get(relation, ())


def topic_of(
    name: str, deeds: Iterable[tuple[frozenset[str], bool, Deed]], ids: Iterable[str], score: float
) -> Topic:
    """Return how all stand on a topic, of what is done there: by which sides, and whether it is told in their own word."""
    counted: dict[frozenset[str], set[Deed]] = {}
    speaking: set[str] = set()
    for sides, own, deed in deeds:
        speaking |= sides
        if own or len(sides) > 1:
            counted.setdefault(sides, set()).add(deed)
    alone = {party: stand(done) for sides, done in counted.items() if len(sides) == 1 for party in sides}
    joint = {sides: stand(done) for sides, done in counted.items() if len(sides) > 1}
    return Topic(name, alone, joint, frozenset(speaking), tuple(ids), score)


def _topics(
    statements: Iterable[Statement], positions: Iterable[Position], same: Mapping[str, str], repeated: Container[str]
) -> tuple[list[Topic], Shown]:
    """Topics, and what to show of them; one needs a position whose topic is sure, the others only add to it."""
    by_id = {s.id: s for s in statements}
    items: dict[tuple[str, str | None], _Evidence] = {}
    found: dict[str, list[_Evidence]] = {}
    ids: dict[str, list[str]] = {}
    sure = set()
    for position in positions:
        if s := by_id.get(position.evidence_id):
            ids.setdefault(position.topic, []).append(s.id)
            if s.id in repeated:
                continue
            if (item := items.get((s.id, position.held_on))) is None:
                item = items[s.id, position.held_on] = _evidence(s, position.held_on, same)
            found.setdefault(position.topic, []).append(item)
            if position.score >= SURE_ENOUGH:
                sure.add(position.topic)
    told = {name: evidence for name, evidence in found.items() if name in sure}
    topics = [
        topic_of(name, [(i.sides, i.own, i.deed) for i in evidence], ids[name], min([i.statement.score for i in evidence]))
        for name, evidence in told.items()
    ]
    return topics, _shown_of(told)


def _evidence(statement: Statement, held_on: str | None, same: Mapping[str, str]) -> _Evidence:
    """A statement as evidence, the same on each of its topics."""
    said = same.get(statement.id, statement.id)
    return _Evidence(said, statement, sides_of(statement), is_own(statement), rank_of(statement, held_on), deed_of(statement))


def _shown_of(found: Mapping[str, list[_Evidence]]) -> Shown:
    """What is shown of a party: the same in all its pairs, unless its words could belie the relation."""
    ranked: dict[tuple[str, str], list[_Evidence]] = {}
    for name, evidence in found.items():
        for item in sorted(evidence, key=_rank, reverse=True):
            for party in item.sides:
                ranked.setdefault((name, party), []).append(item)

    @cache
    def shown(name: str, party: str, relation: str) -> Side:
        mine, belies = ranked.get((name, party), []), belying(relation)
        best = [i for i in mine if i.own] or mine
        if belies:
            best = sorted(best, key=lambda i: sign(i.statement.polarity) in belies)
        told: dict[str, Statement] = {}
        for item in best:
            told.setdefault(item.utterance, item.statement)
        return side_of(tuple(told.values()), len(told), own=bool(best) and best[0].own)

    return lambda name, party, relation: shown(name, party, relation if relation in BELYING else "")


def _rank(item: _Evidence) -> str:
    return item.rank


def side_of(best: Sequence[Statement], number: int, *, own: bool) -> Side:
    """Return what is shown of a side that has made a number of statements, the best of them given.

    What is not in its own word counts nothing, and is shown with the one who told it.
    """
    words = tuple(map(_words, best[:MOST_WORDS]))
    return Side(number if own else 0, own, words, None if own or not best else best[0].via[-1][-1].actor_id)


def _case(topic: Topic, one: str, other: str) -> CellCase:
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


def relate(topic: Topic, pair: tuple[str, str]) -> tuple[str, str | None, str]:
    """Return the relation of two parties on a topic, the one side of a one-sided one, and the row of the table that applied."""
    one, other = pair
    if one not in topic.speaking and other not in topic.speaking:
        return BY_OTHERS[0], None, BY_OTHERS[1]
    case = _case(topic, one, other)
    relation, rule = decide_relation(case)
    return relation, (one if case.left.takes else other) if relation == "one-sided" else None, rule


def _cell(topic: Topic, pair: tuple[str, str], shown: Shown) -> Cell:
    relation, by, rule = relate(topic, pair)
    sides = {party: shown(topic.id, party, relation) if party in topic.speaking else SILENT for party in pair}
    return Cell(topic.id, relation, by, sides, topic.ids, topic.score, rule)


def draw(topics: Iterable[Topic], pair: tuple[str, str], shown: Shown) -> DialogueMap:
    """Return the map of two parties: cells by relation, the best supported first."""
    cells = [_cell(topic, pair, shown) for topic in topics]
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
    topics, shown = _topics(statements, positions, same, repeated)
    return tuple(draw(topics, pair, shown) for pair in pairs)


def build_map(
    statements: Iterable[Statement],
    positions: Iterable[Position],
    pair: tuple[str, str],
    same: Mapping[str, str] = NONE_SAME,
    repeated: Container[str] = (),
) -> DialogueMap:
    """Return the map of one pair of parties."""
    return build_maps(statements, positions, (pair,), same, repeated)[0]
