"""Networks as a table: how they were made, their nodes with figures, and their strongest ties."""

from __future__ import annotations

from collections.abc import Iterator

from detente.analysis.kinds import ONE
from detente.analysis.network import Tie
from detente.analysis.standing import Standing
from detente.render.ink import Line, Piece, print_lines
from detente.render.width import left, right, wrap

from .shown import AGAINST, FOR, MIXED, Measured, Shown, figure, most_tied, numbered, sort_of, strongest, title, weighed

FIGURES = {"claims": 13, "degree": 7, "strength": 9, "betweenness": 9, "eigenvector": 9, "community": 7}
WEIGHT, COUNT = 22, 15
LONGEST = 3  # strokes of the heaviest tie
MARKS = {FOR: ("●", "●"), AGAINST: ("◀", "▶"), MIXED: ("◆", "◆")}
COLOURS = {FOR: "both", AGAINST: "left", MIXED: "mixed"}
LEAST_WIDTH = 60


def render_table(shown: Shown, *, limit: int = 20, width: int = 80, colour: bool = False) -> str:
    """Return the networks one after the other, with at most `limit` nodes and ties of each (0: all)."""
    return print_lines(tuple(_lines(shown, limit, max(width, LEAST_WIDTH))), colour=colour)


def _lines(shown: Shown, limit: int, width: int) -> Iterator[Line]:
    yield (Piece(title(shown), "strong"),)
    for sentence in (_making(shown), *shown.notes):
        yield from ((Piece(part, "quiet"),) for part in wrap(sentence, width))
    if not any(each.network.rows for each in shown.networks):
        yield ()
        yield (Piece(shown.words.text("network.empty")),)
    for measured in shown.networks:
        yield ()
        yield from _network(shown, measured, limit, width)


def _making(shown: Shown) -> str:
    words, kind = shown.words, shown.kind
    parts = ((name, getattr(kind, name)) for name in ("aggregation", "normalization", "duplicates"))
    return words.text("list.dot").join(words.text(f"network.{name}") + words.text("list.colon") + value for name, value in parts)


def counts(shown: Shown, measured: Measured) -> str:
    """Return how much a network is made of."""
    words, network = shown.words, measured.network
    bounds = shown.bounds(network.claims)
    claims = words.count("claims", network.claims) + (f" ({bounds[0]}\u2013{bounds[1]})" if bounds else "")
    told = [claims, words.count(f"nodes_{shown.kind.rows}", len(network.rows)), words.count("topics", len(network.topics)),
            words.count("ties", len(network.ties))]  # fmt: skip
    if measured.reports is not None:
        told.insert(0, words.count("reports", measured.reports))
    if network.left_out:
        told.append(words.text("network.most", n=network.left_out))
    return words.text("list.dot").join(told)


def _network(shown: Shown, measured: Measured, limit: int, width: int) -> Iterator[Line]:
    head = shown.words.text("list.colon").join(filter(None, (measured.network.period, counts(shown, measured))))
    yield from ((Piece(part, "heading"),) for part in wrap(head, width))
    if measured.network.rows:
        yield ()
        yield from _nodes(shown, most_tied(measured.standings), limit, width)
    if measured.network.ties:
        yield ()
        yield from _ties(shown, measured, limit, width)


def _nodes(shown: Shown, nodes: list[Standing], limit: int, width: int) -> Iterator[Line]:
    words, room = shown.words, width - sum(FIGURES.values())
    heads = "".join(right(words.text(f"network.{name}"), cells) for name, cells in FIGURES.items())
    yield (Piece(left(words.text("network.name"), room) + heads, "quiet"),)
    for node in nodes[: limit or None]:
        told = "".join(right(_told(shown, node, name), cells) for name, cells in FIGURES.items())
        yield Piece(left(shown.name((node.kind, node.id)), room)), Piece(told)
    yield from _more(shown, len(nodes), limit)


def _told(shown: Shown, node: Standing, name: str) -> str:
    """A figure of a node, with bounds where it counts claims."""
    if name == "claims":
        return shown.counted(node.claims)
    return figure(getattr(node, name)) if node.degree else "-"


def _ties(shown: Shown, measured: Measured, limit: int, width: int) -> Iterator[Line]:
    ties, stroke = strongest(measured.network), LONGEST + 4
    room = (width - WEIGHT - COUNT - stroke) // 2
    heads = right(shown.words.text("network.weight"), WEIGHT) + right(shown.words.text("network.count"), COUNT)
    yield (Piece(left(shown.words.text("network.tie"), 2 * room + stroke) + heads, "quiet"),)
    for tie in ties[: limit or None]:
        one, other = shown.ends(measured.network, tie)
        sort = sort_of(shown.kind, tie)
        yield (
            Piece((left if shown.kind.mode == ONE else right)(one, room)),
            Piece(_stroke(sort, tie, ties[0]), COLOURS[sort]),
            Piece(left(other, room)),
            Piece(right(weighed(tie), WEIGHT) + right(numbered(tie), COUNT)),
        )
    yield from _more(shown, len(ties), limit)


def _stroke(sort: str, tie: Tie, heaviest: Tie) -> str:
    """The line of a tie: dots where it is of agreement, arrows where of disagreement; the longer the heavier."""
    first, last = MARKS[sort]
    length = max(1, round(LONGEST * abs(tie.weight) / abs(heaviest.weight)))
    return left(f" {first}{'━' * length}{last}", LONGEST + 4)


def _more(shown: Shown, number: int, limit: int) -> Iterator[Line]:
    if limit and number > limit:
        yield (Piece(shown.words.count("more", number - limit), "quiet"),)
