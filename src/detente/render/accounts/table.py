"""Two accounts side by side as text, and the list of meetings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, zip_longest

from detente.analysis.accounts import CONTRADICTED, Account, Gathering, Telling
from detente.render.citation import cite
from detente.render.ink import Line, Piece, print_lines
from detente.render.interface import Interface
from detente.render.places import place_name
from detente.render.report import Labels
from detente.render.sure import how_sure_of_meetings
from detente.render.width import left, printable, right, wrap

from .shown import MOST, Shown, best_of, title_of

LEAST_WIDTH = 60
GAP = "  "
STYLES = ("left", "right")
NUMBER, DATE, KIND, ACCOUNTS = 5, 12, 10, 9


def render_table(shown: Shown, *, width: int = 80, colour: bool = False) -> str:
    """Return both accounts side by side, topic by topic; contradictions first."""
    return print_lines(tuple(_lines(shown, max(width, LEAST_WIDTH))), colour=colour)


def _lines(shown: Shown, width: int) -> Iterator[Line]:
    words, comparison = shown.words, shown.comparison
    yield from ((Piece(part, "strong"),) for part in wrap(title_of(shown), width))
    told = (words.text("accounts.reports", party=shown.labels.party(side), reports=words.count("reports", n)) for side, n in comparison.reports.items())
    for sentence in (words.text("list.dot").join(told), *shown.trust, *sure_of_accounts(shown), words.text("accounts.absence")):
        yield from ((Piece(part, "quiet"),) for part in wrap(sentence, width))
    if not comparison.rows:
        yield ()
        yield (Piece(words.text("accounts.empty")),)
    column = (width - len(GAP)) // 2
    for (account, by), group in groupby(comparison.rows, key=lambda row: (row.account, row.by)):
        yield ()
        rows = tuple(group)
        yield (Piece(heading(shown, account, by, len(rows)), "heading"),)
        for row in rows:
            yield ()
            yield from _row(shown, row, column)


def heading(shown: Shown, account: str, by: str | None, number: int) -> str:
    """Return what is told by whom, and of how many topics."""
    words = shown.words
    head = words.text(f"accounts.{account}", party=shown.labels.party(by)) if by else words.text(f"accounts.{account}")
    return head + words.text("list.colon") + shown.counted(account, number)


def sure_of_accounts(shown: Shown) -> tuple[str, ...]:
    """Return how often accounts such as these were right on unseen meetings, and what numbers in parentheses are."""
    words, meetings = shown.words, shown.measured.meetings
    accounts = {words.text(f"web.account.{account}"): each for account, each in shown.accounts.items()}
    return (how_sure_of_meetings(words, accounts, meetings), words.text("sure.bounds")) if shown.comparison.rows else ()


def _row(shown: Shown, row: Account, column: int) -> Iterator[Line]:
    label = printable(shown.labels.topic(row.topic))
    why = shown.words.text("list.colon") + shown.words.text(f"accounts.{row.method}") if row.account == CONTRADICTED else ""
    yield from ((Piece(part, "strong"),) for part in wrap(label + why, 2 * column + len(GAP)))
    cells = [_cell(shown, row, side, column, style) for side, style in zip(shown.comparison.gathering.parties, STYLES, strict=True)]
    for one, other in zip_longest(*cells, fillvalue=("", "plain")):
        yield Piece(left(one[0], column), one[1]), Piece(GAP), Piece(other[0], other[1])


def _cell(shown: Shown, row: Account, side: str, column: int, style: str) -> list[tuple[str, str]]:
    """The lines of a side on a topic: its name, its words, who says them where."""
    words = shown.words
    lines = [(part, style) for part in wrap(shown.labels.party(side), column)]
    tellings = list(best_of(row, side))
    if not tellings:
        return [*lines, (words.text("accounts.silent"), "quiet")]
    for telling in tellings[:MOST]:
        lines += [(part, "plain") for part in wrap(f"\u201c{shown.exact(telling)}\u201d", column)]
        lines += [(part, "quiet") for part in wrap(shown.source(telling), column)]
    if len(tellings) > MOST:
        lines.append((words.count("more", len(tellings) - MOST), "quiet"))
    return lines


def evidence_lines(shown: Shown, rows: Sequence[Account]) -> Iterator[str]:
    """Yield all that both accounts tell on some topics, as citations under the topic and the side."""
    for row in rows:
        yield printable(shown.labels.topic(row.topic))
        for side in shown.comparison.gathering.parties:
            for telling in row.sides.get(side, ()):
                yield f"  {shown.labels.party(side)}{shown.words.text('list.colon')}{_citation(shown, telling)}"


def _citation(shown: Shown, telling: Telling) -> str:
    statement = shown.statement(telling)
    if statement is not None:
        return cite(shown.readings[telling.document_id], statement, shown.ui, shown.labels)
    return f"\u201c{shown.exact(telling)}\u201d{shown.words.text('list.comma')}{shown.source(telling)}"


def render_list(found: Sequence[Gathering], labels: Labels, words: Interface, *, width: int = 80, colour: bool = False) -> str:
    """Return meetings, calls and visits, numbered: day, kind, parties, place, how many reports are accounts of it."""
    if not found:
        return words.text("accounts.none") + "\n"
    room = max(width, LEAST_WIDTH) - NUMBER - DATE - KIND - ACCOUNTS
    half = room // 2
    heads = ("number", "date", "kind", "parties", "place", "accounts")
    rows = [[words.text(f"accounts.{name}") for name in heads]]
    rows += [_listed(number, each, labels, words) for number, each in enumerate(found, 1)]
    cells = (NUMBER, DATE, KIND, room - half, half, ACCOUNTS)
    lines: list[Line] = [(Piece(words.text("accounts.found"), "strong"),)]
    lines += [(Piece(_fields(row, cells), "plain" if number else "quiet"),) for number, row in enumerate(rows)]
    return print_lines(tuple(lines), colour=colour)


def _fields(row: Sequence[str], cells: Sequence[int]) -> str:
    """The fields of a line, a space behind each; the last to the right."""
    *fields, last = (printable(value) for value in row)
    *sizes, end = cells
    return "".join(left(value, size - 1) + " " for value, size in zip(fields, sizes, strict=True)) + right(last, end)


def _listed(number: int, gathering: Gathering, labels: Labels, words: Interface) -> list[str]:
    parties = " \u2013 ".join(labels.party(party) for party in gathering.parties)
    kind = words.text(f"accounts.{gathering.type}")
    return [str(number), gathering.date or words.text("map.undated"), kind, parties, place_name(gathering.places, words), str(len(gathering.accounts))]


def in_words(gathering: Gathering, labels: Labels, words: Interface) -> str:
    """Return a meeting on one line, to offer it by."""
    _, date, kind, parties, place, _ = _listed(0, gathering, labels, words)
    return words.text("list.comma").join(filter(None, (date, kind, parties, place)))
