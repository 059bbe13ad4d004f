"""detente copies: who printed a report first, and who changed what."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Run = Callable[..., Result]
BODY = (
    "Norwegian Foreign Minister Halvor Strand said that Norway rejects the mackerel quota which Iceland has proposed for this year.\n"
    "A spokesman for the ministry in Oslo said that Norway opposes any inspection of its trawlers by Icelandic fishery patrols.\n"
    "Icelandic Foreign Minister Birna Hauksdottir said that Iceland is ready to discuss mackerel quotas with Norway in the autumn.\n"
)
OTHER = "Finland and Estonia on ferries\n14 June 2031 10:00\n\nFinnish Foreign Minister Aino Salmela said that Finland welcomes the plan.\n"


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """Return a folder with a report, a copy of it, and another report."""
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text("Fish\n13 June 2031 10:00\n\n" + BODY.replace("autumn", "winter").partition("A spokesman")[0]
                                  + BODY[BODY.index("Icelandic Foreign"):].replace("autumn", "winter"), encoding="utf-8")  # fmt: skip
    (folder / "b.txt").write_text("Norway and Iceland on fish\n12 June 2031 10:00\n\n" + BODY, encoding="utf-8")
    (folder / "c.txt").write_text(OTHER, encoding="utf-8")
    return folder


@pytest.fixture
def store(run: Run, news: Path, tmp_path: Path) -> str:
    """Return the address of a store with the articles."""
    url = f"sqlite:///{tmp_path / 'store.sqlite'}"
    assert run("add", news, "--store", url).exit_code == 0
    return url


def test_copies_are_listed_with_the_first_one_first(run: Run, store: str, news: Path) -> None:
    assert run("copies", "--store", store).stdout.splitlines() == [
        "2 copies of one report",
        f"  first  2031-06-12T10:00, outlet unknown, {news}/b.txt",
        f"  copy   2031-06-13T10:00, outlet unknown, {news}/a.txt",
        "         sentences: 1 kept, 1 dropped, 1 changed",
        "",
    ]


def test_a_source_shows_every_change(run: Run, store: str, news: Path) -> None:
    shown = run("copies", news / "a.txt", "--store", store).stdout
    assert "\n         - A spokesman for the ministry in Oslo" in shown
    assert "quotas with Norway in the autumn.\n         > Icelandic" in shown
    assert run("copies", news / "c.txt", "--store", store).stdout.startswith("no copies\n")


def test_copies_as_json(run: Run, store: str, news: Path) -> None:
    (line,) = run("copies", "--store", store, "--format", "json").stdout.splitlines()
    listed = json.loads(line)
    assert listed["first"]["sources"] == [f"{news}/b.txt"]
    assert listed["first"]["changes"] is None
    assert {key: listed["copies"][0]["changes"][key] for key in ("kept", "added")} == {"kept": 1, "added": []}


def test_a_source_that_is_not_kept_is_told(run: Run, store: str) -> None:
    result = run("copies", "nowhere.txt", "--store", store)
    assert result.exit_code == 1
    assert "nowhere.txt is kept" in result.stderr


def test_the_status_counts_independent_reports(run: Run, store: str, news: Path) -> None:
    assert "reports       2" in run("status", "--store", store).stdout
    run("remove", news / "a.txt", "--store", store)
    assert run("copies", "--store", store).stderr.endswith(": no copies\n")


def test_a_map_counts_a_copy_once(run: Run, store: str, news: Path, tmp_path: Path) -> None:
    alone = f"sqlite:///{tmp_path / 'alone.sqlite'}"
    run("add", news / "b.txt", "--store", alone)
    both, one = (run("map", "--store", url, "--parties", "NO,IS", "--format", "csv").stdout for url in (store, alone))
    assert [line.split(",")[:6] for line in both.splitlines()] == [line.split(",")[:6] for line in one.splitlines()]
    assert run("map", news / "a.txt", news / "b.txt", "--parties", "NO,IS").stdout == run("map", "--store", store, "--parties", "NO,IS").stdout
