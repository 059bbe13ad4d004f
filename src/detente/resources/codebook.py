"""A codebook: topics with definitions, terms per language, and examples that run as tests."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from detente.records import Record

from .load import DATA, DataError, load_toml

DEFAULT = DATA / "codebooks" / "default.toml"
GENERAL = "bilateral-relations"
PARTS = ("terms", "frames", "weak", "anti", "pro", "con")
LISTS = {"states": "IR", "pairs": "RU+UA", "covers": "trade", "yields": "trade", "sides": "CN"}  # with an example of a value
FIELDS = ("id", "label", "definition", "includes", "excludes", "proposition", "rank", "place", *LISTS, *PARTS, "examples",
          "counter_examples")  # fmt: skip


class Topic(Record, frozen=True):
    """A topic. `rank` says how specific: 3 a named dispute, 2 an ordinary subject, 1 general.

    `terms` show it, `weak` ones only beside another, `anti` hide the terms inside them; `frames` are terms with a gap
    (`交换…囚犯|战俘`). The bare names of `states` show it too, never for a party of the map. `pro` and `con` are words
    that speak for and against its `proposition`; without them the act tells. `pairs` (`RU+UA`) are parties whose own
    dispute the topic is: between them it takes in the topics `covers`. It gives way to the topics it `yields` to where
    a statement names both. A topic of a `place` is one only where a document names it; of one with `sides`, without any of
    these as a party, by more than a weak term.
    """

    id: str
    label: dict[str, str]
    definition: str
    rank: int
    states: tuple[str, ...]
    terms: tuple[str, ...]
    frames: tuple[str, ...]
    weak: tuple[str, ...]
    anti: tuple[str, ...]
    proposition: str | None
    pro: tuple[str, ...]
    con: tuple[str, ...]
    pairs: tuple[str, ...]
    covers: tuple[str, ...]
    yields: tuple[str, ...]
    sides: tuple[str, ...]
    place: bool


class Codebook(Record, frozen=True):
    """Topics in order; `venues` are phrases that name a place or an occasion, never a topic."""

    name: str
    sha256: str
    topics: tuple[Topic, ...]
    venues: tuple[str, ...]


def _terms(entry: dict[str, Any], part: str, language: str) -> tuple[str, ...]:
    return tuple(entry.get(part, {}).get(language, ()))


def _frames(path: Path, entry: dict[str, Any], language: str) -> tuple[str, ...]:
    """Terms with a gap; each has one … between its left and right words."""
    frames = _terms(entry, "frames", language)
    if broken := next((f for f in frames if len(f.split("…")) != 2 or "" in f.replace("|", "…").split("…")), None):
        raise DataError(f'{path}: topic {entry["id"]!r}: the frame {broken!r} needs words on both sides of one …')
    return frames


def _check_fields(place: str, entry: dict[str, Any]) -> None:
    if unknown := sorted(set(entry) - set(FIELDS)):
        raise DataError(f"{place}: no field {unknown[0]!r}; there are {', '.join(FIELDS)}")
    if entry.get("rank", 2) not in (1, 2, 3):
        raise DataError(f"{place}: rank must be 1, 2 or 3")
    for name, value in LISTS.items():
        if not isinstance(entry.get(name, []), list):
            raise DataError(f'{place}: {name} must be a list, as {name} = ["{value}"]')


def _topic(path: Path, number: int, entry: dict[str, Any], language: str) -> Topic:
    if not isinstance(entry.get("id"), str):
        raise DataError(f'{path}: topic {number} has no id; write id = "…"')
    name = entry["id"]
    _check_fields(f"{path}: topic {name!r}", entry)
    label = entry.get("label") or {"en": name}
    if not isinstance(label, dict) or not all(isinstance(v, str) for v in label.values()):
        raise DataError(f'{path}: topic {name!r}: label must be a table such as {{ en = "…" }}')
    for part in PARTS:
        table = entry.get(part, {})
        if not isinstance(table, dict) or not all(isinstance(v, list) for v in table.values()):
            raise DataError(f'{path}: topic {name!r}: [topic.{part}] must list words per language, as zh = ["…"]')
    lists = {name: tuple(entry.get(name, ())) for name in LISTS}
    parts = {part: _terms(entry, part, language) for part in PARTS}
    return Topic(
        id=name, label=label, definition=str(entry.get("definition", "")), rank=int(entry.get("rank", 2)),
        proposition=entry.get("proposition"), place=entry.get("place", False), **lists, **parts | {"frames": _frames(path, entry, language)},
    )  # fmt: skip


def load_codebook(path: Path = DEFAULT, language: str = "zh") -> Codebook:
    """Return a codebook with its terms of one language; each is loaded once.

    Raises `DataError` with file and place when it cannot be used.

    >>> [topic.id for topic in load_codebook().topics if "关税" in topic.terms]
    ['trade']
    """
    return _load(path, language)


@cache
def _load(path: Path, language: str) -> Codebook:
    raw = load_toml(path)
    entries = raw.get("topic")
    if not isinstance(entries, list) or not entries:
        raise DataError(f"{path}: no topics; a codebook has [[topic]] tables with id and terms")
    topics = tuple(_topic(path, number, entry, language) for number, entry in enumerate(entries, 1))
    names = [topic.id for topic in topics]
    if double := sorted({name for name in names if names.count(name) > 1}):
        raise DataError(f"{path}: topic {double[0]!r} occurs twice; join the two tables, or give one another id")
    venues = raw.get("venues", {})
    if not isinstance(venues, dict):
        raise DataError(f'{path}: [venues] must list phrases per language, as zh = ["…"]')
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return Codebook(str(raw.get("name", path.stem)), digest, topics, tuple(venues.get(language, ())))
