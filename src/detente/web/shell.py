"""How pages are put together: templates with the interface's words, the open store, and the three forms of an answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Any, Protocol
from urllib.parse import quote, urlencode

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, Response
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from detente.render.interface import UI_LANGUAGES, Interface, asset, interface
from detente.render.shapes import thickness
from detente.resources.tongues import languages
from detente.store import Store

from .asked import Filters, UiOf

HERE = Path(__file__).resolve().parent
COMMON = ("parties", "since", "until", "language", "topic", "outlet", "country", "score", "ui")  # what goes with a reader from page to page
PAGES = ("map", "timeline", "network", "meetings", "commitments", "actors", "topics", "sources", "search")
LIMITS = ("limit", "limit_latest")
YEAR = 365 * 24 * 3600

@cache
def style() -> str:
    """Return the styles of all pages, as one sheet: a page is painted when all of its sheets are there."""
    return asset("picture.css") + asset("page.css") + (HERE / "static" / "site.css").read_text("utf-8")

@cache
def templates() -> Environment:
    """Return the templates; all that is put into them is escaped."""
    made = Environment(loader=FileSystemLoader(HERE / "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    made.globals.update(filter_names=(*COMMON, "party", "speaker", "act"), tongues=languages())
    made.globals.update(passage=passage, address=address, thickness=thickness, pages=PAGES)
    made.globals.update(languages=tuple((code, interface(code).text("name")) for code in UI_LANGUAGES))
    made.globals.update(style=sha256(style().encode()).hexdigest()[:12])
    return made

def address(path: str, kept: Mapping[str, str] | None = None, /, **more: object) -> str:
    """Return an address with parameters; those that are empty are left out.

    >>> address("/map/gas transit", {"parties": "RU,UA"}, since="", ui="ru")
    '/map/gas%20transit?parties=RU%2CUA&ui=ru'
    """
    told = {**(kept or {}), **{key: str(value) for key, value in more.items()}}
    query = urlencode({key: value for key, value in told.items() if value})
    return quote(path, safe="/:@,") + (f"?{query}" if query else "")


def passage(document: str, start: int, stop: int, kept: Mapping[str, str] | None = None, /) -> str:
    """Return the address of some words of a document.

    >>> passage("document:1", 12, 40, {"ui": "ru"})
    '/documents/document:1?ui=ru&words=12-40#passage'
    """
    return f"{address(f'/documents/{document}', kept, words=f'{start}-{stop}')}#passage"

class Shell:
    """A request's store, its reader's language and filters, and how it is answered."""

    def __init__(self, request: Request, ui: str) -> None:
        self.request, self.ui = request, ui
        self.store: Store = request.app.state.store
        self.words: Interface = interface(ui)

    def page(self, template: str, filters: Filters | None = None, *, status: int = 200, **told: Any) -> Response:
        """Return a page; the language of the address is kept for the next ones."""
        kept = {key: value for key, value in (filters.kept() if filters else {}).items() if key in COMMON}
        shown = templates().get_template(template).render(
            ui=self.ui, t=self.words.text, words=self.words, kept=kept, here=self.request.url.path, store=self.store.where,
            asked=dict(self.request.query_params), **told,
        )  # fmt: skip
        answer = HTMLResponse(shown, status)
        if self.request.query_params.get("ui"):
            answer.set_cookie("ui", self.ui, max_age=YEAR, httponly=True, samesite="strict")
        return answer

    def limits(self, limit: int) -> dict[str, str]:
        """Return what pages say instead of sentences that name an option of the command line."""
        return {self.words.text(f"desk.{key}", n=limit): self.words.text(f"web.limits.{key}", n=limit) for key in LIMITS}


def shell_of(request: Request, ui: UiOf) -> Shell:
    """The shell of a request."""
    return Shell(request, ui)

InShell = Annotated[Shell, Depends(shell_of)]

def as_json(text: str) -> Response:
    """Return JSON that is already written."""
    return Response(text, media_type="application/json")

def as_csv(text: str) -> Response:
    """Return CSV that is already written."""
    return Response(text, media_type="text/csv; charset=utf-8")

class Written(Protocol):
    """What writes itself as JSON and as CSV."""

    def to_json(self) -> str: ...

    def to_csv(self) -> str: ...


def in_forms(router: APIRouter, path: str, view: Callable[..., Written], what: str) -> None:
    """Give what a page shows under its address with `.json` and `.csv`, too; `view` is made of an address as the page's is."""

    made = Depends(view)  # annotations are read as text, which knows no names of a function

    def written_as_json(found: Written = made) -> Response:
        return as_json(found.to_json())

    def written_as_csv(found: Written = made) -> Response:
        return as_csv(found.to_csv())

    router.add_api_route(f"{path}.json", written_as_json, response_class=Response, summary=what, name=f"{path}.json")
    router.add_api_route(f"{path}.csv", written_as_csv, response_class=Response, summary=f"{what}, as CSV", name=f"{path}.csv")


def safe(html: str) -> Markup:
    """Mark HTML that our own renderers made, with all that it holds escaped."""
    return Markup(html)  # noqa: S704

