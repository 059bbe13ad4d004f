"""What answers look like, for OpenAPI: our records as JSON, pages, tables, pictures, and refusals as a sentence."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

import msgspec
from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.responses import Response

from detente.client import answers as known
from detente.client import sheets
from detente.records import Reading
from detente.render.network.drawn import Drawing

PLACES = "#/components/schemas/{name}"
PARTS: dict[str, Any] = {}
REFUSED = (400, 404, 422, 503)  # what any address may be refused with; one that changes something also with these:
REFUSED_CHANGES = (403, 408, 413)
WITHOUT_NEED = ("HTTPValidationError", "ValidationError")  # refusals are ours
# What an address answers, where its page does not say so itself.
KINDS: dict[str, Any] = {
    "/map.json": known.MapAnswer, "/map/{topic}.json": known.CellAnswer, "/map/{topic}/why.json": known.WhyAnswer,
    "/documents/{key}.json": Reading, "/search.json": known.SearchAnswer,
    "/timeline.json": sheets.TimelineAnswer, "/actors.json": sheets.ActorsAnswer, "/topics.json": sheets.TopicsAnswer, "/actors/{name}.json": sheets.Sheet,
    "/network.json": known.NetworkAnswer, "/network/drawn.json": Drawing, "/sources.json": known.SourcesAnswer, "/meetings.json": tuple[known.Meeting, ...],
    "/meetings/{event}.json": known.AccountsAnswer, "/commitments.json": known.LedgerAnswer, "/failures.json": tuple[known.NotRead, ...],
}  # fmt: skip
MEDIA = {".csv": "text/csv", ".svg": "image/svg+xml", ".png": "image/png", ".xml": "application/xml"}
Answers = dict[int | str, dict[str, Any]]


def answers(kind: Any, *refused: int, status: int = 200) -> Answers:
    """Return the responses of a route: a type that is sent as JSON or a media type, and refusals; none leads to another page."""
    if kind is None:
        return {303: {"description": "The page where it goes on"}, **{code: _refusal(code, as_page=True) for code in refused}}
    content = {kind: {"schema": {"type": "string"}}} if isinstance(kind, str) else {"application/json": {"schema": schema_of(kind)}}
    return {status: {"description": "What was asked for", "content": content}, **{code: _refusal(code, as_page=kind == "text/html") for code in refused}}


def schema_of(kind: Any) -> dict[str, Any]:
    """Return the schema of a type; the parts that it names are kept for the whole description."""
    (schema,), parts = msgspec.json.schema_components([kind], ref_template=PLACES)
    if other := sorted(name for name, part in parts.items() if PARTS.get(name, part) != part):
        raise ValueError(f"two types are called {', '.join(other)}: give one of them another name")
    PARTS.update(parts)
    return schema


def as_record(found: Any, status: int = 200) -> Response:
    """Return a record as JSON."""
    return Response(msgspec.json.encode(found), status, media_type="application/json")


def describe(app: FastAPI) -> dict[str, Any]:
    """Return the description of the whole application: each operation with a name, what it answers, and what it may refuse."""
    if app.openapi_schema is None:
        told = get_openapi(title=app.title, version=app.version, summary=app.summary, routes=app.routes)
        for path, operations in told["paths"].items():
            for method, operation in operations.items():
                operation["operationId"] = name_of(method, path)
                _complete(path, method, operation["responses"])
        schemas = told.setdefault("components", {}).setdefault("schemas", {})
        schemas.update(PARTS)
        for name in WITHOUT_NEED:
            schemas.pop(name, None)
        app.openapi_schema = told
    return app.openapi_schema


def _complete(path: str, method: str, responses: dict[str, Any]) -> None:
    """Add what a page does not say itself."""
    ending = f".{path.rpartition('/')[2].partition('.')[2]}"
    if not responses.get("200", {}).get("content") and "200" in responses:
        kind = KINDS.get(path) if ending == ".json" else MEDIA.get(ending, "text/html")
        responses["200"] = answers(kind if kind is not None else dict[str, Any])[200]
    as_page = ending == "." and not path.endswith(("/events", "/healthz"))
    for code in (*REFUSED, *(REFUSED_CHANGES if method != "get" else ())):
        if str(code) not in responses or code == 422:
            responses[str(code)] = _refusal(code, as_page=as_page)


def name_of(method: str, path: str) -> str:
    """Return the name of an operation.

    >>> name_of("get", "/map/{topic}.json"), name_of("post", "/add"), name_of("get", "/map.svg")
    ('get_map_topic_json', 'post_add', 'get_map_svg')
    """
    words = "".join(char if char.isalnum() else " " for char in path).split()
    return "_".join([method, *words])


def _refusal(code: int, *, as_page: bool) -> dict[str, Any]:
    content = {"text/html": {"schema": {"type": "string"}}} if as_page else {"application/json": {"schema": schema_of(known.Refusal)}}
    return {"description": HTTPStatus(code).phrase, "content": content}
