"""Pages that cannot be read get a sentence; awkward ones are read in bounded time."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest

from detente import read
from detente.records import FailedReading, Reading

PARAGRAPH = "<p>挪威外交大臣斯特兰德在奥斯陆表示，挪威愿意同冰岛恢复关于鲭鱼配额的谈判，并希望双方达成一致。</p>"
LINKS = "".join(f'<li><a href="/{number}">第{number}条</a></li>' for number in range(200))
MHTML = b"From: <Saved by Browser>\r\nSubject: page\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=x\r\n\r\n--x"


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"", "the file is empty"),
        (b" \n ", "the file is empty"),
        (b"<html></html>", "no article was found"),
        (b"<html><body><script>var a = 1</script></body></html>", "no article was found"),
        (f"<html><title>首页</title><body><ul>{LINKS}</ul></body></html>".encode(), "no article was found"),
        (bytes(range(256)) * 40, "binary file"),
        (b"\x89PNG\r\n\x1a\n" + bytes(90), "binary file"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "this is a PDF; save the article as"),
        (MHTML, "this is an MHTML archive; save the page again as"),
        (b"<html><p>" + "Der Minister sagte, dass die Gespräche weitergehen und dass er nicht kommt. ".encode() * 9, "this version reads Chinese"),
    ],
)
def test_what_cannot_be_read_is_said(tmp_path: Path, body: bytes, words: str) -> None:
    file = tmp_path / "page.html"
    file.write_bytes(body)
    failed = read(file)
    assert isinstance(failed, FailedReading)
    assert words in failed.failures[0].message
    assert str(file) in failed.failures[0].message


@pytest.mark.parametrize(("name", "body"), [("a.pdf", b"%PDF-1.4"), ("a.mhtml", MHTML), ("a.txt", MHTML)])
def test_other_kinds_of_files_are_named_whatever_their_ending(tmp_path: Path, name: str, body: bytes) -> None:
    (tmp_path / name).write_bytes(body)
    failed = read(tmp_path / name)
    assert isinstance(failed, FailedReading)
    assert "save the" in failed.failures[0].message


def test_a_page_under_another_name_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"<!DOCTYPE html><title>渔业谈判</title>{PARAGRAPH * 3}", "utf-8")
    reading = read(tmp_path / "a.txt")
    assert isinstance(reading, Reading)
    assert "<p>" not in reading.document.text


NESTED = 5_000
AWKWARD = {
    "divisions in divisions": "<div>" * NESTED + PARAGRAPH * 3 + "</div>" * NESTED,
    "words in words": "<p>" + "<span><b>" * NESTED + PARAGRAPH[3:-4] * 3 + "</b></span>" * NESTED,
    "lists in lists": "<ul><li>" * NESTED + PARAGRAPH * 3,
    "tables in tables": "<table><tr><td>" * NESTED + PARAGRAPH * 3,
    "one line of five megabytes": PARAGRAPH + f"<p>{'当天天气晴朗' * 280_000}</p>",
    "a hundred thousand line ends": PARAGRAPH * 3 + "<br>" * 100_000,
    "elements that never end": "<article><div><p><b><i>" + PARAGRAPH[3:-4] * 3,
    "a zero byte": PARAGRAPH * 3 + "\0",
    "lone characters of control": PARAGRAPH * 3 + "\x01\x1f\ufffe",
    "an XML declaration": '<?xml version="1.0" encoding="gbk"?>' + PARAGRAPH * 3,
    "deep data": '<script type="application/ld+json">' + "[" * 100_000 + "</script>" + PARAGRAPH * 3,
    "wide data": '<script type="application/ld+json">[' + '{"@type":"Thing"},' * 50_000 + "{}]</script>" + PARAGRAPH * 3,
}


@pytest.mark.parametrize("markup", AWKWARD.values(), ids=AWKWARD.keys())
def test_awkward_pages_are_read_in_bounded_time(markup: str) -> None:
    started = process_time()
    reading = read(f"<html><head><title>渔业谈判恢复</title></head><body>{markup}</body></html>".encode())
    assert isinstance(reading, Reading), reading.failures[0].message
    assert PARAGRAPH[3:-4] in reading.document.text
    assert process_time() - started < 60


def test_a_folder_gives_its_pages_too(tmp_path: Path) -> None:
    from detente.intake import expand

    for name in ("a.html", "b.HTM", "c.xhtml", "d.txt", "e.css"):
        (tmp_path / name).touch()
    assert [Path(path).name for path in expand([str(tmp_path)])] == ["a.html", "b.HTM", "c.xhtml", "d.txt"]


def test_what_no_file_can_hold_in_data_for_machines_is_replaced() -> None:
    data = r'{"@type": "NewsArticle", "headline": "挪威谈\ud800配额", "publisher": {"name": "Fjord\u0000\ud83d"}}'
    page = f'<html><script type="application/ld+json">{data}</script><body><h1>挪威谈配额</h1>{PARAGRAPH}</body></html>'
    reading = read(page.encode())
    assert isinstance(reading, Reading)
    assert reading.document.outlet == "outlet:Fjord\ufffd\ufffd"
