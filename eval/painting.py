"""What a browser sees of a server: how soon a page is painted, how much it fetches, and how soon one can walk in a network.

It needs Chromium and Playwright for Python; where either is missing nothing is measured.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import insert

from detente.resources.codebook import load_codebook
from detente.store import open_store
from detente.store.derived import counts
from detente.store.sides import ANY, KINDS

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
# As Chromium is without a graphics card: pages are drawn by the processor, and so is WebGL, by a driver that makes a card believe.
FLAGS = ("--no-sandbox", "--disable-background-networking")
NODES = 2_000
TOPICS = (1, 1, 1, 2, 2, 3)  # on how many a speaker is heard
PAINTED = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime"
FETCHED = """[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
  .filter((each) => !each.name.includes('.json')).reduce((sum, each) => sum + each.transferSize, 0)"""
NOW = "performance.now()"
ANSWERS = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))))"
# Where the most heard node stands in the window.
MOST_HEARD = """async () => {
  const place = document.getElementById("network"), { nodes } = await (await fetch(place.dataset.source)).json(), box = place.getBoundingClientRect();
  const [, , , , x, y] = nodes.reduce((one, other) => (other[2] > one[2] ? other : one)), edge = 28;
  return [box.left + edge + x * (place.clientWidth - 2 * edge), box.top + edge + y * (place.clientHeight - 2 * edge)];
}"""
MAP_READY, NETWORK_READY, NEAR = ".heat[data-ready]", "#network[data-ready]", "#network[data-near]:not([data-near=''])"


def paint_map(port: int, address: str) -> dict[str, float]:
    """Return seconds until the map is painted, and kilobytes that it fetches with its chart; nothing without a browser."""
    with _page() as page:
        if page is None:
            return {}
        page.goto(f"http://127.0.0.1:{port}{address}", wait_until="load")
        page.evaluate("document.getElementById('in-time').scrollIntoView()")
        page.wait_for_selector(MAP_READY)
        return {"map: seconds until it is painted": page.evaluate(PAINTED) / 1000, "map: kB fetched, with its chart": page.evaluate(FETCHED) / 1000}


def paint_network(port: int) -> dict[str, float]:
    """Return seconds until a node answers the pointer, in a network that the server has not made before, and kilobytes fetched beside its figures."""
    with _page() as page:
        if page is None:
            return {}
        page.goto(f"http://127.0.0.1:{port}/network?rows=actor&most={NODES}", wait_until="commit")
        page.wait_for_selector(NETWORK_READY)
        ready, at = page.evaluate(ANSWERS), page.evaluate(MOST_HEARD)
        start = page.evaluate(NOW)
        page.mouse.move(*at)
        page.wait_for_selector(NEAR)
        answered = page.evaluate(ANSWERS) - start
        return {"network of 2,000 nodes: seconds until it answers": (ready + answered) / 1000, "network: kB fetched": page.evaluate(FETCHED) / 1000}


def fill_with_speakers(url: str) -> None:
    """Make a store that knows nothing but how often some invented speakers take which side on what."""
    chance, topics = random.Random("speakers"), [topic.id for topic in load_codebook().topics]
    found = ((f"person:Invented Speaker {i}", topic, chance.randint(1, 4), chance.choice((0, 0, 1)))
             for i in range(NODES) for topic in chance.sample(topics, chance.choice(TOPICS)))  # fmt: skip
    rows = [{"kind": KINDS["actor"], "scope": speaker, "topic": topic, "key": key, "number": number}
            for speaker, topic, good, bad in found for key, number in (("1", good), ("-1", bad), (ANY, good + bad)) if number]  # fmt: skip
    with open_store(url, make=True) as store, store._writer.begin() as connection:
        connection.execute(insert(counts), rows)


@contextmanager
def _page() -> Iterator[Any]:
    """A page of a browser with an empty profile, or none."""
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
        yield browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
        browser.close()
