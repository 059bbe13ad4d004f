"""Whose press the reports of a meeting are, and for which side each person speaks: held against each other, not one by one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from detente.analysis.press import home_of
from detente.records import Reading, Record, Speaker
from detente.resources.weights import Weights, load_weights
from detente.stages.maps import sides_of

PERSONS = ("person:", "actor:")  # kinds of ids that persons have, those of no known office too
DOT = "\u00b7"  # between the parts of a foreign name in Chinese
PAIR = 2  # reports of which one tells whose the other is
EXPLICIT = 2  # how much more it weighs where a report's press is known or the person is of the other side than most whom it names


class Press(Record, frozen=True):
    """The side of each report of a meeting by its id, nothing of a third state's, and the side of each person by surname."""

    homes: dict[str, str]
    parties: dict[str, str]


def press_of(readings: Iterable[Reading], pair: tuple[str, str], weights: Weights | None = None) -> Press:
    """Return whose press some reports of one meeting are.

    The outlet tells it; of the one of two reports whose outlet does not, the other report's outlet, else for whom the persons
    speak who are quoted; of one that nothing tells, and of no known third state's, that it is the other side's where all others are of one.
    """
    given, least = tuple(readings), (weights or load_weights()).most_own
    outlets = {each.document.id: home_of(each.document.outlet, pair) for each in given}
    if len(given) == PAIR:
        outlets = _with_last(outlets, pair, frozenset(outlets))
    parties = _parties(given, outlets, pair)
    homes = {each.document.id: _home(each, outlets[each.document.id], parties, pair, least) for each in given}
    return Press(_with_last(homes, pair, frozenset(key for key in homes if not outlets[key])), parties)


def _with_last(homes: Mapping[str, str], pair: tuple[str, str], open_to: Set[str]) -> dict[str, str]:
    """Homes of reports; the only unknown one, of those that may be anybody's, is the side's that has none where the other has one."""
    unknown = [key for key, home in homes.items() if not home and key in open_to]
    missing = [side for side in pair if side not in homes.values()]
    return {**homes, unknown[0]: missing[0]} if len(unknown) == len(missing) == 1 and len(homes) > 1 else dict(homes)


def _home(reading: Reading, outlet: str, parties: Mapping[str, str], pair: tuple[str, str], least: float) -> str:
    if outlet in pair:
        return outlet
    speaking = list(_speaking(reading, parties))
    most = max(pair, key=speaking.count)
    return most if speaking.count(most) > least * sum(map(speaking.count, pair)) else ""


def _speaking(reading: Reading, parties: Mapping[str, str]) -> Iterator[str]:
    """The sides of the persons who are quoted; where there are none, of all who are."""
    speakers = [each.speaker for each in reading.statements if each.speaker]
    persons = [parties[surname(each)] for each in speakers if each.actor_id.startswith(PERSONS) and surname(each) in parties]
    alone = (party for each in reading.statements for party in sides_of(each) if len(sides_of(each)) == 1)
    yield from persons or alone


def _parties(readings: Sequence[Reading], outlets: Mapping[str, str], pair: tuple[str, str]) -> dict[str, str]:
    """The sides of persons by surname, as most reports have them: a report names its own without their state, others with it."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for reading in readings:
        told: dict[str, Counter[str]] = defaultdict(Counter)
        for name, party in _named(reading):
            if party in pair:
                told[name][party] += 1
        most = max(pair, key=sum(told.values(), Counter[str]()).__getitem__)
        for name, its in told.items():
            side = max(pair, key=its.__getitem__)
            votes[name][side] += EXPLICIT if outlets[reading.document.id] or side != most else 1
    return {name: max(pair, key=its.__getitem__) for name, its in votes.items()}


def _named(reading: Reading) -> Iterator[tuple[str, str]]:
    """The surnames of those whom a report mentions and quotes, by id and in full, with their sides."""
    for each in reading.mentions:
        yield from ((part, each.party or "") for part in _last(each.actor_id or "").split(DOT))
    for speaker in (each.speaker for each in reading.statements if each.speaker):
        yield surname(speaker), speaker.party or ""
        if " " in speaker.name:
            yield _last(speaker.name), speaker.party or ""


def surname(speaker: Speaker) -> str:
    """Return the last part of a speaker's name, in its ground form."""
    return _last(speaker.actor_id)


def _last(name: str) -> str:
    return name.casefold().rpartition(":")[2].rpartition(" ")[2]
