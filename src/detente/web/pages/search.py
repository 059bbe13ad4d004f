"""Search over statements and paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import msgspec
from fastapi import APIRouter, Query
from fastapi.responses import Response

from detente.desk.search import search
from detente.render.found import found_csv
from detente.store import Found, Hit
from detente.views.maps import labels_of
from detente.web.asked import ForStatements, More
from detente.web.chosen import OF_STATEMENTS, chips
from detente.web.shell import InShell, Shell, address, as_csv, as_json

router = APIRouter(tags=["search"])
MOST = 1000  # hits of a page
Words = Annotated[str, Query(max_length=500, description='Words, "phrases", OR, AND, NOT or a minus, parentheses')]
Within = Annotated[str, Query(max_length=20, description="documents (each once) or statements")]
Limit = Annotated[int, Query(ge=1, le=MOST, description="How many, the best first")]
NOTHING = Found((), was_cut=False)


def _found(shell: Shell, filters: More, query: str, within: str, limit: int) -> Found:
    if not query.strip():
        return NOTHING
    return search(query, shell.store, within=within, limit=limit, codebook=shell.request.app.state.codebook, **filters.filters())


@router.get("/search", response_class=Response, summary="Search, as a page")
def show(shell: InShell, filters: ForStatements, query: Words = "", within: Within = "", limit: Limit = 20) -> Response:
    """Show what answers a query, with its words marked."""
    found = _found(shell, filters, query, within, limit)
    labels = labels_of(shell.request.app.state.codebook, shell.ui)
    hits = [(hit, list(marked(hit))) for hit in found.hits]
    return shell.page(
        "search.html", filters, query=query, within=within, hits=hits, labels=labels, was_cut=found.was_cut,
        is_more=len(hits) == limit < MOST, most=MOST,
        chips=chips(shell, OF_STATEMENTS), cleared=address("/search", {"query": query, "within": within, "parties": filters.parties, "ui": filters.ui}),
    )  # fmt: skip


@router.get("/search.json", response_class=Response, summary="What answers a query")
def as_rows(shell: InShell, filters: ForStatements, query: Words, within: Within = "", limit: Limit = 20) -> Response:
    """Return what answers a query as JSON."""
    return as_json(msgspec.json.encode(_found(shell, filters, query, within, limit)._asdict()).decode())


@router.get("/search.csv", response_class=Response, summary="What answers a query, as CSV")
def as_table(shell: InShell, filters: ForStatements, query: Words, within: Within = "", limit: Limit = 20) -> Response:
    """Return what answers a query as CSV."""
    return as_csv(found_csv(_found(shell, filters, query, within, limit).hits))


def marked(hit: Hit) -> Iterator[tuple[str, bool]]:
    """Yield the words of a hit in pieces, each with whether the query asked for it."""
    at = 0
    for start, stop in hit.hits:
        if start > at:
            yield hit.text[at:start], False
        yield hit.text[start:stop], True
        at = stop
    if at < len(hit.text):
        yield hit.text[at:], False
