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

from .advice import advice_for
from .asked import ui_of
from .guard import Guard
from .shell import HERE, Shell

PAGES = ("maps", "cells", "documents", "timelines", "networks", "meetings", "commitments", "people", "sources", "search", "failures", "add")
STATUS: dict[type[Exception], int] = {NothingToMap: 404, UnknownName: 404, QueryError: 400, ValueError: 400, StoreError: 503}


def create_app(store: Store, codebook: Path = DEFAULT) -> FastAPI:
    """Return the application over an open store, which stays the caller's to close."""
    app = FastAPI(title="Détente", version=version("detente"), docs_url=None, redoc_url=None)
    app.state.store, app.state.codebook = store, codebook
    app.add_middleware(Guard)
    app.mount("/static", StaticFiles(directory=HERE / "static"), name="static")
    for name in PAGES:
        app.include_router(importlib.import_module(f".pages.{name}", __package__).router)
    for kind in (*STATUS, HTTPException, RequestValidationError):
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
    sentence, status = _sentence(error)
    if request.url.path.endswith((".json", ".csv")):
        return JSONResponse({"error": sentence}, status)
    shell, kind = Shell(request, ui_of(request, request.query_params.get("ui", ""))), advice_for(error)
    return shell.page("refused.html", status=status, sentence="" if kind == "page" else sentence, advice=kind)


def _sentence(error: Exception) -> tuple[str, int]:
    if isinstance(error, RequestValidationError):
        first = error.errors()[0]
        return f"{'.'.join(map(str, first['loc'][1:]))}: {first['msg']}", 422
    if isinstance(error, HTTPException):
        return str(error.detail), error.status_code
    return str(error), next(status for kind, status in STATUS.items() if isinstance(error, kind))
