"""Bad input gets a sentence, and time stays bounded."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.api import read
from detente.intake import IntakeError, decode
from detente.records import FailedReading, Reading

ARTICLE = "俄方表示,俄方愿意同美方恢复谈判。美方则称,美方反对俄方的做法。"


TRADITIONAL = "俄方表示,俄方願意同美方恢復談判。\n美方則稱,美方反對俄方的做法。"
SIMPLIFIED = ("utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16", "utf-16-le", "utf-16-be")


@pytest.mark.parametrize("encoding", SIMPLIFIED)
def test_encodings_are_found(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(ARTICLE.encode(encoding))
    reading = read(file)
    assert isinstance(reading, Reading)
    assert reading.document.text == ARTICLE


@pytest.mark.parametrize("encoding", [*SIMPLIFIED, "big5"])
@pytest.mark.parametrize("length", [12, 20, len(TRADITIONAL)])
def test_traditional_texts_keep_their_characters(encoding: str, length: int) -> None:
    assert decode(TRADITIONAL[:length].encode(encoding), "a.txt") == TRADITIONAL[:length]


@pytest.mark.parametrize("place", [13, 30])
def test_a_few_bad_bytes_cost_a_few_characters(place: int) -> None:
    body = ARTICLE.encode()
    text = decode(body[:place] + b"\xff" + body[place:], "a.txt")
    assert text.startswith("俄方表示") and text.endswith("做法。")
    assert len(text) <= len(ARTICLE) + 3


def test_a_mostly_english_page_in_gbk_keeps_its_chinese() -> None:
    text = "Agency report, edited in the newsroom. " * 9 + "俄方表示,愿意谈判。"
    assert decode(text.encode("gbk"), "a.txt") == text


@pytest.mark.parametrize("body", [bytes(range(256)) * 40, b"\x89PNG\r\n\x1a\n" + bytes(90), b"PK\x03\x04\x00\x00" * 30])
def test_binary_files_are_said(body: bytes) -> None:
    with pytest.raises(IntakeError, match=r"a\.bin: this is a binary file"):
        decode(body, "a.bin")


@pytest.mark.parametrize(
    ("body", "word"), [(b"", "empty"), (b"\x00\x01\x02abc", "binary"), (b"Hello there, world.", "Chinese")]
)
def test_what_cannot_be_read_is_said(tmp_path: Path, body: bytes, word: str) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(body)
    failed = read(file)
    assert isinstance(failed, FailedReading)
    assert word in failed.failures[0].message


def test_missing_file_is_said(tmp_path: Path) -> None:
    failed = read(tmp_path / "none.txt")
    assert isinstance(failed, FailedReading)
    assert "no such file" in failed.failures[0].message


def test_unclosed_quotations_are_read() -> None:
    assert isinstance(read("外长说,“我们" * 2000), Reading)
