"""The map of two parties in a store, as a user asks for it; its time does not grow with what the store has of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from detente.api import NothingToMap, map_of_world, offer, selection_of
from detente.api import map as map_of
from detente.pipeline import Selection
from detente.records import DialogueMap, FailedReading, Reading, Statement
from detente.render.evidence import Listing, cell_of, evidence_parts
from detente.render.report import Labels, Report, Source, Tally, publisher_name
from detente.render.tally import most_first
from detente.render.width import printable
from detente.resources.codebook import DEFAULT
from detente.resources.names import find_codebook, find_party
from detente.resources.reliability import load_reliability
from detente.resources.tongues import find_languages
from detente.stages.maps import Told
from detente.text.nearest import UnknownName
from detente.views.maps import MapView, labels_of

if TYPE_CHECKING:
    from detente.store import Asked, Between, Store
    from detente.views.phases import PeriodsView, WhyView

    from .corpus import Corpus


EVERYTHING = Selection()
_RELAYS = msgspec.json.Decoder(list[tuple[str, str]])
_PUBLISHER = msgspec.json.Decoder(tuple[str | None, str | None])


class StoredMap:
    """A dialogue map of what a store keeps. Its table and picture are drawn from sums; other faces read all its documents."""

    failures = ()

    def __init__(self, store: Store, asked: Asked, *, ui: str = "en", codebook: Path = DEFAULT) -> None:
        self._store, self.asked, self._ui, self._codebook = store, asked, ui, codebook

    @cached_property
    def _between(self) -> Between:
        return self._store.maps.between(self.asked)

    @property
    def map(self) -> DialogueMap:
        """The map; its cells name no evidence."""
        return self._between.map

    @cached_property
    def whole(self) -> MapView:
        """The map with all its readings."""
        world = self._store.maps.world(self.asked)
        return map_of_world(world, self.asked.pair, self.asked.selection, ui=self._ui, codebook=self._codebook)

    def check(self) -> None:
        """Raise `UnknownName` for a party that does not speak, unless some document is of one that does and this one."""
        assert self.whole

    @cached_property
    def report(self) -> Report:
        """What the table and the picture need."""
        found = self._between
        per = {side.per for cell in found.map.cells for side in cell.sides.values() if side.per}
        relays = {actor for told in found.through for actor, _ in _relays(told)}
        joined = self._store.maps.joined(relays | per)
        goes_by = {member: each.actor_id for each in joined for member in each.members}
        labels = labels_of(self._codebook, self._ui, joined)
        measured = tuple(each for code in found.languages if (each := load_reliability(code)))
        return Report(found.map, found.readings, (), labels, measured, self._ui, joined, tally=_tally(found, _naming(labels, goes_by)))

    def to_table(self, *, width: int = 80, colour: bool = False) -> str:
        """Return the picture drawn in characters, `width` columns wide."""
        from detente.render.table import render_table

        return render_table(self.report, width=width, colour=colour)

    def __str__(self) -> str:
        return self.to_table()

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
        for reading in self._store.maps.evidence(self.asked, topic):
            for statement in reading.statements:
                yield Source(reading, statement, place)
                place += 1

    def evidence(self, topic: str, *, width: int = 80, colour: bool = False) -> Iterator[str]:
        """Yield every statement of a topic's cell, with its citation; raises `UnknownTopic` where there is no cell."""
        cell = cell_of(self.report, topic)
        listed = self._store.maps.listed(self.asked, cell.topic)
        listing = Listing(listed.statements, listed.utterances, listed.others)
        return evidence_parts(self.report, cell, listing, self.sources(cell.topic), width=width, colour=colour)

    def every(self, period: str) -> PeriodsView:
        """Return the relations by `month`, `quarter` or `year`, and where they turn; other words raise `UnknownName`."""
        from detente.analysis.periods import periods_of
        from detente.views.phases import PeriodsView

        rows, reports = self._store.maps.months(self.asked)
        found = periods_of(rows, self.asked.pair, period, reports)
        return PeriodsView(found, labels_of(self._codebook, self._ui), InStore(self._store, self.asked), self._ui)

    def why(self, topic: str) -> WhyView:
        """Return what a topic's cell hangs on: statements and outlets; raises `UnknownTopic` where there is no cell."""
        from detente.analysis.why import why
        from detente.views.phases import WhyView

        name, behind = cell_of(self.report, topic).topic, InStore(self._store, self.asked)
        found = why(behind.told([name]), self.asked.pair, name, is_sure=self._store.maps.is_sure_by_others(self.asked, name))
        return WhyView(found, self.report.labels, behind, self._ui)


class InStore:
    """What is behind sums of a store."""

    def __init__(self, store: Store, asked: Asked) -> None:
        self._store, self._asked = store, asked
        self._places: dict[str, tuple[str, int]] = {}

    def told(self, topics: Sequence[str]) -> list[Told]:
        """Return the reports of either side on some topics."""
        placed = self._store.maps.told(self._asked, topics)
        self._places.update((each.told.statement_id, (each.document_id, each.number)) for each in placed)
        return [each.told for each in placed]

    def said(self, ids: Sequence[str]) -> Iterator[tuple[Reading, Statement]]:
        """Yield the statements with some ids that `told` gave."""
        for reading in self._store.maps.slim([self._places[key] for key in ids if key in self._places]):
            yield from ((reading, statement) for statement in reading.statements)


def chart(
    store: Store, parties: tuple[str, str], selection: Selection = EVERYTHING, languages: Iterable[str] = (), *,
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
        found.check()
    return found


def periods(
    source: Iterable[Reading | FailedReading] | Store | Corpus, parties: Sequence[str] | None = None, *, every: str = "month", topics: Iterable[str] = (),
    since: str | date | None = None, until: str | date | None = None, languages: Iterable[str] = (), ui: str = "en", codebook: str | Path = DEFAULT,
) -> PeriodsView:  # fmt: skip
    """Return the relations of two parties by `month`, `quarter` or `year` in readings or a store, and where they turn.

    Parties, topics and days are given as `detente.map` takes them; of `languages` only a store takes heed. Raises what that
    raises, and `UnknownName` for other periods.

    >>> from detente import read
    >>> reading = read("2031-03-04\\n\\n俄方表示，俄方愿意同美方恢复军控谈判。美方称，美方反对俄方的军控立场。")
    >>> [(each.topic, each.period, each.relation) for each in periods([reading]).found.phases]
    [('arms-control', '2031-03', 'divergence')]
    """
    if isinstance(source, Iterable):
        return map_of(source, parties, topics=topics, since=since, until=until, ui=ui, codebook=codebook).every(every)
    from .gathering import store_of  # which searches by maps, as this module makes them

    return asked_map(store_of(source), parties or (), topics, since, until, languages, ui=ui, codebook=find_codebook(codebook)).every(every)


def asked_map(
    store: Store, parties: Iterable[str], topics: Iterable[str], since: str | date | None, until: str | date | None, languages: Iterable[str], *,
    ui: str, codebook: Path,
) -> StoredMap:  # fmt: skip
    """Return the map of two parties in a store, all given as a user writes it; raises what `detente.map` raises."""
    read = find_languages(languages)
    return chart(store, pair_of(store, tuple(parties), read), selection_of(topics, since, until, codebook), read, ui=ui, codebook=codebook)


def pair_of(store: Store, parties: Iterable[str], languages: tuple[str, ...] = ()) -> tuple[str, str]:
    """Return two parties by code: those asked for, else the most reported; raises `UnknownName` and `NothingToMap`."""
    from detente.store import Filter

    speaking = store.parties()
    pair = tuple(sorted({find_party(party, speaking) for party in parties})) or store.most_reported(Filter(languages=languages))
    if not pair:
        raise NothingToMap(f"{store.where}: no two parties speak in what it keeps, so there is no map to draw")
    if len(pair) != 2:
        raise UnknownName(f"{', '.join(parties)}: name two parties, such as RU and US; {offer(speaking)}")
    return pair[0], pair[1]


def _relays(told: str) -> list[tuple[str, str]]:
    """Those who passed a statement on, by id and name; none where it came from the publisher."""
    return _RELAYS.decode(told) if told.startswith("[[") else []


def _tally(found: Between, names: Callable[[str], tuple[str, ...]]) -> Tally:
    return Tally(
        documents=sum(found.languages.values()), independent=found.reports, first=found.first, last=found.last,
        languages=tuple(sorted({code.split("-")[0] for code in found.languages})), statements=found.statements,
        outlets=len({name for told in found.through for name in names(told)}),
        unknown_acts=found.unknown, without_topic=found.untopical, sources=_sources(found.cells, names),
    )  # fmt: skip


def _sources(cells: Mapping[tuple[str, str, str], int], names: Callable[[str], tuple[str, ...]]) -> dict[tuple[str, str], tuple[str, ...]]:
    """The names of those through whom came what stands in cells, by topic and party, the most first."""
    shown = {told: tuple(map(printable, names(told))) for told in {told for _, _, told in cells}}
    named: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for (party, topic, told), number in cells.items():
        counted = named[topic, party]
        for name in shown[told]:
            counted[name] += number
    return {cell: most_first(counted) for cell, counted in named.items()}


def _naming(labels: Labels, goes_by: dict[str, str]) -> Callable[[str], tuple[str, ...]]:
    """What tells the names of those through whom a statement came: its relays, else whoever published the document."""

    @cache
    def names(told: str) -> tuple[str, ...]:
        if relays := _relays(told):
            return tuple(dict.fromkeys(labels.actor(goes_by.get(actor, actor), name) for actor, name in relays))
        if not told:
            return ()
        outlet, credit = _PUBLISHER.decode(told)
        return tuple(filter(None, [publisher_name(outlet, credit, labels)]))

    return names
