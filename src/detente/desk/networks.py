"""Networks of what a store keeps, as a user asks for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from detente.analysis.counting import Counted
from detente.analysis.kinds import ONE, Kind, kind_of
from detente.analysis.network import network_of
from detente.analysis.standing import ROW, TOPIC, Node, nodes_of, standings
from detente.analysis.uncertainty import Correction, correction, rates
from detente.render.network.shown import Measured, Shown
from detente.resources.codebook import DEFAULT
from detente.resources.names import find_codebook
from detente.text.fold import fold
from detente.text.nearest import UnknownName, nearest

from .gathering import names_of, trust
from .search import wanted_in

if TYPE_CHECKING:
    from detente.store import Store, Tied, Wanted

MOST = 300  # nodes, unless more are asked for
GRAPHS = ("graphml", "gexf", "dl")  # what programs for networks open
ONE_FILE_EACH = (*GRAPHS, "svg", "png")  # formats that hold one network


class NetworkView:
    """Networks of what a store keeps, one a period; a notebook shows them as a table."""

    def __init__(self, shown: Shown, store: Store, tied: Tied, wanted: Wanted) -> None:
        self.shown, self._store, self._tied, self._wanted = shown, store, tied, wanted

    @property
    def periods(self) -> tuple[str, ...]:
        """The periods that have claims; one without a name where the time is not cut."""
        return tuple(each.network.period for each in self.shown.networks)

    def to_table(self, *, limit: int = 20, width: int = 80, colour: bool = False) -> str:
        """Return nodes and ties as text, at most `limit` of each (0: all)."""
        from detente.render.network.table import render_table

        return render_table(self.shown, limit=limit, width=width, colour=colour)

    def to_json(self) -> str:
        """Return nodes with figures, and ties, as JSON."""
        from detente.render.network.files import render_json

        return render_json(self.shown)

    def to_csv(self) -> str:
        """Return a row a tie."""
        from detente.render.network.files import render_csv

        return render_csv(self.shown)

    def to_file(self, form: str, period: str = "") -> bytes:
        """Return the network of a period as `graphml`, `gexf`, `dl` (of UCINET), `svg` or `png`."""
        from detente.render.network import files

        measured = next(each for each in self.shown.networks if each.network.period == period)
        if form in ("svg", "png"):
            from detente.render.network.picture import render_picture

            return render_picture(self.shown, measured, form)
        faces = {"graphml": files.render_graphml, "gexf": files.render_gexf, "dl": files.render_dl}
        return faces[form](self.shown, measured).encode()

    def evidence(self, one: str, other: str, limit: int = 20) -> Iterator[str]:
        """Yield the statements behind a tie, by topic and day, as citations; at most `limit` (0: all)."""
        from detente.render.network.evidence import evidence_lines

        ends = self._found(one), self._found(other)
        rows = tuple(key for sort, key in ends if sort == ROW)
        topics = tuple(key for sort, key in ends if sort == TOPIC) or self._shared(rows)
        yield from evidence_lines(self.shown, ends, self._store.maps.behind(self._tied, rows, topics, self._wanted, limit))

    def _found(self, name: str) -> Node:
        """The node that a name or an id is of."""
        wanted = fold(name.strip()).casefold()
        for node, names in self._nodes.items():
            if wanted in names:
                return node
        known = self.shown.words.text("list.comma").join(nearest(name, [self.shown.name(node) for node in self._nodes]))
        raise UnknownName(self.shown.words.text("network.unknown", name=name, known=known))

    @cached_property
    def _nodes(self) -> dict[Node, tuple[str, ...]]:
        found = {node for each in self.shown.networks for node in nodes_of(each.network)}
        return {node: tuple(fold(each).casefold() for each in (node[1], self.shown.name(node))) for node in sorted(found)}

    def _shared(self, rows: tuple[str, ...]) -> tuple[str, ...]:
        """The topics on which all of some rows are heard."""
        found: dict[str, set[str]] = {}
        for _, row, topic, _, _ in self._store.maps.ties(self._tied, self._wanted):
            found.setdefault(topic, set()).add(row)
        return tuple(sorted(topic for topic, heard in found.items() if heard.issuperset(rows)))

    def _repr_html_(self) -> str:
        from html import escape

        return f"<pre>{escape(self.to_table())}</pre>"


def network(
    store: Store,
    *,
    rows: str = "party",
    mode: str = ONE,
    aggregation: str = "subtract",
    normalization: str = "",
    duplicates: str = "document",
    every: str = "",
    most: int = MOST,
    minimum: float = 0,
    ui: str = "en",
    codebook: str | Path = DEFAULT,
    **filters: Any,
) -> NetworkView:
    """Return the networks of what a store keeps, in the words of Discourse Network Analyzer.

    `filters` are those of `search`: parties, speakers, topics, acts, outlets, countries, languages, since, until.

    Raises `UnknownName` for words that networks do not have or names of nothing there is, `ValueError` for a day that is none.
    """
    from detente.store import Tied

    kind = kind_of(rows, mode, aggregation, normalization, duplicates, every)
    wanted = wanted_in(store, **filters, codebook=codebook)
    tied = Tied(kind.rows, kind.tells_sides, kind.duplicates, kind.every)
    languages = {code: number for code, number in store.maps.languages().items() if not wanted.languages or code in wanted.languages}
    networks = tuple(_measured(store.maps.ties(tied, wanted), kind, most, minimum, correction(languages, "claims", rates(languages))))
    speakers = {row for each in networks for row in each.network.rows} if kind.rows == "actor" else ()
    labels = names_of(store, speakers, find_codebook(codebook), ui)
    return NetworkView(Shown(kind, networks, labels, ui, trust(languages, ui), languages), store, tied, wanted)


def _measured(
    sums: Iterable[tuple[str, str, str, int, int]], kind: Kind, most: int, minimum: float, claims: Correction | None
) -> Iterator[Measured]:
    by_period = {period: [Counted(*row[1:]) for row in rows] for period, rows in groupby(sums, key=lambda row: row[0])}
    for period, counted in (by_period or {"": []}).items():
        network = network_of(counted, kind, period=period, most=most, minimum=minimum, correction=claims)
        yield Measured(network, standings(network))
