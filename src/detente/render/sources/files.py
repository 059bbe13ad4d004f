"""Sources as files for other tools: JSON, CSV, and the graph as GraphML."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import msgspec

from detente.analysis.sources_shares import Resting, Share
from detente.render.cells import as_csv

from .shown import Shown, identity

if TYPE_CHECKING:
    from networkx import DiGraph

COLUMNS = ("kind", "one", "one_label", "other", "other_label", "statements", "low", "high", "share", "first", "second", "both", "elsewhere", "left_out_by")


def render_json(shown: Shown) -> str:
    """Return who relays whom, on whom records rest and what a press leaves out, each figure with its statements by id."""
    content = {
        "relays": [{**_ends(shown, each), "number": each.number, "likely": shown.bounds(each.number), "statements": each.statements} for each in shown.relays],
        "depths": {str(depth): _depth(shown, ids) for depth, ids in shown.depths.items()},
        "records": [_record(shown, record) for record in shown.records],
        "parties": shown.pair,
        "press": shown.press,
        "coverage": [{**msgspec.to_builtins(row), "topic_label": shown.topic(row.topic), "likely": shown.bounds(row.total)} for row in shown.coverage],
        "languages": shown.languages,
        "trust": shown.trust,
    }
    return msgspec.json.format(msgspec.json.encode(content), indent=2).decode() + "\n"


def _depth(shown: Shown, ids: tuple[str, ...]) -> dict[str, Any]:
    return {"number": len(ids), "likely": shown.bounds(len(ids)), "statements": ids}


def _ends(shown: Shown, each: Any) -> dict[str, str]:
    return {
        "one": identity(each.one), "one_label": shown.name(each.one), "other": identity(each.other), "other_label": shown.name(each.other),
    }  # fmt: skip


def _record(shown: Shown, record: Resting) -> dict[str, Any]:
    told: dict[str, Any] = {**msgspec.to_builtins(record), "likely": shown.bounds(record.statements)}
    for share in (*told["outlets"], *told["countries"]):
        share["likely"] = shown.bounds(share["number"])
    for share in told["outlets"]:
        share["label"] = shown.actor(share["source"])
    for share in told["countries"]:
        share["label"] = shown.party(share["source"])
    return told


def render_csv(shown: Shown) -> str:
    """Return a row a figure (RFC 4180): relays, how many sources passed on, outlets and countries of a record, topics of a side."""
    rows = ({**row, **dict(zip(("low", "high"), shown.bounds(row["statements"]) or (), strict=False))} for row in _rows(shown))
    return as_csv(COLUMNS, ([row.get(name, "") for name in COLUMNS] for row in rows))


def _rows(shown: Shown) -> Iterator[dict[str, Any]]:
    for each in shown.relays:
        yield {"kind": "relays", **_ends(shown, each), "statements": each.number}
    yield from ({"kind": "passed_on", "one": str(depth), "statements": len(ids)} for depth, ids in shown.depths.items())
    for record in shown.records:
        yield from (_share(shown, record, "outlet", share, shown.actor(share.source)) for share in record.outlets)
        yield from (_share(shown, record, "country", share, shown.party(share.source)) for share in record.countries)
    for row in shown.coverage:
        numbers = {name: len(getattr(row, name)) for name in ("first", "second", "both", "elsewhere")}
        yield {"kind": "topic", "one": row.party, "one_label": shown.party(row.party), "other": row.topic, "other_label": shown.topic(row.topic),
               "statements": row.total, **numbers, "left_out_by": row.left_out_by or ""}  # fmt: skip


def _share(shown: Shown, record: Resting, kind: str, share: Share, label: str) -> dict[str, Any]:
    return {"kind": kind, "one": record.party, "one_label": shown.party(record.party), "other": share.source, "other_label": label,
            "statements": share.number, "share": round(share.share, 6)}  # fmt: skip


def render_graphml(shown: Shown) -> str:
    """Return GraphML, which Gephi, visone, igraph and others open; a tie leads from who relays to whom."""
    from networkx import generate_graphml

    return "\n".join(generate_graphml(graph_of(shown))) + "\n"


def graph_of(shown: Shown) -> DiGraph[str]:
    """Return who relays whom as a graph of networkx."""
    from networkx import DiGraph

    graph: DiGraph[str] = DiGraph()
    for each in shown.relays:
        for node in (each.one, each.other):
            graph.add_node(identity(node), label=shown.name(node), sort=node[0], country=shown.labels.homes.get(node[1], ""))
        graph.add_edge(identity(each.one), identity(each.other), weight=each.number)
    return graph
