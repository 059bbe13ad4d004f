"""What the faces are given beside their records: names in the reader's language, and how far to trust what is counted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from detente.analysis.speaking import Share
from detente.analysis.timeline import On
from detente.analysis.uncertainty import likely
from detente.records import Record
from detente.render.cells import as_csv
from detente.render.counted import with_bounds
from detente.render.interface import Interface, interface
from detente.render.report import Labels

Row = dict[str, Any]
MARKS = {"common-ground": "\u25cf", "mixed": "\u25c6", "divergence": "\u25c0\u25b6", "one-sided": "\u25cb", "discussed": "\u2504", "mentioned": "\xb7"}


class Shown(Record, frozen=True):
    """Names, the interface's language, sentences on how right readings are, and how many articles were read in each language."""

    labels: Labels
    ui: str
    trust: tuple[str, ...]
    languages: dict[str, int]

    @property
    def words(self) -> Interface:
        """The words of the interface."""
        return interface(self.ui)

    def bounds(self, statements: int) -> tuple[int, int] | None:
        """Return how many statements there are likely to be, at least and at most, where so many were found.

        They are taken to be of the languages as the articles are; nothing where one of these was not measured.
        """
        found = likely(statements, self.languages)
        return found.whole if found else None

    def counted(self, statements: int) -> str:
        """Return a number of statements with its bounds."""
        return with_bounds(statements, self.bounds(statements))

    def span(self, first: str, last: str) -> str:
        """Return the days from the first to the last."""
        return first if first == last else f"{first} \u2013 {last}"

    def parties(self, shares: Iterable[Share]) -> str:
        """Return parties by name, with numbers."""
        return self.words.text("list.comma").join(f"{self.labels.party(each.key)} {each.number}" for each in shares)

    def topics(self, shares: Iterable[Share]) -> str:
        """Return topics by name, with numbers."""
        return self.words.text("list.comma").join(f"{self.labels.topic(each.key)} {each.number}" for each in shares)

    def actors(self, shares: Iterable[Share]) -> str:
        """Return actors and outlets by name, with numbers."""
        return self.words.text("list.comma").join(f"{self.labels.actor(each.key)} {each.number}" for each in shares)

    def relation(self, relation: str, by: str = "") -> str:
        """Return the mark and the name of a relation, with the one side of a one-sided one."""
        if not relation:
            return ""
        told = f"{MARKS[relation]} {self.words.text(f'relation.{relation}')}"
        return self.words.text("map.counted", what=told, where=self.labels.party(by)) if by else told


def flat(row: Row) -> Row:
    """Return a row as tables have it: lists joined, each number behind its id.

    >>> flat({"topics": (Share("trade", 3), Share("iran", 1)), "first": "2031"})
    {'topics': 'trade 3; iran 1', 'first': '2031'}
    """
    return {name: "; ".join(map(_told, value)) if isinstance(value, tuple) else value for name, value in row.items()}


def _told(each: str | Share | On) -> str:
    if isinstance(each, Share):
        return f"{each.key} {each.number}"
    return " ".join(filter(None, (each.topic, str(each.statements), each.relation, each.by))) if isinstance(each, On) else each


def rows_json(kind: str, asked: Mapping[str, Any], rows: Sequence[Row], shown: Shown) -> str:
    """Return rows as indented JSON, lists as lists, with what was asked and how far to trust it."""
    content = {"kind": kind, **asked, "rows": rows, "languages": shown.languages, "trust": shown.trust}
    return msgspec.json.format(msgspec.json.encode(content), indent=2).decode() + "\n"


def rows_csv(columns: Sequence[str], rows: Sequence[Row]) -> str:
    """Return rows as CSV (RFC 4180)."""
    return as_csv(columns, ([row[name] for name in columns] for row in map(flat, rows)))
