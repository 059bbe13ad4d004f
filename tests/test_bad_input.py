"""Bad input gets a sentence, and time stays bounded."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.api import read
from detente.records import FailedReading, Reading

ARTICLE = "俄方表示,俄方愿意同美方恢复谈判。美方则称,美方反对俄方的做法。"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_encodings_are_found(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(ARTICLE.encode(encoding))
    reading = read(file)
    assert isinstance(reading, Reading)
    assert reading.document.text == ARTICLE


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
