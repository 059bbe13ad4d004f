"""Relations in time, and what a cell hangs on, as a user looks at them: as text, rows, files and pictures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from html import escape
from typing import TYPE_CHECKING, Protocol

from detente.analysis.periods import Periods, Turn, period_of, periods_of
from detente.analysis.told import reports_in, summed, sure_by_others, told_in
from detente.analysis.uncertainty import Rates, cell, count, rates
from detente.analysis.why import Why, why
from detente.pipeline import World
from detente.records import Reading, Statement
from detente.render.citation import cite
from detente.render.interface import interface
from detente.render.matrix.shown import Phased, makers_line, phase_line, turn_line
from detente.render.report import Labels
from detente.render.summary import figures
from detente.render.why import SHOWN, Weighed
from detente.resources.reliability import load_reliability
from detente.stages.maps import Told
from detente.text.fold import fold
from detente.text.nearest import UnknownName, nearest

if TYPE_CHECKING:
    from detente.render.matrix.files import PhaseRow
    from detente.render.why import WhyRow

ON_A_PAGE = 50  # turning points


class Behind(Protocol):
    """What is behind the sums: reports on topics, and statements by id with the documents they stand in."""

    def told(self, topics: Sequence[str]) -> list[Told]:
        """Return the reports of either side on some topics."""

    def said(self, ids: Sequence[str]) -> Iterator[tuple[Reading, Statement]]:
        """Yield the statements with some ids that `told` gave."""


class InReadings:
    """What is behind sums of readings."""

    def __init__(self, world: World, pair: tuple[str, str]) -> None:
        self.world, self._pair = world, pair

    def told(self, topics: Sequence[str]) -> list[Told]:
        """Return the reports of either side on some topics."""
        return [row for row in told_in(self.world, self._pair) if row.topic in topics]

    def said(self, ids: Sequence[str]) -> Iterator[tuple[Reading, Statement]]:
        """Yield the statements with some ids."""
        wanted = frozenset(ids)
        for reading in self.world.readings:
            yield from ((reading, statement) for statement in reading.statements if statement.id in wanted)


class PeriodsView:
    """Relations of two parties topic by topic and period by period; a notebook shows them as a table."""

    failures = ()

    def __init__(self, found: Periods, labels: Labels, behind: Behind, ui: str = "en") -> None:
        self.found, self._behind = found, behind
        codes = {code for phase in found.phases for code in phase.languages}
        self.shown = Phased(found, labels, ui, rates(codes), trust_in(codes, ui))

    @property
    def turns(self) -> tuple[Turn, ...]:
        """The turning points: where the relation of a topic is not that of the last period in which either side speaks on it."""
        return self.found.turns

    def to_rows(self) -> list[PhaseRow]:
        """Return a row a topic and period, with intervals: `pandas.DataFrame(view.to_rows())`."""
        from detente.render.matrix.files import phase_rows

        return phase_rows(self.shown)

    def to_table(self, *, width: int = 80, colour: bool = False) -> str:
        """Return the matrix in characters, `width` columns wide, and the turning points."""
        from detente.render.matrix.table import render_table

        return render_table(self.shown, width=width, colour=colour)

    def to_csv(self) -> str:
        """Return the rows as CSV."""
        from detente.render.matrix.files import render_csv

        return render_csv(self.shown)

    def to_json(self) -> str:
        """Return the rows, and the turning points with the statements that make them, as JSON."""
        from detente.render.matrix.files import render_json

        return render_json(self.shown, lambda turn: [row.statement_id for row in self._making(turn)])

    def to_svg(self) -> str:
        """Return the matrix as a picture, whose text is text."""
        from detente.render.matrix.picture import render_svg

        return render_svg(self.shown)

    def to_png(self) -> bytes:
        """Return the matrix as a picture of dots; this needs `detente[analysis]`."""
        from detente.render.matrix.dots import render_png

        return render_png(self.shown)

    def to_html(self) -> str:
        """Return a page: the matrix, and the latest turning points with the statements that make them."""
        from detente.render.matrix.picture import render_html

        return render_html(self.shown, [(turn, self._cited(turn)) for turn in self.turns[-ON_A_PAGE:]])

    def evidence(self, topic: str, *, width: int = 80, colour: bool = False) -> Iterator[str]:
        """Yield the turning points of a topic with the statements that make them, as citations, and then those of each period.

        Raises `UnknownName` for a topic that is not there.
        """
        wanted = topic_among(topic, self.found.topics, self.shown.labels, self.shown.ui)
        turns = [turn for turn in self.turns if turn.after.topic == wanted]
        if not turns:
            yield self.shown.words.text("periods.no_turn", topic=self.shown.topic(wanted)) + "\n\n"
        for turn in turns:
            yield "\n".join((turn_line(self.shown, turn), makers_line(self.shown, turn), *self._cited(turn))) + "\n\n"
        told = self._told([wanted])
        for phase in (phase for phase in self.found.phases if phase.topic == wanted):
            reports = (row.statement_id for row in told[wanted, phase.period])
            yield "\n".join((phase_line(self.shown, phase), *self._quoted(reports))) + "\n\n"

    def _cited(self, turn: Turn) -> list[str]:
        return self._quoted(row.statement_id for row in self._making(turn))

    def _quoted(self, ids: Iterable[str]) -> list[str]:
        return list(cited(self._behind, tuple(dict.fromkeys(ids)), self.shown.labels, self.shown.ui).values())

    def _making(self, turn: Turn) -> list[Told]:
        """The reports that make a turning point."""
        makers = set(turn.makers(self.found.parties))
        return [row for row in self._reports[turn.after.topic, turn.after.period] if row.doing in makers]

    @cached_property
    def _reports(self) -> dict[tuple[str, str], list[Told]]:
        """The reports of topics that turn, by topic and period."""
        return self._told(sorted({turn.after.topic for turn in self.turns}))

    def _told(self, topics: Sequence[str]) -> dict[tuple[str, str], list[Told]]:
        """The reports of topics, by topic and period, without what copies repeat."""
        found: dict[tuple[str, str], list[Told]] = defaultdict(list)
        for row in self._behind.told(topics):
            if not row.repeats:
                found[row.topic, period_of(row.day, self.found.every)].append(row)
        return found

    def __str__(self) -> str:
        return self.to_table()

    def _repr_html_(self) -> str:
        return f"<pre>{escape(self.to_table())}</pre>"


class WhyView:
    """What a cell of a map hangs on; a notebook shows it as text."""

    failures = ()

    def __init__(self, found: Why, labels: Labels, behind: Behind, ui: str = "en") -> None:
        self.found = found
        measured: Rates = rates(found.languages)
        ids = [reports[0] for change in found.changes for reports in change.statements[:SHOWN]]
        words = cited(behind, ids, labels, ui)
        sure = cell(found.now.relation, found.languages, measured) if found.now.relation else None
        self.shown = Weighed(found, sure, count(found.languages, "claims", measured), labels, ui, words)

    def to_rows(self) -> list[WhyRow]:
        """Return a row for each change and each outlet."""
        from detente.render.why import why_rows

        return why_rows(self.shown)

    def to_table(self, *, width: int = 80, colour: bool = False) -> str:
        """Return it as text, `width` columns wide."""
        from detente.render.why import render_why

        return render_why(self.shown, width=width, colour=colour)

    def to_csv(self) -> str:
        """Return the rows as CSV."""
        from detente.render.why import render_csv

        return render_csv(self.shown)

    def to_json(self) -> str:
        """Return the cell with its intervals, and the rows, as JSON."""
        from detente.render.why import render_json

        return render_json(self.shown)

    def __str__(self) -> str:
        return self.to_table()

    def _repr_html_(self) -> str:
        return f"<pre>{escape(self.to_table())}</pre>"


def every_of(world: World, pair: tuple[str, str], every: str, labels: Labels, ui: str) -> PeriodsView:
    """Return the relations of two parties by periods in readings."""
    found = periods_of(summed(told_in(world, pair), pair), pair, every, reports_in(world, pair))
    return PeriodsView(found, labels, InReadings(world, pair), ui)


def why_of(world: World, pair: tuple[str, str], topic: str, labels: Labels, ui: str) -> WhyView:
    """Return what the cell of a topic, by id, hangs on in readings."""
    found = why(told_in(world, pair), pair, topic, is_sure=topic in sure_by_others(world, pair))
    return WhyView(found, labels, InReadings(world, pair), ui)


def topic_among(topic: str, known: Iterable[str], labels: Labels, ui: str) -> str:
    """Return the topic that a name or an id is of, among some; raises `UnknownName` where it is of none."""
    wanted, topics = fold(topic.strip()).casefold(), tuple(known)
    for each in topics:
        if wanted in (fold(each).casefold(), fold(labels.topic(each)).casefold()):
            return each
    words = interface(ui)
    raise UnknownName(words.text("evidence.unknown_topic", topic=topic, known=words.text("list.comma").join(nearest(topic, topics))))


def trust_in(codes: Iterable[str], ui: str) -> tuple[str, ...]:
    """Return a sentence for each language on how right it is read."""
    bare = sorted({code.split("-")[0] for code in codes})
    return tuple(figures(code, load_reliability(code), interface(ui)) for code in bare)


def cited(behind: Behind, ids: Sequence[str], labels: Labels, ui: str) -> dict[str, str]:
    """Return statements as citations, by id, in the order given."""
    found = {statement.id: str(cite(reading, statement, ui, labels)) for reading, statement in behind.said(ids)}
    return {key: found[key] for key in ids if key in found}
