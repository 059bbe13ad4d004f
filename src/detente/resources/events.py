"""What events are: their types with PLOVER codes, the words that tell them, and what must stand around those words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple

from detente.text.sieve import Pattern, sieved

from .calendar import load_calendar
from .load import DATA, DataError, load_toml, load_tsv
from .verbs import inflect, plural

FRAMES = ("deed", "talk", "process", "lasting", "going", "arriving", "compound")  # others are patterns by their name
NEVER = sieved("(?!)")
STATES = "{state}"


class Trigger(NamedTuple):
    """A word that may tell an event; `frame` says what must stand around it."""

    word: str
    type: str
    frame: str
    status: str


class Status(NamedTuple):
    """A status with the patterns that show it before and behind a word, and in its form."""

    name: str
    before: Pattern
    after: Pattern
    word: Pattern


class Lengths(NamedTuple):
    """How lengths of time are told before and behind a word; minutes of each unit; the word for a half; numbers by word."""

    before: Pattern
    minutes: dict[str, int]
    half: str
    digits: dict[str, int]
    numbers: dict[str, float]


class EventWords(NamedTuple):
    """The triggers of a language, and what is around them.

    `before` and `after` are patterns by name; `statuses` stand in the order of trial; `alone` are the types that one
    side does alone, `unowned` those of them that count also where nobody known does them; `codes` are PLOVER's by type; a
    frame of `either` has its pattern before or behind the word, any other on each side that has one; the event of a frame of
    `whole` is told up to what its pattern finds behind the word; words of `apart` part two mentions of one type.
    """

    triggers: tuple[Trigger, ...]
    before: dict[str, Pattern]
    after: dict[str, Pattern]
    statuses: tuple[Status, ...]
    alone: frozenset[str]
    unowned: frozenset[str]
    lengths: Lengths
    codes: dict[str, str | None]
    either: frozenset[str]
    whole: frozenset[str]
    apart: frozenset[str]


@cache
def load_codes() -> dict[str, str | None]:
    """Return the PLOVER code of each type of event, null where there is none.

    >>> load_codes()["withdrawal"], load_codes()["vote"]
    ('RETREAT', None)
    """
    return {name: row.get("code") for name, row in load_toml(DATA / "ontology" / "events.toml").items()}


@cache
def load_events(language: str, states: tuple[str, ...]) -> EventWords:
    """Return the words of events of a language; `states` are the short names that `{state}` in a trigger stands for.

    >>> [t.type for t in load_events("zh", ("俄",)).triggers if t.word == "访俄"]
    ['visit']
    """
    folder = DATA / "languages" / language
    raw = load_toml(folder / "events.toml")
    alone, unowned = (frozenset(raw["status"].pop(name, ())) for name in ("alone", "unowned"))
    statuses = tuple(Status(name, *_around(row)) for name, row in raw["status"].items())
    lengths = _lengths(raw["duration"], load_calendar(language).digits)
    before, after = ({n: sieved(_fill(p, raw)) for n, p in raw[side].items()} for side in ("before", "after"))
    frames = {*FRAMES, *before, *after}
    codes = load_codes()
    path = folder / "events.tsv"
    rows = tuple(_triggers(load_tsv(path, ("trigger", "type", "frame", "status", "example")), states))
    for row in rows:
        if row.type not in codes or row.frame not in frames:
            raise DataError(f"{path}: {row.word}: no type {row.type!r} or no frame {row.frame!r}; "
                            f"types are {', '.join(codes)}, frames {', '.join(sorted(frames))}")  # fmt: skip
    either, whole, apart = (frozenset(raw.get(name, ())) for name in ("either", "whole", "apart"))
    return EventWords(rows, before, after, statuses, alone, unowned, lengths, codes, either, whole, apart)


def _fill(pattern: str, raw: dict[str, Any]) -> str:
    return pattern.replace("{length}", raw["duration"]["length"])


def _lengths(raw: dict[str, Any], digits: dict[str, int]) -> Lengths:
    before = sieved(raw["before"].replace("{length}", raw["length"]))
    return Lengths(before, raw["minutes"], raw["half"], digits, raw.get("numbers", {}))


def _around(row: dict[str, str]) -> tuple[Pattern, Pattern, Pattern]:
    return sieved(row["before"]), sieved(row["after"]), sieved(row["word"]) if "word" in row else NEVER


def _triggers(rows: Iterable[dict[str, str]], states: tuple[str, ...]) -> Iterator[Trigger]:
    for row in rows:
        word = row["trigger"]
        words = [word.replace(STATES, state) for state in states] if STATES in word else [word, *_forms(row)]
        for each in words:
            yield Trigger(each, row["type"], row["frame"], row["status"])


def _forms(row: dict[str, str]) -> tuple[str, ...]:
    """The other forms of a word: as they are told (~ for a space), and those of a regular noun or verb."""
    found: list[str] = []
    for form in row.get("forms", "").split():
        regular = {"noun": (plural(row["trigger"]),), "verb": inflect(row["trigger"])}
        found += regular.get(form, (form.replace("~", " "),))
    return tuple(found)
