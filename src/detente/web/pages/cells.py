"""A cell of the map: both sides' statements on a topic facing each other, and what the relation hangs on."""

from __future__ import annotations

import re
from itertools import islice
from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Depends, Query
from fastapi.responses import Response

from detente.client.answers import Said
from detente.desk.stored import StoredMap
from detente.records import Cell
from detente.render.cells import as_csv as written
from detente.render.evidence import cell_of, rule_name
from detente.render.matrix.shown import mark
from detente.views.phases import WhyView
from detente.web.asked import ForMap, OfMap
from detente.web.cards import Card, card_of, row_of
from detente.web.chosen import OF_MAPS, chips, cleared
from detente.web.drawn import drawn, is_doubtful
from detente.web.shell import InShell, as_csv, as_json, in_forms

router = APIRouter(tags=["map"])
TOPIC = re.compile(r"[a-z0-9-]+")
AT_ONCE = 20  # statements of a page
MOST_WEIGHED = 300  # statements of a cell whose weighing a page waits for
WHOLE = ("parties", "ui", "every")  # what may be asked of a map that is kept as sums


def view(shell: InShell, filters: ForMap, topic: str) -> StoredMap:
    """Return the map that has a cell: the one that all cells of two parties share, or, where filters leave some of it, that of this topic alone."""
    is_whole = all(name in WHOLE for name in filters.as_address)
    return drawn(shell, filters if is_whole or not TOPIC.fullmatch(topic) else filters.model_copy(update={"topic": topic}))


MapOf = Annotated[StoredMap, Depends(view)]
First = Annotated[int, Query(ge=0, le=1_000_000, description="How many statements to pass over")]


@router.get("/map/{topic}.json", response_class=Response, summary="The statements of a cell")
def as_rows(found: MapOf, topic: str, first: First = 0) -> Response:
    """Return some statements of a cell as JSON, in the order of their documents."""
    cell = cell_of(found.report, topic)
    told: dict[str, Any] = {"parties": found.map.parties, "topic": cell.topic, "relation": cell.relation, "by": cell.by,
                            "first": first, "statements": _cards(found, cell, first)}  # fmt: skip
    return as_json(msgspec.json.encode(told).decode())


@router.get("/map/{topic}.csv", response_class=Response, summary="The statements of a cell, as CSV")
def as_table(found: MapOf, topic: str, first: First = 0) -> Response:
    """Return some statements of a cell as CSV, those that the page shows."""
    return as_csv(written(Said.__struct_fields__, map(row_of, _cards(found, cell_of(found.report, topic), first))))


@router.get("/map/{topic}", response_class=Response, summary="A cell of the map, as a page")
def show(shell: InShell, filters: ForMap, found: MapOf, topic: str, first: First = 0) -> Response:
    """Show the evidence of a cell, a page of statements at a time; of a cell with few, also what its relation hangs on."""
    report, cell = found.report, cell_of(found.report, topic)
    cards, named = _cards(found, cell, first, AT_ONCE + 1), filters.model_copy(update={"parties": ",".join(found.map.parties)})
    statements = sum(side.statements for side in cell.sides.values())
    is_small = statements <= MOST_WEIGHED
    return shell.page(
        "cell.html", named, report=report, cell=cell, label=report.labels.topic(cell.topic), rule=rule_name(cell, shell.words), cards=cards[:AT_ONCE],
        first=first, at_once=AT_ONCE, statements=statements, is_last=len(cards) <= AT_ONCE, is_doubtful=is_doubtful(found, cell),
        why=found.why(cell.topic).to_rows() if is_small and not first else [], has_more_why=not is_small,
        chips=chips(shell, OF_MAPS, _without_topic(named)), cleared=cleared(shell, named.parties),
        sign=mark(cell.relation, cell.by, found.map.parties), told_sides=_sides(found, cell),
    )  # fmt: skip


def why(found: MapOf, topic: str) -> WhyView:
    """Return what a cell of the map of an address hangs on."""
    return found.why(cell_of(found.report, topic).topic)


in_forms(router, "/map/{topic}/why", why, "What the relation of a cell hangs on")


@router.get("/map/{topic}/why", response_class=Response, summary="What the relation of a cell hangs on, as a page")
def show_why(shell: InShell, filters: ForMap, found: MapOf, topic: str) -> Response:
    """Show what a cell hangs on: all its statements are weighed."""
    cell, named = cell_of(found.report, topic), filters.model_copy(update={"parties": ",".join(found.map.parties)})
    return shell.page("why.html", named, report=found.report, cell=cell, label=found.report.labels.topic(cell.topic), why=found.why(cell.topic).to_rows())


def _without_topic(filters: OfMap) -> dict[str, str]:
    """The address of a cell: its topic stands in the path."""
    return {name: value for name, value in filters.as_address.items() if name not in ("topic", "every", "to")}


def _sides(found: StoredMap, cell: Cell) -> list[dict[str, Any]]:
    """How many independent statements either side makes, and whether they come in its own word."""
    held = ((party, cell.sides.get(party)) for party in found.map.parties)
    return [
        {"name": found.report.labels.party(party), "statements": side.statements if side else 0, "own_word": side is None or side.own_word}
        for party, side in held
    ]


def _cards(found: StoredMap, cell: Cell, first: int, number: int = AT_ONCE) -> list[Card]:
    return [card_of(found.report, source) for source in islice(found.sources(cell.topic), first, first + number)]
