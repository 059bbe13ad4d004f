"""A statement as a citation: who, the exact words, where they were published, and where they stand."""

from __future__ import annotations

from detente.records import Reading, Speaker, Statement

from .interface import Interface, interface
from .lines import Line, line_at, lines_of
from .report import Labels, first_offset, publisher
from .width import printable
from .words import OMISSION

NO_LABELS = Labels({}, {}, {})
AROUND = 60  # characters


class Citation(str):
    """A line that cites words of an article, and knows of which: pages lead from it to them.

    >>> cited = Citation.of("Strand: “no”", "document:1", "statement:2")
    >>> cited, cited.after("− ").statement_id
    ('Strand: “no”', 'statement:2')
    """

    document_id: str
    statement_id: str
    place: tuple[int, int]

    @classmethod
    def of(cls, line: str, document_id: str, statement_id: str = "", place: tuple[int, int] = (0, 0)) -> Citation:
        """Return a line as a citation; words that are no statement's have their offsets in the text."""
        made = cls(line)
        made.document_id, made.statement_id, made.place = document_id, statement_id, place
        return made

    def after(self, sign: str) -> Citation:
        """Return the citation with a sign before it."""
        return Citation.of(sign + self, self.document_id, self.statement_id, self.place)


def cite(reading: Reading, statement: Statement, ui: str, labels: Labels = NO_LABELS) -> Citation:
    """Return one line: speaker, “words”, chain of sources, outlet, title, date, address, paragraph."""
    words = interface(ui)
    chain = via_chain(statement, labels, words)
    line = words.text(
        "cite.line",
        speaker=speaker_name(statement, labels, words),
        party=_party(statement.speaker, labels, words),
        words=exact_words(reading, statement),
        via=words.text("cite.via", chain=chain) if chain else "",
        source=published_at(reading, first_offset(statement), ui, labels),
    )
    return Citation.of(printable(line), reading.document.id, statement.id)


def exact_words(reading: Reading, statement: Statement) -> str:
    """Return a statement's content as published, on one line; what lies between two spans is …."""
    text = reading.document.text
    spans = statement.content or (statement.cue,)
    return OMISSION.join(printable(text[span.start : span.stop]) for span in spans)


def speaker_name(statement: Statement, labels: Labels, words: Interface) -> str:
    """Return the speaker's name, or that the report itself speaks."""
    speaker = statement.speaker
    if speaker is None:
        return words.text("evidence.narrator")
    return printable(labels.actor(speaker.actor_id, speaker.name))


def via_chain(statement: Statement, labels: Labels, words: Interface) -> str:
    """Return the chain of sources, the nearest to the document first."""
    hops = (
        words.both(tuple(printable(labels.actor(relay.actor_id, relay.name)) for relay in hop)) for hop in statement.via
    )
    return words.text("list.chain").join(hops)


def place_name(document_lines: tuple[Line, ...], offset: int, words: Interface) -> str:
    """Return the paragraph that an offset stands in, or which part of the head."""
    line = line_at(document_lines, offset)
    if line is None:
        return words.text("cite.part_other", n=1)
    if line.paragraph is not None:
        return words.text("cite.paragraph", n=line.paragraph)
    return words.maybe(f"cite.part_{line.kind}", words.strings["cite.part_other"]).format(n=line.number)


def _party(speaker: Speaker | None, labels: Labels, words: Interface) -> str:
    if speaker is None or speaker.party is None:
        return ""
    return words.text("cite.party", party=labels.party(speaker.party))


def published_at(reading: Reading, offset: int, ui: str, labels: Labels) -> str:
    """Return where something stands: outlet, title, date, address, paragraph."""
    document, words = reading.document, interface(ui)
    title = words.text("cite.title", title=document.title) if document.title else None
    parts = (
        publisher(reading, labels),
        title,
        words.day(document.published) if document.published else None,
        document.url or document.path,
        place_name(lines_of(document), offset, words),
    )
    return words.text("list.field").join(part for part in parts if part) + words.text("list.stop")


def cite_passage(reading: Reading, start: int, stop: int, ui: str, labels: Labels) -> Citation:
    """Return one line: the words around a passage, as far as its line goes, and where they stand."""
    text = reading.document.text
    first = max(text.rfind("\n", 0, start) + 1, start - AROUND)
    last = min(end if (end := text.find("\n", stop)) >= 0 else len(text), stop + AROUND)
    before, after = (OMISSION if text[place : place + 1].strip("\n") and place >= 0 else "" for place in (first - 1, last))
    line = printable(f"\u201c{before}{text[first:last].strip()}{after}\u201d {published_at(reading, start, ui, labels)}")
    return Citation.of(line, reading.document.id, place=(start, stop))
