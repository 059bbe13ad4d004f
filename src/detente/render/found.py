"""What a search found: lines for a terminal, JSON lines, CSV."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec

from .cells import as_csv
from .ink import Line, Piece, print_lines
from .report import Labels
from .width import printable

if TYPE_CHECKING:
    from detente.store import Hit

MOST_SHOWN = 240  # characters of a passage
BEFORE = 60  # of them before its first hit
INDENT = "    "
BETWEEN = " \xb7 "
COLUMNS = ("date", "outlet", "speaker", "party", "act", "topics", "text", "source", "kind", "language", "title", "url",
           "document_id", "statement_id", "start", "stop", "score")  # fmt: skip


def render_found(hits: Sequence[Hit], labels: Labels, *, colour: bool = False) -> str:
    """Return three lines a hit: who said it where and when, the words with what was found in bold, and the source."""
    return print_lines(tuple(line for hit in hits for line in _lines(hit, labels)), colour=colour)


def _lines(hit: Hit, labels: Labels) -> Iterator[Line]:
    told = (hit.date or "undated", _outlet(hit, labels), _speaker(hit, labels), hit.act, ", ".join(map(labels.topic, hit.topics)))
    yield (Piece(printable(BETWEEN.join(part for part in told if part)), "heading"),)
    yield (Piece(INDENT), *_evidence(hit))
    yield (Piece(INDENT + printable(hit.url or hit.source), "quiet"),)


def _outlet(hit: Hit, labels: Labels) -> str | None:
    return labels.actor(hit.outlet) if hit.outlet else None


def _speaker(hit: Hit, labels: Labels) -> str | None:
    """The speaker with the party; of a paragraph the headline of its article."""
    if hit.kind == "paragraph":
        return hit.title if hit.title != hit.text.strip() else None
    name = labels.actor(hit.speaker_id or "", hit.speaker) if hit.speaker else "the report itself"
    return f"{name} ({hit.party})" if hit.party else name


def _evidence(hit: Hit) -> Iterator[Piece]:
    """The words around the hits."""
    start = max(0, hit.hits[0][0] - BEFORE) if hit.hits and len(hit.text) > MOST_SHOWN else 0
    stop = min(len(hit.text), start + MOST_SHOWN)
    at = start
    yield Piece("\u2026" if start else "")
    for first, last in hit.hits:
        if last <= stop:
            yield Piece(_flat(hit.text[at:first]))
            yield Piece(_flat(hit.text[first:last]), "strong")
            at = last
    yield Piece(_flat(hit.text[at:stop]) + ("\u2026" if stop < len(hit.text) else ""))


def _flat(text: str) -> str:
    """A piece of a line, with the spaces at its ends."""
    inside = printable(text)
    left, right = text[:1].isspace() and " " or "", text[-1:].isspace() and " " or ""
    return f"{left}{inside}{right}" if inside else left


def found_lines(hits: Sequence[Hit]) -> str:
    """Return one JSON object a line."""
    return "".join(msgspec.json.encode(hit).decode() + "\n" for hit in hits)


def found_csv(hits: Sequence[Hit]) -> str:
    """Return rows with a header."""
    values = ({**msgspec.structs.asdict(hit), "topics": " ".join(hit.topics)} for hit in hits)
    return as_csv(COLUMNS, ([each[name] for name in COLUMNS] for each in values))
