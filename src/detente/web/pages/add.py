"""Articles added by hand: texts, addresses, files; each lot is a job, whose page shows what becomes of it."""

from __future__ import annotations

import re
from typing import Annotated

from fastapi import APIRouter, File, Form, HTTPException, UploadFile
from fastapi.responses import RedirectResponse, Response

from detente.web.asked import ForMaps
from detente.web.described import answers, as_record
from detente.web.jobs import Full, Job, Jobs, Order
from detente.web.jobs.order import LONGEST_NAME, order_files, plain_name
from detente.web.jobs.work import Work
from detente.web.shell import InShell, Shell, address

router = APIRouter(tags=["add"])
MOST_FILES, MOST_ADDRESSES, MOST_PAGES = 200, 100, 200
ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
Text = Annotated[str, Form(description="An article's text, the source of a web page, or addresses of pages and feeds, one a line")]
Files = Annotated[list[UploadFile] | None, File(description="Texts and saved pages; .zip, .jsonl, .csv, .tsv, .warc and .wacz files of articles")]


@router.get("/add", response_class=Response, summary="Where articles are added", responses=answers("text/html"))
def show(shell: InShell, filters: ForMaps) -> Response:
    """Show where a text is pasted, files are chosen and feeds are followed."""
    return shell.page("add.html", filters, feeds=shell.store.watched(), every=shell.request.app.state.watching.every)


@router.post("/add", response_class=Response, status_code=303, summary="Add articles; leads to the job", responses=answers(None, 429))
def add(shell: InShell, filters: ForMaps, text: Text = "", files: Files = None) -> Response:
    """Begin to read articles into the store, and lead to the page of the job."""
    work = _work(shell, text, files or [])
    return RedirectResponse(address(f"/jobs/{work.key}", filters.kept()), 303)


@router.post("/add.json", status_code=202, response_class=Response, summary="Add articles", responses=answers(Job, 429, status=202))
def add_as_rows(shell: InShell, text: Text = "", files: Files = None) -> Response:
    """Begin to read articles into the store; returns the job, whose address tells how it goes on."""
    return as_record(_work(shell, text, files or []).shown(), 202)


def _work(shell: Shell, text: str, files: list[UploadFile]) -> Work:
    orders = [*_written(text), *_sent(shell, files)]
    if not orders:
        raise HTTPException(400, shell.words.text("web.nothing_given"))
    jobs: Jobs = shell.request.app.state.jobs
    try:
        return [jobs.submit(order) for order in orders][-1]
    except Full:
        raise HTTPException(429, shell.words.text("web.too_many_jobs")) from None


def _written(text: str) -> list[Order]:
    """Addresses, where each line is one; else a text."""
    lines = text.split()
    if lines and len(lines) <= MOST_ADDRESSES and all(ADDRESS.fullmatch(line) for line in lines):
        return [Order("address", ", ".join(lines)[:LONGEST_NAME], addresses=tuple(lines), most=MOST_PAGES)]
    return [Order("text", text.strip().split("\n", 1)[0][:LONGEST_NAME], text=text)] if text.strip() else []


def _sent(shell: Shell, files: list[UploadFile]) -> list[Order]:
    named = [(plain_name(file.filename or ""), file.file) for file in files]
    sent = [(name, file) for name, file in named if name]
    if len(sent) > MOST_FILES:
        raise HTTPException(413, shell.words.text("web.too_many_files", n=MOST_FILES))
    return [order_files(sent)] if sent else []
