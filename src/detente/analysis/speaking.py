"""Who speaks for whom and on what, and what is spoken of by whom: records out of sums of claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from detente.records import Heard, Record

from .relations import Related

MOST_LISTED = 5  # topics, parties and outlets that are listed with each
UNDATED = ("", "")
NOTHING = Related("", "")


class Share(Record, frozen=True):
    """How many of something, by its id: statements of a party or on a topic, reports of an outlet."""

    key: str
    number: int


class Speaking(Record, frozen=True):
    """How often an actor is heard, for which parties, on what, through whom, on which first and last day."""

    actor_id: str
    statements: int
    reports: int
    parties: tuple[Share, ...]
    topics: tuple[Share, ...]
    outlets: tuple[Share, ...]
    first: str
    last: str


class Subject(Record, frozen=True):
    """How often a topic is spoken of, for which parties; `relation` is that of two parties that were asked for, `by` its one side."""

    topic: str
    statements: int
    reports: int
    parties: tuple[Share, ...]
    relation: str
    by: str


def speakers(
    whole: Iterable[Heard], parties: Iterable[Heard], topics: Iterable[Heard], outlets: Iterable[Heard], days: Mapping[str, tuple[str, str]],
    most: int = MOST_LISTED,
) -> tuple[Speaking, ...]:  # fmt: skip
    """Return who speaks, in the order given. Sums are by actor; the others by actor and party, topic or outlet."""
    sides, on, through = by_first(parties), by_first(topics, most), by_first(outlets, most, reports=True)
    return tuple(
        Speaking(actor, each.statements, each.reports, sides.get(actor, ()), on.get(actor, ()), through.get(actor, ()), *days.get(actor, UNDATED))
        for each in whole for actor in each.keys
    )  # fmt: skip


def subjects(
    whole: Iterable[Heard], parties: Iterable[Heard], relations: Mapping[str, Related], most: int = MOST_LISTED
) -> tuple[Subject, ...]:
    """Return what is spoken of, in the order given. Sums are by topic, those of parties by topic and party."""
    of = by_first(parties, most)
    return tuple(
        Subject(topic, each.statements, each.reports, of.get(topic, ()), related.relation, related.by)
        for each in whole for topic in each.keys for related in [relations.get(topic, NOTHING)]
    )  # fmt: skip


def shares(sums: Iterable[Heard], *, reports: bool = False) -> tuple[Share, ...]:
    """Return sums by one key as shares of statements, or of reports, the largest first.

    >>> shares([Heard(("trade",), 1, 1), Heard(("iran",), 3, 2)])
    (Share(key='iran', number=3), Share(key='trade', number=1))
    """
    return by_first([Heard(("", *each.keys), *each[1:]) for each in sums], reports=reports).get("", ())


def by_first(sums: Iterable[Heard], most: int = 0, *, reports: bool = False) -> dict[str, tuple[Share, ...]]:
    """Return shares by the first of two keys, at most so many of each (0: all); those of no name are left out."""
    found: dict[str, list[Share]] = defaultdict(list)
    for (first, second), statements, documents in sums:
        if second:
            found[first].append(Share(second, documents if reports else statements))
    return {key: tuple(sorted(told, key=lambda share: (-share.number, share.key))[: most or None]) for key, told in found.items()}
