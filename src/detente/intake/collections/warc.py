"""WARC and WACZ, what crawlers keep: the pages that servers answered with."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator, Mapping
from typing import IO, Any, BinaryIO, Literal, cast
from zipfile import ZipExtFile, ZipFile

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from ..articles import Article
from ..failure import IntakeError
from .limits import LARGEST, read_within
from .zipped import DAMAGED as DAMAGED_ZIP

GZIP = b"\x1f\x8b"
RECORDS = (".warc", ".warc.gz")
HEADERS = 64 << 10  # bytes within which the headers of an answer end
PAGES = ("text/html", "application/xhtml+xml")
CUT_OFF = "the last record is cut off"
Peekable = io.BufferedReader | ZipExtFile
DAMAGED = (OSError, EOFError, ValueError, zlib.error)


def articles_in(path: str, source: str, fields: Mapping[str, str]) -> Iterator[Article]:
    """Yield the pages of an archive, each at its address and the time when it was taken; what cannot be read comes as a failure."""
    try:
        with open(path, "rb") as file:
            yield from _of_wacz(file, source) if path.lower().endswith(".wacz") else _of_warc(file, source)
    except OSError as error:
        yield Article(source, b"", failure=f"{source}: cannot be read ({error.strerror})")


def _of_wacz(file: IO[bytes], source: str) -> Iterator[Article]:
    """The pages of the WARC files in a WACZ file."""
    try:
        with ZipFile(file) as archive:
            for name in dict.fromkeys(name for name in archive.namelist() if name.lower().endswith(RECORDS)):
                with archive.open(name) as stream:
                    yield from _of_warc(cast(ZipExtFile, stream), f"{source}!/{name}")
    except DAMAGED_ZIP as error:
        yield _broken(source, "no WACZ file", error)


def _of_warc(file: Peekable, source: str) -> Iterator[Article]:
    """The pages of a WARC file, until its end or where it is damaged."""
    stream = _Stream(file)
    try:
        for record in ArchiveIterator(cast(BinaryIO, stream), WarcRecordType.response, parse_http=False, stream_detect=False):
            whole, body = record.content_length, _read(record, HEADERS)
            if record.is_http and _is_page(_answer(body, "none")):
                body += _read(record, LARGEST)
                yield _article(record, body, source)
            if len(body) < min(whole, HEADERS if len(body) <= HEADERS else LARGEST):
                raise EOFError(CUT_OFF)
        if stream.last != b"\n":  # which ends every record
            raise EOFError(CUT_OFF)
    except DAMAGED as error:
        yield _broken(source, "no WARC file", error)


def _broken(source: str, what: str, error: Exception) -> Article:
    told = next(iter(str(error).splitlines()), "") or type(error).__name__
    return Article(source, b"", failure=f"{source}: {what}, or damaged ({told}); what came before is read")


class _Stream(io.RawIOBase):
    """The bytes of a file, unpacked where it is packed; what is damaged, or missing at the end, is an error where it comes."""

    def __init__(self, file: Peekable) -> None:
        self._file = gzip.GzipFile(fileobj=file) if file.peek(2)[:2] == GZIP else file
        self.last = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        piece = self._file.read1(len(buffer))
        buffer[: len(piece)] = piece
        self.last = piece[-1:] or self.last
        return len(piece)

    def tell(self) -> int:
        return self._file.tell()


def _read(record: WarcRecord, most: int) -> bytes:
    """What comes next of a record, no more than that much."""
    pieces: list[bytes] = []
    while most > 0 and (piece := record.reader.read(min(most, 1 << 20))):
        most -= len(piece)
        pieces.append(piece)
    return b"".join(pieces)


def _answer(body: bytes, decode: Literal["none", "all"]) -> WarcRecord | None:
    """The answer of a server apart from the archive, so that a damaged one ends the reading of no other; none where it is none."""
    answer = WarcRecord()
    answer.init_headers(record_type=WarcRecordType.response)
    answer.is_http = True
    answer.set_bytes_content(body)
    try:
        answer.parse_http(auto_decode=decode, max_header_len=HEADERS)
    except DAMAGED:
        return None
    return answer


def _is_page(answer: WarcRecord | None) -> bool:
    if answer is None or answer.http_headers is None:
        return False
    return answer.http_headers.status_code == 200 and answer.http_content_type in PAGES


def _article(record: WarcRecord, body: bytes, archive: str) -> Article:
    """The article of a record that holds a page."""
    address = (record.headers.get("WARC-Target-URI") or "").strip("<>")
    taken = record.record_date
    where = f"{address}@{taken:%Y-%m-%dT%H:%M:%SZ}" if address and taken else address or f"{archive}!/{record.record_id}"
    try:
        if not (answer := _answer(body, "all")):
            raise ValueError(archive)
        page = read_within(answer.reader, where)
    except IntakeError as error:
        return Article(where, body[:HEADERS], failure=str(error))
    except DAMAGED:
        return Article(where, body[:HEADERS], failure=f"{where}: the record in {archive} is damaged; its bytes cannot be unpacked")
    return Article(where, page, url=address or None, content_type=answer.http_headers.get("Content-Type") or "text/html")
