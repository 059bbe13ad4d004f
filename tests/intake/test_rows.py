"""JSON lines and tables: an article a row; a bad row costs no other."""

from __future__ import annotations

import csv
import io
import json
import tracemalloc
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.intake import Article, articles
from detente.intake.collections import table, texts
from detente.intake.collections.fields import parse_fields
from detente.pipeline import read_page
from detente.records import Block, Page, Reading
from detente.text.nearest import UnknownName

FEW = settings(max_examples=150, deadline=None, derandomize=True)
TEXT = "挪威外交大臣斯特兰德表示,挪威愿意同冰岛恢复谈判。"
OTHER = "冰岛外交部长豪克斯多蒂尔说,冰岛反对挪威的配额。"
ROW = {"headline": "挪威谈配额", "body": TEXT, "link": "https://news.example/1", "date": "2031-05-06", "source": {"name": "Fjord"}, "lang": "zh-CN"}


def found(folder: Path, name: str, body: bytes | str, **fields: str) -> list[Article]:
    """Return the articles of a file, with sources as they are in its folder."""
    (folder / name).write_bytes(body if isinstance(body, bytes) else body.encode())
    some = articles([str(folder / name)], fields)
    return [each._replace(source=each.source.removeprefix(f"{folder}/"), failure=each.failure.removeprefix(f"{folder}/")) for each in some]


def told(some: Sequence[Article]) -> dict[str, str]:
    """Return the last line of each text, or why there is none, by source."""
    return {each.source: each.failure or each.load().text.splitlines()[-1] for each in some}


def lines_of(*rows: object) -> str:
    """Return rows as JSON lines."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def csv_of(rows: Sequence[Sequence[object]], **more: str) -> str:
    """Return rows as a table."""
    file = io.StringIO()
    csv.writer(file, lineterminator="\n", **more).writerows(rows)  # type: ignore[arg-type]
    return file.getvalue()


def test_a_row_of_json_is_an_article(tmp_path: Path) -> None:
    (article,) = found(tmp_path, "news.jsonl", lines_of(ROW))
    assert article.source == "news.jsonl:1"
    assert article.load() == Page(
        f"挪威谈配额\n{TEXT}\n", "https://news.example/1", (Block("title", 0, 5), Block("body", 6, 6 + len(TEXT))),
        outlet="Fjord", published="2031-05-06", language="zh",
    )  # fmt: skip


def test_a_row_is_read_as_its_fields_say(tmp_path: Path) -> None:
    reading = read_page(found(tmp_path, "news.jsonl", lines_of(ROW))[0].load())
    assert isinstance(reading, Reading)
    document = reading.document
    assert (document.title, document.outlet, document.published) == ("挪威谈配额", "outlet:Fjord", "2031-05-06")
    assert [each.speaker and each.speaker.party for each in reading.statements] == ["NO"]


def test_fields_are_named_by_the_user(tmp_path: Path) -> None:
    row = {"a": TEXT, "b": {"c": "挪威谈配额"}, "d": 1935828000, "text": "not this"}
    (article,) = found(tmp_path, "news.ndjson", lines_of(row), text="a", title="b.c", published="d")
    page = article.load()
    assert (page.text.splitlines(), page.published) == (["挪威谈配额", TEXT], "2031-05-06T10:00:00+00:00")


def test_another_mapping_makes_another_article(tmp_path: Path) -> None:
    body = lines_of({"text": TEXT, "a": OTHER})
    assert found(tmp_path, "a.jsonl", body)[0].sha256 != found(tmp_path, "a.jsonl", body, text="a")[0].sha256


@pytest.mark.parametrize(("fields", "words"), [
    ({"text": "bodi"}, "there is no field 'bodi' for text; there are body, headline, link, date, source.name, lang"),
    ({"title": "titel"}, "there is no field 'titel' for title; there are headline, body,"),
])  # fmt: skip
def test_a_field_that_is_not_there_is_told_with_those_that_are(tmp_path: Path, fields: Mapping[str, str], words: str) -> None:
    for name, body in (("a.jsonl", lines_of(ROW)), ("a.csv", "headline,body,link,date,source.name,lang\na,b,c,d,e,f\n")):
        (article,) = found(tmp_path, name, body, **fields)
        assert words in article.failure
        assert article.source == name


def test_a_file_without_a_text_is_told(tmp_path: Path) -> None:
    assert told(found(tmp_path, "a.csv", "x,y\n1,2\n")) == {
        "a.csv": "a.csv: which field holds the text? Say --field text=NAME; there are x, y"
    }
    for name in ("a.csv", "a.tsv", "a.jsonl"):
        for body in ("", "\n\n", "text\n" if name != "a.jsonl" else "\n"):
            assert told(found(tmp_path, name, body)) == {name: f"{name}: there are no rows in it"}


def test_wishes_of_the_command_line() -> None:
    assert parse_fields(["text=body", "outlet = source.name"]) == {"text": "body", "outlet": "source.name"}
    with pytest.raises(UnknownName, match="an article has no 'headline'; it has text, title, url"):
        parse_fields(["headline=title"])
    with pytest.raises(UnknownName, match="name the field, as in --field text=body"):
        parse_fields(["text="])


def test_bad_lines_of_json_cost_no_other(tmp_path: Path) -> None:
    body = lines_of({"text": TEXT}) + '{"text": \n\n[1]\n"a"\nNaN\n' + lines_of({"text": 5}, {"text": " "}, {"no": 1}, {"text": [TEXT]}, {"text": OTHER})
    some = told(found(tmp_path, "a.jsonl", body))
    assert {source: words for source, words in some.items() if "a.jsonl" not in words} == {
        "a.jsonl:1": TEXT, "a.jsonl:7": "5", "a.jsonl:11": OTHER,
    }  # fmt: skip
    assert all("this is no object of JSON on one line" in some[f"a.jsonl:{number}"] for number in (2, 4, 5, 6))
    assert some["a.jsonl:8"] == "a.jsonl:8: no text in the field 'text'" and some["a.jsonl:9"].endswith("no text in the field 'text'")


def test_deep_json_is_told(tmp_path: Path) -> None:
    some = told(found(tmp_path, "a.jsonl", '{"a":' * 100_000 + "\n" + lines_of({"text": TEXT, "a": {"b": {"c": {"d": 1}}}})))
    assert "no object of JSON" in some["a.jsonl:1"]
    assert some["a.jsonl:2"] == TEXT


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_a_table_is_told_into_rows(tmp_path: Path, delimiter: str) -> None:
    body = csv_of([["标题", "正文", "日期"], ["配额", f"{TEXT}\n“,;”\t|\n{OTHER}", "2031年5月6日"], [], ["", OTHER, ""]], delimiter=delimiter)
    first, second = found(tmp_path, "a.tsv" if delimiter == "\t" else "a.csv", body)
    assert (first.source, second.source) == (first.source.partition(":")[0] + ":2", second.source.partition(":")[0] + ":6")
    assert first.load().text.splitlines() == ["配额", TEXT, "“,;”\t|", OTHER]
    assert first.load().published == "2031-05-06"
    assert second.load() == Page(OTHER)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "big5", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("name", ["a.csv", "a.jsonl"])
def test_encodings_are_found(tmp_path: Path, name: str, encoding: str) -> None:
    words = "挪威外交大臣斯特蘭德表示,挪威願意同冰島恢復談判。" if encoding == "big5" else TEXT
    rows = [{"id": "x" * 20_000, "text": words}, {"id": "2", "text": words}]
    body = lines_of(*rows) if name == "a.jsonl" else csv_of([["id", "text"], *(list(row.values()) for row in rows)])
    assert list(told(found(tmp_path, name, body.encode(encoding))).values()) == [words, words]


def test_russian_encodings_are_found(tmp_path: Path) -> None:
    text = "Глава МИД Армении заявил, что страна готова к переговорам."
    body = csv_of([["дата", "текст"], ["2031-05-06", text]])
    for encoding in ("cp1251", "koi8-r"):
        assert told(found(tmp_path, "a.csv", body.encode(encoding))) == {"a.csv:2": text}


def test_a_binary_file_is_told(tmp_path: Path) -> None:
    assert "binary file" in found(tmp_path, "a.csv", bytes(range(256)) * 9)[0].failure


def test_bad_rows_cost_no_other(tmp_path: Path) -> None:
    body = f'title,text\na,"{TEXT}"\nb,"never closed\nc,"{OTHER}"\nd,{TEXT},1,2\ne,"x" y\nf,"{TEXT}'
    some = told(found(tmp_path, "a.csv", body))
    assert {source: words for source, words in some.items() if "a.csv" not in words} == {"a.csv:2": TEXT, "a.csv:4": OTHER}
    assert some["a.csv:5"] == "a.csv:5: the row has 5 fields, the first line names 2"
    assert all("the row cannot be told into fields" in some[f"a.csv:{number}"] for number in (3, 6, 7))


def test_quotation_marks_between_tabs_are_words(tmp_path: Path) -> None:
    some = found(tmp_path, "a.tsv", f'title\ttext\nx\t"Нет", сказал он\ny\t{TEXT}\n')
    assert told(some) == {"a.tsv:2": '"Нет", сказал он', "a.tsv:3": TEXT}


def test_quotation_marks_that_never_close_do_not_take_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "LONGEST", 1000)
    monkeypatch.setattr(table, "AGAIN", 20_000)
    some = found(tmp_path, "a.csv", "title,text\n" + ('x,"\n' + "y,z\n" * 300) * 100)
    assert some[-1].failure.endswith("too often; the rest of the file is not read")
    assert len(some) < 9000


def test_a_line_that_is_too_long_costs_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texts, "LONGEST", 500)
    monkeypatch.setattr(table, "LONGEST", 500)
    some = told(found(tmp_path, "a.jsonl", lines_of({"text": TEXT}, {"text": "x" * 2000}, {"text": OTHER})))
    assert some == {"a.jsonl:1": TEXT, "a.jsonl:2": "a.jsonl:2: the line is too long for an article", "a.jsonl:3": OTHER}
    some = told(found(tmp_path, "a.csv", csv_of([["id", "text"], [1, TEXT], [2, "x" * 2000], [3, OTHER]])))
    assert (some["a.csv:2"], some["a.csv:4"]) == (TEXT, OTHER)
    assert some["a.csv:3"] == "a.csv:3: the line is too long for an article"


def test_a_text_with_marks_of_a_page_is_a_page(tmp_path: Path) -> None:
    rows = [{"text": f"<p>{TEXT}</p><p>{OTHER}</p>", "title": "谈 & 判", "outlet": "Fjord"}, {"text": f"<!doctype html><h1>挪威谈配额</h1><p>{TEXT}"}]
    first, second = (article.load() for article in found(tmp_path, "a.jsonl", lines_of(*rows)))
    assert (first.text, first.outlet) == (f"谈 & 判\n{TEXT}\n{OTHER}\n", "Fjord")
    assert second.text == f"挪威谈配额\n{TEXT}\n"


def test_what_no_database_holds_is_replaced(tmp_path: Path) -> None:
    (article,) = found(tmp_path, "a.jsonl", '{"text": "a\\u0000b", "title": "c\\u0000"}\n')
    assert article.load().text == "c\ufffd\na\ufffdb\n"


def test_memory_does_not_grow_with_a_file(tmp_path: Path) -> None:
    def peak(name: str, rows: int) -> int:
        body = lines_of(*[{"text": TEXT * 20}] * rows) if name == "a.jsonl" else csv_of([["text"], *[[TEXT * 20]] * rows])
        (tmp_path / name).write_text(body, encoding="utf-8")
        tracemalloc.start()
        assert sum(not article.failure for article in articles([str(tmp_path / name)])) == rows
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    for name in ("a.jsonl", "a.csv"):
        peak(name, 10)
        assert peak(name, 800) < 1.5 * peak(name, 80)


CELLS = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=12)


@FEW
@given(st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=8))
def test_what_is_written_is_read(rows: list[tuple[str, str]]) -> None:
    wanted = [text for _, text in rows]
    with TemporaryDirectory() as folder:
        some = found(Path(folder), "a.csv", csv_of([["id", "text"], *([f"x{each}", text] for each, text in rows)], quoting=csv.QUOTE_ALL))  # type: ignore[arg-type]
        more = found(Path(folder), "a.jsonl", lines_of(*({"id": each, "text": text} for each, text in rows)))
    for read in (some, more):
        assert [json.loads(article.body)["text"] if article.body.startswith(b"{") else article.body.decode() for article in read] == wanted


PIECES = st.sampled_from(["title,text\n", "text\t", '"', "\n", ",", "\t", ";", "\r", '{"text":', '"a"}', "挪威", "\0", "\\", "\ufeff", "\u2028", "[", "}"])
ENCODINGS = st.sampled_from(["utf-8", "gb18030", "utf-16"])


@FEW
@given(st.sampled_from(["a.csv", "a.tsv", "a.jsonl"]), st.lists(PIECES, max_size=40).map("".join), ENCODINGS, st.binary(max_size=6))
def test_no_file_ends_the_program(name: str, text: str, encoding: str, behind: bytes) -> None:
    with TemporaryDirectory() as folder:
        some = found(Path(folder), name, text.encode(encoding) + behind)
    sources = [article.source for article in some]
    assert some and len(set(sources)) == len(sources)
    assert all("\n" not in article.failure for article in some)
