"""brat standoff: a folder with a text and an annotation file an article, and the configuration that brat reads.

A statement is an event of its cue with speaker, words, addressee and relays as arguments. Offsets are code points; what does
not stand on one line is in pieces, as brat wants it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from detente.records import Event, Span, Statement
from detente.records.event import STATUSES
from detente.resources.events import load_codes
from detente.store import Chosen

from .contents import NONE, Contents, events_of
from .deeds import acts
from .offsets import plain_text
from .rows import spans_of
from .shown import shown_text
from .writing import ExportError, filled

STATEMENT, CUE = "Statement", "Cue"
PLAIN = "none"  # the act of plain information
ROLES = ("Speaker", "Content", "Addressee", "Relay")
MANNERS = ("direct", "indirect", "mixed")


def write(contents: Contents, path: Path) -> None:
    """Write a folder; texts are shown as far as they are annotated, or in full."""
    if contents.text == NONE:
        raise ExportError("brat shows texts: export with --text evidence (only what is annotated) or full")
    with filled(path) as folder:
        (folder / "annotation.conf").write_text("\n".join(_configuration()) + "\n", encoding="utf-8")
        for each in contents.chosen():
            name = each.reading.document.id.partition(":")[2]
            text, lines = annotated(each, contents)
            (folder / f"{name}.txt").write_text(text, encoding="utf-8", newline="")
            (folder / f"{name}.ann").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="")


def _configuration() -> Iterator[str]:
    types = tuple(map(_type, load_codes()))
    yield from ("[entities]", *ROLES, "", "[relations]", "", "[events]")
    yield f"{STATEMENT} Speaker?:Speaker, Content:Content, Addressee?:Addressee, Relay*:Relay"
    yield from types
    yield from ("", "[attributes]", f"Act Arg:{STATEMENT}, Value:{'|'.join((*acts(), PLAIN))}", f"Manner Arg:{STATEMENT}, Value:{'|'.join(MANNERS)}")
    yield f"Status Arg:{'|'.join(types)}, Value:{'|'.join(STATUSES)}"


def _type(name: str) -> str:
    """The name of a type of events: `press-conference` is Press_conference."""
    return name.replace("-", "_").capitalize()


def annotated(chosen: Chosen, contents: Contents) -> tuple[str, list[str]]:
    """Return the text of a document, and the lines of its annotation file."""
    statements = [chosen.reading.statements[number] for number in sorted(chosen.statements)]
    events = list(events_of(chosen, contents.wanted))
    parts = [span for statement in statements for _, spans in _parts(statement) for span in spans]
    parts += [Span(event.start, event.stop) for event in events]
    text, offsets = plain_text(shown_text(chosen, contents, parts))
    lines = _Lines(text, offsets)
    for statement in statements:
        lines.add_statement(statement)
    for event in events:
        lines.add_event(event)
    return text, lines.lines


def _parts(statement: Statement) -> Iterator[tuple[str, Sequence[Span]]]:
    """What of a text a statement is: each role with its stretches, the cue first."""
    yield CUE, [Span(statement.cue.start, statement.cue.stop)]
    for role, one in (("Speaker", statement.speaker), ("Addressee", statement.addressee)):
        if one:
            yield role, [Span(one.start, one.stop)]
    yield "Content", spans_of(statement)
    yield from (("Relay", [Span(relay.start, relay.stop)]) for hop in statement.via for relay in hop)


class _Lines:
    """The lines of an annotation file; what is annotated is numbered by its kind, and the same stretch of a role once."""

    def __init__(self, text: str, offsets: Sequence[int]) -> None:
        self._text, self._offsets = text, offsets
        self._known: dict[tuple[str, str], str] = {}
        self._last = dict.fromkeys("TEA#", 0)
        self.lines: list[str] = []

    def add_statement(self, statement: Statement) -> None:
        """Add a statement as an event of its cue."""
        cue, *parts = ((role, self._stretch(STATEMENT if role == CUE else role, spans)) for role, spans in _parts(statement))
        roles = [f"{role}:{key}" for role, key in _numbered((role, key) for role, key in parts if key)]
        key = self._add("E", f"{STATEMENT}:{cue[1]}" + "".join(f" {role}" for role in roles))
        self._add("A", f"Manner {key} {statement.manner}")
        if statement.act:
            self._add("A", f"Act {key} {statement.act}")
        speaker = statement.speaker
        who = (speaker.actor_id, speaker.party) if speaker else ()
        self._note(key, statement.id, *who, *statement.topics)

    def add_event(self, event: Event) -> None:
        """Add an event."""
        kind = _type(event.type)
        key = self._add("E", f"{kind}:{self._stretch(kind, [Span(event.start, event.stop)])}")
        self._add("A", f"Status {key} {event.status}")
        self._note(key, event.id, event.date, *event.parties)

    def _add(self, kind: str, about: str) -> str:
        self._last[kind] += 1
        key = f"{kind}{self._last[kind]}"
        self.lines.append(f"{key}\t{about}")
        return key

    def _note(self, key: str, *told: str | None) -> None:
        """What no span tells, as a note of the annotator."""
        self._add("#", f"AnnotatorNotes {key}\t{' '.join(filter(None, told))}")

    def _stretch(self, kind: str, spans: Iterable[Span]) -> str:
        """The number of a stretch of text; nothing of an empty one."""
        pieces = [piece for span in spans for piece in self._pieces(self._offsets[span.start], self._offsets[span.stop])]
        place = ";".join(f"{start} {stop}" for start, stop in pieces)
        if not place:
            return ""
        if (kind, place) not in self._known or kind not in ROLES:
            words = " ".join(self._text[start:stop] for start, stop in pieces)
            self._known[kind, place] = self._add("T", f"{kind} {place}\t{words}")
        return self._known[kind, place]

    def _pieces(self, start: int, stop: int) -> Iterator[tuple[int, int]]:
        """The lines of a stretch, without what is blank around them."""
        at = start
        for line in self._text[start:stop].split("\n"):
            if words := line.strip():
                first = at + line.index(words)
                yield first, first + len(words)
            at += len(line) + 1


def _numbered(parts: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Roles, those that stand several times with numbers from the second on: Relay, Relay2."""
    last: dict[str, int] = {}
    for role, key in parts:
        last[role] = last.get(role, 0) + 1
        yield (role if last[role] == 1 else f"{role}{last[role]}"), key
