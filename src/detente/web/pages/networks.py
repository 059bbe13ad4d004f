"""Who stands with whom, in the words of Discourse Network Analyzer."""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query
from fastapi.responses import Response
from pydantic import Field

from detente.desk.networks import NetworkView, network
from detente.web.asked import More
from detente.web.shell import InShell, Shell, as_csv, as_json

router = APIRouter(tags=["network"])
CHOICES = {
    "rows": ("party", "actor", "outlet"),
    "mode": ("one", "two"),
    "aggregation": ("subtract", "congruence", "conflict"),
    "normalization": ("", "none", "average", "jaccard", "cosine"),
    "duplicates": ("document", "all", "week", "month", "year", "period"),
}
STRONGEST = 60  # ties that a page lists


class Tied(More):
    """The choices of a network, beside the filters of statements."""

    rows: Literal["party", "actor", "outlet"] = Field("party", description="What the nodes are")
    mode: Literal["one", "two"] = Field("one", description="Nodes of one sort, or nodes and topics")
    aggregation: str = Field("subtract", max_length=20, description="congruence, conflict or subtract")
    normalization: str = Field("", max_length=20, description="none, average, jaccard or cosine")
    duplicates: str = Field("document", max_length=20, description="What counts once")
    most: int = Field(100, ge=2, le=2000, description="How many nodes")
    minimum: float = Field(0, ge=0, description="The least weight of a tie")


Choice = Annotated[Tied, Query()]


def _view(shell: Shell, asked: Tied) -> NetworkView:
    chosen = asked.model_dump(include={"rows", "mode", "aggregation", "normalization", "duplicates", "most", "minimum"})
    return network(shell.store, ui=shell.ui, codebook=shell.request.app.state.codebook, **chosen, **asked.filters())


@router.get("/network", response_class=Response, summary="The network, as a page")
def show(shell: InShell, asked: Choice) -> Response:
    """Show a network as a picture and as tables."""
    view = _view(shell, asked)
    told: dict[str, Any] = json.loads(view.to_json())["networks"][0]
    ties = sorted(told["ties"], key=lambda tie: -abs(tie["weight"]))[:STRONGEST]
    nodes = sorted(told["nodes"], key=lambda node: -node["claims"])
    return shell.page("network.html", asked, network=told, nodes=nodes, ties=ties, choices=CHOICES, chosen=asked.model_dump(), trust=view.shown.trust)


@router.get("/network.json", response_class=Response, summary="Nodes with figures, and ties")
def as_rows(shell: InShell, asked: Choice) -> Response:
    """Return the network as JSON."""
    return as_json(_view(shell, asked).to_json())


@router.get("/network.csv", response_class=Response, summary="A row a tie")
def as_table(shell: InShell, asked: Choice) -> Response:
    """Return the ties as CSV."""
    return as_csv(_view(shell, asked).to_csv())


@router.get("/network.svg", response_class=Response, summary="The network as a picture")
def as_picture(shell: InShell, asked: Choice) -> Response:
    """Return the network as SVG."""
    return Response(_view(shell, asked).to_file("svg"), media_type="image/svg+xml")
