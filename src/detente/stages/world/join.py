"""People of several readings who are one: by the whole name within a party, or by the family name within an office.

Two people of one document are never joined, and a name that fits two of them joins neither.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from detente.records import Joined

from .likeness import FAMILY, FULL, ODDS, likeness
from .people import Person
from .written import Written, script_of, written

SCORES = {FULL: 0.9, FAMILY: 0.7}
SCRIPTS = ("en", "ru", "zh")

Group = tuple[Person, ...]
Pairs = dict[str, set[tuple[int, int]]]


def join_people(people: Iterable[Person]) -> tuple[Joined, ...]:
    """Return the people that go by several ids, in the order of the ids they go by."""
    given = tuple(people)
    pairs = _pairs(given)
    groups: list[Group] = [(person,) for person in given]
    grounds: dict[str, str] = {}
    for ground in (FULL, FAMILY):
        groups = _merge(groups, [(given[i], given[k]) for i, k in sorted(pairs[ground])], ground, grounds)
    return tuple(sorted((_joined(group, grounds) for group in groups if len(group) > 1), key=lambda j: j.actor_id))


def _pairs(people: Group) -> Pairs:
    """The pairs of people who may be one, by ground; only people whose names share consonants are compared."""
    found: Pairs = {FULL: set(), FAMILY: set()}
    alike: dict[tuple[str | None, str], list[int]] = defaultdict(list)
    for i, person in enumerate(people):
        for key in sorted(keys_of(person)):
            alike[person.party, key].append(i)
    for pair in sorted({pair for numbers in alike.values() for pair in combinations(numbers, 2)}):
        one, other = people[pair[0]], people[pair[1]]
        if (ground := _ground(one, other)) in found and one.documents.isdisjoint(other.documents):
            found[ground].add(pair)
    return found


def keys_of(person: Person) -> frozenset[str]:
    """Return what a person's names share with those of people who may be the same."""
    return frozenset(key for name in person.names for key in _keys(written(name)) if key)


def may_be_one(one: Person, other: Person) -> bool:
    """Return whether two people of one party may be one as far as their names tell."""
    return _likeness(one, other) in SCORES


def _keys(name: Written) -> Iterator[str]:
    """What two names share if they are alike: ways of the family name to sound, or to be written as a Chinese one."""
    if name.sounds:
        yield from name.sounds[-1].loose
        yield from name.sounds[0].loose
    yield from name.native
    yield from name.family


def _ground(one: Person, other: Person) -> str | None:
    """The ground on which two people of one party may be one."""
    found = _likeness(one, other)
    if found == FAMILY and (one.party is None or one.offices.isdisjoint(other.offices)):
        return None
    return found


def _likeness(one: Person, other: Person) -> str | None:
    """How alike two people's names are in the best case; family names alone prove nothing against other given names."""
    found = {likeness(written(a), written(b)) for a in one.names for b in other.names}
    return next((ground for ground in (FULL, ODDS, FAMILY) if ground in found), None)


def _merge(
    groups: list[Group], pairs: list[tuple[Person, Person]], ground: str, grounds: dict[str, str]
) -> list[Group]:
    """The groups after pairs have joined them; whoever fits two that cannot be one is left out."""
    place = {person.actor_id: number for number, group in enumerate(groups) for person in group}
    near: dict[int, set[int]] = defaultdict(set)
    for one, other in pairs:
        a, b = place[one.actor_id], place[other.actor_id]
        if a != b:
            near[a].add(b)
            near[b].add(a)
    fine = {number for number in near if _is_one([*groups[number], *_all(groups, near[number])])}
    taken: set[int] = set()
    merged: list[Group] = []
    for number, group in enumerate(groups):
        if number in taken:
            continue
        reached = _reached(number, near, fine) if number in fine else {number}
        members = _all(groups, reached)
        if len(reached) > 1 and _is_one(members):
            taken |= reached
            grounds.update({person.actor_id: ground for person in members})
            merged.append(tuple(members))
        else:
            merged.append(group)
    return merged


def _reached(start: int, near: dict[int, set[int]], fine: set[int]) -> set[int]:
    """The groups that pairs connect with one, through groups that fit no two."""
    reached, open_ends = {start}, [start]
    while open_ends:
        for number in sorted(near[open_ends.pop()] & fine - reached):
            reached.add(number)
            open_ends.append(number)
    return reached


def _all(groups: list[Group], numbers: Iterable[int]) -> list[Person]:
    return [person for number in sorted(numbers) for person in groups[number]]


def _is_one(people: list[Person]) -> bool:
    """Whether people can be one: named in different documents, no two of them known or at odds by their names."""
    documents = [document for person in people for document in person.documents]
    if len(set(documents)) < len(documents) or sum(person.known for person in people) > 1:
        return False
    return all(_likeness(one, other) != ODDS for one, other in combinations(people, 2))


def _joined(group: Group, grounds: dict[str, str]) -> Joined:
    """The actor that a group is: it goes by a known id, else by its longest Latin, Cyrillic or Chinese name."""
    ordered = sorted(group, key=_rank)
    names: dict[str, str] = {}
    for person in ordered:
        for name in person.names:
            names.setdefault(script_of(name), name)
    weakest = min((grounds[person.actor_id] for person in group), key=SCORES.__getitem__)
    members = tuple(person.actor_id for person in ordered)
    return Joined(members[0], members, names, weakest, SCORES[weakest])


def _rank(person: Person) -> tuple[bool, int, int, str]:
    name = person.names[0]
    return not person.known, SCRIPTS.index(script_of(name)), -len(name), person.actor_id
