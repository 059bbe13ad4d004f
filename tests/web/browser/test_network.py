"""A network answers the pointer: on a canvas, and by WebGL where a graphics card draws, which is made believe here."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote
from urllib.request import urlopen

import pytest
from playwright.sync_api import expect

from .conftest import PICTURES, Visit, seen_by_axe

CARD = """(() => {
  const read = WebGL2RenderingContext.prototype.getParameter;
  WebGL2RenderingContext.prototype.getParameter = function (name) { return name === 0x9246 || name === 0x1f01 ? "Card" : read.call(this, name); };
})()"""
EDGE = 28  # pixels around a network on a canvas
WIDE, NARROW = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
ADDRESS = "/network?rows=actor"
INK = """() => { const { canvas } = document.querySelector("#network canvas").getContext("2d");
  return canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data.some((value) => value > 0); }"""


def _most_heard(at: str) -> tuple[str, float, float]:
    with urlopen(f"{at}/network/drawn.json?rows=actor", timeout=60) as answer:
        node = max(json.load(answer)["nodes"], key=lambda each: each[2])
    return node[0], node[4], node[5]


def _point(page: Any, x: float, y: float) -> tuple[float, float]:
    box = page.locator("#network canvas").first.bounding_box()
    return box["x"] + EDGE + x * (box["width"] - 2 * EDGE), box["y"] + EDGE + y * (box["height"] - 2 * EDGE)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_node_answers_the_pointer_and_leads_to_its_actor(visit: Callable[..., Visit], filled: str, scheme: str) -> None:
    page = visit(filled, locale="en-GB", viewport=WIDE, color_scheme=scheme).page
    page.goto(ADDRESS)
    place = page.locator("#network[data-ready]")
    expect(place).to_be_visible()
    key, x, y = _most_heard(filled)
    place.scroll_into_view_if_needed()
    assert page.evaluate(INK)
    for size in (NARROW, WIDE):
        page.set_viewport_size(size)
        page.wait_for_timeout(300)
        page.screenshot(path=PICTURES / f"network-canvas-{scheme}-{size['width']}.png", full_page=True)
    page.mouse.move(*_point(page, x, y))
    expect(place).to_have_attribute("data-near", key)
    page.screenshot(path=PICTURES / f"network-near-{scheme}.png")
    page.mouse.move(2, 2)
    expect(place).to_have_attribute("data-near", "")
    page.mouse.click(*_point(page, x, y))
    page.wait_for_url("**/actors/**")
    assert key in unquote(page.url)


def test_one_can_come_nearer_and_go_about(visit: Callable[..., Visit], filled: str) -> None:
    page = visit(filled, locale="en-GB", viewport=WIDE).page
    page.goto(ADDRESS)
    place = page.locator("#network[data-ready]")
    place.scroll_into_view_if_needed()
    key, x, y = _most_heard(filled)
    at = _point(page, x, y)
    page.mouse.move(*at)
    page.mouse.wheel(0, -400)  # around the node, which stays under the pointer
    page.mouse.move(at[0] + 1, at[1])
    expect(place).to_have_attribute("data-near", key)
    page.mouse.down()
    page.mouse.move(at[0] + 150, at[1] + 40, steps=4)
    page.mouse.up()
    page.mouse.move(at[0] + 151, at[1] + 40)
    expect(place).to_have_attribute("data-near", key)
    page.locator("#whole").click()
    page.mouse.move(*_point(page, x, y))
    expect(place).to_have_attribute("data-near", key)
    page.locator("#nearer").click()
    page.locator("#farther").click()
    page.mouse.move(*_point(page, x, y))
    expect(place).to_have_attribute("data-near", key)


def test_a_finger_shows_a_node_before_it_leads_there(visit: Callable[..., Visit], filled: str) -> None:
    page = visit(filled, locale="en-GB", viewport=NARROW, has_touch=True).page
    page.goto(ADDRESS)
    place = page.locator("#network[data-ready]")
    place.scroll_into_view_if_needed()
    key, x, y = _most_heard(filled)
    page.touchscreen.tap(*_point(page, x, y))
    expect(place).to_have_attribute("data-near", key)
    page.touchscreen.tap(*_point(page, x, y))
    page.wait_for_url("**/actors/**")


def test_a_graphics_card_draws_by_webgl(visit: Callable[..., Visit], filled: str) -> None:
    reader = visit(filled, locale="en-GB", viewport=WIDE)
    reader.context.add_init_script(CARD)
    reader.page.goto(ADDRESS)
    if not reader.page.evaluate("Boolean(document.createElement('canvas').getContext('webgl2'))"):
        pytest.skip("this browser has no WebGL at all")
    expect(reader.page.locator("#network[data-ready] canvas.sigma-nodes")).to_be_visible()
    reader.page.wait_for_timeout(300)
    reader.page.screenshot(path=PICTURES / "network-webgl.png")


def test_tables_of_a_large_network_come_when_they_are_looked_for(visit: Callable[..., Visit], filled: str) -> None:
    page = visit(filled, locale="en-GB", viewport=NARROW).page
    page.goto(f"{ADDRESS}&most=2000")
    expect(page.locator("#network[data-ready]")).to_be_visible()
    page.locator("#tables").scroll_into_view_if_needed()
    expect(page.locator("#tables table")).to_have_count(2)
    assert list(seen_by_axe(page)) == []
