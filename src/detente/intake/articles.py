"""Articles to be read, each with its source: files, and what else holds articles."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from detente.records import Page

from .failure import IntakeError
from .files import collection_of, load_bytes, read_bytes

AS_COMMON: Mapping[str, str] = MappingProxyType({})  # fields by their common names


class Article(NamedTuple):
    """What was found at a source (a path or an address): bytes, the page that they are if it is known, or why there is none."""

    source: str
    body: bytes
    url: str | None = None
    content_type: str = ""
    page: Page | None = None
    failure: str = ""

    @property
    def sha256(self) -> str:
        """The hash of the bytes."""
        return sha256(self.body).hexdigest()

    def load(self) -> Page:
        """Return the page. Raises `IntakeError` where there is none."""
        if self.failure:
            raise IntakeError(self.failure)
        return self.page or load_bytes(self.body, self.source, url=self.url, content_type=self.content_type)


def file_article(path: str, source: str) -> Article:
    """Return the article of a file, or of standard input (`-`)."""
    try:
        return Article(source, sys.stdin.buffer.read() if path == "-" else read_bytes(path))
    except IntakeError as error:
        return Article(source, b"", failure=str(error))


def articles(paths: Iterable[str], fields: Mapping[str, str] = AS_COMMON) -> Iterator[Article]:
    """Yield the articles of files, in their order; each one's source begins with the whole path of its file.

    Of a row, `fields` names the fields that tell its text, title, url, published, outlet and language.
    """
    for path in paths:
        yield from articles_of(path, "standard input" if path == "-" else Path(path).absolute().as_posix(), fields)


def articles_of(path: str, source: str, fields: Mapping[str, str] = AS_COMMON) -> Iterator[Article]:
    """Yield the articles of a file, one or many, at a source or within it."""
    if (module := collection_of(path)) and path != "-":
        yield from import_module(f"{__package__}.collections.{module}").articles_in(path, source, fields)
    else:
        yield file_article(path, source)
