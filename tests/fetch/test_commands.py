"""Addresses and lists given to the command: added, watched, told; against a site on this machine."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from detente.cli.distant import Manners
from detente.cli.main import app
from detente.cli.reading import reader_of
from detente.cli.watching import Watch
from detente.fetch import Clock
from detente.store import open_store

from .site import PAGE, Reply, Site, serving

Run = Callable[..., Result]
KIND = ("--allow-private", "--delay", "0")
RUSSIAN = (
    "<!DOCTYPE html><html><head><title>Министры встретились</title></head><body><article><h1>Министры встретились</h1><p>5 марта 2030</p>"
    "<p>Глава МИД Армении Тигран Овсепян заявил, что Армения готова к переговорам с Грузией.</p>"
    "<p>МИД Грузии заявил, что отвергает обвинения Армении и готов обсудить их в мае.</p></article></body></html>"
).encode("cp1251")


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a function that runs the command with arguments, where a person has no settings."""
    for name in ("XDG_CONFIG_HOME", "APPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    return lambda *words: CliRunner().invoke(app, [str(word) for word in words])


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """Return a file with an article."""
    file = tmp_path / "a.txt"
    file.write_text("俄美谈军控\n2031-03-04 09:30\n\n俄罗斯外交部发言人奥列格·瓦宁3月3日表示,俄方愿意同美方恢复军控谈判。\n", encoding="utf-8")
    return file


@pytest.fixture
def store(tmp_path: Path) -> str:
    """Return the address of a store that is not there yet."""
    return f"sqlite:///{tmp_path / 'store.sqlite'}"


@pytest.fixture
def site() -> Iterator[Site]:
    """Return a site with a feed of two articles."""
    with serving() as made:
        items = "".join(f"<item><title>{path}</title><link>{path}?utm_source=rss</link></item>" for path in ("/en", "/ru"))
        made.pages["/feed"] = Reply(200, f"<rss><channel>{items}</channel></rss>".encode(), {})
        made.pages["/en"] = Reply()
        made.pages["/ru"] = Reply(200, RUSSIAN, {"Content-Type": "text/html; charset=windows-1251"})
        yield made


@pytest.fixture
def opml(site: Site, tmp_path: Path) -> Path:
    """Return an OPML file with the feed, under a name that does not say so."""
    file = tmp_path / "feeds.txt"
    file.write_text(f"<opml><body><outline xmlUrl='{site.at('/feed')}'/></body></opml>")
    return file


def test_a_feed_is_added_and_its_articles_keep_their_addresses(run: Run, site: Site, store: str) -> None:
    added = run("add", site.at("/feed"), *KIND, "--store", store)
    assert (added.exit_code, added.stderr.rpartition(": ")[2]) == (0, "2 new\n")
    assert run("add", site.at("/feed"), *KIND, "--store", store).stderr.endswith(": 2 already there\n")
    assert site.paths == ["/feed", "/en", "/ru", "/feed"]
    with open_store(store) as opened:
        found = {reading.document.path: reading.document for reading in opened.readings()}
    assert sorted(found) == [site.at("/en"), site.at("/ru")]
    assert found[site.at("/ru")].title == "Министры встретились"
    assert found[site.at("/ru")].url == site.at("/ru")


def test_addresses_files_and_lists_are_added_together(run: Run, site: Site, opml: Path, article: Path, store: str) -> None:
    site.pages["/other"] = Reply(200, PAGE.replace("quota", "border").encode())
    added = run("add", article, opml, site.at("/other"), site.at("/none"), *KIND, "--store", store)
    assert added.exit_code == 1
    assert added.stderr.endswith(": 4 new, 1 could not be read\n")
    assert run("failures", "--store", store).stdout == f"{site.at('/none')}: there is no such page; check the address (status 404)\n"


def test_this_machine_is_not_asked_unless_that_is_meant(run: Run, site: Site, store: str) -> None:
    added = run("add", site.at("/en"), "--delay", "0", "--store", store)
    assert added.exit_code == 1
    assert "is a machine of a private network; if that is meant, add --allow-private" in added.stderr
    assert site.asked == []


def test_a_page_that_fails_later_keeps_what_it_said(run: Run, site: Site, store: str) -> None:
    run("add", site.at("/en"), *KIND, "--store", store)
    site.pages["/en"] = Reply(404, b"")
    assert run("add", site.at("/en"), *KIND, "--store", store).stderr.endswith(": 1 could not be read\n")
    assert "articles      1" in run("status", "--store", store).stdout


def test_a_failure_that_passes_is_forgotten(run: Run, site: Site, store: str) -> None:
    whole = site.pages["/feed"]
    site.pages["/feed"] = Reply(200, b"<rss><channel><item><li")
    run("add", site.at("/feed"), *KIND, "--store", store)
    assert "this feed is broken" in run("failures", "--store", store).stdout
    site.pages["/feed"] = whole
    run("add", site.at("/feed"), *KIND, "--store", store)
    assert run("failures", "--store", store).stdout == ""


def test_what_is_removed_comes_again_and_leaves_nothing_behind(run: Run, site: Site, store: str, tmp_path: Path) -> None:
    run("add", site.at("/feed"), *KIND, "--store", store)
    assert run("remove", site.at("/ru"), "--store", store).stderr.endswith(": 1 sources removed\n")
    assert all(site.at("/ru").encode() not in file.read_bytes() for file in tmp_path.glob("store.sqlite*"))
    assert run("add", site.at("/feed"), *KIND, "--store", store).stderr.endswith(": 1 new, 1 already there\n")


def test_at_most_so_many_pages(run: Run, site: Site, store: str) -> None:
    added = run("add", site.at("/feed"), *KIND, "--most", "1", "--store", store)
    assert added.stderr.endswith(": 1 new, 1 left out (--most)\n")


def test_one_round_of_watching(run: Run, site: Site, opml: Path, store: str) -> None:
    watched = run("watch", opml, "--once", *KIND, "--store", store)
    assert watched.exit_code == 0
    assert watched.stderr.splitlines()[-1].endswith("UTC round 1: 2 new")


@pytest.mark.parametrize(("name", "told"), [("a.txt", "this is no list of feeds"), ("none.opml", "this is no list of feeds")])
def test_what_is_no_list_is_not_watched(run: Run, article: Path, store: str, name: str, told: str) -> None:
    watched = run("watch", article.parent / name, "--once", "--store", store)
    assert (watched.exit_code, told in watched.stderr) == (2, True)


def test_a_broken_list_is_told(run: Run, tmp_path: Path, store: str) -> None:
    (tmp_path / "feeds.opml").write_text("<opml><body><outline xmlUrl='http://a.example'></opml>")
    added = run("add", tmp_path / "feeds.opml", "--store", store)
    assert (added.exit_code, "this OPML file is broken" in added.stderr) == (2, True)


def test_watching_goes_on_through_failures_and_tells_each_once(
    site: Site, opml: Path, store: str, capsys: pytest.CaptureFixture[str]
) -> None:
    whole, text = site.pages["/feed"], opml.read_text()
    changes: list[Callable[[], object]] = [
        lambda: site.pages.update({"/feed": Reply(200, b"<rss>")}),
        lambda: None,
        lambda: opml.unlink(),
        lambda: (opml.write_text(text), site.pages.update({"/feed": whole})),
    ]
    slept: list[float] = []

    def sleep(length: float) -> None:
        slept.append(length)
        changes.pop(0)()

    reader = reader_of("default", ("en",), ())
    watch = Watch([str(opml)], store, reader, Manners(allow_private=True, delay=0), Clock(lambda: 1_930_000_000.0, sleep))
    assert watch.rounds(900, 5) is False
    lines = capsys.readouterr().err.splitlines()
    assert slept == [900] * 4
    assert [line.partition(" round ")[2].replace("; the next in 15 minutes", "") for line in lines if " round " in line] == [
        "1: 1 new, 1 in other languages", "2: 1 could not be read", "3: 1 could not be read",
        f"4: {opml}: there is no such file", "5: 1 already there, 1 in other languages",
    ]  # fmt: skip
    assert [line for line in lines if " round " not in line] == [f"detente: {site.at('/feed')}: this feed is broken (no element found); tell its publisher"]
    assert site.paths.count("/en") == site.paths.count("/ru") == 1


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_watching_ends_cleanly_when_it_is_interrupted(site: Site, opml: Path, store: str, number: int) -> None:
    words = ("watch", str(opml), "--every", "60", *KIND, "--store", store)
    code = "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler); from detente.cli.main import main; main()"
    source = str(Path(__file__).parent.parent.parent / "src")
    environment = {**os.environ, "PYTHONPATH": source}
    with subprocess.Popen([sys.executable, "-c", code, *words], stderr=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stderr
        line = process.stderr.readline()
        assert line.endswith(" round 1: 2 new; the next in 60 minutes\n")
        process.send_signal(number)
        assert process.stderr.read() == "detente: ended; everything that was read until here is kept\n"
    assert process.returncode == 0


def test_reading_files_needs_no_network() -> None:
    code = (
        "import sys, detente.cli.main, detente.cli.reading, detente.cli.keeping, detente.cli.distant; "
        "print([name for name in ('urllib3', 'feedparser', 'protego') if name in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def _pieces(terminal: int) -> Iterator[bytes]:
    """What comes from a terminal until its other end is closed, which Linux tells by an error."""
    while True:
        try:
            piece = os.read(terminal, 1 << 16)
        except OSError:
            return
        if not piece:
            return
        yield piece


def test_on_a_terminal_a_bar_shows_how_much_is_left(site: Site, store: str) -> None:
    pty = pytest.importorskip("pty", reason="terminals are opened with pty")
    ours, theirs = pty.openpty()
    words = ("add", site.at("/feed"), *KIND, "--store", store)
    code = (sys.executable, "-c", "from detente.cli.main import main; main()", *words)
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent.parent / "src"), "TERM": "xterm"}
    with subprocess.Popen(code, stderr=theirs, env=environment) as process:
        os.close(theirs)
        shown = b"".join(_pieces(ours))
        assert process.wait() == 0
    os.close(ours)
    assert b"Fetching" in shown
    assert shown.rstrip().endswith(b": 2 new")
