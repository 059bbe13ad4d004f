"""Every page as a picture in four languages, wide and narrow; axe finds nothing, and nothing reaches over the edge."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote
from urllib.request import urlopen

import pytest

from detente.render.interface import UI_LANGUAGES

from .conftest import PICTURES, Visit, seen_by_axe

WIDE, NARROW = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
LOOKED_AT = frozenset({"map", "cell", "document", "meeting"})  # what axe looks at in every language; the others, in the first
DECODED = (
    "for (const image of document.images) image.loading = 'eager';"
    "Promise.all([...document.images].map(image => image.decode().catch(() => {})))"
)
OVER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
SMALL = """() => [...document.querySelectorAll('a, button, input, select, summary')].filter(each => {
  const box = each.getBoundingClientRect(), style = getComputedStyle(each);
  const inText = style.display === 'inline' && each.parentElement.textContent.trim() !== each.textContent.trim();
  return box.width && box.height < 24 && !inText && style.position !== 'absolute' && !each.closest('label');
}).map(each => each.outerHTML.slice(0, 100))"""


def _addresses(at: str) -> Iterator[tuple[str, str]]:
    """Pages by name: one of each sort."""
    document = _told(f"{at}/map/visas.json?parties=GR,TR")["statements"][0]["document_id"]
    same = _told(f"{at}/map/fisheries.json?parties=IS,NO")["statements"][-1]["document_id"]
    yield from {
        "map": "/map?parties=IS,NO", "map-other": "/map?parties=GR,TR", "cell": "/map/fisheries?parties=IS,NO",
        "document": f"/documents/{document}?parties=GR,TR", "document-other": f"/documents/{same}?parties=IS,NO",
        "timeline": "/timeline?parties=GR,TR", "network": "/network", "meetings": "/meetings", "meeting": "/meetings/1",
        "commitments": "/commitments?parties=IS,NO", "actors": "/actors", "actor": "/actors/NO", "topics": "/topics",
        "sources": "/sources", "search": f"/search?query={quote('visas OR 签证')}", "failures": "/failures", "add": "/add",
        "jobs": "/jobs", "why": "/map/fisheries/why?parties=IS,NO", "refused": "/map/ghosts?parties=IS,NO", "nowhere": "/nowhere",
    }.items()  # fmt: skip


def _told(address: str) -> Any:
    with urlopen(address, timeout=60) as answer:
        return json.load(answer)


@pytest.mark.parametrize("ui", UI_LANGUAGES)
def test_pages(visit: Callable[..., Visit], filled: str, ui: str) -> None:
    reader = visit(filled, locale=ui, viewport=WIDE, reduced_motion="reduce")
    found: list[str] = []
    for name, address in _addresses(filled):
        _open(reader, f"{address}{'&' if '?' in address else '?'}ui={ui}", name in ("refused", "nowhere"))
        assert reader.page.locator("html").get_attribute("lang") == ui
        if ui == UI_LANGUAGES[0] or name in LOOKED_AT:
            found += [f"{name}: {each}" for each in seen_by_axe(reader.page)]
        for width in (WIDE, NARROW):
            found += [f"{name}, {width['width']}: {each}" for each in _look(reader.page, width, f"{name}-{ui}-{width['width']}")]
    assert not found, "\n".join(found)


def _open(reader: Visit, address: str, is_refused: bool) -> None:
    reader.page.set_viewport_size(WIDE)
    reader.page.goto(address)
    if is_refused:  # the browser tells of the status itself
        assert all("404" in each for each in reader.complaints)
        reader.complaints.clear()


def _look(page: Any, size: dict[str, int], name: str) -> Iterator[str]:
    page.set_viewport_size(size)
    page.evaluate(DECODED)
    if page.locator("#network").count():
        page.wait_for_selector("#network[data-ready]")
    page.screenshot(path=PICTURES / f"{name}.png", full_page=True)
    if (over := page.evaluate(OVER)) > 0:
        yield f"{over} pixels over the edge"
    if size is NARROW:
        yield from (f"less than 24 pixels high: {each}" for each in page.evaluate(SMALL))


def test_pages_print(visit: Callable[..., Visit], filled: str) -> None:
    page = visit(filled, viewport=WIDE).page
    for name, address in _addresses(filled):
        if name in LOOKED_AT:
            page.goto(address)
            page.emulate_media(media="print")
            assert not page.locator("header.site").is_visible() and page.locator("main").is_visible()
            page.pdf(path=PICTURES / f"{name}.pdf", format="A4")
            page.emulate_media(media="screen")
