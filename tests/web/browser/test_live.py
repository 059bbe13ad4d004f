"""The page of a job goes on by itself while articles come in, and says how it ended."""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from detente.cli.serving import server_of
from detente.engine import Reader
from detente.fetch import Clock, Fetcher
from detente.store import open_store
from detente.web import create_app
from detente.web.jobs import Jobs

PATIENCE = 60
PICTURES = Path(__file__).parents[3] / "build" / "screenshots"
ADDRESSES = "http://one.example/a\nhttp://two.example/b"


class Gate:
    """Names of machines: that of the second is found when the gate opens; both are of a private network."""

    def __init__(self) -> None:
        self.opened = Event()

    def fetcher(self, clock: Clock) -> Fetcher:
        """Return a fetcher that waits at the gate."""
        return Fetcher(resolver=self._resolve, clock=clock, delay=0)

    def _resolve(self, host: str, port: int) -> tuple[str, ...]:
        assert host == "one.example" or self.opened.wait(PATIENCE)
        return ("10.0.0.1",)


def test_a_job_is_shown_as_it_goes_on(visit: Callable[..., Any], tmp_path: Path) -> None:
    gate = Gate()
    with open_store(f"sqlite:///{tmp_path / 'store.sqlite'}", make=True) as store, socket.create_server(("127.0.0.1", 0)) as listening:
        app = create_app(store, jobs=Jobs(store, Reader(), gate.fetcher))
        server = server_of(app, "127.0.0.1", listening.getsockname()[1])
        thread = Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        page = visit(f"http://127.0.0.1:{listening.getsockname()[1]}", locale="ru").page
        _watch(page, gate)
        server.handle_exit(2, None)
        thread.join(PATIENCE)
        assert not thread.is_alive()


def _watch(page: Any, gate: Gate) -> None:
    page.goto("/add")
    page.locator("textarea").fill(ADDRESSES)
    page.locator("form.adding button").click()
    page.evaluate("window.stays = true")
    expect(page.locator("#job .state")).to_have_text("идёт")
    expect(page.locator(".log li")).to_have_count(1)
    expect(page.locator("#job progress")).to_be_visible()
    assert Axe().run(page).violations_count == 0
    gate.opened.set()
    expect(page.locator("#job .state")).to_have_text("готово")
    expect(page.locator(".log li")).to_have_count(2)
    expect(page.locator(".log li").first).to_contain_text("машина частной сети")
    expect(page.locator(".while-running")).to_be_hidden()
    expect(page.locator("#live")).to_have_text("готово")
    assert page.evaluate("window.stays") is True
    for width in (1440, 390):
        page.set_viewport_size({"width": width, "height": 900})
        page.screenshot(path=PICTURES / f"job-{width}.png", full_page=True)
    page.goto("about:blank")
