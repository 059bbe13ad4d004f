"""Who stands with whom, in the words of Discourse Network Analyzer."""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query
from fastapi.responses import Response
from pydantic import Field

from detente.desk.networks import NetworkView, network
from detente.render.network.shown import numbered, strongest, weighed
from detente.web.asked import More
from detente.web.chosen import OF_STATEMENTS, chips, cleared
from detente.web.drawn import shared
from detente.web.shell import InShell, in_forms

router = APIRouter(tags=["network"])
CHOICES = {
    "rows": ("party", "actor", "outlet"),
    "mode": ("one", "two"),
    "aggregation": ("subtract", "congruence", "conflict"),
    "normalization": ("", "none", "average", "jaccard", "cosine"),
    "duplicates": ("document", "include", "week", "month", "year", "across"),
}
STRONGEST = 60  # nodes and ties that a page lists
CITED = 60  # statements behind a tie


class Tied(More):
    """The choices of a network, beside the filters of statements."""

    rows: Literal["party", "actor", "outlet"] = Field("party", description="What the nodes are")
    mode: Literal["one", "two"] = Field("one", description="Nodes of one sort, or nodes and topics")
    aggregation: str = Field("subtract", max_length=20, description="congruence, conflict or subtract")
    normalization: str = Field("", max_length=20, description="none, average, jaccard or cosine")
    duplicates: str = Field("document", max_length=20, description="What counts once")
    most: int = Field(100, ge=2, le=2000, description="How many nodes")
    minimum: float = Field(0, ge=0, description="The least weight of a tie")


def tied(asked: Annotated[Tied, Query()]) -> Tied:
    """The choices of an address."""
    return asked


Choice = Annotated[Tied, Depends(tied)]
End = Annotated[str, Query(max_length=200, description="Show the statements behind the tie of these two, by name or id")]


def view(shell: InShell, asked: Choice) -> NetworkView:
    """Return the network that an address asks for."""
    chosen = asked.model_dump(include={"rows", "mode", "aggregation", "normalization", "duplicates", "most", "minimum"})
    filters, codebook = asked.filters(), shell.request.app.state.codebook
    key = "network", repr(sorted({**chosen, **filters}.items()))
    return shared(shell, key, lambda: network(shell.store, ui=shell.ui, codebook=codebook, **chosen, **filters))


View = Annotated[NetworkView, Depends(view)]


@router.get("/network", response_class=Response, summary="The network, as a page")
def show(shell: InShell, asked: Choice, found: View, one: End = "", other: End = "") -> Response:
    """Show a network as a picture and as tables, and the statements behind a tie."""
    told: dict[str, Any] = json.loads(found.to_json())["networks"][0]
    (measured,) = found.shown.networks
    ties = [(tie, found.shown.ends(measured.network, tie)) for tie in strongest(measured.network)[:STRONGEST]]
    nodes = sorted(told["nodes"], key=lambda node: -node["claims"])
    behind, *cited = filter(None, found.evidence(one, other, CITED)) if one and other else ("",)
    return shell.page(
        "network.html", asked, shown=found.shown, nodes=nodes, most=STRONGEST, ties=ties, choices=CHOICES, chosen=asked.model_dump(),
        chips=chips(shell, OF_STATEMENTS), cleared=cleared(shell, asked.parties), behind=behind, cited=cited, weighed=weighed, numbered=numbered,
    )  # fmt: skip


@router.get("/network.svg", response_class=Response, summary="The network as a picture")
def as_picture(found: View) -> Response:
    """Return the network as SVG."""
    return Response(found.to_file("svg"), media_type="image/svg+xml")


in_forms(router, "/network", view, "Nodes with figures, and ties")
