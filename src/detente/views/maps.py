"""What a user looks at: a map and a reading, as text, as a notebook's table, as rows and as files.

Each face is imported where it is drawn: the one that is asked for waits for no other.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from detente.pipeline import World
from detente.records import Cell, DialogueMap, FailedReading, Joined, Reading
from detente.render.report import Labels, Report
from detente.render.tally import tally_of
from detente.resources.codebook import DEFAULT, load_codebook
from detente.resources.gazetteer import load_outlet_homes
from detente.resources.labels import actor_labels, name_in, party_labels, topic_labels
from detente.resources.reliability import load_reliability

if TYPE_CHECKING:
    from detente.render.rows import MapRow
    from detente.render.statements import StatementRow

    from .phases import PeriodsView, WhyView


def labels_of(codebook: Path = DEFAULT, ui: str = "en", joined: tuple[Joined, ...] = ()) -> Labels:
    """Return the names of topics, parties and actors in a language of the interface; `joined` are named in several."""
    named = {actor.actor_id: name for actor in joined if (name := name_in(actor.names, ui))}
    actors = named | actor_labels(ui)
    return Labels(topic_labels(load_codebook(codebook), ui), party_labels(actors), actors, load_outlet_homes())


class MapView:
    """A dialogue map with the readings it rests on; a notebook shows it as a table."""

    def __init__(self, found: DialogueMap, world: World, failures: tuple[FailedReading, ...] = (), *,
                 ui: str = "en", codebook: Path = DEFAULT) -> None:  # fmt: skip
        self.map, self.readings, self.failures = found, world.readings, failures
        self._world, self._ui, self._codebook = world, ui, codebook

    @property
    def parties(self) -> tuple[str, str]:
        """The two parties by code, left and right."""
        return self.map.parties

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The cells: topic, relation and evidence, grouped by relation, the best supported first."""
        return self.map.cells

    @cached_property
    def report(self) -> Report:
        """All that a face of the map needs."""
        codes = dict.fromkeys(reading.document.language for reading in self.readings)
        measured = tuple(found for code in codes if (found := load_reliability(code)))
        labels = labels_of(self._codebook, self._ui, self._world.joined)
        world = self._world
        report = Report(self.map, self.readings, self.failures, labels, measured, self._ui, world.joined, world.same, world.copies)
        return replace(report, tally=tally_of(report))

    def to_rows(self) -> list[MapRow]:
        """Return plain rows, one a side of a cell: `pandas.DataFrame(view.to_rows())`."""
        from detente.render.rows import map_rows

        return map_rows(self.report)

    def to_html(self) -> str:
        """Return a self-contained page: the picture, and the articles with their statements marked."""
        from detente.render.html import render_html

        return render_html(self.report)

    def to_svg(self) -> str:
        """Return the picture alone."""
        from detente.render.svg import render_svg

        return render_svg(self.report)

    def to_csv(self) -> str:
        """Return the rows as CSV."""
        from detente.render.rows import render_csv

        return render_csv(self.report)

    def to_json(self) -> str:
        """Return the rows, and what was read, as JSON."""
        from detente.render.rows import render_json

        return render_json(self.report)

    def to_table(self, *, width: int = 80, colour: bool = False) -> str:
        """Return the picture drawn in characters, `width` columns wide."""
        from detente.render.table import render_table

        return render_table(self.report, width=width, colour=colour)

    def evidence(self, topic: str, *, width: int = 80, colour: bool = False) -> str:
        """Return every statement of a topic's cell, with its citation; raises `UnknownTopic` where there is no cell."""
        from detente.render.evidence import render_evidence

        return render_evidence(self.report, topic, width=width, colour=colour)

    def every(self, period: str) -> PeriodsView:
        """Return the relations by `month`, `quarter` or `year`, and where they turn; other words raise `UnknownName`."""
        from .phases import every_of

        return every_of(self._world, self.parties, period, self.report.labels, self._ui)

    def why(self, topic: str) -> WhyView:
        """Return what a topic's cell hangs on: statements and outlets; raises `UnknownTopic` where there is no cell."""
        from detente.render.evidence import cell_of

        from .phases import why_of

        return why_of(self._world, self.parties, cell_of(self.report, topic).topic, self.report.labels, self._ui)

    def __str__(self) -> str:
        return self.to_table()

    def __repr__(self) -> str:
        return f"<MapView {'-'.join(self.parties)}: cells {len(self.cells)}, readings {len(self.readings)}>"

    def _repr_html_(self) -> str:
        from detente.render.notebook import render_notebook

        return render_notebook(self.report)


class ReadingView:
    """A reading's statements; a notebook shows them as a table."""

    def __init__(self, reading: Reading, *, ui: str = "en", codebook: Path = DEFAULT) -> None:
        self.reading, self._ui = reading, ui
        self._labels = labels_of(codebook, ui)

    def to_rows(self) -> list[StatementRow]:
        """Return plain rows, one a statement."""
        from detente.render.statements import statement_rows

        return statement_rows(self.reading, self._labels, self._ui)

    def __str__(self) -> str:
        from detente.render.statements import render_statements

        return render_statements(self.reading, self._labels, self._ui)

    def __repr__(self) -> str:
        document = self.reading.document
        return f"<ReadingView {document.path or document.id}: statements {len(self.reading.statements)}>"

    def _repr_html_(self) -> str:
        from detente.render.statements import render_statements_html

        return render_statements_html(self.reading, self._labels, self._ui)
