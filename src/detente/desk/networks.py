"""Networks of what a store keeps, as a user asks for them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from functools import cached_property
from importlib import import_module
from itertools import chain, groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from detente.analysis.counting import Counted
from detente.analysis.kinds import ONE, Kind, kind_of
from detente.analysis.network import network_of
from detente.analysis.periods import period_of
from detente.analysis.standing import ROW, TOPIC, Node, nodes_of, standings
from detente.analysis.uncertainty import correction, rates
from detente.render.network.drawn import Drawing, drawing_of
from detente.render.network.shown import Measured, Shown
from detente.resources.codebook import DEFAULT
from detente.resources.names import find_codebook
from detente.text.fold import fold
from detente.text.nearest import UnknownName, nearest

from .gathering import names_of, store_of, trust
from .search import wanted_in

if TYPE_CHECKING:
    from detente.store import Store, Tied, Wanted

    from .gathering import Given

MOST = 300  # nodes, unless more are asked for
MOST_DRAWN = 6_000  # ties on a page
GRAPHS = ("graphml", "gexf", "dl")  # what programs for networks open
ONE_FILE_EACH = (*GRAPHS, "svg", "png")  # formats that hold one network


class Choice(NamedTuple):
    """Which network: its kind, how many nodes at most, the least weight of a tie, and the language and codebook of names."""

    kind: Kind
    most: int
    minimum: float
    ui: str
    codebook: str | Path


class NetworkView:
    """Networks of what a store keeps, one a period; a notebook shows them as a table.

    Sums are read once; networks with all their figures are made when something of them is asked for.
    """

    def __init__(self, store: Store, choice: Choice, tied: Tied, wanted: Wanted) -> None:
        self._store, self._choice, self._tied, self._wanted = store, choice, tied, wanted

    @cached_property
    def shown(self) -> Shown:
        """The networks with the figures of their nodes."""
        kind, most, minimum, *_ = self._choice
        claims = correction(self._languages, "claims", rates(self._languages))
        made = (network_of(sums, kind, period=period, most=most, minimum=minimum, correction=claims) for period, sums in self._sums.items())
        return self._named(tuple(Measured(each, standings(each), self._reports[each.period] if kind.every else None) for each in made))

    @property
    def notes(self) -> tuple[str, ...]:
        """What is said of how far to trust the figures, whatever they are."""
        return self._named(()).notes

    def drawn(self) -> Drawing:
        """Return the first network as a page draws it, with its strongest ties; of what is not drawn, nothing is reckoned."""
        kind, most, minimum, *_ = self._choice
        period, sums = next(iter(self._sums.items()))
        network = network_of(sums, kind, period=period, most=most, minimum=minimum, strongest=MOST_DRAWN)
        return drawing_of(self._named((Measured(network, ()),)), network)

    @cached_property
    def _languages(self) -> dict[str, int]:
        wanted = self._wanted.languages
        return {code: number for code, number in self._store.maps.languages().items() if not wanted or code in wanted}

    @cached_property
    def _sums(self) -> dict[str, list[Counted]]:
        sums = self._store.maps.ties(self._tied, self._wanted)
        return {period: [Counted(*row[1:]) for row in rows] for period, rows in groupby(sums, key=lambda row: row[0])} or {"": []}

    @cached_property
    def _reports(self) -> Counter[str]:
        """How many reports were published in each period."""
        found: Counter[str] = Counter()
        for month, number in self._store.maps.read_by_month(self._wanted).items():
            found[period_of(month, self._choice.kind.every)] += number
        return found

    def _named(self, networks: tuple[Measured, ...]) -> Shown:
        kind, _, _, ui, codebook = self._choice
        speakers = {row for each in networks for row in each.network.rows} if kind.rows == "actor" else ()
        labels = names_of(self._store, speakers, find_codebook(codebook), ui)
        return Shown(kind, networks, labels, ui, trust(self._languages, ui), self._languages)

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
        if not self._nodes:
            raise UnknownName(self.shown.words.text("network.empty"))
        known = self.shown.words.text("list.comma").join(nearest(name, [self.shown.name(node) for node in self._nodes]))
        raise UnknownName(self.shown.words.text("network.unknown", name=name, known=known))

    @cached_property
    def _nodes(self) -> dict[Node, tuple[str, ...]]:
        found = {node for each in self.shown.networks for node in nodes_of(each.network)}
        return {node: tuple(fold(each).casefold() for each in (node[1], self.shown.name(node))) for node in sorted(found)}

    def _shared(self, rows: tuple[str, ...]) -> tuple[str, ...]:
        """The topics on which all of some rows are heard."""
        found: dict[str, set[str]] = {}
        for each in chain.from_iterable(self._sums.values()):
            found.setdefault(each.topic, set()).add(each.row)
        return tuple(sorted(topic for topic, heard in found.items() if heard.issuperset(rows)))

    def __str__(self) -> str:
        return self.to_table()

    def _repr_html_(self) -> str:
        from html import escape

        return f"<pre>{escape(self.to_table())}</pre>"


def load_libraries() -> None:
    """Load what networks are made with, which takes a while; where it is not installed, whoever asks for a network is told so."""
    with suppress(ImportError):
        for name in ("numpy.fft", "numpy.random", "networkx.algorithms.community"):
            import_module(name)


def network(
    given: Given,
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
    """Return the networks of readings, or of what an open store keeps, in the words of Discourse Network Analyzer.

    `filters` are those of `search`: parties, speakers, topics, acts, outlets, countries, languages, since, until.

    Raises `UnknownName` for words that networks do not have or names of nothing there is, `ValueError` for a day that is none.
    """
    from detente.store import Tied

    kind, store = kind_of(rows, mode, aggregation, normalization, duplicates, every), store_of(given)
    wanted = wanted_in(store, **filters, codebook=codebook)
    tied = Tied(kind.rows, kind.tells_sides, kind.duplicates, kind.every)
    return NetworkView(store, Choice(kind, most, minimum, ui, codebook), tied, wanted)
