"""The map of two parties in a store, as a user asks for it; its time does not grow with what the store has of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from detente.api import map_of_world
from detente.pipeline import Selection
from detente.records import DialogueMap
from detente.render.evidence import Listing, cell_of, evidence_parts
from detente.render.report import Labels, Report, Source, Tally, publisher_name
from detente.render.tally import most_first
from detente.render.width import printable
from detente.resources.codebook import DEFAULT
from detente.resources.reliability import load_reliability
from detente.text.nearest import UnknownName
from detente.views import MapView, labels_of

if TYPE_CHECKING:
    from detente.store import Asked, Between, Store, Through


class StoredMap:
    """A dialogue map of what a store keeps. Its table and picture are drawn from sums; other faces read all its documents."""

    failures = ()

    def __init__(self, store: Store, asked: Asked, *, ui: str = "en", codebook: Path = DEFAULT) -> None:
        self._store, self._asked, self._ui, self._codebook = store, asked, ui, codebook

    @cached_property
    def _between(self) -> Between:
        return self._store.maps.between(self._asked)

    @property
    def map(self) -> DialogueMap:
        """The map; its cells name no evidence."""
        return self._between.map

    @cached_property
    def whole(self) -> MapView:
        """The map with all its readings."""
        world = self._store.maps.world(self._asked)
        return map_of_world(world, self._asked.pair, self._asked.selection, ui=self._ui, codebook=self._codebook)

    @cached_property
    def report(self) -> Report:
        """What the table and the picture need."""
        found = self._between
        told = [through.told for through in (*found.through, *(each for cell in found.cells.values() for each in cell))]
        per = {side.per for cell in found.map.cells for side in cell.sides.values() if side.per}
        relays = {actor for key in set(told) for actor, _ in _relays(key)}
        joined = self._store.maps.joined(relays | per)
        goes_by = {member: each.actor_id for each in joined for member in each.members}
        labels = labels_of(self._codebook, self._ui, joined)
        measured = tuple(each for code in found.languages if (each := load_reliability(code)))
        return Report(found.map, found.readings, (), labels, measured, self._ui, joined, tally=_tally(found, labels, goes_by))

    def to_table(self, *, width: int = 80, colour: bool = False) -> str:
        """Return the picture drawn in characters, `width` columns wide."""
        from detente.render.table import render_table

        return render_table(self.report, width=width, colour=colour)

    def to_svg(self) -> str:
        """Return the picture alone."""
        from detente.render.svg import render_svg

        return render_svg(self.report)

    def to_html(self) -> str:
        """Return a self-contained page: the picture, and the articles with their statements marked."""
        return self.whole.to_html()

    def to_csv(self) -> str:
        """Return the rows as CSV."""
        return self.whole.to_csv()

    def to_json(self) -> str:
        """Return the rows, and what was read, as JSON."""
        return self.whole.to_json()

    def sources(self, topic: str) -> Iterator[Source]:
        """Yield the statements of a topic's cell in the order of their documents, each as it is read."""
        place = 0
        for reading in self._store.maps.evidence(self._asked, topic):
            for statement in reading.statements:
                yield Source(reading, statement, place)
                place += 1

    def evidence(self, topic: str, *, width: int = 80, colour: bool = False) -> Iterator[str]:
        """Yield every statement of a topic's cell, with its citation; raises `UnknownTopic` where there is no cell."""
        cell = cell_of(self.report, topic)
        listed = self._store.maps.listed(self._asked, cell.topic)
        listing = Listing(listed.statements, listed.utterances, listed.others)
        return evidence_parts(self.report, cell, listing, self.sources(cell.topic), width=width, colour=colour)


def chart(
    store: Store, parties: tuple[str, str], selection: Selection = Selection(), languages: Iterable[str] = (), *,
    ui: str = "en", codebook: Path = DEFAULT,
) -> StoredMap:  # fmt: skip
    """Return the map of two parties, by code, in what a store keeps.

    Raises `UnknownName` for a party that does not speak there.
    """
    from detente.store import Asked

    one, other = sorted(parties)
    asked = Asked((one, other), selection, tuple(languages))
    found = StoredMap(store, asked, ui=ui, codebook=codebook)
    if not all(store.maps.speaks(asked, party) for party in asked.pair):
        found.whole  # tells what is wrong, unless a map is of one that speaks and one that is silent
    return found


def _relays(told: str) -> list[list[str]]:
    """Those who passed a statement on, by id and name; none where it came from the publisher."""
    found: list[list[str]] = msgspec.json.decode(told) if told.startswith("[[") else []
    return found


def _tally(found: Between, labels: Labels, goes_by: dict[str, str]) -> Tally:
    documents = sum(found.languages.values())
    return Tally(
        documents=documents, independent=found.reports, languages=tuple(sorted({code.split("-")[0] for code in found.languages})),
        first=found.first, last=found.last, statements=found.statements,
        outlets=len({name for through in found.through for name in _names(through.told, labels, goes_by)}),
        unknown_acts=found.unknown, without_topic=found.untopical,
        sources={cell: _sources(told, labels, goes_by) for cell, told in found.cells.items()},
    )  # fmt: skip


def _sources(told: Iterable[Through], labels: Labels, goes_by: dict[str, str]) -> tuple[str, ...]:
    named: Counter[str] = Counter()
    for through in told:
        for name in _names(through.told, labels, goes_by):
            named[printable(name)] += through.number
    return most_first(named)


def _names(told: str, labels: Labels, goes_by: dict[str, str]) -> tuple[str, ...]:
    """The names of those through whom a statement came: its relays, else whoever published the document."""
    if relays := _relays(told):
        return tuple(dict.fromkeys(labels.actor(goes_by.get(actor, actor), name) for actor, name in relays))
    if not told:
        return ()
    outlet, credit = msgspec.json.decode(told, type=tuple[str | None, str | None])
    return tuple(filter(None, [publisher_name(outlet, credit, labels)]))
