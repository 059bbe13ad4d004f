"""Files: found, opened and decoded."""

from __future__ import annotations

import codecs
import glob
import re
import sys
from pathlib import Path

from detente.records import Page

from .charset import SAMPLE, guess, utf8, utf16
from .failure import IntakeError

TEXTS = frozenset({".txt", ".text", ".md"})
PAGES = frozenset({".html", ".htm", ".xhtml"})
ENDINGS = TEXTS | PAGES
# Endings of files that hold many articles, and the module of `collections` that reads them.
COLLECTIONS = {
    ".zip": "zipped", ".jsonl": "rows", ".ndjson": "rows", ".csv": "rows", ".tsv": "rows",
    ".warc": "warc", ".warc.gz": "warc", ".wacz": "warc",
}  # fmt: skip
_MARKUP = re.compile(rb"[\s\x00\xef\xbb\xbf\xff\xfe]*<\x00?(?:!\x00?d\x00?o\x00?c|!\x00?-\x00?-|h\x00?t\x00?m\x00?l|\?\x00?x\x00?m)", re.IGNORECASE)
_ARCHIVE = re.compile(rb"(?:^|\n)Content-Type:\s*multipart/related", re.IGNORECASE)


def expand(paths: list[str]) -> list[str]:
    """Return the files that paths, folders and patterns name, sorted within each; `-` stays itself."""
    found: list[str] = []
    for path in paths:
        place = Path(path)
        if path == "-" or place.is_file():
            found.append(path)
        elif place.is_dir():
            found += sorted(str(p) for p in place.rglob("*") if _holds_articles(p) and p.is_file())
        else:
            found += sorted(glob.glob(path, recursive=True)) or [path]
    return list(dict.fromkeys(found))


def collection_of(path: str) -> str:
    """Return the module of `collections` that reads a file, by its ending; nothing of a file that is one article.

    >>> collection_of("news/2031.WARC.gz"), collection_of("a.txt")
    ('warc', '')
    """
    return next((module for ending, module in COLLECTIONS.items() if path.lower().endswith(ending)), "")


def _holds_articles(path: Path) -> bool:
    return path.suffix.lower() in ENDINGS or collection_of(path.name) != ""


def decode(body: bytes, path: str) -> str:
    """Return the text of a file's bytes: UTF-8, else UTF-16, else the encoding that it reads best in.

    A few bad bytes do not make a text unreadable: each becomes U+FFFD. Raises `IntakeError` for an empty or binary
    file.

    >>> decode("外长说".encode("utf-16"), "a.txt")
    '外长说'
    """
    if not body.strip():
        raise IntakeError(f"{path}: the file is empty; give it the text of an article")
    plain = body.removeprefix(codecs.BOM_UTF8)
    try:
        if b"\x00" not in body[:SAMPLE]:
            return plain.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if (wide := utf16(body)) is not None:
        return wide.removeprefix("\ufeff")
    if b"\x00" in body[:SAMPLE]:
        raise IntakeError(f"{path}: this is a binary file; give the text of the article")
    text = utf8(plain)
    return body.decode(guess(body), errors="replace") if text is None else text


def is_markup(body: bytes) -> bool:
    """Return whether bytes open as a web page does.

    >>> is_markup(b"<!DOCTYPE html><p>"), is_markup(b"<!-- saved --><html>"), is_markup("外长说".encode())
    (True, True, False)
    """
    return _MARKUP.match(body) is not None


def refuse_others(body: bytes, path: str) -> None:
    """Raise `IntakeError` for the kinds of files that hold articles and are not read: PDF and MHTML."""
    if body[:1024].lstrip().startswith(b"%PDF-"):
        raise IntakeError(f"{path}: this is a PDF; save the article as a web page or as text, and give that")
    opening = body[:SAMPLE]
    if b"multipart/related" in opening.lower() and _ARCHIVE.search(opening):
        raise IntakeError(f"{path}: this is an MHTML archive; save the page again as 'Web page, HTML only'")


def load_bytes(body: bytes, path: str, *, url: str | None = None, content_type: str = "") -> Page:
    """Return the page of a file's bytes: a web page by its ending, its content type or how it opens, else a text."""
    refuse_others(body, path)
    if Path(path).suffix.lower() in PAGES or "html" in content_type or is_markup(body):
        from .page import read_markup

        return read_markup(body, path, url=url, content_type=content_type)
    return Page(decode(body, path), url)


def read_bytes(path: str) -> bytes:
    """Return the bytes of a file. Raises `IntakeError` for one that is not there or cannot be read."""
    try:
        return Path(path).read_bytes()
    except FileNotFoundError:
        raise IntakeError(f"{path}: there is no such file") from None
    except OSError as error:
        raise IntakeError(f"{path}: cannot be read ({error.strerror})") from None


def load(path: str, *, url: str | None = None) -> Page:
    """Return the page of a file or of standard input (`-`)."""
    if path == "-":
        return load_bytes(sys.stdin.buffer.read(), "standard input", url=url)
    return load_bytes(read_bytes(path), path, url=url)
