"""Articles to be read, each with its source: files, and what else holds articles."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from detente.records import Page

from .failure import IntakeError
from .files import load_bytes, read_bytes


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


def articles(paths: Iterable[str]) -> Iterator[Article]:
    """Yield the articles of files, in their order; each one's source is its whole path."""
    for path in paths:
        yield file_article(path, "standard input" if path == "-" else Path(path).absolute().as_posix())
