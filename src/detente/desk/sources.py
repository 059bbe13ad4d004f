"""Sources of what a store keeps, as a user asks for them: who relays whom, on whom records rest, what a press leaves out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from detente.analysis.sources_coverage import Pair, covered
from detente.analysis.sources_graph import Passed, depths, passed, relaying
from detente.analysis.sources_shares import resting
from detente.render.citation import cite
from detente.render.interface import interface
from detente.render.report import Labels
from detente.render.sources.shown import Shown
from detente.render.summary import figures
from detente.resources.codebook import DEFAULT
from detente.resources.names import find_codebook, find_party
from detente.resources.outlets import outlet_homes
from detente.resources.reliability import load_reliability
from detente.text.fold import fold
from detente.text.nearest import UnknownName, nearest
from detente.views.maps import labels_of

from .gathering import store_of
from .search import wanted_in

if TYPE_CHECKING:
    from detente.records import Came
    from detente.store import Store, Wanted

    from .gathering import Given


class SourcesView:
    """Sources of what a store keeps; a notebook shows them as a table."""

    def __init__(self, shown: Shown, store: Store, wanted: Wanted) -> None:
        self.shown, self._store, self._wanted = shown, store, wanted

    def to_table(self, *, limit: int = 20, width: int = 80, colour: bool = False) -> str:
        """Return tables as text, at most `limit` lines of each (0: all)."""
        from detente.render.sources.table import render_table

        return render_table(self.shown, limit=limit, width=width, colour=colour)

    def to_json(self) -> str:
        """Return all figures as JSON, each with the statements that it rests on."""
        from detente.render.sources.files import render_json

        return render_json(self.shown)

    def to_csv(self) -> str:
        """Return a row a figure."""
        from detente.render.sources.files import render_csv

        return render_csv(self.shown)

    def to_file(self, form: str) -> bytes:
        """Return who relays whom as `graphml`, `svg` or `png`."""
        if form == "graphml":
            from detente.render.sources.files import render_graphml

            return render_graphml(self.shown).encode()
        from detente.render.sources.picture import render_picture

        return render_picture(self.shown, form)

    def evidence(self, one: str, other: str, limit: int = 20) -> Iterator[str]:
        """Yield the statements behind a figure, as citations, at most `limit` (0: all).

        A figure is known by its two ends, in whichever order: who relays and who is relayed, a party and an outlet, a
        country or a topic.
        """
        ids = self._behind(one, other)
        yield self.shown.words.text("sources.evidence", one=one, other=other)
        yield from self._cited(ids, limit)

    def passed_on(self, number: int, limit: int = 20) -> Iterator[str]:
        """Yield the statements that so many sources passed on, whoever published being one, as citations; at most `limit` (0: all)."""
        words, depths = self.shown.words, self.shown.depths
        if number not in depths:
            known = words.text("list.comma").join(map(str, depths))
            raise UnknownName(words.text("sources.no_depth", n=number, known=known) if known else words.text("sources.empty"))
        yield words.text("sources.of_depth", n=number)
        yield from self._cited(depths[number], limit)

    def _cited(self, ids: Iterable[str], limit: int) -> Iterator[str]:
        told = 0
        for each in self._store.maps.chosen(self._wanted._replace(statement_ids=frozenset(ids))):
            for place in sorted(each.statements):
                if limit and told == limit:
                    return
                told += 1
                yield cite(each.reading, each.reading.statements[place], self.shown.ui, self.shown.labels)

    def _behind(self, one: str, other: str) -> set[str]:
        """The statements of the figures that two names are the ends of."""
        wanted, found, ends = {_folded(one), _folded(other)}, set[str](), set[str]()
        for names, ids in self._figures():
            ends.update(each[0] for each in names)
            told = [{_folded(name) for name in end} for end in names]
            if wanted <= told[0] | told[1] and all(wanted & each for each in told):
                found.update(ids)
        if not ends:
            raise UnknownName(self.shown.words.text("sources.empty"))
        if not found:
            known = self.shown.words.text("list.comma").join(dict.fromkeys(near for name in (one, other) for near in nearest(name, sorted(ends))[:5]))
            raise UnknownName(self.shown.words.text("sources.unknown", one=one, other=other, known=known))
        return found

    def _figures(self) -> Iterator[tuple[tuple[tuple[str, ...], tuple[str, ...]], tuple[str, ...]]]:
        """Every figure: the names of its two ends, and its statements."""
        shown = self.shown
        for each in shown.relays:
            yield ((shown.name(each.one), each.one[1]), (shown.name(each.other), each.other[1])), each.statements
        for record in shown.records:
            side = shown.party(record.party), record.party
            for share in record.outlets:
                yield (side, (shown.actor(share.source), share.source)), share.statements
            for share in record.countries:
                yield (side, (shown.party(share.source), share.source)), share.statements
        for row in shown.coverage:
            yield ((shown.party(row.party), row.party), (shown.topic(row.topic), row.topic)), row.statements

    def __str__(self) -> str:
        return self.to_table()

    def _repr_html_(self) -> str:
        from html import escape

        return f"<pre>{escape(self.to_table())}</pre>"


def _folded(name: str) -> str:
    return fold(name.strip()).casefold()


def sources(
    of: Given, *, between: Sequence[str] = (), ui: str = "en", codebook: str | Path = DEFAULT, **filters: Any
) -> SourcesView:
    """Return the sources of what an open store keeps, or of readings: who relays whom, and on whom the record of a side rests.

    `between` names two parties (none: the two that are reported most) for what the press of one reports and that of the other
    leaves out; records are of them, or of the `parties` among the filters, which are those of `search`.

    Raises `UnknownName` for names of nothing there is, `ValueError` for a day that is none.
    """
    store = store_of(of)
    wanted = store.maps.with_ids(wanted_in(store, **filters, codebook=codebook))
    pair = _pair(store, between)
    parties, names = wanted.parties or pair or (), dict[str, str]()
    chains = [passed(came) for came in _noted(store.maps.relayed(wanted), names)]
    published, homes = store.maps.published(wanted), outlet_homes()
    claims = tuple(store.maps.claims(wanted._replace(parties=tuple(sorted({*parties, *(pair or ())})))))
    press, languages = Counter[str](), Counter[str]()
    for (outlet, language), number in published.items():
        press[homes.get(outlet, "")] += number
        languages[language.split("-")[0]] += number
    trust = tuple(figures(code, load_reliability(code), interface(ui)) for code in sorted(languages))
    shown = Shown(
        relays=relaying(chains), depths=depths(chains),
        records=tuple(each for each in resting(claims, homes) if not parties or each.party in parties),
        pair=pair, coverage=covered(claims, pair, homes) if pair else (), press=dict(sorted(press.items())),
        labels=_labels(store, chains, codebook, ui), names=names, ui=ui, trust=trust, languages=dict(sorted(languages.items())),
    )  # fmt: skip
    return SourcesView(shown, store, wanted._replace(parties=()))


def _pair(store: Store, between: Sequence[str]) -> Pair | None:
    """Two parties that speak: those asked for, else the two that are reported most, if any."""
    if not between:
        return store.most_reported()
    speaking = store.parties()
    found = sorted({find_party(party, speaking) for party in between})
    if len(found) != 2:
        raise UnknownName(f"{', '.join(between)}: name two parties, such as RU and US")
    return found[0], found[1]


def _noted(came: Iterable[Came], names: dict[str, str]) -> Iterator[Came]:
    """What came through whom, once it is noted how those are called who are named: as where they are first."""
    for _, of_document in groupby(came, lambda each: each.document_id):
        some = list(of_document)
        for relay in (relay for each in some for hop in each.via for relay in hop):
            names.setdefault(relay.actor_id, relay.name)
        for speaker in (each.speaker for each in some if each.speaker):
            names.setdefault(speaker.actor_id, speaker.name)
        yield from some


def _labels(store: Store, chains: Iterable[Passed], codebook: str | Path, ui: str) -> Labels:
    people: set[str] = {key for chain in chains for hop in chain.hops for _, key in hop if key.startswith("person:")}
    return labels_of(find_codebook(codebook), ui, store.maps.joined(people))
