"""Feeds that are followed: asked now, and again and again while the server runs."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, HTTPException
from fastapi.responses import RedirectResponse, Response

from detente.client.jobs import Feed
from detente.fetch import FetchError
from detente.fetch.address import LONGEST, cleaned
from detente.render.cells import as_csv as written
from detente.web.asked import ForMaps
from detente.web.described import answers, as_record
from detente.web.jobs import Full, Job
from detente.web.jobs.watching import Watching
from detente.web.jobs.work import Work
from detente.web.said import said_in
from detente.web.shell import InShell, Shell, address, as_csv

router = APIRouter(tags=["feeds"])
MOST = 500  # feeds of a store
Address = Annotated[str, Form(max_length=LONGEST, description="The address of a feed (RSS, Atom, JSON Feed), a sitemap or an OPML file")]


@router.get("/feeds.json", response_class=Response, summary="The feeds that are followed", responses=answers(tuple[Feed, ...]))
def as_rows(shell: InShell) -> Response:
    """Return the feeds that are followed as JSON."""
    return as_record(_feeds(shell))


@router.get("/feeds.csv", response_class=Response, summary="The feeds that are followed, as CSV", responses=answers("text/csv"))
def as_table(shell: InShell) -> Response:
    """Return the feeds that are followed as CSV."""
    return as_csv(written(Feed.__struct_fields__, shell.store.watched()))


@router.post("/feeds", response_class=Response, status_code=303, summary="Follow a feed; leads to the job", responses=answers(None, 429))
def follow(shell: InShell, filters: ForMaps, address_: Annotated[Address, Form(alias="address")]) -> Response:
    """Follow a feed from now on, and lead to the page of its first job."""
    return RedirectResponse(address(f"/jobs/{_followed(shell, address_).key}", filters.kept()), 303)


@router.post("/feeds.json", response_class=Response, status_code=202, summary="Follow a feed", responses=answers(Job, 429, status=202))
def follow_as_row(shell: InShell, address_: Annotated[Address, Form(alias="address")]) -> Response:
    """Follow a feed from now on; returns its first job."""
    return as_record(_followed(shell, address_).shown(), 202)


@router.post("/feeds/stop", response_class=Response, status_code=303, summary="Stop following a feed", responses=answers(None, 404))
def stop(shell: InShell, filters: ForMaps, address_: Annotated[Address, Form(alias="address")]) -> Response:
    """Follow a feed no longer, and lead back to the page of feeds; what was read stays."""
    _stop(shell, address_)
    return RedirectResponse(address("/add", filters.kept()), 303)


@router.post("/feeds/stop.json", response_class=Response, summary="Stop following a feed", responses=answers(tuple[Feed, ...], 404))
def stop_as_rows(shell: InShell, address_: Annotated[Address, Form(alias="address")]) -> Response:
    """Follow a feed no longer; returns those that are followed still."""
    _stop(shell, address_)
    return as_record(_feeds(shell))


def _feeds(shell: Shell) -> list[Feed]:
    return [Feed(*each) for each in shell.store.watched()]


def _followed(shell: Shell, given: str) -> Work:
    try:
        if len(shell.store.watched()) >= MOST:
            raise Full
        return _watching(shell).follow(cleaned(given))
    except FetchError as error:
        raise HTTPException(400, said_in(shell.ui, str(error))) from None
    except Full:
        raise HTTPException(429, shell.words.text("web.too_many_jobs")) from None


def _stop(shell: Shell, given: str) -> None:
    if not _watching(shell).stop(given):
        raise HTTPException(404, shell.words.text("web.no_feed", name=given))


def _watching(shell: Shell) -> Watching:
    watching: Watching = shell.request.app.state.watching
    return watching
