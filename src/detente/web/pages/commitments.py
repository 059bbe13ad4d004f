"""What two parties promised, proposed and agreed, and what became of it."""

from __future__ import annotations

import json

from fastapi import APIRouter
from fastapi.responses import Response

from detente.desk.ledgers import LedgerView, commitments
from detente.web.asked import Filters, ForMaps, listed
from detente.web.shell import InShell, Shell, as_csv, as_json

router = APIRouter(tags=["commitments"])


def _view(shell: Shell, filters: Filters) -> LedgerView:
    return commitments(
        shell.store, listed(filters.parties) or None, topics=listed(filters.topic), since=filters.since, until=filters.until, ui=shell.ui,
        codebook=shell.request.app.state.codebook, languages=listed(filters.language),
    )  # fmt: skip


@router.get("/commitments", response_class=Response, summary="What was promised, and what became of it, as a page")
def show(shell: InShell, filters: ForMaps) -> Response:
    """Show the ledger of commitments."""
    view = _view(shell, filters)
    told = json.loads(view.to_json())
    named = filters.model_copy(update={"parties": ",".join(told["parties"])})
    return shell.page("commitments.html", named, told=told, labels=view.shown.labels)


@router.get("/commitments.json", response_class=Response, summary="What was promised, and what became of it")
def as_rows(shell: InShell, filters: ForMaps) -> Response:
    """Return the ledger as JSON."""
    return as_json(_view(shell, filters).to_json())


@router.get("/commitments.csv", response_class=Response, summary="What was promised, as CSV")
def as_table(shell: InShell, filters: ForMaps) -> Response:
    """Return the ledger as CSV."""
    return as_csv(_view(shell, filters).to_csv())
