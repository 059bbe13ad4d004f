"""Bad input gets a sentence, and time stays bounded."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from types import FrameType

import msgspec
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
    ("body", "word"), [(b"", "empty"), (b"\x00\x01\x02abc", "binary"), (b"Le ministre a dit que les pourparlers vont reprendre.", "Chinese")]
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


QUOTED = "“" * 100_000
AWKWARD = {
    "one line of five megabytes": ARTICLE + "当天天气晴朗" * 280_000,
    "unclosed quotations": "外长说,“我们" * 10_000,
    "nested quotations": f"外长说:{QUOTED}我们愿意谈判{QUOTED.replace('“', '”')}。",
    "quotations before a word": QUOTED + ARTICLE,
    "no date and no title": ARTICLE,
    "only a title": "俄美外长将会谈",
    "a zero byte": ARTICLE + "\0" + ARTICLE,
    "lone surrogates": b"\xff\xed\xa0\x80".decode("utf-8", "surrogateescape") + ARTICLE + "\ud83d",
    "bidirectional controls": "俄方\u202e表示\u202c,\u2067愿意谈判\u2069。\u200b" + ARTICLE,
    "a long text that is no path": ARTICLE * 12,
    "carriage returns": ARTICLE.replace("。", "。\r"),
    "blank lines": "\n" * 10_000 + ARTICLE + "\n" * 10_000,
}
FOREIGN = {
    "Ukrainian": "Міністр заявив, що переговори з Варшавою тривають, і це важливо для обох країн.",
    "Japanese": "外相は、協議を続けると述べました。これはかなです。",
    "Korean": "외무장관은 회담을 계속하겠다고 말했다.",
    "punctuation": "。,“”!?;:…—" * 100,
    "digits": "0123456789 " * 100,
    "blanks": " \u3000\t" * 10,
    "surrogates": "\ud83d\udc00" * 10,
}


@pytest.mark.parametrize("text", AWKWARD.values(), ids=AWKWARD.keys())
def test_awkward_texts_are_read_whole(text: str) -> None:
    reading = read(text)
    assert isinstance(reading, Reading)
    assert len(reading.document.text) == len(text)
    assert msgspec.json.encode(reading)


@pytest.mark.parametrize("text", FOREIGN.values(), ids=FOREIGN.keys())
def test_what_is_not_chinese_gets_a_sentence(text: str) -> None:
    failed = read(text + "\n")
    assert isinstance(failed, FailedReading)
    assert "Chinese" in failed.failures[0].message or "article" in failed.failures[0].message


def test_a_broken_utf_16_file_is_read(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(ARTICLE.encode("utf-16") + b"\x00\xd8\x41")
    assert isinstance(read(file), Reading)


def test_a_name_that_is_not_utf_8_is_shown(tmp_path: Path) -> None:
    file = os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt")
    assert "\ufffd.txt" in read(Path(file)).document.path


def _work(text: str) -> int:
    """How many lines of the program run while a text is read."""
    count = 0

    def trace(frame: FrameType, event: str, arg: object) -> object:
        nonlocal count
        count += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        read(text + "\n")
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize(
    ("head", "repeated", "tail"),
    [
        (ARTICLE, ARTICLE, ""),
        (ARTICLE, ARTICLE + "\n", ""),
        (ARTICLE, "俄方就此表态\n", ""),
        (ARTICLE, "外长说,“我们", ""),
        (ARTICLE + "外长说:", "“", "我们愿意”"),
        (ARTICLE + "外长说:“我们愿意", "”", ""),
        (ARTICLE, "“愿意谈判,”", "外长说。"),
        (ARTICLE + "双方在", "就在", "达成一致。"),
        (ARTICLE + "外长", "对谈判表示", "反对。"),
        (ARTICLE, "普京", "表示反对。"),
        (ARTICLE, "据路透社报道,", "外长说好。"),
        (ARTICLE, "(外长说", ""),
        (ARTICLE, "《外长说", ""),
        (ARTICLE + "外长说,", "如果制裁", "。"),
        ("", "来源:", "\n" + ARTICLE),
    ],
)
def test_work_grows_no_faster_than_the_text(head: str, repeated: str, tail: str) -> None:
    read(ARTICLE)
    small, large = (_work(head + repeated * (size // len(repeated)) + tail) for size in (3_000, 12_000))
    assert large < 5 * small
