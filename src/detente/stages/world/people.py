"""The people of several readings: each with its party, the offices beside its name, and where it is named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from detente.records import Mention, Reading, Record

PERSON = "person:"
STATES = ("state:", "org:")
# What may stand between an office and a name, or between the parts of an office: Iceland's foreign minister.
BETWEEN = frozenset(("", "'s", "\u2019s", "of", "the", "\u7684", ",", "of the", "'"))
FARTHEST = 12
MOST_STEPS = 4


class Person(Record, frozen=True):
    """An actor as one name has it: `names` has several only where the gazetteer knows who it is."""

    actor_id: str
    names: tuple[str, ...]
    party: str | None
    offices: frozenset[str]
    documents: frozenset[str]
    known: bool


class Named(NamedTuple):
    """A person as a document names it: with the first party that it tells, and the offices beside the name."""

    actor_id: str
    party: str | None
    offices: frozenset[str]


def people_of(
    readings: Iterable[Reading], listed: Mapping[str, tuple[str, ...]], shared: frozenset[str]
) -> tuple[Person, ...]:
    """Return the people that readings name, in the order of their ids; `listed` gives the names of known ones.

    Offices that are `shared` tell nobody apart. Of several parties that of the first document by id counts.
    """
    found: dict[str, list[tuple[str, Named]]] = {}
    for reading in sorted(readings, key=lambda reading: reading.document.id):
        for named in named_in(reading):
            found.setdefault(named.actor_id, []).append((reading.document.id, named))
    return tuple(person_of(actor, found[actor], listed, shared) for actor in sorted(found))


def person_of(
    actor: str, found: Sequence[tuple[str, Named]], listed: Mapping[str, tuple[str, ...]], shared: frozenset[str]
) -> Person:
    """Return a person as documents name it, given by id in their order."""
    party = next((named.party for _, named in found if named.party), None)
    offices = frozenset(office for _, named in found for office in named.offices) - shared
    names = tuple(filter(None, listed.get(actor, ()))) or (actor.removeprefix(PERSON),)
    return Person(actor, names, party, offices, frozenset(document for document, _ in found), actor in listed)


def named_in(reading: Reading) -> tuple[Named, ...]:
    """Return the people that a reading names."""
    parties: dict[str, str | None] = {}
    offices: dict[str, set[str]] = {}
    for actor, party, held in _named(reading):
        parties[actor] = parties.get(actor) or party
        offices.setdefault(actor, set()).update(held)
    return tuple(Named(actor, parties[actor], frozenset(offices[actor])) for actor in parties)


def _named(reading: Reading) -> Iterator[tuple[str, str | None, list[str]]]:
    """Yield the people of a reading with their party and the offices beside them, each time that they are named."""
    mentions, text = reading.mentions, reading.document.text
    for i, mention in enumerate(mentions):
        if mention.actor_id.startswith(PERSON) and mention.kind == "name":
            yield mention.actor_id, mention.party, [*_offices(mentions, i, -1, text), *_offices(mentions, i, 1, text)]
    for statement in reading.statements:
        if (speaker := statement.speaker) and speaker.actor_id.startswith(PERSON):
            yield speaker.actor_id, speaker.party, []


def _offices(mentions: tuple[Mention, ...], at: int, step: int, text: str) -> Iterator[str]:
    """Yield the offices on one side of a name: nothing but states and small words stand between."""
    for _ in range(MOST_STEPS):
        here, there = at, at + step
        if not 0 <= there < len(mentions):
            return
        first, second = (mentions[there], mentions[here]) if step < 0 else (mentions[here], mentions[there])
        gap = text[first.stop : second.start]
        if len(gap) > FARTHEST or gap.strip() not in BETWEEN:
            return
        found = mentions[there]
        if found.kind == "title":
            yield found.actor_id
        elif not found.actor_id.startswith(STATES):
            return
        at = there
