"""The way of a reader: articles in three languages are added, and lead over map and evidence back to their exact words."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.request import urlopen

from playwright.sync_api import expect

from .conftest import PICTURES, ROOT, Visit, seen_by_axe, serving

ARTICLES = sorted((ROOT / "docs" / "three-languages").glob("*.txt"))
PAIR = "parties=IS,NO"
Visits = Callable[..., Visit]
MOST_KEYS = 150


def test_articles_lead_over_map_and_evidence_to_their_words(visit: Visits, tmp_path: Path) -> None:
    with serving(tmp_path / "store.sqlite") as at:
        page = visit(at, locale="en-GB", viewport={"width": 1440, "height": 900}).page
        page.goto("/add")
        page.locator("input[type=file]").set_input_files(ARTICLES)
        page.locator("form.adding button").click()
        expect(page.locator("main")).to_contain_text("new: 3", timeout=60_000)
        assert list(seen_by_axe(page)) == []
        page.locator("a.button", has_text="To the map").click()
        expect(page).to_have_title(re.compile("Iceland – Norway"))
        page.get_by_role("link", name=re.compile("Fisheries")).first.click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Fisheries")
        cell = _told(f"{at}/map/fisheries.json?{PAIR}")
        assert {statement["language"][:2] for statement in cell["statements"]} == {"en", "ru", "zh"}
        _evidence_is_in_its_documents(page, cell["statements"])
        _timeline_network_and_search(page)
        _exports(page, at)


def _told(address: str) -> Any:
    with urlopen(address, timeout=60) as answer:
        return json.load(answer)


def _evidence_is_in_its_documents(page: Any, statements: list[dict[str, Any]]) -> None:
    """Each card of the cell leads to a mark in its document, and what is marked are the words of the card."""
    cell = page.url
    for document in dict.fromkeys(statement["document_id"] for statement in statements):
        told = [statement for statement in statements if statement["document_id"] == document]
        page.goto(cell)
        page.locator(f"#{_anchor(told[0])} a[href*='/documents/']").click()
        expect(page.locator(f"#{_anchor(told[0])}.current")).to_be_in_viewport()
        for statement in told:
            number = page.locator(f"#{_anchor(statement)}").get_attribute("data-number")
            marked = page.locator(f".document mark[data-words~='{number}']").all_text_contents()
            assert _bare("".join(marked)) == _bare("".join(words["text"] for words in statement["words"])), statement["statement_id"]
        page.screenshot(path=PICTURES / f"walk-{told[0]['language'][:2]}.png")


def _anchor(statement: dict[str, Any]) -> str:
    return f"s-{statement['statement_id'].partition(':')[2]}"


def _bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def _timeline_network_and_search(page: Any) -> None:
    pages = page.get_by_role("navigation").first
    pages.get_by_role("link", name="Timeline").click()
    expect(page.locator("main table").first).to_contain_text("2025-06-12")
    pages.get_by_role("link", name="Network").click()
    expect(page.locator("main table").first).to_contain_text("Norway")
    pages.get_by_role("link", name="Search").click()
    page.locator("input[name=query]").fill("visas OR 签证 OR виз")
    page.get_by_role("search").get_by_role("button").click()
    expect(page.locator(".hits mark.hit").filter(has_text="签证").first).to_be_visible()
    expect(page.locator(".hits mark.hit").filter(has_text="visas").first).to_be_visible()
    page.locator(".hits a[href*='#s-']").first.click()
    expect(page.locator(".card.current")).to_be_in_viewport()


def _exports(page: Any, at: str) -> None:
    page.goto(f"/map?{PAIR}")
    link = page.locator(".exports a", has_text="CSV")
    with page.expect_download() as saved:
        link.click()
    with urlopen(f"{at}{link.get_attribute('href')}", timeout=60) as answer:
        assert saved.value.path().read_bytes() == answer.read()
    assert "fisheries" in saved.value.path().read_text(encoding="utf-8")
    told = page.request.get(page.locator(".exports a", has_text="JSON").get_attribute("href"))
    assert told.ok and "fisheries" in told.text()
    picture = page.request.get(page.locator(".exports a", has_text="SVG").get_attribute("href"))
    assert picture.body().startswith(b"<svg") or b"<svg" in picture.body()[:200]


def test_a_picture_opens_by_itself(visit: Visits, filled: str) -> None:
    """Whatever the policy refuses is a complaint of the browser, which fails the visit."""
    page = visit(filled, viewport={"width": 1440, "height": 900}).page
    for path in ("/map.svg", "/timeline.svg", "/network.svg", "/sources.svg"):
        page.goto(f"{path}?{PAIR}")
        assert page.evaluate("document.documentElement.localName") == "svg"
        page.screenshot(path=PICTURES / f"opened{path.replace('/', '-')}.png")


def test_the_keyboard_alone_leads_there(visit: Visits, filled: str) -> None:
    page = visit(filled, locale="en-GB", viewport={"width": 1280, "height": 800}).page
    page.goto(f"/map?{PAIR}")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#main"
    _press_to(page, "a[href*='/map/fisheries']")
    expect(page.get_by_role("heading", level=1)).to_have_text("Fisheries")
    _press_to(page, "a[href*='/documents/']")
    expect(page.locator(".card.current")).to_be_in_viewport()
    page.evaluate("document.getElementById('main').focus()")
    _press_to(page, ".document a.reference")
    expect(page.locator(".card.current, .card:target, .card :target").first).to_be_in_viewport()


def _press_to(page: Any, selector: str) -> None:
    """Go on with the tab key to what is looked for, see that the focus shows on the way, and press it."""
    for _ in range(MOST_KEYS):
        page.keyboard.press("Tab")
        place = page.evaluate(
            "wanted => { const at = document.activeElement, style = getComputedStyle(at);"
            "return [at.matches(wanted), at === document.body || style.outlineStyle !== 'none' || style.boxShadow !== 'none'"
            " || Boolean(at.closest('label')?.querySelector('span')), at.outerHTML.slice(0, 120)]; }",
            selector,
        )
        assert place[1], f"the focus does not show on {place[2]}"
        if place[0]:
            page.keyboard.press("Enter")
            page.wait_for_load_state()
            return
    raise AssertionError(f"{selector} is not reached with the tab key")


def test_pages_are_read_without_scripts(visit: Visits, filled: str) -> None:
    page = visit(filled, locale="en-GB", java_script_enabled=False).page
    page.goto(f"/map?{PAIR}")
    page.locator("a[href*='/map/fisheries']").first.click()
    assert page.locator(".card").count() > 5
    page.locator(".card a[href*='/documents/']").first.click()
    assert page.locator(".document mark.content").count() > 3 and page.locator(".notes .card").count() > 3
    page.locator(".document a.reference").first.click()
    assert page.url.endswith("#statement-1")
    for path in ("/timeline", "/network", "/sources"):
        page.goto(f"{path}?{PAIR}")
        assert page.locator("main table").first.is_visible() and page.locator(".drawn img").first.is_visible(), path
    page.goto("/search?query=visas")
    assert page.locator("mark.hit").first.is_visible()
    page.goto("/meetings")
    page.locator("main ol a, main ul a").first.click()
    assert page.locator(".account").first.is_visible()
