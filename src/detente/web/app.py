"""The application: pages over one open store, behind the guard."""

from __future__ import annotations

import importlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version
from pathlib import Path
from threading import Thread

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, RedirectResponse, Response
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware

from detente.api import NothingToMap
from detente.desk.networks import load_libraries
from detente.engine import Reader
from detente.fetch import Fetcher
from detente.fetch.board import shared
from detente.index import QueryError
from detente.render.interface import interface
from detente.resources.codebook import DEFAULT
from detente.store import Store, StoreError
from detente.text.nearest import UnknownName

from .advice import advice_for
from .again import Again
from .asked import ui_of
from .described import describe
from .guard import Guard
from .jobs import Jobs
from .jobs.queue import MakeFetcher
from .jobs.watching import Watching
from .logged import Logged
from .said import said_in
from .shelf import Shelf
from .shell import HERE, YEAR, Shell, style

PAGES = (
    "maps", "cells", "documents", "timelines", "networks", "meetings", "commitments", "people", "sources", "search",
    "failures", "add", "jobs", "feeds", "health",
)  # fmt: skip
PACKED = 6  # how hard answers are packed; above it they get hardly smaller
MOST_SHARED = 24  # maps and networks that are kept while the store stays as it is
EVERY = 15.0  # minutes
SUMMARY = "What two parties agree and differ on, who said so, and on whose word"
STATUS: dict[type[Exception], int] = {NothingToMap: 404, UnknownName: 404, QueryError: 400, ValueError: 400, StoreError: 503}


def create_app(store: Store, codebook: Path = DEFAULT, *, jobs: Jobs | None = None, every: float = EVERY) -> FastAPI:
    """Return the application over an open store, which stays the caller's to close; it asks feeds `every` so many minutes.

    Its maps keep up as pages ask for them.
    """
    app = FastAPI(title="Détente", version=version("detente"), summary=SUMMARY, docs_url=None, redoc_url=None, lifespan=_running)
    app.state.store, app.state.codebook = store, codebook
    app.state.shared = Shelf[object](MOST_SHARED)
    app.state.jobs = jobs or Jobs(store, Reader(codebook), fetcher_of())
    app.state.watching = Watching(store, app.state.jobs, every)
    app.add_middleware(GZipMiddleware, compresslevel=PACKED)
    app.add_middleware(Again, store=store, shared=app.state.shared, jobs=app.state.jobs)
    app.add_middleware(Guard)
    app.add_middleware(Logged)
    app.mount("/static", StaticFiles(directory=HERE / "static"), name="static")
    for name in PAGES:
        app.include_router(importlib.import_module(f".pages.{name}", __package__).router)
    for kind in (*STATUS, HTTPException, RequestValidationError):
        app.add_exception_handler(kind, _refused)
    app.add_api_route("/", lambda: RedirectResponse("/map"), include_in_schema=False)
    app.add_api_route("/style.css", _style, include_in_schema=False)
    app.openapi = lambda: dict(describe(app))  # type: ignore[method-assign]
    return app


@asynccontextmanager
async def _running(app: FastAPI) -> AsyncIterator[None]:
    """Ask feeds while the server runs, and have at hand what networks are made with; in the end, no job goes on."""
    app.state.watching.start()
    Thread(target=load_libraries, daemon=True).start()
    yield
    app.state.watching.close()
    app.state.jobs.close()


def fetcher_of(contact: str = "") -> MakeFetcher:
    """Return what makes fetchers: polite ones, together with all processes of this user, that ask no private network."""
    return lambda clock: Fetcher(clock=clock, board=shared(), contact=contact)


def _style() -> Response:
    """The styles of the pages, whose address tells what is in them."""
    return Response(style(), media_type="text/css", headers={"cache-control": f"public, max-age={YEAR}, immutable"})


def _refused(request: Request, error: Exception) -> Response:
    """A sentence that says what is wrong, as a page or as JSON."""
    ui = ui_of(request, request.query_params.get("ui", ""))
    sentence, status = _sentence(error, ui)
    if request.url.path.endswith((".json", ".csv", "/events", "/healthz")):
        return JSONResponse({"error": sentence}, status)
    shell, kind = Shell(request, ui), advice_for(error)
    if kind == "unknown" and not shell.store.most_reported():
        kind = "empty"
    return shell.page("refused.html", status=status, sentence="" if kind in ("page", "empty") else sentence, advice=kind)


def _sentence(error: Exception, ui: str) -> tuple[str, int]:
    if isinstance(error, RequestValidationError):
        first = error.errors()[0]
        return interface(ui).text("web.not_taken", name=".".join(map(str, first["loc"][1:])), why=said_in(ui, first["msg"])), 422
    if isinstance(error, HTTPException):
        return said_in(ui, str(error.detail)), error.status_code
    return said_in(ui, str(error)), next(status for kind, status in STATUS.items() if isinstance(error, kind))
