"""Networks as files for other tools: JSON, CSV, GraphML, GEXF, and the DL of UCINET."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import msgspec

from detente.analysis.kinds import ONE
from detente.analysis.network import Tie
from detente.analysis.standing import ROW, TOPIC, Node, ends_of
from detente.render.cells import as_csv

from .shown import Measured, Shown, identity, sort_of

if TYPE_CHECKING:
    from networkx import Graph

COLUMNS = ("period", "one", "one_label", "other", "other_label", "sort", "weight", "low", "high", "count", "count_low", "count_high")
NOT_KNOWN = None, None
WRITTEN = re.compile(r' lastmodifieddate="[^"]*"')


def render_json(shown: Shown) -> str:
    """Return how the networks were made, their nodes with figures, and their ties."""
    networks = [_whole(shown, each) for each in shown.networks]
    content = {"kind": shown.kind, "networks": networks, "languages": shown.languages, "trust": shown.trust}
    return msgspec.json.format(msgspec.json.encode(content), indent=2).decode() + "\n"


def _whole(shown: Shown, measured: Measured) -> dict[str, Any]:
    network = measured.network
    nodes = [
        {"label": shown.name((each.kind, each.id)), **msgspec.to_builtins(each), "likely": shown.bounds(each.claims)} for each in measured.standings
    ]
    ties = [_tie(shown, measured, tie) for tie in network.ties]
    made = {"period": network.period, "reports": measured.reports, "claims": network.claims, "left_out": network.left_out}
    return {**made, "likely": shown.bounds(network.claims), "nodes": nodes, "ties": ties}


def _tie(shown: Shown, measured: Measured, tie: Tie) -> dict[str, Any]:
    one, other = shown.ends(measured.network, tie)
    weight, count = (tie.weight, *(tie.likely or NOT_KNOWN)), (tie.count, *(tie.counted or NOT_KNOWN))
    row = (measured.network.period, tie.one, one, tie.other, other, sort_of(shown.kind, tie), *weight, *count)
    return dict(zip(COLUMNS, row, strict=True))


def render_csv(shown: Shown) -> str:
    """Return a row a tie (RFC 4180)."""
    return as_csv(COLUMNS, (_tie(shown, measured, tie).values() for measured in shown.networks for tie in measured.network.ties))


def render_graphml(shown: Shown, measured: Measured) -> str:
    """Return GraphML, which Gephi, visone, igraph and others open."""
    from networkx import generate_graphml

    return "\n".join(generate_graphml(graph_of(shown, measured))) + "\n"


def render_gexf(shown: Shown, measured: Measured) -> str:
    """Return GEXF, the format of Gephi; without the day on which it is written, which would differ each day."""
    from networkx import generate_gexf

    return WRITTEN.sub("", "\n".join(generate_gexf(graph_of(shown, measured)))) + "\n"


def graph_of(shown: Shown, measured: Measured) -> Graph[str]:
    """Return a network as a graph of networkx, with the figures of its nodes."""
    from networkx import Graph

    network, kind = measured.network, shown.kind
    made = {name: getattr(kind, name) for name in ("rows", "mode", "aggregation", "normalization", "duplicates")}
    graph: Graph[str] = Graph(**made, period=network.period)
    for each in measured.standings:
        node, sort = (each.kind, each.id), kind.rows if each.kind == ROW else TOPIC
        figures = {name: getattr(each, name) for name in ("claims", "degree", "strength", "betweenness", "eigenvector", "community")}
        graph.add_node(identity(kind, node), label=shown.name(node), sort=sort, bipartite=int(each.kind != ROW), **figures)
    for tie in network.ties:
        one, other = (identity(kind, node) for node in ends_of(network, tie.one, tie.other))
        bounds = dict(zip(("low", "high"), tie.likely or (), strict=False))
        graph.add_edge(one, other, weight=tie.weight, count=tie.count, sort=sort_of(kind, tie), **bounds)
    return graph


def render_dl(shown: Shown, measured: Measured) -> str:
    """Return the whole matrix in the DL of UCINET, as Discourse Network Analyzer writes it."""
    network = measured.network
    rows = [(ROW, row) for row in network.rows]
    weights = {(tie.one, tie.other): tie.weight for tie in network.ties}
    if shown.kind.mode == ONE:
        weights |= {(other, one): weight for (one, other), weight in weights.items()}
        columns, head = rows, [f"dl n = {len(rows)}, format = fullmatrix", "labels:", *_quoted(shown, rows)]
    else:
        columns = [(TOPIC, topic) for topic in network.topics]
        head = [f"dl nr = {len(rows)}, nc = {len(columns)}, format = fullmatrix", "row labels:", *_quoted(shown, rows),
                "col labels:", *_quoted(shown, columns)]  # fmt: skip
    matrix = (" " + " ".join(_number(weights.get((row, column), 0.0)) for _, column in columns) for _, row in rows)
    return "\n".join((*head, "data:", *matrix)) + "\n"


def _quoted(shown: Shown, nodes: Iterable[Node]) -> list[str]:
    """The names in quotes; those that several have get their ids after them, for a label must not come twice."""
    named = [(shown.name(node).replace('"', "'"), node[1]) for node in nodes]
    times = Counter(name for name, _ in named)
    return [f'"{name}"' if times[name] == 1 else f'"{name} ({key})"' for name, key in named]


def _number(value: float) -> str:
    return str(int(value)) if value == int(value) else repr(value)
