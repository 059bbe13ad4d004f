"""Articles added by hand: a text that is pasted, and files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from typing import Annotated

from fastapi import APIRouter, File, Form, UploadFile
from fastapi.responses import JSONResponse, Response

from detente.desk.keeping import keep_all
from detente.engine import Reader
from detente.intake import Article
from detente.web.asked import ForMaps
from detente.web.shell import InShell, Shell

router = APIRouter(tags=["add"])
MOST_FILES, LONGEST_NAME = 200, 200
Text = Annotated[str, Form(description="An article's text, or the source of a web page")]
Files = Annotated[list[UploadFile] | None, File(description="Files of articles: texts and saved pages")]


@router.get("/add", response_class=Response, summary="Where articles are added")
def show(shell: InShell, filters: ForMaps) -> Response:
    """Show where a text is pasted and files are chosen."""
    return shell.page("add.html", filters, outcomes=None, failures=())


@router.post("/add", response_class=Response, summary="Add articles; shows what became of them")
def add(shell: InShell, filters: ForMaps, text: Text = "", files: Files = None) -> Response:
    """Read articles into the store, and show what became of them."""
    outcomes, failures = _kept(shell, text, files or [])
    return shell.page("add.html", filters, outcomes=outcomes, failures=failures)


@router.post("/add.json", summary="Add articles")
def add_as_rows(shell: InShell, text: Text = "", files: Files = None) -> JSONResponse:
    """Read articles into the store; returns how many came to which end, and why some could not be read."""
    outcomes, failures = _kept(shell, text, files or [])
    return JSONResponse({"outcomes": outcomes, "failures": failures})


def _kept(shell: Shell, text: str, files: list[UploadFile]) -> tuple[Counter[str], list[str]]:
    failures: list[str] = []
    found = (*_pasted(text), *_uploaded(files))
    outcomes = keep_all(shell.store, found, Reader(shell.request.app.state.codebook), 1, failures.append)
    shell.store.maps.settle()
    return outcomes, failures


def _pasted(text: str) -> Iterator[Article]:
    if text.strip():
        body = text.encode(errors="replace")
        yield Article(f"pasted/{sha256(body).hexdigest()[:12]}", body)


def _uploaded(files: list[UploadFile]) -> Iterator[Article]:
    """Files by their names alone: a browser may send a path, which says nothing here."""
    for file in files[:MOST_FILES]:
        name = (file.filename or "").replace("\\", "/").rpartition("/")[2][:LONGEST_NAME]
        if name:
            yield Article(f"uploaded/{name}", file.file.read())
