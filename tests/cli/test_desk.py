"""The commands timeline, actors, topics and profile: of files and of a store, as tables, rows, pictures and citations."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from typer.testing import Result

import detente
from detente.desk.profiles import row_named
from detente.render.width import width

Run = Callable[..., Result]
MET = """Talks in Oslo
Reuters
March 5, 2031
OSLO, March 5 (Reuters) - Russia's foreign minister Kirill Sobin met US Secretary of State Ann Harlow in Oslo on Wednesday.
Sobin said Moscow was ready for talks on visas.
"""
COMMANDS = (("timeline",), ("actors",), ("topics",), ("topics", "--parties", "RU,US"), ("profile", "Russia"), ("profile", "\u5965\u5217\u683c\xb7\u74e6\u5b81"))


@pytest.fixture
def store(articles: Path, tmp_path: Path, run: Run) -> str:
    """Return the address of a store with two articles."""
    url = f"sqlite:///{tmp_path / 'store.sqlite'}"
    assert run("add", articles, "--store", url).exit_code == 0
    return url


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("form", ["table", "json", "csv"])
def test_files_and_a_store_show_the_same(command: tuple[str, ...], form: str, articles: Path, store: str, run: Run) -> None:
    of_files = run(command[0], *command[1:], articles, "--format", form)
    of_store = run(command[0], *command[1:], "--store", store, "--format", form)
    assert of_files.exit_code == 0 and of_store.exit_code == 0 and of_files.stdout == of_store.stdout and len(of_files.stdout) > 100
    if form == "json":
        assert json.loads(of_files.stdout)["rows"]
    if form == "csv":
        assert len({len(row) for row in csv.reader(of_files.stdout.splitlines())}) == 1


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("ui", ["en", "zh-Hans", "zh-Hant", "ru"])
def test_tables_fit_eighty_columns(command: tuple[str, ...], ui: str, articles: Path, run: Run) -> None:
    found = run(command[0], *command[1:], articles, "--ui", ui)
    assert found.exit_code == 0 and max(map(width, found.stdout.splitlines())) <= 80


def test_what_a_timeline_tells(articles: Path, run: Run) -> None:
    rows = list(csv.DictReader(run("timeline", articles, "--parties", "RU,US", "--format", "csv").stdout.splitlines()))
    (third,) = [row for row in rows if row["date"] == "2031-03-03"]
    assert third["statements"] == "RU 1; US 0" and third["topics"] == "arms-control 1 one-sided RU" and third["evidence"].startswith("statement:")
    assert [row["date"] for row in rows] == sorted(row["date"] for row in rows)
    one = run("timeline", articles, "--parties", "RU,US", "--limit", 1)
    assert "2031-03-03" not in one.stdout and "--limit 0" in one.stdout
    assert "2031-03-03" in run("timeline", articles, "--parties", "RU,US", "--limit", 0, "--until", "2031-03-03").stdout


@pytest.mark.parametrize("command", ["actors", "topics", "timeline"])
def test_lists_are_lists_in_json_and_joined_in_csv(command: str, store: str, run: Run) -> None:
    rows = json.loads(run(command, "--store", store, "--format", "json").stdout)["rows"]
    written = list(csv.DictReader(run(command, "--store", store, "--format", "csv").stdout.splitlines()))
    assert len(rows) == len(written) > 0
    lists = {name for row in rows for name, value in row.items() if isinstance(value, list)}
    assert lists == {
        "actors": {"parties", "party_labels", "topics", "outlets"}, "topics": {"parties"},
        "timeline": {"parties", "participants", "statements", "topics", "documents", "evidence"},
    }[command]  # fmt: skip
    for row, line in zip(rows, written, strict=True):
        assert not any("; " in value for value in row.values() if isinstance(value, str))
        for name in lists:
            parts = (each if isinstance(each, str) else " ".join(str(value) for value in each.values() if value != "") for each in row[name])
            assert line[name] == "; ".join(parts)


def test_who_speaks_and_on_what(store: str, run: Run) -> None:
    actors = json.loads(run("actors", "--store", store, "--party", "US", "--format", "json").stdout)
    assert {row["parties"][0]["key"] for row in actors["rows"]} == {"US"} and actors["rows"][0]["least"] is not None
    topics = json.loads(run("topics", "--store", store, "--parties", "RU,US", "--format", "json").stdout)
    relations = {row["topic"]: row["relation"] for row in topics["rows"]}
    assert relations["arms-control"] == "common-ground" and relations["trade"] == "divergence" and topics["pair"] == ["RU", "US"]
    assert len(json.loads(run("topics", "--store", store, "--limit", 1, "--format", "json").stdout)["rows"]) == 1


@pytest.mark.parametrize(
    ("words", "quoted"),
    [
        (("timeline", "--parties", "RU,US", "--evidence", "2031-03"), "\u6062\u590d\u519b\u63a7\u8c08\u5224"),
        (("actors", "--evidence", "\u5965\u5217\u683c\xb7\u74e6\u5b81"), "\u6062\u590d\u519b\u63a7\u8c08\u5224"),
        (("topics", "--evidence", "trade"), "\u575a\u6301\u8d38\u6613\u9650\u5236"),
        (("profile", "US", "--evidence", "trade"), "\u575a\u6301\u8d38\u6613\u9650\u5236"),
    ],
)
def test_every_figure_has_its_statements(words: tuple[str, ...], quoted: str, store: str, run: Run) -> None:
    found = run(*words, "--store", store)
    assert found.exit_code == 0 and quoted in found.stdout and "a.txt" in found.stdout


ADDRESSED = """Talks on trade

4 March 2031

Russia's foreign minister, Kirill Sobin, told US secretary of state Harlan Price that Russia rejected US restrictions on trade.
Sobin told Price that Russia was ready to resume talks on arms control. Price said the United States rejected Russia's demands on trade.
"""


def test_every_row_of_a_profile_has_its_statements(store: str, run: Run, tmp_path: Path) -> None:
    file = tmp_path / "addressed.txt"
    file.write_text(ADDRESSED, encoding="utf-8")
    assert run("add", file, "--store", store).exit_code == 0
    traced: dict[str, int] = {}
    for who in ("RU", "Kirill Sobin"):
        for row in json.loads(run("profile", who, "--store", store, "--format", "json").stdout)["rows"]:
            if row["section"] in ("name", "event"):
                continue
            cited = {run("profile", who, "--store", store, "--evidence", name, "--limit", 0).stdout for name in (row["key"], f"{row['section']}:{row['key']}")}
            assert len(cited) == 1, row
            behind = cited.pop().splitlines()
            assert behind and len(behind) <= row["number"] if row["section"] == "act" else len(behind) >= row["number"], row
            traced[row["section"]] = traced.get(row["section"], 0) + 1
    assert set(traced) == {"whole", "topic", "act", "addressee", "outlet", "speaker", "party", "office"}
    by_label = run("profile", "RU", "--store", store, "--evidence", "rejects", "--limit", 1).stdout
    assert by_label.count("\n") == 1
    assert "\u53cd\u5bf9" in run("profile", "RU", "--store", store, "--evidence", "\u62d2\u7edd", "--ui", "zh-Hans").stdout


def test_events_of_a_profile_have_the_words_that_tell_them(store: str, run: Run, tmp_path: Path) -> None:
    file = tmp_path / "met.txt"
    file.write_text(MET, encoding="utf-8")
    assert run("add", file, "--store", store).exit_code == 0
    rows = json.loads(run("profile", "RU", "--store", store, "--format", "json").stdout)["rows"]
    events = [row for row in rows if row["section"] == "event"]
    assert events
    for row in events:
        assert row["documents"] and [each.partition(":")[0] for each in row["evidence"]] == ["event"] * len(row["evidence"]) != [], row
        for name in (row["label"], f"event:{row['first']}"):
            cited = run("profile", "RU", "--store", store, "--evidence", name, "--limit", 0).stdout.splitlines()
            assert len([line for line in cited if line.startswith(f"{row['label']}: ")]) >= row["number"], name


def test_of_rows_of_one_name_the_section_tells_which() -> None:
    rows = [{"section": section, "key": key, "label": label} for section, key, label in (
        ("speaker", "state:US", "the US"), ("addressee", "state:US", "the US"), ("act", "SANCTION", "sanctions"), ("topic", "sanctions", "Sanctions"),
    )]  # fmt: skip
    asked = ("us", "speaker:US", "Sanctions", "act:sanctions", "state:US", "outlet:x", "office")
    assert [row_named(rows, name) for name in asked] == [
        ("addressee", "state:US"), ("speaker", "state:US"), ("topic", "sanctions"), ("act", "SANCTION"), ("addressee", "state:US"), None, None,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("profile", "US", "--evidence", "rejecs"), "no row rejecs in this profile: there are rejects"),
        (("profile", "Rusia"), "no Rusia is heard here; closest:"),
        (("profile", "person:nobody"), "no person:nobody is heard here"),
        (("actors", "--evidence", "Nemo"), "no Nemo is heard here"),
        (("topics", "--evidence", "tade"), "no topic 'tade' in the codebook"),
        (("topics", "--parties", "RU"), "name two parties"),
        (("timeline", "--parties", "RU,Ruritania"), "no party 'Ruritania' is known"),
        (("timeline", "--since", "then"), "write it as 2019-05-16, 2019-05 or 2019"),
        (("timeline", "--evidence", "then"), "write it as 2019-05-16, 2019-05 or 2019"),
        (("timeline", "--evidence", "1999"), "no statement is behind 1999"),
        (("timeline", "--evidence", "2031", "--format", "svg"), "--evidence is text"),
        (("actors", "-o", "nowhere/actors.csv"), "no folder nowhere"),
        (("actors", "--format", "graphml"), "graphml"),
    ],
)
def test_what_cannot_be_asked(store: str, run: Run, words: tuple[str, ...], sentence: str) -> None:
    found = run(*words, "--store", store)
    assert found.exit_code != 0 and sentence in found.output and "Traceback" not in found.output


@pytest.mark.parametrize("command", ["timeline", "actors", "topics", "profile"])
def test_nothing_to_read(command: str, run: Run, tmp_path: Path) -> None:
    name = ("US",) if command == "profile" else ()
    assert "name files or folders of articles, or a store" in run(command, *name).output
    (tmp_path / "bad.txt").write_bytes(b"\x00\x01\x02")
    found = run(command, *name, tmp_path / "bad.txt")
    assert found.exit_code == 1 and "nothing could be read" in found.output


def test_what_could_not_be_read_shows_in_the_status(run: Run, articles: Path) -> None:
    (articles / "bad.txt").write_bytes(b"\x00\x01\x02")
    found = run("actors", articles)
    assert found.exit_code == 1 and "Who speaks" in found.stdout


def test_an_empty_store(run: Run, tmp_path: Path, articles: Path, store: str) -> None:
    run("remove", articles, "--store", store)
    assert "Nothing was found." in run("actors", "--store", store).stdout and "Nothing was found." in run("topics", "--store", store).stdout
    assert run("timeline", "--store", store).exit_code == 2 and run("profile", "US", "--store", store).exit_code == 2


@pytest.mark.parametrize("form", ["svg", "png"])
@pytest.mark.parametrize("command", [("timeline", "--parties", "RU,US"), *COMMANDS[1:5]])
def test_pictures_are_the_same_bytes(command: tuple[str, ...], form: str, run: Run, articles: Path, tmp_path: Path) -> None:
    files = [tmp_path / f"{name}.{form}" for name in "ab"]
    for file in files:
        assert run(*command, articles, "-o", file, "--ui", "zh-Hans").exit_code == 0
    first, second = (file.read_bytes() for file in files)
    assert first == second and len(first) > 1000


def test_a_missing_library_is_said(run: Run, articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    found = run("actors", articles, "--format", "svg")
    assert found.exit_code == 1 and "pip install 'detente[analysis]'" in found.output


@pytest.fixture
def views(articles: Path) -> Iterator[list[detente.DeskView]]:
    """Return the four views of readings in memory."""
    readings = [detente.read(file) for file in sorted(articles.iterdir())]
    yield [
        detente.timeline(readings, ("RU", "US")), detente.actors(iter(readings), topics=["trade"]),
        detente.topics(readings, pair=("RU", "US")), detente.profile(readings, "RU"),
    ]  # fmt: skip


def test_in_python(views: list[detente.DeskView]) -> None:
    for view in views:
        assert view.to_rows() and str(view) == view.to_table() and repr(view).startswith("<DeskView ")
        html = view._repr_html_()
        assert html.startswith("<table") and "<script" not in html
        assert b"<svg" in view.to_file("svg")
    assert {row["topics"].split()[0] for row in views[1].to_rows()} == {"trade"}


def test_an_open_corpus(store: str) -> None:
    with detente.open(store) as corpus:
        assert detente.actors(corpus).to_rows() == detente.actors(corpus.store).to_rows()


def test_rows_of_a_week_and_of_no_day_can_be_traced(tmp_path: Path, run: Run) -> None:
    file = tmp_path / "undated.txt"
    file.write_text("俄罗斯外长奥列格·瓦宁同美国国务卿哈兰·普赖斯举行会谈。瓦宁说，俄方愿意同美方恢复军控谈判。\n", encoding="utf-8")
    rows = list(csv.DictReader(run("timeline", file, "--parties", "RU,US", "--format", "csv").stdout.splitlines()))
    assert [(row["kind"], row["date"]) for row in rows] == [("event", ""), ("statements", "")]
    behind = run("timeline", file, "--parties", "RU,US", "--evidence", "no date").stdout
    assert "举行会谈" in behind.splitlines()[0] and "恢复军控谈判" in behind.splitlines()[1]
    assert "no statement is behind 2031-W10" in run("timeline", file, "--parties", "RU,US", "--evidence", "2031-W10").stderr
