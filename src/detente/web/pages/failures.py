"""What could not be read, and why."""

from __future__ import annotations

import msgspec
from fastapi import APIRouter
from fastapi.responses import Response

from detente.render.cells import as_csv as written
from detente.web.asked import ForMaps
from detente.web.said import said_in
from detente.web.shell import InShell, as_csv, as_json

router = APIRouter(tags=["failures"])
COLUMNS = ("path", "stage", "kind", "message")


def _rows(shell: InShell) -> list[dict[str, str]]:
    told = ((failed.document.path, failure) for failed in shell.store.failures() for failure in failed.failures)
    return [{"path": path, "stage": each.stage, "kind": each.kind, "message": each.message} for path, each in told]


@router.get("/failures", response_class=Response, summary="What could not be read, as a page")
def show(shell: InShell, filters: ForMaps) -> Response:
    """Show what could not be read, in the reader's language."""
    return shell.page("failures.html", filters, told=[said_in(shell.ui, row["message"]) for row in _rows(shell)])


@router.get("/failures.json", response_class=Response, summary="What could not be read")
def as_rows(shell: InShell) -> Response:
    """Return what could not be read as JSON."""
    return as_json(msgspec.json.encode(_rows(shell)).decode())


@router.get("/failures.csv", response_class=Response, summary="What could not be read, as CSV")
def as_table(shell: InShell) -> Response:
    """Return what could not be read as CSV."""
    return as_csv(written(COLUMNS, (row.values() for row in _rows(shell))))
