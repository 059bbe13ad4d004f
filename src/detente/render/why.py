"""What a cell hangs on, as text and as rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypedDict

import msgspec

from detente.analysis.uncertainty import Estimate
from detente.analysis.why import Change, Outcome, Why
from detente.records import Record

from .cells import as_csv
from .ink import Line, Piece, print_lines
from .interface import Interface, interface
from .report import Labels
from .width import left, printable, right, width, wrap

LEAST_WIDTH, WIDEST_OUTLET = 60, 28
SHOWN = 5  # statements of a set whose words are shown


class Weighed(Record, frozen=True):
    """Everything a face needs: `sure` is how surely the cell has its relation, `cited` the statements it hangs on by id."""

    found: Why
    sure: Estimate | None
    told: Estimate | None
    labels: Labels
    ui: str
    cited: Mapping[str, str]


class WhyRow(TypedDict):
    """What would be without some statements, or without an outlet; lists are joined by `; `."""

    without: str
    outlet: str
    outlet_label: str
    statements: int
    of: int
    relation: str
    by: str | None
    changes: bool
    evidence: str
    method: str


COLUMNS = tuple(WhyRow.__annotations__)


def why_rows(shown: Weighed) -> list[WhyRow]:
    """Return a row for each change and each outlet."""
    found, rows = shown.found, []
    for each in found.changes:
        ids = "; ".join(key for reports in each.statements for key in reports)
        rows.append(_row(found, "statements", "", "", len(each.statements), each.after, ids))
    for without in found.outlets:
        name = printable(shown.labels.actor(without.outlet))
        rows.append(_row(found, "outlet", without.outlet, name, without.gone, without.after, ""))
    return rows


def _row(found: Why, without: str, outlet: str, label: str, gone: int, after: Outcome, evidence: str) -> WhyRow:
    return WhyRow(
        without=without, outlet=outlet, outlet_label=label, statements=gone, of=found.statements, relation=after.relation, by=after.by,
        changes=_is_other(found, after), evidence=evidence, method=after.method,
    )  # fmt: skip


def render_csv(shown: Weighed) -> str:
    """Return the rows as CSV."""
    return as_csv(COLUMNS, (row.values() for row in why_rows(shown)))


def render_json(shown: Weighed) -> str:
    """Return the cell, its intervals and the rows as JSON."""
    found = shown.found
    content: dict[str, Any] = {
        "parties": found.parties, "topic": found.topic, "relation": found.now.relation, "by": found.now.by, "method": found.now.method,
        "statements": found.statements, "right": shown.sure, "told": shown.told, "rows": why_rows(shown), "cited": dict(shown.cited),
    }  # fmt: skip
    return msgspec.json.format(msgspec.json.encode(content), indent=2).decode() + "\n"


def render_why(shown: Weighed, *, width: int = 80, colour: bool = False) -> str:
    """Return what the cell hangs on as text of `width` columns."""
    return print_lines(tuple(_lines(shown, max(width, LEAST_WIDTH))), colour=colour)


def _lines(shown: Weighed, columns: int) -> Iterator[Line]:
    words, found = interface(shown.ui), shown.found
    yield Piece(printable(shown.labels.topic(found.topic)), "strong"), Piece(words.text("list.dot") + _outcome(shown, found.now, words))
    for sentence in filter(None, (words.count("statements", found.statements), _sure(shown, words), _rule(found.now, words))):
        yield from ((Piece(part, "quiet"),) for part in wrap(sentence, columns))
    if not found.statements:
        yield from ((), (Piece(words.text("why.nobody")),))
        return
    yield ()
    if not found.changes:
        yield (Piece(words.text("why.nothing")),)
    for change in found.changes:
        yield from _change(shown, change, columns, words)
    if found.outlets:
        yield from ((), (Piece(words.text("why.outlets"), "heading"),))
        yield from _outlets(shown, columns, words)


def _sure(shown: Weighed, words: Interface) -> str:
    """How surely the cell has its relation, and how many statements the articles tell of."""
    if not shown.found.statements:
        return ""
    if shown.sure is None or shown.told is None:
        return words.text("sure.unmeasured")
    low, value, high = (round(100 * share) for share in (shown.sure.low, shown.sure.value, shown.sure.high))
    row = words.text("sure.relation", relation=words.text(f"relation.{shown.found.now.relation}"), n=value, low=low, high=high)
    least, most = shown.told.whole
    told = words.text("sure.told", n=round(shown.told.value), low=least, high=most)
    return words.text("sure.rows") + words.text("list.colon") + row + words.text("list.semicolon") + told


def _rule(outcome: Outcome, words: Interface) -> str:
    return words.text("evidence.rule") + words.text("list.colon") + words.maybe(f"rule.{outcome.method}", outcome.method) if outcome.method else ""


def _outcome(shown: Weighed, outcome: Outcome, words: Interface) -> str:
    if not outcome.relation:
        return words.text("why.no_cell")
    told = words.text(f"relation.{outcome.relation}")
    return words.text("map.counted", what=told, where=printable(shown.labels.party(outcome.by))) if outcome.by else told


def _change(shown: Weighed, change: Change, columns: int, words: Interface) -> Iterator[Line]:
    """What would be without a statement, or without several together, and their words."""
    head = words.count("without", len(change.statements)) + words.text("list.colon") + _outcome(shown, change.after, words)
    yield from ((Piece(part, "strong"),) for part in wrap(head, columns))
    for reports in change.statements[:SHOWN]:
        for part in wrap(shown.cited.get(reports[0], reports[0]), columns - 4):
            yield Piece("  │ ", "quiet"), Piece(part)
    if len(change.statements) > SHOWN:
        yield (Piece("    " + words.count("more", len(change.statements) - SHOWN), "quiet"),)


def _outlets(shown: Weighed, columns: int, words: Interface) -> Iterator[Line]:
    names = [printable(shown.labels.actor(each.outlet)) for each in shown.found.outlets]
    room = min(max(map(width, names)), WIDEST_OUTLET)
    of = [words.text("why.gone", n=each.gone, of=each.of) for each in shown.found.outlets]
    numbers = max(map(width, of))
    for name, gone, each in zip(names, of, shown.found.outlets, strict=True):
        other = _is_other(shown.found, each.after)
        told = _outcome(shown, each.after, words) if other else words.text("why.same")
        rest = left(told, columns - room - numbers - 4)
        yield Piece(left(name, room) + "  "), Piece(right(gone, numbers) + "  ", "quiet"), Piece(rest, "strong" if other else "quiet")


def _is_other(found: Why, after: Outcome) -> bool:
    return (after.relation, after.by) != (found.now.relation, found.now.by)
