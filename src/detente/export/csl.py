"""CSL-JSON, which Zotero, pandoc and citation processors read: an item an article."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from detente.records import Document

from .bibtex import key_of
from .contents import Contents
from .rows import outlet_of
from .writing import write_text


def write(contents: Contents, path: Path) -> None:
    """Write an item for every document."""
    write_text(path, array(item(each.reading.document, outlet_of(each.reading.document, contents.names)) for each in contents.chosen()))


def array(items: Iterator[dict[str, Any]]) -> Iterator[str]:
    """Yield the lines of a JSON array, an object a line.

    >>> "".join(array(iter([{"a": 1}, {"a": 2}])))
    '[\\n{"a":1},\\n{"a":2}\\n]\\n'
    """
    before = "[\n"
    for each in items:
        yield before + msgspec.json.encode(each).decode()
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def item(document: Document, outlet: str | None) -> dict[str, Any]:
    """Return a document as an item; what is not known is left out."""
    told = {
        "id": key_of(document), "type": "article-newspaper", "title": document.title, "container-title": outlet,
        "issued": _issued(document.published), "URL": document.url, "language": _language(document), "source": document.credit,
    }  # fmt: skip
    return {name: value for name, value in told.items() if value}


def _issued(published: str | None) -> dict[str, Any] | None:
    """A day, month or year in parts."""
    return {"date-parts": [list(map(int, published[:10].split("-")))]} if published else None


def _language(document: Document) -> str:
    return f"{document.language}-{document.script}" if document.script else document.language
