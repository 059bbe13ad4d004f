"""Actors, topics, timelines and profiles as a user asks for them, of readings or of what a store keeps."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from detente.analysis.speaking import Speaking, Subject, speakers, subjects
from detente.render.desk.people import (
    ACTOR_COLUMNS,
    TOPIC_COLUMNS,
    actor_rows,
    actor_sheet,
    told,
    topic_rows,
    topic_sheet,
)
from detente.render.desk.sheet import Sheet, render_sheets, sheets_html
from detente.render.desk.shown import Row, Shown, flat, rows_csv, rows_json
from detente.resources.codebook import DEFAULT, load_codebook
from detente.resources.names import find_codebook, find_topic

from .asking import Source, actor_named, pair_named, source_of

if TYPE_CHECKING:
    from .gathering import Given

MOST = 20  # rows, unless more are asked for
Evidence = Callable[[str, int], Iterator[str]]


class DeskView:
    """What a corpus shows, as rows with names; a notebook shows it as tables."""

    def __init__(self, kind: str, asked: Row, found: Any, faces: tuple[tuple[str, ...], list[Row], tuple[Sheet, ...]], shown: Shown, evidence: Evidence,
                 draw: Callable[[str], bytes]) -> None:  # fmt: skip
        self.found, self._kind, self.asked, self._shown, self._evidence, self._draw = found, kind, asked, shown, evidence, draw
        self._columns, self._rows, self.sheets = faces

    @property
    def trust(self) -> tuple[str, ...]:
        """How far to trust what is counted, in sentences."""
        return told(self._shown)

    def to_rows(self) -> list[Row]:
        """Return plain rows, lists joined: `pandas.DataFrame(view.to_rows())`."""
        return [flat(row) for row in self._rows]

    def to_table(self, *, width: int = 80, colour: bool = False) -> str:
        """Return the rows as text, `width` columns wide."""
        return render_sheets(self.sheets, self._shown.ui, columns=width, colour=colour)

    def to_csv(self) -> str:
        """Return the rows as CSV."""
        return rows_csv(self._columns, self._rows)

    def to_json(self) -> str:
        """Return the rows as JSON, lists as lists, with how far to trust them."""
        return rows_json(self._kind, self.asked, self._rows, self._shown)

    def to_file(self, form: str) -> bytes:
        """Return the picture, as `svg` or `png`."""
        return self._draw(form)

    def evidence(self, name: str, limit: int = MOST) -> Iterator[str]:
        """Yield the statements behind a row, as citations; at most `limit` (0: all)."""
        return self._evidence(name, limit)

    def __str__(self) -> str:
        return self.to_table()

    def __repr__(self) -> str:
        return f"<DeskView {self._kind}: rows {len(self._rows)}>"

    def _repr_html_(self) -> str:
        return sheets_html(self.sheets, self._shown.ui)


def actors(
    given: Given, *, limit: int = MOST, ui: str = "en", codebook: str | Path = DEFAULT, **filters: Any
) -> DeskView:
    """Return who speaks for whom, how often, on what, when and through whom; the most heard first, at most `limit` (0: all).

    `given` are readings, or an open store. `filters` are those of `search`: parties, speakers, topics, acts, outlets,
    countries, languages, since, until.

    Raises `UnknownName` for names of nothing there is, `ValueError` for a day that is none.
    """
    source = source_of(given, filters, ui, codebook)
    maps, wanted = source.maps, source.wanted
    whole = maps.heard(("actor",), wanted, limit)
    of = source.of_actors(each.keys[0] for each in whole)
    parties, on, outlets = (maps.heard(("actor", name), of) if whole else [] for name in ("party", "topic", "outlet"))
    found = speakers(whole, parties, on, outlets, maps.first_and_last([each.keys[0] for each in whole], wanted))
    shown = source.shown([*(each.actor_id for each in found), *(share.key for each in found for share in each.outlets)])
    faces = ACTOR_COLUMNS, actor_rows(found, shown), source.limited((actor_sheet(found, shown),), shown, limit)
    return DeskView("actors", source.asked, found, faces, shown, partial(_of_actor, source, shown), partial(_actors_drawn, found, shown, limit))


def _actors_drawn(found: tuple[Speaking, ...], shown: Shown, limit: int, form: str) -> bytes:
    from detente.render.desk.charts import render_actors

    return render_actors(found, shown, limit, form)


def _of_actor(source: Source, shown: Shown, name: str, limit: int) -> Iterator[str]:
    return source.cited(source.of_actors([actor_named(source, name)]), shown, limit)


def topics(
    given: Given, *, pair: Iterable[str] = (), limit: int = MOST, ui: str = "en", codebook: str | Path = DEFAULT, **filters: Any
) -> DeskView:  # fmt: skip
    """Return what is spoken of, how often and by which parties; the most frequent first, at most `limit` (0: all).

    With a `pair` of parties, their relation on each topic too, as their map has it. `given` and `filters` are those of `actors`.
    """
    source = source_of(given, filters, ui, codebook)
    two = pair_named(source, pair) if tuple(pair) else None
    whole, parties = (source.maps.heard(by, source.wanted) for by in (("topic",), ("topic", "party")))
    found = subjects(whole[: limit or None], parties, source.related(two) if two else {})
    shown = source.shown(())
    faces = TOPIC_COLUMNS, topic_rows(found, shown), source.limited((topic_sheet(found, shown, two),), shown, limit)
    return DeskView("topics", {**source.asked, "pair": two}, found, faces, shown, partial(_on_topic, source, shown),
                    partial(_topics_drawn, found, shown, two, limit))  # fmt: skip


def _topics_drawn(found: tuple[Subject, ...], shown: Shown, pair: tuple[str, str] | None, limit: int, form: str) -> bytes:
    from detente.render.desk.charts import render_topics

    return render_topics(found, shown, pair, limit, form)


def _on_topic(source: Source, shown: Shown, name: str, limit: int) -> Iterator[str]:
    topic = find_topic(name, load_codebook(find_codebook(source.codebook)))
    return source.cited(source.wanted._replace(topics=(topic,)), shown, limit)
