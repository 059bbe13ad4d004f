"""A real browser before a real server: Chromium of the system, `detente serve` on a free port of this machine."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from axe_playwright_python import sync_playwright as axe
from playwright import sync_api as playwright

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync")
ROOT = Path(__file__).parents[3]
PICTURES = ROOT / "build" / "screenshots"  # kept when the tests end; git takes no heed of it
PATIENCE = 60_000  # milliseconds: a slow machine is no failure
MAIN = "from detente.cli.main import main; main()"

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def _chromium() -> str:
    found = os.environ.get("DETENTE_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        pytest.skip("Chromium is not installed (Debian: chromium, fonts-noto-cjk), so pages are not opened in a browser")
    return found


@pytest.fixture(scope="module")
def browser() -> Iterator[playwright.Browser]:
    """Return a browser that knows nothing yet."""
    program = _chromium()
    with playwright.sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=program, args=list(QUIET))
        yield opened
        opened.close()


@pytest.fixture
def visit(browser: playwright.Browser) -> Iterator[Callable[..., Visit]]:
    """Return what opens a new reader's window; no page may complain while it is open."""
    visits: list[Visit] = []

    def opened(at: str, **options: object) -> Visit:
        visits.append(Visit(browser.new_context(base_url=at, **options)))
        return visits[-1]

    yield opened
    for each in visits:
        each.context.close()
        assert not each.complaints


class Visit:
    """A reader's window, and what the browser complained of: errors of scripts, refusals of the security policy, answers that failed."""

    def __init__(self, context: playwright.BrowserContext) -> None:
        self.context, self.complaints = context, list[str]()
        context.set_default_timeout(PATIENCE)
        self.page = context.new_page()
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.complaints.append(f"{self.page.url}: {error}"))

    def _heard(self, message: playwright.ConsoleMessage) -> None:
        if message.type == "error":
            self.complaints.append(f"{self.page.url}: {message.text}")


def seen_by_axe(page: playwright.Page, *, both: bool = True) -> Iterator[str]:
    """Yield what axe finds on a page, light and, if wished, dark."""
    for scheme in ("light", "dark") if both else ("light",):
        page.emulate_media(color_scheme=scheme)
        for each in axe.Axe().run(page, options=RULES).response["violations"]:
            yield f"{scheme}: {each['id']}: {[node['html'][:120] for node in each['nodes'][:3]]}"
    page.emulate_media(color_scheme="light")


@contextmanager
def serving(store: Path, *articles: Path) -> Iterator[str]:
    """Serve a store with some articles; gives its address."""
    url = f"sqlite:///{store}"
    if articles:
        added = _run("add", *map(str, articles), "--store", url)
        assert added.returncode in (0, 1), added.stderr  # 1 where an article could not be read
    port, log = _free_port(), store.with_suffix(".log")
    at = f"http://127.0.0.1:{port}"
    with log.open("wb") as told:
        server = subprocess.Popen([sys.executable, "-c", MAIN, "serve", "--store", url, "--port", str(port), "--no-open"], stderr=told)
    try:
        while not _answers(at):
            assert server.poll() is None, log.read_text(encoding="utf-8")
        yield at
    finally:
        server.terminate()
        server.wait()


def _run(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", MAIN, *words], capture_output=True, text=True, check=False)


def _free_port() -> int:
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        return int(tried.getsockname()[1])


def _answers(at: str) -> bool:
    try:
        with urlopen(f"{at}/healthz", timeout=5) as answer:
            return bool(answer.status == 200)
    except (URLError, OSError):
        return False


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a server over the articles in three languages, the bundled ones, and what cannot be read."""
    folder = tmp_path_factory.mktemp("browser")
    (folder / "damaged.txt").write_bytes(b"\x00\x01\x02")
    with serving(folder / "store.sqlite", ROOT / "docs" / "three-languages", ROOT / "examples", folder / "damaged.txt") as at:
        yield at
