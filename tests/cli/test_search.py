"""detente search: what it prints, and what it refuses."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from typer.testing import Result

from detente.desk.search import search
from detente.render.found import render_found
from detente.render.report import Labels

Run = Callable[..., Result]


@pytest.fixture
def store(run: Run, articles: Path, tmp_path: Path) -> str:
    """Return the address of a store with the articles."""
    url = f"sqlite:///{tmp_path / 'store.sqlite'}"
    run("add", articles, "--store", url)
    return url


def test_a_hit_is_who_said_what_and_where(run: Run, store: str) -> None:
    found = run("search", "限制 反对", "--in", "statements", "--store", store)
    assert found.exit_code == 0
    assert [line.strip() for line in found.stdout.splitlines()][:2] == [
        "2031-03-04 \xb7 Global Times \xb7 俄罗斯副外长基里尔·索宾 (RU) \xb7 REJECT \xb7 Trade", "俄方反对美方的贸易限制",
    ]  # fmt: skip
    assert found.stdout.splitlines()[2].endswith("articles/a.txt")
    assert "\x1b" not in found.stdout


def test_hits_are_bold_on_a_terminal(store: str) -> None:
    hits = search("贸易限制", store, within="statements").hits
    assert "\x1b[1m贸易限制\x1b[0m" in render_found(hits, Labels({}, {}, {}), colour=True)


def test_json_lines_and_csv_hold_the_same(run: Run, store: str) -> None:
    lines = [json.loads(line) for line in run("search", "军控 OR 能源", "--format", "jsonl", "--store", store).stdout.splitlines()]
    rows = list(csv.DictReader(StringIO(run("search", "军控 OR 能源", "--format", "csv", "--store", store).stdout)))
    assert len(lines) == len(rows) > 2
    assert [line["text"] for line in lines] == [row["text"] for row in rows]
    assert all(line["text"][start:stop] in ("军控", "能源") for line in lines for start, stop in line["hits"])


def test_words_need_no_quotes(run: Run, store: str) -> None:
    assert run("search", "军控", "OR", "能源", "--store", store).stdout == run("search", "军控 OR 能源", "--store", store).stdout


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (("--party", "Russia"), {"a.txt"}),
        (("--party", "德国"), {"b.txt"}),
        (("--speaker", "延斯·阿尔特曼"), {"b.txt"}),
        (("--topic", "energy"), {"b.txt"}),
        (("--country", "CN", "--since", "2031-05"), {"b.txt"}),
        (("--outlet", "Global Times", "--until", "2031-03"), {"a.txt"}),
        (("--act", "cooperate", "--language", "zh"), {"a.txt", "b.txt"}),
        (("--relation", "common-ground", "--parties", "RU,US"), {"a.txt"}),
        (("--limit", "1", "--in", "documents", "--topic", "energy"), {"b.txt"}),
    ],
)
def test_filters(run: Run, store: str, options: tuple[str, ...], expected: set[str]) -> None:
    lines = run("search", "愿意", *options, "--format", "jsonl", "--store", store).stdout.splitlines()
    assert {Path(json.loads(line)["source"]).name for line in lines} == expected


@pytest.mark.parametrize(
    ("words", "told", "status"),
    [
        (("愿意 OR (军控",), "at character 7 of the query: this parenthesis is not closed", 2),
        (("鲭鱼",), "nothing found", 1),
        (("愿意", "--act", "DENY"), "--act DENY: there are AGREE", 2),
        (("愿意", "--in", "papers"), "--in papers: there are documents, statements", 2),
        (("愿意", "--party", "Ruritania"), "no party 'Ruritania' is known", 2),
        (("愿意", "--since", "yesterday"), "is no date; write it as 2019-05-16", 2),
        (("愿意", "--relation", "divergence"), "--relation goes with two --parties", 2),
    ],
)
def test_a_wrong_wish_is_told(run: Run, store: str, words: tuple[str, ...], told: str, status: int) -> None:
    result = run("search", *words, "--store", store)
    assert result.exit_code == status
    assert told in result.stderr


def test_a_cut_is_told(run: Run, store: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("detente.store.find.MOST_RANKED", 1)
    assert "only the newest of them are ranked" in run("search", "愿意", "--limit", "1", "--store", store).stderr
