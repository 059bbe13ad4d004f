"""Relations of two parties topic by topic and period by period, and the points at which they turn.

The *relation* of a topic in a period is what the map's table decides of the statements of either side that were said in it
(where no day is known, published), of which one has to be sure of the topic. What was said before a period says nothing in it.

The *strength* of a relation is (common - divergent) / positioned. Counted are independent statements in a side's own word, joint
ones once: `common` speak for the other side, `divergent` against it, `positioned` are all that take a position, also such as
speak neither for nor against. It goes from -1 (all against) to 1 (all for), and is not there where none takes a position. It
is the additive scale of the Manifesto Project, (R - L) / N (Laver and Budge, *Party Policy and Government Coalitions*, 1992; what
it does against other scales: Lowe, Benoit, Mikhaylov and Laver, "Scaling Policy Preferences from Coded Political Texts",
Legislative Studies Quarterly 36, 2011). Its interval is that of the most and the fewest common and divergent statements that
their counts' intervals leave (`uncertainty.count`).

A *turning point* is where the relation of a topic is not that of the last period before in which either side speaks on it; the
side of a one-sided relation is part of it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from itertools import combinations

from detente.records import Record
from detente.stages.maps import MONTH, Doing, Summed, is_position, relate, topic_of
from detente.text.nearest import UnknownName

from .told import Pair
from .uncertainty import Estimate, Rates, cell, count

EVERY = ("month", "quarter", "year")
MOST_MAKERS = 3  # deeds that a row of the table of relations looks at together
PLACES = {1: 0, -1: 1, 0: 2}  # of signs in what is told
Decide = Callable[[frozenset[Doing]], tuple[str, str | None, str]]


class Phase(Record, frozen=True):
    """A topic in a period: the relation, the side of a one-sided one, the row of the table that applied, and what it rests on.

    `told` says how many independent statements take a position, by language: for the other side, against it, and neither;
    `statements` how many there are of each party, with those that take none, `languages` how many in each language, joint
    ones once (where there are only others' words, how many reports). `done` is how many reports do what.
    """

    topic: str
    period: str
    relation: str
    by: str | None
    method: str
    statements: dict[str, int]
    told: dict[str, tuple[int, int, int]]
    languages: dict[str, int]
    done: dict[Doing, int]

    @property
    def number(self) -> int:
        """How many independent statements there are, joint ones once."""
        return sum(self.languages.values()) if any(self.statements.values()) else 0

    @property
    def common(self) -> int:
        """How many statements speak for the other side."""
        return sum(each[0] for each in self.told.values())

    @property
    def divergent(self) -> int:
        """How many statements speak against the other side."""
        return sum(each[1] for each in self.told.values())

    @property
    def positioned(self) -> int:
        """How many statements take a position."""
        return sum(sum(each) for each in self.told.values())

    @property
    def strength(self) -> float | None:
        """Which way the statements lean, from -1 to 1; nothing where none takes a position."""
        return (self.common - self.divergent) / self.positioned if self.positioned else None


class Turn(Record, frozen=True):
    """Where the relation of a topic changes: the phase before, and the one in which it is another."""

    before: Phase
    after: Phase

    def makers(self, parties: Pair) -> tuple[Doing, ...]:
        """Return what makes the new relation: the least of what is done that gives it alone, and of such the most told."""
        after, decided = self.after, _deciding(parties)
        done = sorted(after.done, key=lambda each: (-after.done[each], sorted(each.sides), each.is_own, repr(each.deed)))
        some = (frozenset(few) for size in range(1, MOST_MAKERS + 1) for few in combinations(done, size))
        least = next((few for few in some if decided(few)[:2] == (after.relation, after.by)), frozenset(done))
        return tuple(each for each in done if each in least)


class Periods(Record, frozen=True):
    """The phases of two parties, by topic and period; `reports` are how many were published in each period.

    `periods` are those in which something was published or said. `undated` are the reports of statements whose day is not
    known so precisely that it falls into one period.
    """

    parties: Pair
    every: str
    periods: tuple[str, ...]
    topics: tuple[str, ...]
    phases: tuple[Phase, ...]
    turns: tuple[Turn, ...]
    reports: dict[str, int]
    undated: int

    def phase(self, topic: str, period: str) -> Phase | None:
        """Return the phase of a topic in a period, if there is one."""
        return next((each for each in self.phases if (each.topic, each.period) == (topic, period)), None)


def surety(phase: Phase, measured: Rates) -> Estimate | None:
    """Return how surely a phase has its relation."""
    return cell(phase.relation, phase.languages, measured)


def strength_interval(phase: Phase, measured: Rates) -> Estimate | None:
    """Return the strength of a phase with its interval; nothing where none takes a position or a language is not measured."""
    told = [count({code: each[place] for code, each in phase.told.items()}, "claims", measured) for place in range(len(PLACES))]
    common, divergent, neither = told
    if phase.strength is None or not (common and divergent and neither):
        return None
    low, high = _lean(common.low, divergent.high, neither.value), _lean(common.high, divergent.low, neither.value)
    return Estimate(round(phase.strength, 4), round(min(low, phase.strength), 4), round(max(high, phase.strength), 4))


def _lean(common: float, divergent: float, neither: float) -> float:
    total = common + divergent + neither
    return (common - divergent) / total if total else 0.0


def period_of(day: str, every: str) -> str:
    """Return the period in which a day or month is; nothing where it is not known so precisely. Other words raise `UnknownName`.

    >>> [period_of("2031-05-07", every) for every in EVERY], period_of("2031", "month")
    (['2031-05', '2031-Q2', '2031'], '')
    """
    if every not in EVERY:
        raise UnknownName(f"every {every!r}: there are {', '.join(EVERY)}")
    if every == "year":
        return day[:4]
    if len(day) < MONTH:
        return ""
    return day[:MONTH] if every == "month" else f"{day[:4]}-Q{(int(day[5:MONTH]) + 2) // 3}"


def periods_of(rows: Iterable[Summed], pair: Pair, every: str, reports: Mapping[str, int]) -> Periods:
    """Return the phases of two parties and their turning points; `rows` and `reports` are by month."""
    found: dict[tuple[str, str], list[Summed]] = defaultdict(list)
    sure: set[tuple[str, str]] = set()
    named = cache(lambda month: period_of(month, every))
    for row in rows:
        key = row.topic, named(row.month)
        found[key].append(row)
        if row.is_sure:
            sure.add(key)
    undated = sum(row.number for (_, period), those in found.items() if not period for row in those)
    deciding = _deciding(pair)
    phases = [_phase(pair, key, found[key], deciding) for key in sorted(sure) if key[1]]
    published = Counter[str]()
    for month, number in reports.items():
        published[named(month)] += number
    names = sorted({each.period for each in phases} | {period for period, number in published.items() if period and number})
    return Periods(
        pair, every, tuple(names), _most_told(phases), tuple(phases), tuple(_turns(phases)), {name: published[name] for name in names}, undated
    )


def _deciding(pair: Pair) -> Decide:
    """What tells the relation of what is done on a topic; many periods do the same."""

    @cache
    def decided(done: frozenset[Doing]) -> tuple[str, str | None, str]:
        return relate(topic_of("", done, (), 1.0), pair)

    return decided


def _phase(pair: Pair, key: tuple[str, str], rows: list[Summed], deciding: Decide) -> Phase:
    done: dict[Doing, int] = {}
    told: dict[str, list[int]] = {}
    leading: dict[str, int] = {}
    others: dict[str, int] = {}
    statements = dict.fromkeys(pair, 0)
    for row in rows:
        language, doing, number = row.language, row.doing, row.number
        done[doing] = done.get(doing, 0) + number
        counted = leading if row.leads else others
        counted[language] = counted.get(language, 0) + number
        if row.leads:
            for party in doing.sides:
                if party in statements:
                    statements[party] += number
            if is_position(doing.deed):
                told.setdefault(language, [0, 0, 0])[PLACES[doing.deed.sign]] += number
    relation, by, method = deciding(frozenset(done))
    signs = {code: (told[code][0], told[code][1], told[code][2]) for code in sorted(told)}
    return Phase(*key, relation, by, method, statements, signs, dict(sorted((leading or others).items())), done)


def _most_told(phases: Iterable[Phase]) -> tuple[str, ...]:
    """The topics, those with most statements first."""
    counts: Counter[str] = Counter()
    for each in phases:
        counts[each.topic] += each.number
    return tuple(sorted(counts, key=lambda topic: (-counts[topic], topic)))


def _turns(phases: Iterable[Phase]) -> Iterator[Turn]:
    """The turning points, by the period in which they come about."""
    last: dict[str, Phase] = {}
    found: list[Turn] = []
    for each in phases:
        before = last.get(each.topic)
        if before and (before.relation, before.by) != (each.relation, each.by):
            found.append(Turn(before, each))
        last[each.topic] = each
    yield from sorted(found, key=lambda turn: (turn.after.period, turn.after.topic))
