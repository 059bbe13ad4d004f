"""JSON lines and tables (CSV, TSV): an article a row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing
from functools import lru_cache
from html import escape
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from detente.records import Block, Page
from detente.resources.tongues import find_language
from detente.text.nearest import UnknownName

from ..articles import Article
from ..failure import IntakeError
from ..files import is_markup
from ..moment import iso_time
from .fields import find_fields, flat
from .table import TOO_LONG, Told, table_rows
from .texts import Lines, encoding_of, is_too_long

TABLES = (".csv", ".tsv")
PEEK = 20  # rows that tell which fields there are
MOST_PEEKED = 1000


class Row(NamedTuple):
    """A row: the number of its first line, its fields, or why it has none."""

    number: int
    values: Mapping[str, Any]
    failure: str = ""


def articles_in(path: str, source: str, fields: Mapping[str, str]) -> Iterator[Article]:
    """Yield the articles of a file of rows, each at FILE:LINE; a row that cannot be read comes as a failure."""
    try:
        with open(path, "rb") as file:
            encoding = encoding_of(file, source)
            file.seek(0)
            with closing(Lines(file, encoding)) as lines:
                yield from _articles(map(Row._make, _rows(lines, Path(path).suffix.lower())), source, fields)
    except IntakeError as error:
        yield Article(source, b"", failure=str(error))
    except FileNotFoundError:
        yield Article(source, b"", failure=f"{source}: there is no such file")
    except OSError as error:
        yield Article(source, b"", failure=f"{source}: cannot be read ({error.strerror})")


def _rows(lines: Lines, ending: str) -> Iterator[Told]:
    return table_rows(lines, tabs=ending == ".tsv") if ending in TABLES else json_rows(lines)


def json_rows(lines: Lines) -> Iterator[Told]:
    """Yield number, fields and failure of each line of JSON."""
    for line in lines:
        if is_too_long(line):
            yield lines.number, {}, TOO_LONG
        elif line.strip():
            yield lines.number, *_decoded(line)


def _decoded(line: str) -> tuple[Mapping[str, Any], str]:
    try:
        return flat(msgspec.json.decode(line.removeprefix("\ufeff"), type=dict[str, Any])), ""
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        return {}, f"this is no object of JSON on one line ({error})"


def _articles(rows: Iterator[Row], source: str, wished: Mapping[str, str]) -> Iterator[Article]:
    """The articles of rows; the first rows tell which fields there are."""
    first: list[Row] = []
    for row in rows:
        first.append(row)
        if sum(not row.failure for row in first) == PEEK or len(first) == MOST_PEEKED:
            break
    if not first:
        raise IntakeError(f"{source}: there are no rows in it")
    names = tuple(dict.fromkeys(name for row in first for name in row.values))
    fields = find_fields(wished, names, source) if names else {"text": ""}
    for row in chain(first, rows):
        yield _article(row, f"{source}:{row.number}", fields)


def _article(row: Row, where: str, fields: Mapping[str, str]) -> Article:
    """The article of a row; its hash is that of what the row tells of it."""
    told = {name: _words(row.values.get(field)) for name, field in fields.items()}
    body = msgspec.json.encode(told)
    if row.failure:
        return Article(where, body, failure=f"{where}: {row.failure}")
    if not told["text"].strip():
        return Article(where, body, failure=f"{where}: no text in the field {fields['text']!r}")
    url = told.get("url", "").strip() or None
    if is_markup(told["text"].encode()):
        return Article(where, told["text"].encode(), url=url, content_type="text/html; charset=utf-8")
    if told["text"].lstrip().startswith("<") and "</" in told["text"]:
        return Article(where, _marked_up(told).encode(), url=url, content_type="text/html; charset=utf-8")
    return Article(where, body, page=_page(told, url))


def _words(value: Any) -> str:
    """A field's value as words: texts and numbers have some.

    >>> _words("a\\0 "), _words(1567835025), _words(None), _words(["a"])
    ('a\ufffd ', '1567835025', '', '')
    """
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    return str(value).replace("\0", "\ufffd")


def _marked_up(told: Mapping[str, str]) -> str:
    """A text with marks of a page, as the page that it was taken from."""
    title, published, outlet = (escape(told.get(name, "")) for name in ("title", "published", "outlet"))
    metas = (("og:title", title), ("article:published_time", published), ("og:site_name", outlet))
    head = "".join(f'<meta property="{name}" content="{value}">' for name, value in metas if value)
    shown = f"<h1>{title}</h1>" if title else ""
    return f"<!doctype html><html><head>{head}</head><body><article>{shown}{told['text']}</article></body></html>"


def _page(told: Mapping[str, str], url: str | None) -> Page:
    """The page of what a row tells: a title that is told stands on a line of its own above the text."""
    title = " ".join(told.get("title", "").split())
    text, blocks = _titled(title, told["text"]) if title else (told["text"], ())
    return Page(
        text, url, blocks, outlet=told.get("outlet", "").strip() or None, published=iso_time(told.get("published")),
        language=_language(told.get("language", "")),
    )  # fmt: skip


def _titled(title: str, text: str) -> tuple[str, tuple[Block, ...]]:
    """A text under its title, with a block a line.

    >>> _titled("Talks", "Talks\\n\\nThey met. ")
    ('Talks\\nThey met.\\n', (Block(kind='title', start=0, stop=5, credit=None), Block(kind='body', start=6, stop=15, credit=None)))
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    below = lines[1:] if lines[:1] == [title] and lines[1:] else lines
    blocks: list[Block] = []
    start = 0
    for line in (title, *below):
        blocks.append(Block("body" if blocks else "title", start, start + len(line)))
        start += len(line) + 1
    return "\n".join([title, *below, ""]), tuple(blocks)


@lru_cache(maxsize=100)
def _language(written: str) -> str:
    """The code of a language as a row names it; nothing for one that is not read.

    >>> _language("zh-CN"), _language("English"), _language("fr")
    ('zh', 'en', '')
    """
    try:
        return find_language(written.replace("_", "-").partition("-")[0].strip())
    except UnknownName:
        return ""
