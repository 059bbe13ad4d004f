"""The command commitments: from files or a store to a table, JSON, CSV and citations."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import msgspec
import pytest
from typer.testing import Result

import detente
from detente.analysis.commitments import FATES
from detente.analysis.uncertainty import judged
from detente.resources.meetings import load_meetings

Run = Callable[..., Result]
TALKS = """Norway and Finland meet

Oslo, March 10, 2031 (Reuters) -- Norway will reopen the Neiden crossing for lorries on May 5, Norwegian Foreign Minister Halvor Strand said.

The two sides agreed to hold talks on salmon quotas in Bergen in June. "=1+1 is what we want," Finnish Foreign Minister Aino Salmi said.
"""
LATER = """Lorries roll

Oslo, May 7, 2031 (Reuters) -- Lorries have used the Neiden crossing since Norway reopened it on Monday, Finland's border guard said.
"""


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """Return a folder with two articles that tell their day, as pages."""
    folder = tmp_path / "news"
    folder.mkdir()
    for name, day, text in (("a", "2031-03-10", TALKS), ("b", "2031-05-07", LATER)):
        title, *paragraphs = text.strip().split("\n\n")
        body = "".join(f"<p>{each}</p>" for each in paragraphs)
        head = f'<title>{title}</title><meta property="article:published_time" content="{day}T10:00:00+00:00">'
        page = f"<html><head>{head}</head><body><article><h1>{title}</h1>{body}</article></body></html>"
        (folder / f"{name}.html").write_text(page, encoding="utf-8")
    return folder


def test_table(files: Path, run: Run) -> None:
    found = run("commitments", files, "--parties", "Norway,FI", "--as-of", "2031-12-31")
    assert found.exit_code == 0, found.output
    assert "Finland and Norway: commitments, as of 31 December 2031" in found.stdout
    told = " ".join(found.stdout.split())
    assert re.search(r"2 commitments \(\d+–\d+\) · 2 reports · kept 1 \(\d+–\d+\) · overdue 1 \(\d+–\d+\)", told)
    assert re.search(r"unseen meetings: kept \d+ % \(\d+–\d+\); overdue \d+ % \(\d+–\d+\)\.", told)
    assert all(len(line) <= 80 for line in found.stdout.splitlines())
    assert "Norway → Finland" in found.stdout and found.stdout.count("news/a.html\n") == 2 and "news/b.html\n" in found.stdout


def test_words_of_each_interface(files: Path, run: Run) -> None:
    for ui, word in (("ru", "выполнено"), ("zh-Hans", "已履行"), ("zh-Hant", "已履行")):
        assert word in run("commitments", files, "--parties", "NO,FI", "--ui", ui).stdout


def test_evidence_shows_exact_words_and_where_they_stand(files: Path, run: Run) -> None:
    found = run("commitments", files, "--parties", "NO,FI", "--evidence")
    assert found.exit_code == 0 and "Norway will reopen the Neiden crossing for lorries on May 5" in found.stdout
    assert "kept" in found.stdout and "b.html [" in found.stdout


def test_json_and_csv(files: Path, run: Run, tmp_path: Path) -> None:
    ledger = json.loads(run("commitments", files, "--parties", "NO,FI", "--format", "json").stdout)
    assert ledger["as_of"] == "2031-05-07" and [each["fate"] for each in ledger["commitments"]] == ["kept", "unheard"]
    assert run("commitments", files, "--parties", "NO,FI", "-o", tmp_path / "ledger.csv").exit_code == 0
    fates = judged({fate: int(fate in ("kept", "unheard")) for fate in FATES}, load_meetings().fates)
    assert ledger["likely"][0] <= 2 <= ledger["likely"][1] and ledger["fates"] == json.loads(msgspec.json.encode(fates))
    rows = list(csv.DictReader(StringIO((tmp_path / "ledger.csv").read_text(encoding="utf-8"))))
    assert [row["due"] for row in rows] == ["2031-05-05", "2031-06"] and rows[0]["last_step"] == "kept"
    assert [float(row["sure"]) for row in rows] == [fates["kept"].sure.value, fates["unheard"].sure.value]
    assert all(float(row["sure_low"]) <= float(row["sure"]) <= float(row["sure_high"]) for row in rows)


def test_filters(files: Path, run: Run) -> None:
    assert "1 commitment" in run("commitments", files, "--parties", "NO,FI", "--topic", "fisheries").stdout
    assert "No commitments were found." in run("commitments", files, "--parties", "NO,FI", "--since", "2031-04").stdout
    assert "2 commitments" in run("commitments", files, "--parties", "NO,FI", "--until", "2031-03").stdout


def test_a_store_gives_what_its_files_give(files: Path, run: Run, tmp_path: Path) -> None:
    store = f"sqlite:///{tmp_path / 'store.sqlite'}"
    assert run("add", files, "--store", store).exit_code == 0
    asked = ("--parties", "NO,FI", "--format", "json")
    kept, read = (json.loads(run("commitments", *where, *asked).stdout)["commitments"] for where in (("--store", store), (files,)))
    assert [(each["by"], each["due"], each["fate"]) for each in kept] == [(each["by"], each["due"], each["fate"]) for each in read]
    assert len(kept) == 2


def test_in_python_the_pair_is_the_most_reported(files: Path) -> None:
    readings = [detente.read(file) for file in sorted(files.iterdir())]
    view = detente.commitments(readings)
    assert view.ledger.parties == ("FI", "NO") and len(view.commitments) == 2
    assert "<pre>" in view._repr_html_()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--as-of", "soon"), "write it as 2019-05-16, 2019-05 or 2019"),
        (("--parties", "NO"), "name two parties"),
        (("--parties", "NO,Ruritania"), "no party 'Ruritania' is known"),
        (("--topic", "herring-bones"), "herring-bones"),
        (("--evidence", "--format", "csv"), "--evidence is text"),
        (("-o", "nowhere/ledger.csv"), "there is no folder nowhere"),
    ],
)
def test_what_cannot_be_asked(files: Path, run: Run, words: tuple[str, ...], sentence: str) -> None:
    found = run("commitments", files, *words)
    assert found.exit_code != 0 and sentence in " ".join(found.output.split()) and "Traceback" not in found.output


def test_nothing_to_follow(tmp_path: Path, run: Run) -> None:
    (tmp_path / "a.txt").write_text("The harvest was good this year. The farmers said that they were glad of it.", encoding="utf-8")
    found = run("commitments", tmp_path / "a.txt")
    assert found.exit_code == 1 and "no two parties speak" in found.output
    assert run("commitments").exit_code == 2
