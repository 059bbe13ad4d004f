"""What a job is to do: read texts, files, or what is at addresses."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp
from typing import BinaryIO, NamedTuple

from detente.intake import Article, collection_of
from detente.intake.articles import articles_of
from detente.intake.files import COLLECTIONS

LONGEST_NAME = 200


class Given(NamedTuple):
    """A file that was sent: its name, and where it lies for now."""

    name: str
    path: Path


class Order(NamedTuple):
    """An order; `kind` is `text`, `files`, `address` or `feed`, `most` limits the pages of each list (0: all)."""

    kind: str
    name: str
    text: str = ""
    files: tuple[Given, ...] = ()
    addresses: tuple[str, ...] = ()
    most: int = 0
    folder: Path | None = None

    @property
    def total(self) -> int | None:
        """How many articles there are, where that is known."""
        is_open = self.addresses or any(collection_of(file.path.name) for file in self.files)
        return None if is_open else len(self.files) + bool(self.text)

    def articles(self) -> Iterator[Article]:
        """Yield the articles of texts and files."""
        if self.text:
            body = self.text.encode(errors="replace")
            yield Article(f"pasted/{sha256(body).hexdigest()[:12]}", body)
        for file in self.files:
            yield from articles_of(str(file.path), f"uploaded/{file.name}")

    def clear(self) -> None:
        """Remove the files."""
        if self.folder:
            shutil.rmtree(self.folder, ignore_errors=True)


def order_files(sent: list[tuple[str, BinaryIO]]) -> Order:
    """Return the order to read files, which are copied to a folder for the while.

    Their names alone are kept: a browser may send a path, which says nothing here.
    """
    folder = Path(mkdtemp(prefix="detente-"))
    given = []
    for number, (name, file) in enumerate(sent):
        path = folder / f"{number}{_ending(name)}"
        with path.open("wb") as copy:
            shutil.copyfileobj(file, copy)
        given.append(Given(name, path))
    named = ", ".join(file.name for file in given)
    return Order("files", named if len(named) <= LONGEST_NAME else f"{named[:LONGEST_NAME]}…", files=tuple(given), folder=folder)


def plain_name(name: str) -> str:
    """Return the name of a file, without a folder.

    >>> plain_name("..\\\\..\\\\etc/a.txt")
    'a.txt'
    """
    return name.replace("\\", "/").rpartition("/")[2][-LONGEST_NAME:]


def _ending(name: str) -> str:
    """The ending that says that a file holds many articles, in our own letters.

    >>> _ending("news.WARC.gz"), _ending("a.html")
    ('.warc.gz', '')
    """
    return next((ending for ending in COLLECTIONS if name.lower().endswith(ending)), "")
