"""What two parties promised, proposed and agreed, and what became of it."""

from __future__ import annotations

import json
from typing import Annotated

from fastapi import APIRouter, Depends
from fastapi.responses import Response

from detente.desk.ledgers import LedgerView, commitments
from detente.render.ledger import summary_of, sure_of_fates
from detente.render.sure import such
from detente.web.asked import ForMaps, listed
from detente.web.chosen import chips, cleared
from detente.web.shell import InShell, in_forms

router = APIRouter(tags=["commitments"])
HEEDED = ("topic", "since", "until", "language")


def view(shell: InShell, filters: ForMaps) -> LedgerView:
    """Return the ledger that an address asks for."""
    return commitments(
        shell.store, listed(filters.parties) or None, topics=listed(filters.topic), since=filters.since, until=filters.until, ui=shell.ui,
        codebook=shell.request.app.state.codebook, languages=listed(filters.language),
    )  # fmt: skip


@router.get("/commitments", response_class=Response, summary="What was promised, and what became of it, as a page")
def show(shell: InShell, filters: ForMaps, found: Annotated[LedgerView, Depends(view)]) -> Response:
    """Show the ledger of commitments."""
    told = json.loads(found.to_json())
    named = filters.model_copy(update={"parties": ",".join(told["parties"])})
    shown = found.shown
    return shell.page(
        "commitments.html", named, told=told, labels=shown.labels, summary=summary_of(shown), sure=such(shell.words, shown.fates),
        measured=sure_of_fates(shown), chips=chips(shell, HEEDED), cleared=cleared(shell, named.parties),
    )  # fmt: skip


in_forms(router, "/commitments", view, "What was promised, and what became of it")
