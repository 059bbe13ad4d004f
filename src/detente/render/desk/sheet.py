"""A sheet: rows under columns, with notes below a row; as text for a terminal and as HTML for a notebook."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from detente.records import Record
from detente.render.ink import Line, Piece, print_lines
from detente.render.interface import interface
from detente.render.width import left, printable, right, width, wrap

LEAST_WIDTH, INDENT, GAP = 60, "    ", 2


class Column(Record, frozen=True):
    """A column: its heading, how many cells it takes (0: what is left), and whether it holds numbers."""

    label: str
    cells: int = 0
    is_number: bool = False


class Entry(Record, frozen=True):
    """A row: what stands in the columns, and notes that stand below it."""

    cells: tuple[str, ...]
    notes: tuple[str, ...] = ()


class Sheet(Record, frozen=True):
    """A heading, what is told beside it, rows under columns, and how many more there are."""

    title: str
    columns: tuple[Column, ...]
    entries: tuple[Entry, ...]
    told: tuple[str, ...] = ()
    more: str = ""


def render_sheets(sheets: tuple[Sheet, ...], ui: str, *, columns: int = 80, colour: bool = False) -> str:
    """Return sheets one below the other, `columns` wide."""
    lines = [line for sheet in sheets for line in (*_lines(sheet, ui, max(columns, LEAST_WIDTH)), ())]
    return print_lines(tuple(lines[:-1]), colour=colour)


def _lines(sheet: Sheet, ui: str, columns: int) -> Iterator[Line]:
    yield (Piece(printable(sheet.title), "strong"),)
    for sentence in sheet.told:
        yield from ((Piece(part, "quiet"),) for part in wrap(printable(sentence), columns))
    if not sheet.entries:
        yield (Piece(interface(ui).text("desk.empty")),)
        return
    rooms = _rooms(sheet, columns)
    if any(column.label for column in sheet.columns):
        yield (Piece(_row(sheet, tuple(column.label for column in sheet.columns), rooms), "quiet"),)
    for entry in sheet.entries:
        yield (Piece(_row(sheet, entry.cells, rooms)),)
        for note in entry.notes:
            yield from ((Piece(INDENT + part, "quiet"),) for part in wrap(printable(note), columns - len(INDENT)))
    if sheet.more:
        yield (Piece(sheet.more, "quiet"),)


def _rooms(sheet: Sheet, columns: int) -> list[int]:
    """How wide each column is: no wider than what stands in it; the open ones share what is left."""
    widest = [
        max(width(printable(text)) for text in (column.label, *(entry.cells[i] for entry in sheet.entries))) for i, column in enumerate(sheet.columns)
    ]
    rooms = [min(column.cells or widest[i], widest[i]) for i, column in enumerate(sheet.columns)]
    for i in (i for i, column in enumerate(sheet.columns) if not column.cells):
        rooms[i] = max(min(rooms[i], columns - sum(rooms) + rooms[i] - GAP * (len(rooms) - 1)), 8)
    return rooms


def _row(sheet: Sheet, cells: tuple[str, ...], rooms: list[int]) -> str:
    placed = (
        (right if column.is_number else left)(printable(cell), room) for column, cell, room in zip(sheet.columns, cells, rooms, strict=True)
    )
    return (" " * GAP).join(placed)


def sheets_html(sheets: tuple[Sheet, ...], ui: str) -> str:
    """Return sheets as tables of HTML, without script or colour."""
    return "".join(_table(sheet, ui) for sheet in sheets)


def _table(sheet: Sheet, ui: str) -> str:
    note = " ".join((f"<strong>{escape(printable(sheet.title))}</strong>", *(escape(printable(each)) for each in sheet.told)))
    heads = "".join(f'<th scope="col">{escape(column.label)}</th>' for column in sheet.columns)
    body = "".join(_entry(sheet, entry) for entry in sheet.entries)
    empty = f'<tr><td colspan="{len(sheet.columns)}">{escape(interface(ui).text("desk.empty"))}</td></tr>'
    more = f'<tr><td colspan="{len(sheet.columns)}">{escape(sheet.more)}</td></tr>' if sheet.more else ""
    return f'<table lang="{ui}"><caption>{note}</caption><thead><tr>{heads}</tr></thead><tbody>{body or empty}{more}</tbody></table>'


def _entry(sheet: Sheet, entry: Entry) -> str:
    aligned = ("right" if column.is_number else "left" for column in sheet.columns)
    cells = "".join(f'<td style="text-align:{side}">{escape(printable(cell))}</td>' for side, cell in zip(aligned, entry.cells, strict=True))
    notes = "".join(f"<br>{escape(printable(note))}" for note in entry.notes)
    below = f'<tr><td colspan="{len(sheet.columns)}" style="text-align:left;opacity:.75">{notes[4:]}</td></tr>' if notes else ""
    return f"<tr>{cells}</tr>{below}"
