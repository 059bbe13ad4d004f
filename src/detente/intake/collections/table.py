"""Rows of CSV and TSV; a bad row costs no other."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from typing import Any

from .texts import LONGEST, Lines, is_too_long

DELIMITERS = ",;\t|"
# Characters that are read again behind quotation marks that never close, before the rest of a file is given up.
AGAIN = 8 * LONGEST
TOO_LONG = "the line is too long for an article"

Told = tuple[int, Mapping[str, Any], str]  # number, fields, failure


def table_rows(lines: Lines, *, tabs: bool = False) -> Iterator[Told]:
    """Yield number, fields and failure of each row behind the first, which names the fields."""
    csv.field_size_limit(LONGEST)
    first = next(lines, "").removeprefix("\ufeff")
    delimiter = "\t" if tabs else max(DELIMITERS, key=first.count)
    lines.give_back([first])
    head: list[str] = []
    for number, cells, failure in _records(lines, delimiter):
        if failure or not any(cells):
            yield from [(number, {}, failure)] if failure else []
        elif not head:
            head = [cell.strip() for cell in cells]
        elif len(cells) > len(head):
            yield number, {}, f"the row has {len(cells)} fields, the first line names {len(head)}"
        else:
            yield number, dict(zip(head, [*cells, *[""] * (len(head) - len(cells))], strict=True)), ""


def _records(lines: Lines, delimiter: str) -> Iterator[tuple[int, list[str], str]]:
    """Number of the first line, cells and failure of each record; behind a bad one, reading goes on at its second line."""
    again = AGAIN
    while line := next(lines, ""):
        number, taken = lines.number, [line]
        if is_too_long(line):
            yield number, [], TOO_LONG
            continue
        try:
            yield number, next(csv.reader(_more(lines, taken), delimiter=delimiter, strict=True), []), ""
        except csv.Error as error:
            again -= sum(map(len, taken[1:]))
            if again < 0:
                yield number, [], "quotation marks that never close, too often; the rest of the file is not read"
                return
            lines.give_back(taken[1:])
            yield _plainly(number, line, delimiter, str(error))


def _more(lines: Lines, taken: list[str]) -> Iterator[str]:
    """The first line of a record, and those that it goes on in."""
    yield taken[0]
    size = len(taken[0])
    for line in lines:
        taken.append(line)
        size += len(line)
        if size > LONGEST or is_too_long(line):
            raise csv.Error(TOO_LONG)
        yield line


def _plainly(number: int, line: str, delimiter: str, wrong: str) -> tuple[int, list[str], str]:
    """A bad record between tabs, where many programs quote nothing, as its line is; else a failure."""
    cells = line.rstrip("\r\n").split(delimiter)
    if delimiter == "\t" and len(cells) > 1:
        return number, cells, ""
    return number, [], f"the row cannot be told into fields ({wrong}); check its quotation marks"
