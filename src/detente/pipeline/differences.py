"""What another version or codebook reads differently in a document."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Hashable, Iterator
from itertools import chain

from msgspec.structs import asdict, replace

from detente.records import Changed, Difference, Reading, Statement

Numbered = dict[int, Statement]
Key = Callable[[Statement], Hashable]
# By what a statement is known again, the surest first: its id, its reporting words, its content.
KEYS: tuple[Key, ...] = (lambda s: s.id, lambda s: (s.cue.start, s.cue.stop), lambda s: s.content)


def differences(before: Reading, after: Reading) -> Difference:
    """Return which statements a second reading of a document has gained, lost and changed."""
    lost, gained = dict(enumerate(before.statements)), dict(enumerate(after.statements))
    pairs = tuple(chain.from_iterable(tuple(_known_again(lost, gained, key)) for key in KEYS))
    held = _positions(before), _positions(after)
    changed = (Changed(old, new, _fields(old, new, held[0].get(old.id) != held[1].get(new.id))) for old, new in pairs)
    in_order = sorted((each for each in changed if each.fields), key=lambda each: (each.after.cue.start, each.after.id))
    document = after.document
    return Difference(document.id, document.path, tuple(gained.values()), tuple(lost.values()), tuple(in_order))


def _known_again(lost: Numbered, gained: Numbered, key: Key) -> Iterator[tuple[Statement, Statement]]:
    """Yield the statements that a key finds in both, and take them out of these."""
    waiting: dict[Hashable, deque[int]] = {}
    for number, statement in gained.items():
        waiting.setdefault(key(statement), deque()).append(number)
    for number, old in tuple(lost.items()):
        if found := waiting.get(key(old)):
            del lost[number]
            yield old, gained.pop(found.popleft())


def _fields(old: Statement, new: Statement, positions: bool) -> tuple[str, ...]:
    """Which fields differ; ids follow from the others."""
    names = tuple(name for name, value in asdict(old).items() if name != "id" and value != getattr(new, name))
    return (*names, "positions") if positions else names


def _positions(reading: Reading) -> dict[str, set[Hashable]]:
    """What is held by each statement, without the ids."""
    found: dict[str, set[Hashable]] = {}
    for position in reading.positions:
        found.setdefault(position.evidence_id, set()).add(replace(position, id="", evidence_id=""))
    return found
