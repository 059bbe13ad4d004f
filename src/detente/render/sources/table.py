"""Sources as tables: who relays whom, on whom the record of a side rests, what is found in one press only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from detente.analysis.sources_coverage import Covered
from detente.analysis.sources_shares import Resting, Share
from detente.render.ink import Line, Piece, print_lines
from detente.render.width import left, right, wrap

from .shown import Shown, percent

NUMBER, SHARE, PRESS = 18, 8, 12
STROKE = " ← "
LEAST_WIDTH = 60


def render_table(shown: Shown, *, limit: int = 20, width: int = 80, colour: bool = False) -> str:
    """Return the tables one after the other, with at most `limit` lines of each (0: all)."""
    return print_lines(tuple(_lines(shown, limit, max(width, LEAST_WIDTH))), colour=colour)


def _lines(shown: Shown, limit: int, width: int) -> Iterator[Line]:
    yield from _sentence(shown.words.text("sources.title"), width, "strong")
    for sentence in shown.trust:
        yield from _sentence(sentence, width, "quiet")
    if shown.bounds(1):
        yield from _sentence(shown.words.text("desk.bounds"), width, "quiet")
    if not shown.relays and not shown.records:
        yield ()
        yield (Piece(shown.words.text("sources.empty")),)
    if shown.relays:
        yield ()
        yield from _relays(shown, limit, width)
    for record in shown.records:
        yield ()
        yield from _record(shown, record, limit, width)
    if shown.coverage:
        yield ()
        yield from _coverage(shown, limit, width)


def _sentence(text: str, width: int, style: str) -> Iterator[Line]:
    yield from ((Piece(part, style),) for part in wrap(text, width))


def _relays(shown: Shown, limit: int, width: int) -> Iterator[Line]:
    words, room = shown.words, (width - NUMBER - len(STROKE)) // 2
    numbers = words.text("list.comma").join(str(len(shown.depths.get(depth, ()))) for depth in range(max(shown.depths, default=0) + 1))
    yield from _sentence(words.text("sources.depth", numbers=numbers), width, "heading")
    yield ()
    yield (Piece(left(words.text("sources.relays"), 2 * room + len(STROKE)) + right(words.text("sources.number"), NUMBER), "quiet"),)
    for each in shown.relays[: limit or None]:
        number = right(shown.counted(each.number), NUMBER)
        yield Piece(left(shown.name(each.one), room)), Piece(STROKE, "quiet"), Piece(left(shown.name(each.other), room) + number)
    yield from _more(shown, len(shown.relays), limit)


def _record(shown: Shown, record: Resting, limit: int, width: int) -> Iterator[Line]:
    words = shown.words
    bounds = shown.bounds(record.statements)
    number = words.count("statements", record.statements) + (f" ({bounds[0]}\u2013{bounds[1]})" if bounds else "")
    told = words.text("sources.record", party=shown.party(record.party), statements=number)
    yield from _sentence(told, width, "heading")
    outlets = ((shown.actor(share.source), share) for share in record.outlets[: limit or None])
    yield from _shares(shown, outlets, width)
    yield from _more(shown, len(record.outlets), limit)
    yield from _concentration(shown, record.concentration, record.unknown, "sources.unnamed", width)
    if record.countries:
        yield (Piece(words.text("sources.countries"), "quiet"),)
        yield from _shares(shown, ((shown.party(share.source), share) for share in record.countries[: limit or None]), width)
        yield from _more(shown, len(record.countries), limit)
        yield from _concentration(shown, record.concentration_of_countries, record.homeless, "sources.homeless", width)


def _shares(shown: Shown, told: Iterable[tuple[str, Share]], width: int) -> Iterator[Line]:
    for name, share in told:
        yield (Piece("  " + left(name, width - NUMBER - SHARE - 2) + right(shown.counted(share.number), NUMBER) + right(percent(share.share), SHARE)),)


def _concentration(shown: Shown, index: float, unknown: int, key: str, width: int) -> Iterator[Line]:
    words = shown.words
    told = [words.text("sources.concentration", index=f"{index:.2f}", equal=f"{1 / index:.1f}")] if index else []
    told += [words.text(key, n=unknown)] if unknown else []
    yield from _sentence(words.text("list.dot").join(told), width, "quiet")


def _coverage(shown: Shown, limit: int, width: int) -> Iterator[Line]:
    assert shown.pair is not None
    words, (one, other) = shown.words, map(shown.party, shown.pair)
    first, second = (shown.press.get(party, 0) for party in shown.pair)
    yield from _sentence(words.text("sources.coverage", one=one, other=other, first=first, second=second), width, "heading")
    room = (width - 4 * PRESS) // 5
    names = (one, other, words.text("sources.both"), words.text("sources.elsewhere"))
    heads = left(words.text("sources.topic"), 3 * room - 1) + " " + left(words.text("sources.side"), 2 * room)
    yield (Piece(heads + "".join(" " + right(name, PRESS - 1) for name in names), "quiet"),)
    for row in shown.coverage[: limit or None]:
        yield from _row(shown, row, room)
    yield from _more(shown, len(shown.coverage), limit)


def _row(shown: Shown, row: Covered, room: int) -> Iterator[Line]:
    numbers = "".join(right(shown.counted(len(each)) if each else "-", PRESS) for each in (row.first, row.second, row.both, row.elsewhere))
    yield Piece(left(shown.topic(row.topic), 3 * room - 1) + " " + left(shown.party(row.party), 2 * room)), Piece(numbers)
    if row.left_out_by:
        yield (Piece("  " + shown.words.text("sources.left_out", party=shown.party(row.left_out_by)), "quiet"),)


def _more(shown: Shown, number: int, limit: int) -> Iterator[Line]:
    if limit and number > limit:
        yield (Piece(shown.words.count("more", number - limit), "quiet"),)
