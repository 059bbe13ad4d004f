"""A matrix in characters: a row a topic, a column a period, as many as fit; then where relations turn."""

from __future__ import annotations

from collections.abc import Iterator

from detente.analysis.periods import Phase
from detente.render.ink import Line, Piece, print_lines
from detente.render.sure import how_sure
from detente.render.width import left, right, width, wrap

from .shown import QUIET, STYLES, Phased, by_relation, kinds_of, makers_line, mark, relation, strength, title, turn_line

COLUMN, WIDEST_TOPIC, LEAST_WIDTH = 8, 24, 60
MOST_BLOCKS, MOST_TURNS = 3, 12
TURN = "→"


def render_table(shown: Phased, *, width: int = 80, colour: bool = False) -> str:
    """Return the matrix as text, the latest periods of it, and the latest turning points."""
    return print_lines(tuple(_lines(shown, max(width, LEAST_WIDTH))), colour=colour)


def _lines(shown: Phased, columns: int) -> Iterator[Line]:
    yield (Piece(title(shown), "strong"),)
    yield from _wrapped(shown.trust, columns)
    if not shown.found.phases:
        yield from ((), (Piece(shown.words.text("periods.empty")),))
        return
    topic = min(max(width(shown.topic(each)) for each in shown.found.topics), WIDEST_TOPIC)
    topic = max(topic, width(shown.words.text("periods.reports")))
    fit = max((columns - topic) // COLUMN, 1)
    last = shown.found.periods[-fit * MOST_BLOCKS :]
    phases = {(phase.topic, phase.period): phase for phase in shown.found.phases if phase.period >= last[0]}
    for first in range(0, len(last), fit):
        yield ()
        yield from _block(shown, phases, last[first : first + fit], topic)
    yield ()
    yield from _wrapped(_legend(shown, len(shown.found.periods) - len(last)), columns)
    yield from _turns(shown, columns)
    yield from _wrapped(("", how_sure(shown.words, by_relation(shown.found.phases), shown.measured)), columns)


def _block(shown: Phased, phases: dict[tuple[str, str], Phase], periods: tuple[str, ...], topic: int) -> Iterator[Line]:
    """Some periods: what was read, and the topics of which anything is told in them."""
    yield (Piece(" " * topic, "quiet"), *(Piece(right(period, COLUMN), "heading") for period in periods))
    read = (Piece(right(str(shown.found.reports[period]), COLUMN), "quiet") for period in periods)
    yield Piece(left(shown.words.text("periods.reports"), topic), "quiet"), *read
    turned = {(turn.after.topic, turn.after.period) for turn in shown.found.turns}
    for name in shown.found.topics:
        row = [phases.get((name, period)) for period in periods]
        if any(row):
            yield Piece(left(shown.topic(name), topic), "strong"), *(piece for each in row for piece in _cell(shown, each, turned))
            leaning = (Piece(right(strength(each.strength) if each else "", COLUMN), "quiet") for each in row)
            yield Piece(" " * topic), *leaning


def _cell(shown: Phased, phase: Phase | None, turned: set[tuple[str, str]]) -> Iterator[Piece]:
    """The mark of a phase and its number of statements."""
    if phase is None:
        yield Piece(" " * COLUMN)
        return
    halves, number = mark(phase.relation, phase.by, shown.found.parties), _number(phase)
    room = COLUMN - width(halves) - len(number) - 1
    yield Piece(right(TURN if (phase.topic, phase.period) in turned else "", room), "heading")
    for half, style in zip(halves, STYLES.get(phase.relation, QUIET), strict=True):
        yield Piece(half, style)
    yield Piece(" " + number)


def _number(phase: Phase) -> str:
    return str(phase.number) if phase.number < 1000 else f"{phase.number // 1000}k"


def _legend(shown: Phased, left_out: int) -> Iterator[str]:
    """What marks and figures mean, and what is not shown."""
    words, parties = shown.words, shown.found.parties
    kinds = kinds_of(shown, shown.found.phases)
    yield words.text("list.field").join(f"{mark(name, by, parties)} {relation(shown, name, by)}" for name, by in kinds)
    yield words.text("periods.legend")
    if left_out:
        yield words.count("periods_left_out", left_out)
    if shown.found.undated:
        yield words.count("undated", shown.found.undated)


def _turns(shown: Phased, columns: int) -> Iterator[Line]:
    if turns := shown.found.turns:
        yield from ((), (Piece(shown.words.text("periods.turns"), "heading"),))
    for turn in turns[-MOST_TURNS:]:
        yield from ((Piece(part),) for part in wrap(turn_line(shown, turn), columns))
        yield from ((Piece("  " + part, "quiet"),) for part in wrap(makers_line(shown, turn), columns - 2))
    if len(turns) > MOST_TURNS:
        yield (Piece(shown.words.count("turns_left_out", len(turns) - MOST_TURNS), "quiet"),)
    if shown.found.phases:
        yield from _wrapped((shown.words.text("periods.read_on"),), columns)


def _wrapped(sentences: Iterator[str] | tuple[str, ...], columns: int) -> Iterator[Line]:
    for sentence in sentences:
        yield from ((Piece(part, "quiet"),) for part in wrap(sentence, columns) or ("",))
