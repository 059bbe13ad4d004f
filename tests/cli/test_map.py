"""`detente map`: what is chosen, what is written where, and how it ends."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from detente.render.interface import UI_LANGUAGES, interface

Run = Callable[..., Result]
THREE = Path(__file__).parents[2] / "docs" / "three-languages"  # three reports of one meeting


def rows(result: Result) -> list[dict[str, str]]:
    """Return the rows of CSV output."""
    assert result.exit_code == 0, result.stderr
    return list(csv.DictReader(io.StringIO(result.stdout)))


def test_the_pair_reported_most_is_chosen(run: Run, articles: Path) -> None:
    found = rows(run("map", articles, "--format", "csv"))
    assert {row["party"] for row in found} == {"RU", "US"}
    assert {row["topic"] for row in found} >= {"arms-control", "trade"}


@pytest.mark.parametrize("parties", ["RU,US", "us,ru", "Russia,United States", "俄罗斯,美國", "Россия\uff0cСША"])
def test_parties_by_code_or_name(run: Run, articles: Path, parties: str) -> None:
    found = rows(run("map", articles, "--format", "csv", "--parties", parties))
    assert {row["party"] for row in found} == {"RU", "US"}


@pytest.mark.parametrize("topic", ["trade", "Trade", "贸易", "Торговля"])
def test_only_a_topic(run: Run, articles: Path, topic: str) -> None:
    found = rows(run("map", articles, "--format", "csv", "--topic", topic, "--parties", "RU,US"))
    assert {row["topic"] for row in found} == {"trade"}


@pytest.mark.parametrize(
    ("period", "statements"),
    [(("--since", "2031-05"), 1), (("--until", "2031-04"), 4), (("--since", "2031", "--until", "2031"), 5)],
)
def test_only_a_period(run: Run, articles: Path, period: tuple[str, ...], statements: int) -> None:
    result = run("map", articles, "--format", "json", *period)
    assert result.exit_code == 0, result.stderr
    read = json.loads(result.stdout)
    assert len({row["evidence"] for row in read["rows"]} - {""}) <= statements
    table = run("map", articles, *period).stdout
    assert f"{statements} statement" in table


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--topic", "trad"), "no topic 'trad' in the codebook default; it has trade, "),
        (("--parties", "RU,JP"), "JP: nobody speaks for it in these articles; parties that speak, "
                                 "the most reported first: RU, US, DE"),
        (("--parties", "Rusia,US"), "no party 'Rusia' is known; closest: russia (RU)"),
        (("--parties", "RU"), "name two parties"),
        (("--codebook", "defalt"), "no codebook 'defalt'"),
        (("--since", "4/3/2031"), "--since '4/3/2031' is no date; write it as"),
        (("--format", "xls"), "'table', 'json', 'csv', 'html'"),
        (("--evidence", "mars"), "no topic"),
        (("--evidence", "trade", "--format", "csv"), "--evidence is text and cannot be written as csv"),
        (("--parties", "JP,FR"), "FR and JP: nobody speaks for them in these articles"),
    ],
)  # fmt: skip
def test_what_does_not_exist_is_said(run: Run, articles: Path, options: tuple[str, ...], said: str) -> None:
    result = run("map", articles, *options)
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stdout == ""
    assert "Traceback" not in result.stderr


def test_a_broken_codebook_names_file_and_line(run: Run, articles: Path, tmp_path: Path) -> None:
    book = tmp_path / "own.toml"
    book.write_text('name = "own"\n[[topic]\n', encoding="utf-8")
    result = run("map", articles, "--codebook", book)
    assert result.exit_code == 2
    assert "own.toml" in result.stderr
    assert "line 2" in result.stderr


def test_a_failed_file_leaves_the_others(run: Run, articles: Path) -> None:
    (articles / "c.txt").write_bytes(b"\x00\x01\x02\x03")
    result = run("map", articles)
    assert result.exit_code == 1
    assert "Arms control" in result.stdout
    assert "c.txt: this is a binary file" in result.stderr


def test_a_missing_file_and_a_folder_without_articles(run: Run, tmp_path: Path) -> None:
    missing = run("map", tmp_path / "none.txt")
    assert (missing.exit_code, missing.stdout) == (1, "")
    assert "there is no such file" in missing.stderr
    (tmp_path / "empty").mkdir()
    empty = run("map", tmp_path / "empty")
    assert empty.exit_code == 2
    assert "no articles there" in empty.stderr


def test_nothing_to_map(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "quiet.txt"
    file.write_text("今天天气很好,大家都在公园里散步。", encoding="utf-8")
    result = run("map", file)
    assert result.exit_code == 1
    assert "no two parties speak in these articles, so" in result.stderr


def test_nothing_to_map_in_a_period(run: Run, articles: Path) -> None:
    result = run("map", articles, "--since", "2099")
    assert result.exit_code == 1
    assert "no two parties speak in these articles on the topics and days chosen" in result.stderr


@pytest.mark.parametrize("form", ["table", "json", "csv", "html"])
def test_a_file_is_written(run: Run, articles: Path, tmp_path: Path, form: str) -> None:
    target = tmp_path / "out"
    result = run("map", articles, "--format", form, "-o", target)
    assert (result.exit_code, result.stdout) == (0, "")
    assert target.read_bytes() == run("map", articles, "--format", form).stdout_bytes


@pytest.mark.parametrize("ui", UI_LANGUAGES)
def test_a_page_of_several_reports_tells_which_report_the_same_utterance(run: Run, ui: str) -> None:
    result = run("map", THREE, "--format", "html", "--ui", ui)
    assert result.exit_code == 0
    assert interface(ui).text("field.same") in result.stdout


@pytest.mark.parametrize(("name", "form"), [("map.html", "html"), ("map.CSV", "csv"), ("map.md", "table")])
def test_a_file_is_written_as_its_name_ends(run: Run, articles: Path, tmp_path: Path, name: str, form: str) -> None:
    assert run("map", articles, "-o", tmp_path / name).exit_code == 0
    assert (tmp_path / name).read_bytes() == run("map", articles, "--format", form).stdout_bytes


def test_an_output_that_cannot_be_written_is_said_first(run: Run, articles: Path, tmp_path: Path) -> None:
    for target, said in ((tmp_path / "no" / "map.html", "there is no folder"), (tmp_path, "this is a folder")):
        result = run("map", articles, "-o", target)
        assert result.exit_code == 2
        assert said in result.stderr


def test_the_table_says_how_far_to_trust_it_and_where_it_was_published(run: Run, articles: Path) -> None:
    table = run("map", articles).stdout
    assert "% of statements and" in table
    assert "Global Times (China)" in table
    assert "Не найдено" not in table
    assert "% высказываний" in run("map", articles, "--ui", "ru").stdout


def test_evidence_can_be_cited(run: Run, articles: Path) -> None:
    result = run("map", articles, "--evidence", "trade", "--parties", "RU,US")
    cited = [line for line in result.stdout.splitlines() if line.startswith("Cite: ")]
    assert len(cited) == 2
    assert all("4 March 2031" in line for line in cited)
    assert cited[1].endswith("a.txt, paragraph 4.")


def test_a_map_rests_on_the_articles_that_are_about_its_parties(run: Run, articles: Path) -> None:
    (articles / "c.txt").write_text("Iran's foreign minister, Farhad Moradi, said on Monday that Iran rejects the Saudi oil quota.", encoding="utf-8")
    printed = run("map", articles, "--parties", "RU,US").stdout
    assert "2 reports" in printed.replace("1 report ", "2 reports ") and "English" not in printed
    assert "Moradi" not in run("map", articles, "--parties", "RU,US", "--format", "html").stdout


def test_an_office_that_stands_in_the_name_is_not_said_again(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "talks.txt"
    words = "Danish Foreign Minister Prince Aage bin Holm al-Skov said Denmark rejects the fish quota. Polish Minister Jan Nowak said Poland wants a quota."
    file.write_text(f"Talks\n21 May 2031\n\n{words}", encoding="utf-8")
    shown = " ".join(run("map", file, "--parties", "DK,PL", "--evidence", "fisheries").stdout.split())
    assert "Aage bin Holm al-Skov" in shown
    assert shown.count("Danish Foreign Minister") <= 2  # of the statement and of its citation
