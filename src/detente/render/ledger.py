"""The faces of a ledger of commitments: a table, citations, CSV and JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import msgspec

from detente.analysis.commitments import FATES, Commitment, Ledger, Passage, Step
from detente.analysis.uncertainty import Estimate, Judged, corrected, judged
from detente.records import Meetings, Record

from .cells import as_csv
from .counted import with_bounds
from .ink import Line, Piece, print_lines
from .interface import Interface, interface
from .report import Labels
from .sure import how_sure_of_meetings
from .width import clip, clip_start, left, printable, width, wrap

LEAST_WIDTH, INDENT, NUMBER = 60, 4, 4
SHORTEST = 12  # cells of a path that are always shown
COLUMNS = (
    "number", "kind", "by", "to", "topic", "due", "event", "fate", "sure", "sure_low", "sure_high", "words", "outlet", "published", "path", "start",
    "stop", "last_step", "last_step_date", "last_step_path", "steps",
)  # fmt: skip


class ShownLedger(Record, frozen=True):
    """Everything a face needs: the ledger, names in the reader's language, how right the readings are, and how right ledgers were."""

    ledger: Ledger
    labels: Labels
    ui: str
    trust: tuple[str, ...]
    measured: Meetings

    @property
    def words(self) -> Interface:
        """The words of the interface."""
        return interface(self.ui)

    @property
    def likely(self) -> tuple[int, int]:
        """How many commitments there are likely to be, at least and at most."""
        return corrected(len(self.ledger.commitments), self.measured.commitments).whole

    @property
    def fates(self) -> dict[str, Judged]:
        """How many came to each fate, how many are likely to have, and how surely one did."""
        counts = Counter(each.fate for each in self.ledger.commitments)
        return judged({fate: counts[fate] for fate in FATES}, self.measured.fates)


def render_table(shown: ShownLedger, *, cells: int = 80, colour: bool = False) -> str:
    """Return the ledger as text: of each commitment who, what, by when, and what became of it."""
    return print_lines(tuple(_lines(shown, max(cells, LEAST_WIDTH))), colour=colour)


def render_evidence(shown: ShownLedger) -> str:
    """Return each commitment and each of its steps in its exact words, with where they stand."""
    parts = []
    for number, each in enumerate(shown.ledger.commitments, 1):
        parts += [f"{number}. {_head(shown, each)}", f"   {_citation(shown, each.told)}"]
        parts += [f"   {_step(shown, step)}: {_citation(shown, step.passage)}" for step in each.steps]
        parts.append("")
    return "\n".join([_title(shown), "", *(parts or [shown.words.text("commitments.empty")])]).rstrip() + "\n"


def render_json(shown: ShownLedger) -> str:
    """Return the ledger with all its steps, and how right the readings are."""
    content = {**msgspec.to_builtins(shown.ledger), "likely": shown.likely, "fates": shown.fates, "trust": shown.trust}
    return msgspec.json.format(msgspec.json.encode(content), indent=2).decode() + "\n"


def render_csv(shown: ShownLedger) -> str:
    """Return a row a commitment (RFC 4180)."""
    fates = shown.fates
    return as_csv(COLUMNS, (_row(number, each, fates[each.fate].sure) for number, each in enumerate(shown.ledger.commitments, 1)))


def _row(number: int, each: Commitment, sure: Estimate) -> tuple[object, ...]:
    last = each.steps[-1] if each.steps else None
    told = each.told
    return (
        number, each.kind, each.by, each.to, each.topic, each.due, each.event, each.fate, sure.value, sure.low, sure.high, told.words, told.outlet,
        told.published, told.path, told.start, told.stop, last and last.status, last and last.date, last and last.passage.path, len(each.steps),
    )  # fmt: skip


def _title(shown: ShownLedger) -> str:
    words, ledger = shown.words, shown.ledger
    names = words.both(tuple(printable(shown.labels.party(party)) for party in ledger.parties))
    if not ledger.as_of:
        return words.text("commitments.title_undated", parties=names)
    return words.text("commitments.title", parties=names, day=words.day(ledger.as_of))


def _lines(shown: ShownLedger, cells: int) -> Iterator[Line]:
    words, commitments = shown.words, shown.ledger.commitments
    yield (Piece(_title(shown), "strong"),)
    for sentence in (summary_of(shown), *shown.trust, *sure_of_fates(shown)):
        yield from ((Piece(part, "quiet"),) for part in wrap(sentence, cells))
    if not commitments:
        yield ()
        yield (Piece(words.text("commitments.empty")),)
    for number, each in enumerate(commitments, 1):
        yield ()
        yield from _entry(shown, number, each, cells)


def summary_of(shown: ShownLedger) -> str:
    """Return how many commitments there are, in how many reports, and how many of each fate, each with how many are likely."""
    words, ledger = shown.words, shown.ledger
    low, high = shown.likely
    told = [f"{words.count('commitments', len(ledger.commitments))} ({low}\u2013{high})", words.count("reports", ledger.readings)]
    told += [f"{words.text(f'commitments.{fate}')} {with_bounds(each.found, each.likely)}" for fate, each in shown.fates.items() if each.found]
    return words.text("list.dot").join(told)


def sure_of_fates(shown: ShownLedger) -> tuple[str, ...]:
    """Return how often fates such as these were right on unseen meetings, and what numbers in parentheses are."""
    words, meetings = shown.words, shown.measured.meetings
    fates = {words.text(f"commitments.{fate}"): each for fate, each in shown.fates.items()}
    return (how_sure_of_meetings(words, fates, meetings), words.text("sure.bounds")) if shown.ledger.commitments else ()


def _entry(shown: ShownLedger, number: int, each: Commitment, cells: int) -> Iterator[Line]:
    fate = shown.words.text(f"commitments.{each.fate}")
    first, *more = wrap(_head(shown, each), cells - NUMBER - width(fate) - 2)
    yield Piece(left(left(f"{number}.", NUMBER) + first, cells - width(fate))), Piece(fate, "strong")
    yield from ((Piece(" " * INDENT + part),) for part in more)
    for part in wrap(f"\u201c{printable(each.told.words)}\u201d", cells - INDENT):
        yield (Piece(" " * INDENT + part),)
    for step in (None, *each.steps):
        passage = step.passage if step else each.told
        told = _step(shown, step) if step else shown.words.text("commitments.told")
        told = " " * INDENT + told + shown.words.text("list.dot")
        yield (Piece(clip(told + _place(shown, passage, cells - width(told)), cells), "quiet"),)


def _head(shown: ShownLedger, each: Commitment) -> str:
    words, labels = shown.words, shown.labels
    due = words.text("commitments.due", day=words.day(each.due)) if each.due else words.text("commitments.undated")
    topic = printable(labels.topic(each.topic)) if each.topic else ""
    sides = " \u2192 ".join(printable(labels.party(side)) for side in (each.by, each.to) if side)
    parts = (words.text(f"commitments.{each.kind}"), sides, topic, due)
    return words.text("list.dot").join(part for part in parts if part)


def _step(shown: ShownLedger, step: Step) -> str:
    words = shown.words
    status = words.text(f"commitments.{step.status}")
    return words.text("commitments.on", status=status, day=words.day(step.date)) if step.date else status


def _place(shown: ShownLedger, passage: Passage, cells: int = 0) -> str:
    """Outlet, day and file; of a path that is too long for so many cells, if any, its end."""
    words = shown.words
    told = [*filter(None, (_outlet(shown, passage), words.day(passage.published) if passage.published else "")), ""]
    known, path = words.text("list.field").join(told), printable(passage.path)
    return known + (clip_start(path, max(cells - width(known), SHORTEST)) if cells else path)


def _outlet(shown: ShownLedger, passage: Passage) -> str:
    return printable(shown.labels.actor(passage.outlet)) if passage.outlet else ""


def _citation(shown: ShownLedger, passage: Passage) -> str:
    return f"\u201c{printable(passage.words)}\u201d {_place(shown, passage)} [{passage.start}:{passage.stop}]"
