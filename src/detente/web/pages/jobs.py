"""Jobs: a live log of what becomes of articles that are added, with progress, and what that changes in the map."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Header, HTTPException, Path
from fastapi.responses import RedirectResponse, Response, StreamingResponse

from detente.render.cells import as_csv as written
from detente.views.maps import labels_of
from detente.web.asked import ForMaps
from detente.web.described import answers, as_record
from detente.web.jobs import Job, Jobs, Step
from detente.web.jobs.work import Work
from detente.web.said import said_in
from detente.web.shell import InShell, Shell, address, as_csv

router = APIRouter(tags=["jobs"])
LOOK = 0.25  # seconds between two looks at a job
QUIET = 60  # looks without news after which a stream says that it is still there
LINES = 100  # of a log that a page shows, the latest
COLUMNS = tuple(Step.__struct_fields__)
Key = Annotated[str, Path(max_length=40, description="The id of a job")]
Last = Annotated[str, Header(alias="Last-Event-ID", max_length=20, description="The last step that was heard of")]


@router.get("/jobs", response_class=Response, summary="Jobs, as a page", responses=answers("text/html"))
def show_all(shell: InShell, filters: ForMaps) -> Response:
    """Show the jobs since the server began, the latest first."""
    return shell.page("jobs.html", filters, jobs=[work.shown() for work in _jobs(shell).all()])


@router.get("/jobs.json", response_class=Response, summary="Jobs", responses=answers(tuple[Job, ...]))
def all_as_rows(shell: InShell) -> Response:
    """Return the jobs since the server began as JSON, the latest first."""
    return as_record([_told(shell, work.shown()) for work in _jobs(shell).all()])


@router.get("/jobs/{key}.json", response_class=Response, summary="A job", responses=answers(Job, 404))
def as_row(shell: InShell, key: Key) -> Response:
    """Return how a job stands as JSON."""
    return as_record(_told(shell, _found(shell, key).shown()))


@router.get("/jobs/{key}.csv", response_class=Response, summary="What became of each article of a job, as CSV", responses=answers("text/csv", 404))
def as_table(shell: InShell, key: Key) -> Response:
    """Return the log of a job as CSV."""
    steps = _steps(shell, _found(shell, key))
    return as_csv(written(COLUMNS, ([getattr(step, name) for name in COLUMNS] for step in steps)))


@router.get("/jobs/{key}/events", response_class=Response, summary="A job as it goes on", responses=answers("text/event-stream", 404))
async def events(shell: InShell, key: Key, last: Last = "") -> Response:
    """Return a stream of server-sent events: `step` for each article, `job` as it stands, and `end`."""
    after = int(last) if last.isascii() and last.isdecimal() else 0
    stream = _events(shell, _found(shell, key), after)
    return StreamingResponse(stream, media_type="text/event-stream", headers={"Cache-Control": "no-store"})


@router.post("/jobs/{key}/cancel", response_class=Response, status_code=303, summary="End a job; leads to it", responses=answers(None, 404))
def cancel(shell: InShell, filters: ForMaps, key: Key) -> Response:
    """End a job before its next article; what was read stays."""
    _jobs(shell).cancel(_found(shell, key))
    return RedirectResponse(address(f"/jobs/{key}", filters.kept()), 303)


@router.post("/jobs/{key}/cancel.json", response_class=Response, summary="End a job", responses=answers(Job, 404))
def cancel_as_row(shell: InShell, key: Key) -> Response:
    """End a job before its next article, and return it."""
    _jobs(shell).cancel(work := _found(shell, key))
    return as_record(_told(shell, work.shown()))


@router.get("/jobs/{key}", response_class=Response, summary="A job, as a page", responses=answers("text/html", 404))
def show(shell: InShell, filters: ForMaps, key: Key) -> Response:
    """Show how far a job is, what became of its articles, and what it changes in the map."""
    work = _found(shell, key)
    job, steps = _told(shell, work.shown()), _steps(shell, work)
    labels = labels_of(shell.request.app.state.codebook, shell.ui)
    shown = steps[-LINES:]
    return shell.page("job.html", filters, job=job, steps=shown[::-1], earlier=job.done - len(shown), labels=labels)


async def _events(shell: Shell, work: Work, after: int) -> AsyncIterator[str]:
    """The events of a job from a step on. A stream ends with its job, and with the server."""
    last: Job | None = None
    quiet = 0
    while not _jobs(shell).is_closing:
        job = _told(shell, work.shown())
        for step in _steps(shell, work, after):
            yield _event("step", step, step.number)
            after = step.number
        if job != last:
            yield _event("job", job)
        quiet = 0 if job != last else quiet + 1
        last = job
        if job.is_over:
            yield _event("end", job.state)
            return
        if quiet and quiet % QUIET == 0:
            yield ": still here\n\n"
        await asyncio.sleep(LOOK)


def _event(name: str, told: Any, number: int | None = None) -> str:
    """An event as it is sent.

    >>> _event("end", "done")
    'event: end\\ndata: "done"\\n\\n'
    """
    at = f"id: {number}\n" if number else ""
    return f"{at}event: {name}\ndata: {msgspec.json.encode(told).decode()}\n\n"


def _jobs(shell: Shell) -> Jobs:
    jobs: Jobs = shell.request.app.state.jobs
    return jobs


def _found(shell: Shell, key: str) -> Work:
    if work := _jobs(shell).find(key):
        return work
    raise HTTPException(404, shell.words.text("web.no_job", name=key))


def _told(shell: Shell, job: Job) -> Job:
    return msgspec.structs.replace(job, failure=said_in(shell.ui, job.failure))


def _steps(shell: Shell, work: Work, after: int = 0) -> list[Step]:
    return [msgspec.structs.replace(step, sentence=said_in(shell.ui, step.sentence)) for step in work.steps(after)]
