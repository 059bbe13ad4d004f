"""What a browser sees of a server: how soon a page is painted, how much it fetches, and how soon one can walk in a network.

It needs Chromium and Playwright for Python; where either is missing nothing is measured.
"""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
# Where there is no graphics card WebGL is drawn by the processor.
FLAGS = ("--no-sandbox", "--disable-background-networking", "--use-angle=swiftshader", "--enable-unsafe-swiftshader")
NODES, TIES = 2_000, 6_000
PAINTED = "performance.getEntriesByName('first-contentful-paint')[0].startTime"
FETCHED = """[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
  .filter((each) => !each.name.includes('.json')).reduce((sum, each) => sum + each.transferSize, 0)"""
ANSWERS = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))))"
MAP_READY, NETWORK_READY = ".heat[data-ready]", "#network[data-ready]"


def paint(port: int, map_address: str) -> dict[str, float]:
    """Return seconds until the map is painted and a network answers, and kilobytes that they fetch beside figures; nothing without a browser."""
    with _browser() as browser:
        if browser is None:
            return {}
        return {**_map(browser, f"http://127.0.0.1:{port}{map_address}"), **_network(browser, f"http://127.0.0.1:{port}/network?rows=actor&most={NODES}")}


def _map(browser: Any, address: str) -> dict[str, float]:
    page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    page.goto(address, wait_until="load")
    page.evaluate("document.getElementById('in-time').scrollIntoView()")
    page.wait_for_selector(MAP_READY)
    painted = page.evaluate(PAINTED)
    return {"map: seconds until it is painted": painted / 1000, "map: kB fetched, with its chart": page.evaluate(FETCHED) / 1000}


def _network(browser: Any, address: str) -> dict[str, float]:
    """How soon a network of so many nodes answers: drawn, and a frame after it; its figures are invented, so that only the page is measured."""
    page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    page.route("**/network.json*", lambda route: route.fulfill(body=_invented(), content_type="application/json"))
    page.goto(address, wait_until="commit")
    page.wait_for_selector(NETWORK_READY)
    return {"network of 2,000 nodes: seconds until it answers": page.evaluate(ANSWERS) / 1000, "network: kB fetched": page.evaluate(FETCHED) / 1000}


def _invented() -> str:
    chance = random.Random("network")
    nodes = [{"id": f"n{i}", "label": f"Speaker {i}", "claims": chance.randint(1, 90), "community": i % 7} for i in range(NODES)]
    ends = ((chance.randrange(NODES), int(NODES * chance.random() ** 3)) for _ in range(TIES))
    ties = [{"one": f"n{one}", "other": f"n{other}", "weight": chance.uniform(0.1, 3), "sort": chance.choice(("for", "against")), "count": 1}
            for one, other in ends if one != other]  # fmt: skip
    return json.dumps({"networks": [{"nodes": nodes, "ties": ties}]})


@contextmanager
def _browser() -> Iterator[Any]:
    """A browser with an empty profile, or none."""
    file = next(filter(None, map(shutil.which, BROWSERS)), None)
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        file = None
    if file is None:
        yield None
        return
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=file, args=list(FLAGS))
        yield browser
        browser.close()
