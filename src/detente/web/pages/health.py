"""Whether the server can answer."""

from __future__ import annotations

from importlib.metadata import version

from fastapi import APIRouter
from fastapi.responses import Response

from detente.client.answers import Health
from detente.web.described import answers, as_record
from detente.web.shell import InShell

router = APIRouter(tags=["server"])


@router.get("/healthz", response_class=Response, summary="Whether the store can be read, and the version", responses=answers(Health, 503))
def health(shell: InShell) -> Response:
    """Ask the store, and say that it answers."""
    shell.store.known("")
    return as_record(Health("ok", version("detente")))
