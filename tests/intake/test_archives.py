"""ZIP, WARC and WACZ files: what is in them is read as a stream; what cannot be read is told, and costs nothing else."""

from __future__ import annotations

import gzip
import io
import tracemalloc
import zipfile
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.intake import Article, IntakeError, articles, expand
from detente.intake.collections import limits, zipped

FEW = settings(max_examples=150, deadline=None, derandomize=True)
TEXT = "挪威外交大臣斯特兰德表示,挪威愿意同冰岛恢复谈判。冰岛外交部长豪克斯多蒂尔说,冰岛反对挪威的配额。\n"
PAGE = f"<!doctype html><title>配额</title><h1>挪威谈配额</h1><p>{TEXT}</p>"
MEMBERS = {"a.txt": TEXT, "norden/2031/b.html": PAGE, "norden/c.TXT": TEXT, "image.png": "x", "__MACOSX/a.txt": "x", "norden/.d.txt": "x"}


def zip_of(members: Iterable[tuple[str, str | bytes]], packed: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a ZIP file."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", packed) as archive:
        for name, body in members:
            archive.writestr(name, body)
    return file.getvalue()


def record(address: str, body: bytes, *, status: str = "200 OK", kind: str = "response", hour: int = 9, **headers: str) -> bytes:
    """Return a record of a WARC file: what a server answered."""
    told = {"Content-Type": "text/html; charset=gbk"} | {name.replace("_", "-"): value for name, value in headers.items()}
    answer = "".join([f"HTTP/1.1 {status}\r\n", *(f"{name}: {value}\r\n" for name, value in told.items()), "\r\n"]).encode() + body
    about = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2031-05-06T{hour:02}:30:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:{hour}>\r\nContent-Type: application/http; msgtype={kind}\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return about.encode() + answer + b"\r\n\r\n"


def page(number: int) -> bytes:
    """Return a record of a page."""
    return record(f"https://news.example/{number}", PAGE.encode("gbk"), hour=number)


def found(tmp_path: Path, name: str, body: bytes) -> list[Article]:
    """Return the articles of a file, with sources as they are in its folder."""
    (tmp_path / name).write_bytes(body)
    return [article._replace(source=article.source.removeprefix(f"{tmp_path}/")) for article in articles([str(tmp_path / name)])]


def failures(some: list[Article]) -> list[str]:
    """Return what could not be read, without the folder."""
    return [article.failure.rpartition("/")[2] for article in some if article.failure]


def test_texts_and_pages_of_a_zip_file_are_read(tmp_path: Path) -> None:
    some = found(tmp_path, "news.zip", zip_of(MEMBERS.items()))
    assert [article.source for article in some] == ["news.zip!/a.txt", "news.zip!/norden/2031/b.html", "news.zip!/norden/c.TXT"]
    assert some[0].load().text == TEXT
    assert some[1].load().text.startswith("挪威谈配额\n挪威外交大臣")


@pytest.mark.parametrize("name", ["/a.txt", "../a.txt", "x/../../a.txt", "C:a.txt", "..\\a.txt", "\\a.txt"])
def test_names_that_lead_out_of_an_archive_are_refused(tmp_path: Path, name: str) -> None:
    some = found(tmp_path, "news.zip", zip_of([(name, TEXT), ("good.txt", TEXT)]))
    assert "its name leads out of the archive" in some[0].failure
    assert some[1].load().text == TEXT


def test_an_encrypted_member_is_refused(tmp_path: Path) -> None:
    body = bytearray(zip_of([("a.txt", TEXT), ("b.txt", TEXT)]))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        body[body.index(mark) + flags] |= 1
    some = found(tmp_path, "news.zip", bytes(body))
    assert failures(some) == ["a.txt: encrypted; unpack the archive with its password and give the files"]
    assert some[1].load().text == TEXT


def test_a_member_packed_in_another_way_is_refused(tmp_path: Path) -> None:
    assert "pack it again" in failures(found(tmp_path, "news.zip", zip_of([("a.txt", TEXT)], zipfile.ZIP_LZMA)))[0]


def test_a_bomb_fills_no_memory(tmp_path: Path) -> None:
    body = zip_of([("bomb.txt", b"\0" * (3 * limits.LARGEST)), ("good.txt", TEXT)])
    (tmp_path / "news.zip").write_bytes(body)
    tracemalloc.start()
    some = list(articles([str(tmp_path / "news.zip")]))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert failures(some) == ["bomb.txt: too large for an article (more than 32 MiB unpacked)"]
    assert some[1].load().text == TEXT
    assert peak < 2.5 * limits.LARGEST


def test_a_member_that_lies_about_its_size_is_no_larger(tmp_path: Path) -> None:
    body = bytearray(zip_of([("a.txt", "\0" * 1000)]))
    place = body.index(b"PK\x01\x02") + 24
    body[place : place + 4] = (10).to_bytes(4, "little")
    assert all(article.failure or len(article.body) <= 10 for article in found(tmp_path, "news.zip", bytes(body)))


def test_an_archive_that_unpacks_to_far_too_much_ends_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipped, "AT_LEAST", 1000)
    monkeypatch.setattr(zipped, "TIMES", 10)
    some = found(tmp_path, "news.zip", zip_of((f"{i}.txt", b"a" * 100_000) for i in range(9)))
    assert 1 < len(some) < 9
    assert "unpack to far more than an archive of texts" in some[-1].failure


def test_too_many_members_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipped, "MOST_MEMBERS", 2)
    assert failures(found(tmp_path, "news.zip", zip_of((f"{i}.txt", TEXT) for i in range(3)))) == [
        "news.zip: it holds more than 2 files; split it"
    ]


def test_an_archive_without_articles_is_told(tmp_path: Path) -> None:
    assert failures(found(tmp_path, "news.zip", zip_of([("a.png", "x")]))) == ["news.zip: there are no texts or web pages in it"]


def test_a_damaged_member_costs_no_other(tmp_path: Path) -> None:
    body = bytearray(zip_of([("a.txt", TEXT), ("b.txt", TEXT)], zipfile.ZIP_STORED))
    body[40] ^= 0xFF
    some = found(tmp_path, "news.zip", bytes(body))
    assert failures(some) == ["a.txt: damaged (Bad CRC-32 for file 'a.txt')"]
    assert some[1].load().text == TEXT


def test_of_two_members_of_a_name_the_last_one_counts(tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        body = zip_of([("a.txt", "an older text"), ("a.txt", TEXT)])
    assert [article.load().text for article in found(tmp_path, "news.zip", body)] == [TEXT]


@pytest.mark.parametrize("name", ["news.zip", "news.wacz", "news.warc", "news.warc.gz"])
def test_what_is_no_archive_is_told(tmp_path: Path, name: str) -> None:
    for body in (TEXT.encode(), b"PK\x03\x04", b"\x1f\x8b\x08"):
        some = found(tmp_path, name, body)
        assert len(some) == 1
        assert "or" in some[0].failure and "damaged" in some[0].failure
        with pytest.raises(IntakeError):
            some[0].load()


def test_a_missing_archive_is_told(tmp_path: Path) -> None:
    for name in ("news.zip", "news.warc", "news.csv"):
        assert len(some := list(articles([str(tmp_path / name)]))) == 1
        assert name in some[0].failure


def test_pages_of_a_warc_file_are_read_by_their_own_headers(tmp_path: Path) -> None:
    packed = gzip.compress(PAGE.encode("big5", errors="replace"))
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE.encode("gbk")), PAGE.encode("gbk"))
    body = b"".join([
        record("https://news.example/info", b"", kind="warcinfo"), page(1),
        record("https://news.example/none", b"gone", status="404 Not Found"), record("https://news.example/moved", b"", status="301 Moved"),
        record("https://news.example/x.png", b"x", Content_Type="image/png"), record("https://news.example/1", b"", kind="revisit"),
        record("https://news.example/2", packed, Content_Type="text/html;charset=big5", Content_Encoding="gzip"),
        record("<https://news.example/3>", chunked, Transfer_Encoding="chunked", hour=11),
    ])  # fmt: skip
    for name, whole in (("news.warc", body), ("news.warc.gz", gzip.compress(body))):
        some = found(tmp_path, name, whole)
        assert [(article.source, article.url) for article in some] == [
            ("https://news.example/1@2031-05-06T01:30:00Z", "https://news.example/1"),
            ("https://news.example/2@2031-05-06T09:30:00Z", "https://news.example/2"),
            ("https://news.example/3@2031-05-06T11:30:00Z", "https://news.example/3"),
        ]
        assert [article.load().url for article in some] == [article.url for article in some]
        assert some[0].load().text == some[2].load().text
        assert "外交大臣" in some[0].load().text


def test_a_damaged_answer_costs_no_other(tmp_path: Path) -> None:
    bad = record("https://news.example/1", b"no gzip", Content_Encoding="gzip", hour=1)
    some = found(tmp_path, "news.warc", bad + page(2))
    assert failures(some) == ["news.warc is damaged; its bytes cannot be unpacked"]
    assert some[1].source.startswith("https://news.example/2@")


def test_a_page_that_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    bomb = record("https://news.example/1", gzip.compress(b"<p>" + b" " * (2 * limits.LARGEST)), Content_Encoding="gzip", hour=1)
    large = record("https://news.example/3", b"<p>" + b" " * (2 * limits.LARGEST), hour=3)
    some = found(tmp_path, "news.warc", bomb + page(2) + large + page(4))
    assert [bool(article.failure) for article in some] == [True, False, True, False]
    assert all("too large for an article" in article.failure for article in some if article.failure)


@pytest.mark.parametrize("cut", [1, 30, 300])
@pytest.mark.parametrize("packed", [False, True])
def test_a_broken_archive_gives_what_can_be_read(tmp_path: Path, cut: int, packed: bool) -> None:
    body = gzip.compress(page(1)) + gzip.compress(page(2)) if packed else page(1) + page(2)[:-4]
    some = found(tmp_path, "news.warc", body[:-cut])
    assert some[0].load().text
    assert some[-1].failure.endswith("; what came before is read")


def test_pages_of_a_wacz_file_are_read(tmp_path: Path) -> None:
    parts = [("archive/one.warc.gz", gzip.compress(page(1))), ("pages/pages.jsonl", "{}"), ("archive/two.warc", page(2)[:-50])]
    some = found(tmp_path, "news.wacz", zip_of(parts, zipfile.ZIP_STORED))
    assert [article.url for article in some if not article.failure] == ["https://news.example/1", "https://news.example/2"]
    assert "news.wacz!/archive/two.warc: no WARC file, or damaged" in some[-1].failure


def test_archives_are_found_in_folders(tmp_path: Path) -> None:
    names = ["a.txt", "b.zip", "c.jsonl", "d.ndjson", "e.csv", "f.tsv", "g.warc", "h.WARC.GZ", "i.wacz"]
    for name in (*names, "j.gz", "k.json", "l.sqlite"):
        (tmp_path / name).touch()
    assert [Path(path).name for path in expand([str(tmp_path)])] == names


def test_memory_does_not_grow_with_an_archive(tmp_path: Path) -> None:
    def peak(pages: int) -> int:
        (tmp_path / "news.warc.gz").write_bytes(b"".join(gzip.compress(page(i % 24) + b"") for i in range(pages)))
        tracemalloc.start()
        assert sum(1 for _ in articles([str(tmp_path / "news.warc.gz")])) == pages
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    peak(10)
    assert peak(1000) < 1.5 * peak(100)


WHOLE = {
    ".zip": zip_of(list(MEMBERS.items())[:3]),
    ".warc": page(1) + page(2),
    ".warc.gz": gzip.compress(page(1)) + gzip.compress(page(2)),
    ".wacz": zip_of([("archive/one.warc.gz", gzip.compress(page(1) + page(2)))], zipfile.ZIP_STORED),
}
EDITS = st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 40), st.binary(max_size=9)), min_size=1, max_size=5)


@FEW
@given(st.sampled_from(sorted(WHOLE)), EDITS)
def test_no_damage_ends_the_program(ending: str, edits: list[tuple[float, int, bytes]]) -> None:
    body = WHOLE[ending]
    for place, cut, put in edits:
        start = int(place * len(body))
        body = body[:start] + put + body[start + cut :]
    with TemporaryDirectory() as folder:
        some = found(Path(folder), f"news{ending}", body)
    for article in some:
        assert article.source
        assert "\n" not in article.failure
        assert len(article.body) <= limits.LARGEST
