"""What answers look like, for OpenAPI: our records as JSON, pages, pictures, and errors as a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

import msgspec
from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.responses import Response

from detente.client.answers import Refusal

PLACES = "#/components/schemas/{name}"
PARTS: dict[str, Any] = {}
ALWAYS = (400, 422)  # what any address with parameters may be refused with
METHODS = ("get", "post")
Answers = dict[int | str, dict[str, Any]]


def answers(kind: Any, *refused: int, status: int = 200) -> Answers:
    """Return the responses of a route: a type that is sent as JSON, or a media type (none: it leads elsewhere), and refusals."""
    content = {} if kind == "" else {kind: {"schema": {"type": "string"}}} if isinstance(kind, str) else {"application/json": {"schema": schema_of(kind)}}
    told: Answers = {303 if kind == "" else status: {"description": "Elsewhere" if kind == "" else "What was asked for", **({"content": content} if content else {})}}
    as_page = isinstance(kind, str)
    return told | {code: _refusal(code, as_page=as_page) for code in (*refused, *ALWAYS)}


def schema_of(kind: Any) -> dict[str, Any]:
    """Return the schema of a type; the parts that it names are kept for the whole description."""
    (schema,), parts = msgspec.json.schema_components([kind], ref_template=PLACES)
    PARTS.update(parts)
    return schema


def as_record(found: Any, status: int = 200) -> Response:
    """Return a record as JSON."""
    return Response(msgspec.json.encode(found), status, media_type="application/json")


def describe(app: FastAPI) -> Mapping[str, Any]:
    """Return the description of the whole application, with a name for each operation."""
    if app.openapi_schema is None:
        told = get_openapi(title=app.title, version=app.version, summary=app.summary, routes=app.routes)
        told.setdefault("components", {}).setdefault("schemas", {}).update(PARTS)
        for path, operations in told["paths"].items():
            for method, operation in operations.items():
                operation["operationId"] = name_of(method, path)
        app.openapi_schema = told
    return app.openapi_schema


def name_of(method: str, path: str) -> str:
    """Return the name of an operation.

    >>> name_of("get", "/map/{topic}.json"), name_of("post", "/add"), name_of("get", "/map.svg")
    ('get_map_topic_json', 'post_add', 'get_map_svg')
    """
    words = "".join(char if char.isalnum() else " " for char in path).split()
    return "_".join([method, *words])


def _refusal(code: int, *, as_page: bool) -> dict[str, Any]:
    content = {"text/html": {"schema": {"type": "string"}}} if as_page else {"application/json": {"schema": schema_of(Refusal)}}
    return {"description": HTTPStatus(code).phrase, "content": content}
