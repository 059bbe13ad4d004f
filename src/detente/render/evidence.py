"""The evidence of one cell: every statement it rests on, in order, and the rule that decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from detente.records import Cell, Reading, Record, Statement
from detente.text.nearest import UnknownName, nearest
from detente.text.spans import line_of

from .citation import cite, exact_words, speaker_name, via_chain
from .ink import Line, Piece, print_lines
from .interface import Interface, interface
from .report import (
    Labels,
    Report,
    Source,
    evidence_of,
    find_cell,
    first_offset,
    index_statements,
    sides_of,
    utterances,
)
from .width import printable, width, wrap

LEAST_WIDTH = 40


class UnknownTopic(UnknownName):
    """A topic that the map does not have; the message names those that it has."""


class Listing(Record, frozen=True):
    """What is told of a cell's statements together: how many there are, how many utterances they report.

    `others` gives, by statement id, the numbers of all that report an utterance where several do.
    """

    statements: int
    utterances: int
    others: Mapping[str, tuple[int, ...]]


def render_evidence(report: Report, topic: str, *, width: int = 80, colour: bool = False) -> str:
    """Return every statement of a cell: who, in which office, for whom, act, exact words, via whom, where.

    A topic that the map does not have raises `UnknownTopic`, whose message names those it has.
    """
    cell = cell_of(report, topic)
    sources = evidence_of(cell, index_statements(report.readings))
    numbers = {source.statement.id: number for number, source in enumerate(sources, 1)}
    reports = utterances(sources, report.same)
    others = {key: tuple(numbers[each.statement.id] for each in told) for key, told in reports.items() if len(told) > 1}
    listing = Listing(len(sources), len({told[0].place for told in reports.values()}), others)
    return "".join(evidence_parts(report, cell, listing, sources, width=width, colour=colour))


def cell_of(report: Report, topic: str) -> Cell:
    """Return the cell of a topic, given by id or name; raises `UnknownTopic` where there is none."""
    if cell := find_cell(report, topic):
        return cell
    words = interface(report.ui)
    known = words.text("list.comma").join(nearest(topic, (each.topic for each in report.map.cells)))
    raise UnknownTopic(words.text("evidence.unknown_topic", topic=printable(topic), known=known))


def evidence_parts(
    report: Report, cell: Cell, listing: Listing, sources: Iterable[Source], *, width: int = 80, colour: bool = False
) -> Iterator[str]:
    """Yield the statements of a cell as text, one after the other, between a head and the rule that decided."""
    words, columns = interface(report.ui), max(width, LEAST_WIDTH)
    yield print_lines(tuple(_head(report, cell, listing, columns, words)), colour=colour)
    for number, source in enumerate(sources, 1):
        others = tuple(str(n) for n in listing.others.get(source.statement.id, ()) if n != number)
        lines = _statement(report, source, (number, others), columns, words)
        yield print_lines(((), *lines), colour=colour)
    yield print_lines(tuple(_end(cell, columns, words)), colour=colour)


def act_name(statement: Statement, words: Interface) -> str:
    """Return what a statement does; an act that was not recognised says so."""
    return words.maybe(f"act.{statement.act or 'unknown'}", statement.act or "")


def party_name(statement: Statement, labels: Labels, words: Interface) -> str:
    """Return the side that a statement speaks for, or that it speaks for none."""
    speaker = statement.speaker
    if speaker is None or speaker.party is None:
        return words.text("evidence.no_party")
    return labels.party(speaker.party)


def office_beside(name: str, reading: Reading, statement: Statement) -> str | None:
    """Return the speaker's office as the text has it, unless the name that is shown has it in it."""
    office = _office_of(reading, statement)
    return None if office and office in name else office


def _office_of(reading: Reading, statement: Statement) -> str | None:
    """The noun phrase of the source, else the first title."""
    speaker = statement.speaker
    if speaker is None:
        return None
    text = reading.document.text
    inside = [m for m in reading.mentions if speaker.start <= m.start and m.stop <= speaker.stop]
    name = next((m for m in inside if m.kind == "name" and m.actor_id == speaker.actor_id), None)
    if name and name.stop - name.start < speaker.stop - speaker.start:
        rest = text[speaker.start : name.start], text[name.stop : speaker.stop]
        return " ".join(filter(None, (printable(part).strip(" ,\uff0c") for part in rest))) or None
    titles = [m for m in reading.mentions if m.kind == "title" and m.actor_id == speaker.actor_id]
    title = next((m for m in titles if m in inside), titles[0] if titles else None)
    return None if title is None else printable(text[title.start : title.stop])


def rule_name(cell: Cell, words: Interface) -> str:
    """Return the row of the decision table that applied, as a sentence where the interface has one."""
    return words.maybe(f"rule.{cell.method}", cell.method)


def _head(report: Report, cell: Cell, listing: Listing, columns: int, words: Interface) -> Iterator[Line]:
    topic, relation = report.labels.topic(cell.topic), words.text(f"relation.{cell.relation}")
    yield Piece(topic, "strong"), Piece(words.text("list.dot") + relation)
    yield from _wrapped(_counted(listing.statements, listing.utterances, words), "", columns, "quiet")
    if not listing.statements:
        yield (Piece(words.text("evidence.nothing")),)


def _end(cell: Cell, columns: int, words: Interface) -> Iterator[Line]:
    yield ()
    relation = words.text(f"relation.{cell.relation}")
    meaning = words.text("map.counted", what=relation, where=words.text(f"meaning.{cell.relation}"))
    yield from _wrapped(words.text("evidence.relation") + words.text("list.colon") + meaning, "", columns, "plain")
    rule = words.text("evidence.rule") + words.text("list.colon") + rule_name(cell, words)
    yield from _wrapped(rule, "", columns, "plain")


def _counted(told: int, said: int, words: Interface) -> str:
    """How many statements there are, and how many utterances they report where that is less."""
    counted = words.count("statements", told)
    if said == told:
        return counted
    return words.text("map.counted", what=counted, where=words.text("evidence.independent", n=said))


def _statement(
    report: Report, source: Source, numbers: tuple[int, tuple[str, ...]], columns: int, words: Interface
) -> Iterator[Line]:
    """A statement under its number, with those of other reports of the same."""
    (number, others), reading, statement = numbers, source.reading, source.statement
    label = f"{number:>3}  "
    indent = " " * len(label)
    who = _speaker(report, source, words)
    style = _style(report, statement)
    for place, part in enumerate(wrap(who, columns - len(label))):
        yield Piece(indent if place else label, "quiet"), Piece(part, style)
    for part in wrap(exact_words(reading, statement), columns - len(label) - 2):
        yield Piece(indent + "│ ", style), Piece(part)
    yield from _wrapped(words.text("list.dot").join(_facts(report, source, others, words)), indent, columns, "quiet")
    # Never wrapped: a terminal folds it itself, and so it is copied as one line.
    citation = cite(reading, statement, report.ui, report.labels)
    yield (Piece(words.text("evidence.cite") + words.text("list.colon") + citation, "quiet"),)


def _speaker(report: Report, source: Source, words: Interface) -> str:
    statement = source.statement
    name = speaker_name(statement, report.labels, words)
    if office := office_beside(name, source.reading, statement):
        name = words.text("evidence.in_office", name=name, office=office)
    party = words.text("cite.party", party=party_name(statement, report.labels, words))
    return name + party + words.text("list.dot") + act_name(statement, words)


def _facts(report: Report, source: Source, others: tuple[str, ...], words: Interface) -> Iterator[str]:
    document, statement = source.reading.document, source.statement
    if others:
        yield words.text("evidence.same", numbers=words.both(others))
    if statement.addressee is not None:
        addressee = statement.addressee
        yield words.text("evidence.to", who=printable(report.labels.actor(addressee.actor_id, addressee.name)))
    if chain := via_chain(statement, report.labels, words):
        yield words.text("evidence.via", chain=chain)
    line = line_of(document.text, first_offset(statement))
    yield words.text("evidence.place", document=printable(document.path), n=line)
    yield statement.method


def _style(report: Report, statement: Statement) -> str:
    sides = sides_of(statement, report.map.parties)
    if len(sides) == 2:
        return "both"
    return "plain" if not sides else ("left", "right")[report.map.parties.index(sides[0])]


def _wrapped(text: str, indent: str, columns: int, style: str) -> Iterator[Line]:
    for part in wrap(text, columns - width(indent)):
        yield (Piece(indent + part, style),)
