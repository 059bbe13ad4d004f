"""The application: pages over one open store, behind the guard."""

from __future__ import annotations

import importlib
from importlib.metadata import version
from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, RedirectResponse, Response
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from detente.api import NothingToMap
from detente.index import QueryError
from detente.render.interface import asset
from detente.resources.codebook import DEFAULT
from detente.store import Store, StoreError
from detente.text.nearest import UnknownName

from .asked import ui_of
from .guard import Guard
from .shell import HERE, Shell

PAGES = ("maps", "cells", "documents", "timelines", "networks", "meetings", "commitments", "people", "sources", "search", "failures", "add")
REFUSALS: dict[type[Exception], tuple[int, str]] = {  # status, and what a reader is told to do
    NothingToMap: (404, "empty"), UnknownName: (404, "unknown"), QueryError: (400, "query"), ValueError: (400, "value"), StoreError: (503, "store"),
}  # fmt: skip
BY_STATUS = {404: "unknown", 405: "method"}


def create_app(store: Store, codebook: Path = DEFAULT) -> FastAPI:
    """Return the application over an open store, which stays the caller's to close."""
    app = FastAPI(title="Détente", version=version("detente"), docs_url=None, redoc_url=None)
    app.state.store, app.state.codebook = store, codebook
    app.add_middleware(Guard)
    app.mount("/static", StaticFiles(directory=HERE / "static"), name="static")
    for name in PAGES:
        app.include_router(importlib.import_module(f".pages.{name}", __package__).router)
    for kind in (*REFUSALS, HTTPException, RequestValidationError):
        app.add_exception_handler(kind, _refused)
    app.add_api_route("/", lambda: RedirectResponse("/map"), include_in_schema=False)
    app.add_api_route("/picture.css", _style, include_in_schema=False)
    app.add_api_route("/healthz", lambda: {"status": "ok"}, tags=["server"])
    return app


def _style() -> Response:
    """The styles of pictures and articles, as files of the command line carry them."""
    return Response(asset("picture.css") + asset("page.css"), media_type="text/css")


def _refused(request: Request, error: Exception) -> Response:
    """A sentence that says what is wrong, as a page or as JSON."""
    detail, status, kind = _told(error)
    if request.url.path.endswith((".json", ".csv")):
        return JSONResponse({"error": detail}, status)
    shell = Shell(request, ui_of(request, request.query_params.get("ui", "")))
    is_nowhere = status == 404 and detail == "Not Found"
    sentence = shell.words.text("web.error.page" if is_nowhere else f"web.error.{kind}", path=request.url.path)
    return shell.page("refused.html", status=status, sentence=sentence, detail="" if is_nowhere else detail, code=status, is_empty=kind == "empty")


def _told(error: Exception) -> tuple[str, int, str]:
    """What is wrong, with which status, and which sort of advice goes with it."""
    if isinstance(error, RequestValidationError):
        first = error.errors()[0]
        return f"{'.'.join(map(str, first['loc'][1:]))}: {first['msg']}", 422, "value"
    if isinstance(error, HTTPException):
        return str(error.detail), error.status_code, BY_STATUS.get(error.status_code, "value")
    status, advice = next(told for kind, told in REFUSALS.items() if isinstance(error, kind))
    return str(error), status, advice
