"""What a cell of a map hangs on: which statements would change its relation if they were not there, and which outlets.

A cell is decided by what is done, not by how often (`stages/maps`). So a statement that alone does something may decide, one
of several that do the same does not. What goes is always an independent statement with all its reports; without an outlet,
a statement goes that came through it alone, and a copy elsewhere of what it reported takes its place.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from heapq import heappop, heappush

from detente.records import Record
from detente.stages.maps import Doing, Told, relate, topic_of

from .told import Pair

MOST_TRIED = 20_000  # sets of statements that are tried
NO_CELL = ""  # in place of a relation: the topic is not surely spoken of

Kind = frozenset[tuple[Doing, bool]]  # what a statement does, by all its reports; and whether they are sure of the topic


class Outcome(Record, frozen=True):
    """A relation, or nothing where there is no cell; the side of a one-sided one; and the row of the table that applied."""

    relation: str
    by: str | None
    method: str


class Change(Record, frozen=True):
    """Statements without which the cell would be another: each an utterance, by the ids of all its reports."""

    statements: tuple[tuple[str, ...], ...]
    after: Outcome


class Without(Record, frozen=True):
    """What would be left without an outlet: `gone` statements fewer, out of `of`, and this cell."""

    outlet: str
    gone: int
    of: int
    after: Outcome


class Why(Record, frozen=True):
    """What a cell hangs on: `changes` are single statements, else the smallest set that was found, if any.

    `statements` is how many independent ones there are, `languages` how many by the language of their first report.
    """

    parties: Pair
    topic: str
    now: Outcome
    statements: int
    languages: dict[str, int]
    changes: tuple[Change, ...]
    outlets: tuple[Without, ...]


def why(told: Iterable[Told], pair: Pair, topic: str, *, is_sure: bool = False) -> Why:
    """Return what the cell of a topic hangs on; `is_sure` tells that others than both parties make the topic sure."""
    rows = [row for row in told if row.topic == topic]
    outcome = _deciding(pair, topic, is_sure=is_sure)
    units = _units(rows)
    now = outcome(frozenset(map(_kind, units.values())))
    languages: dict[str, int] = defaultdict(int)
    for reports in units.values():
        languages[reports[0].language] += 1
    changes = tuple(_single(units, outcome, now)) or tuple(_smallest(units, outcome, now))
    return Why(pair, topic, now, len(units), dict(sorted(languages.items())), changes, tuple(_outlets(units, outcome)))


def _deciding(pair: Pair, topic: str, *, is_sure: bool) -> Callable[[frozenset[Kind]], Outcome]:
    """What tells the cell of statements of some kinds."""

    @cache
    def outcome(kinds: frozenset[Kind]) -> Outcome:
        done = {each for kind in kinds for each in kind}
        if not is_sure and not any(sure for _, sure in done):
            return Outcome(NO_CELL, None, "")
        return Outcome(*relate(topic_of(topic, [doing for doing, _ in done], (), 1.0), pair))

    return outcome


def _units(rows: Iterable[Told]) -> dict[str, list[Told]]:
    """The reports of each utterance that counts."""
    found: dict[str, list[Told]] = defaultdict(list)
    for row in rows:
        found[row.utterance].append(row)
    return {utterance: reports for utterance, reports in found.items() if not all(row.repeats for row in reports)}


def _kind(reports: Iterable[Told]) -> Kind:
    """What is done, by the reports that count: the first one of a copy where that is left out."""
    given = list(reports)
    counting = [row for row in given if not row.repeats] or given
    return frozenset((row.doing, row.is_sure) for row in counting)


def _ids(reports: Iterable[Told]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(row.statement_id for row in reports))


def _kinds(units: dict[str, list[Told]]) -> dict[Kind, list[str]]:
    """The utterances of each kind."""
    found: dict[Kind, list[str]] = defaultdict(list)
    for utterance, reports in units.items():
        found[_kind(reports)].append(utterance)
    return found


def _single(units: dict[str, list[Told]], outcome: Callable[[frozenset[Kind]], Outcome], now: Outcome) -> Iterator[Change]:
    """The statements that change the cell alone: only one that is the only one of its kind can."""
    kinds = _kinds(units)
    for kind, those in kinds.items():
        after = outcome(frozenset(kinds) - {kind})
        if len(those) == 1 and _cell(after) != _cell(now):
            yield Change((_ids(units[those[0]]),), after)


def _smallest(units: dict[str, list[Told]], outcome: Callable[[frozenset[Kind]], Outcome], now: Outcome) -> Iterator[Change]:
    kinds = _kinds(units)
    found = _cheapest(sorted(((kind, len(those)) for kind, those in kinds.items()), key=_cost), outcome, now)
    if found:
        gone = {utterance for kind in found for utterance in kinds[kind]}
        yield Change(tuple(_ids(reports) for key, reports in units.items() if key in gone), outcome(frozenset(kinds) - found))


def _cheapest(
    kinds: Sequence[tuple[Kind, int]], outcome: Callable[[frozenset[Kind]], Outcome], now: Outcome
) -> frozenset[Kind]:
    """The kinds with the fewest statements without which the cell is another: sets are tried by size, then plain ones."""
    whole = frozenset(kind for kind, _ in kinds)
    for some in _by_size(kinds):
        if _cell(outcome(whole - some)) != _cell(now):
            return some
    number = dict(kinds)
    plain = [some for some in _plain(whole) if _cell(outcome(whole - some)) != _cell(now)]
    return min(plain, key=lambda some: sum(number[kind] for kind in some), default=frozenset())


def _by_size(kinds: Sequence[tuple[Kind, int]]) -> Iterator[frozenset[Kind]]:
    """Sets of kinds that are in order of their size, by how many statements they have; the first ones."""
    queue: list[tuple[int, tuple[int, ...]]] = [(kinds[0][1], (0,))] if kinds else []
    for _ in range(MOST_TRIED):
        if not queue:
            return
        size, some = heappop(queue)
        yield frozenset(kinds[place][0] for place in some)
        if (last := some[-1] + 1) < len(kinds):
            heappush(queue, (size + kinds[last][1], (*some, last)))
            heappush(queue, (size + kinds[last][1] - kinds[last - 1][1], (*some[:-1], last)))


def _plain(whole: frozenset[Kind]) -> Iterator[frozenset[Kind]]:
    """All that does the same, all that is on one side for or against, and all."""
    traits: tuple[Callable[[Doing], str], ...] = (
        lambda doing: str(doing.deed.act), lambda doing: str(doing.deed.sign), lambda doing: "+".join(sorted(doing.sides)),
        lambda doing: f"{'+'.join(sorted(doing.sides))} {doing.deed.sign}",
    )  # fmt: skip
    for trait in traits:
        for value in sorted({trait(doing) for kind in whole for doing, _ in kind}):
            yield frozenset(kind for kind in whole if any(trait(doing) == value for doing, _ in kind))
    yield whole


def _outlets(units: dict[str, list[Told]], outcome: Callable[[frozenset[Kind]], Outcome]) -> Iterator[Without]:
    """The cell without each outlet, by name."""
    for outlet in sorted({each for reports in units.values() for row in reports for each in row.through}):
        left = [rest for reports in units.values() if (rest := [row for row in reports if outlet not in row.through])]
        yield Without(outlet, len(units) - len(left), len(units), outcome(frozenset(map(_kind, left))))


def _cell(outcome: Outcome) -> tuple[str, str | None]:
    return outcome.relation, outcome.by


def _cost(kind: tuple[Kind, int]) -> tuple[int, list[str]]:
    return kind[1], sorted(repr((_order(doing), sure)) for doing, sure in kind[0])


def _order(doing: Doing) -> tuple[list[str], bool, str]:
    return sorted(doing.sides), doing.is_own, repr(doing.deed)
