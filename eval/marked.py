"""What a marked-up sentence of `tests/cases` says of a statement, and what was read of it, in the same words."""

from __future__ import annotations

from detente.api import read
from detente.records import Reading, Statement


def read_marked(text: str) -> Reading:
    """Return the reading of a text that can be read."""
    found = read(text)
    assert isinstance(found, Reading)
    return found


def row_of(statement: Statement, text: str, quotes: str = "") -> str:
    """Return a statement as `speaker | cue | content … content`, contents without the marks around them that are given."""
    said = " … ".join(text[span.start : span.stop].strip(quotes) for span in statement.content)
    speaker = statement.speaker.name if statement.speaker else "-"
    return " | ".join((speaker, text[statement.cue.start : statement.cue.stop], said))


def via_of(statement: Statement) -> str:
    """Return the relays of a statement as `relay > relay+relay`."""
    return " > ".join("+".join(relay.name for relay in hop) for hop in statement.via)


def contents_with_other_relays(text: str, rows: list[str], quotes: str = "") -> list[str]:
    """Return the contents of a marked-up sentence that are read with relays other than the marked ones."""
    wanted = {row.split(" | ")[2]: row.partition(" via ")[2] for row in rows if " via " in row}
    read_as = ((row_of(s, text, quotes).split(" | ")[2], via_of(s)) for s in read_marked(text).statements)
    return [content for content, via in read_as if wanted.get(content, "") not in ("", via)]
