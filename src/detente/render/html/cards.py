"""Evidence as cards: a card a statement, and a note a cell that names its statements and the rule."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from detente.records import Cell
from detente.render.citation import cite, place_name, speaker_name, via_chain
from detente.render.evidence import act_name, office_beside, party_name, rule_name
from detente.render.lines import lines_of
from detente.render.report import Source, evidence_of, first_offset, index_statements
from detente.render.scripts import script_attributes, written
from detente.render.words import OMISSION

from .article import language_tag
from .edition import Edition, side_style

# The side of a statement as a sign, so that colour is never the only one.
SIGNS = {"left": "◀", "right": "▶", "both": "◆", "other": "○"}


def render_cards(edition: Edition) -> str:
    """Return the cards of all statements, in the order of the documents and their text."""
    cards = "".join(_card(edition, source) for source in edition.sources)
    return f'<ol class="statements">{cards}</ol>'


def render_cell_notes(edition: Edition) -> str:
    """Return a note for every cell: relation, what it means, the rule, and its statements by number."""
    index = index_statements(edition.report.readings)
    return "".join(_note(edition, cell, evidence_of(cell, index)) for cell in edition.report.map.cells)


def _note(edition: Edition, cell: Cell, evidence: tuple[Source, ...]) -> str:
    words = edition.words
    topic = escape(edition.report.labels.topic(cell.topic))
    relation = escape(words.text(f"relation.{cell.relation}"))
    meaning = escape(words.text(f"meaning.{cell.relation}"))
    rule = escape(words.text("evidence.rule") + words.text("list.colon") + rule_name(cell, words))
    numbers = [source.place + 1 for source in evidence]
    links = " ".join(f'<a href="#statement-{number}">{number}</a>' for number in numbers)
    return (
        f'<section class="cell-note {cell.relation}" data-topic="{escape(cell.topic)}"'
        f' data-numbers="{" ".join(map(str, numbers))}">'
        f'<h3><span class="topic">{topic}</span> <span class="relation">{relation}</span></h3>'
        f'<p class="meaning">{meaning}</p><p class="rule">{rule}</p>'
        f'<p class="references">{links or escape(words.text("evidence.nothing"))}</p></section>'
    )


def _card(edition: Edition, source: Source) -> str:
    number, side = source.place + 1, side_style(edition, source)
    return (
        f'<li class="card {side}" id="statement-{number}" data-number="{number}" value="{number}">'
        f"{_who(edition, source, side)}{_words(source)}{_facts(edition, source)}"
        f"{_actions(edition, source)}</li>"
    )


def _who(edition: Edition, source: Source, side: str) -> str:
    labels, words = edition.report.labels, edition.words
    statement = source.statement
    name = speaker_name(statement, labels, words)
    office = office_beside(name, source.reading, statement)
    party = f"{SIGNS[side]} {escape(party_name(statement, labels, words))}"
    return (
        f'<p class="who"><span class="party">{party}</span>'
        f" <b>{escape(name)}</b>{_office(office, source)}"
        f' <span class="act">{escape(act_name(statement, words))}</span></p>'
    )


def _office(office: str | None, source: Source) -> str:
    if office is None:
        return ""
    piece = written(office)[0]
    tag = language_tag(source.reading.document)
    return f' <span class="office" lang="{tag}"{script_attributes(piece)}>{escape(office)}</span>'


def _words(source: Source) -> str:
    text = source.reading.document.text
    spans = source.statement.content or (source.statement.cue,)
    pieces = (written(text[span.start : span.stop])[0] for span in spans)
    quoted = f'<span class="omission">{OMISSION}</span>'.join(
        f"<q{script_attributes(piece)}>{escape(piece.published)}</q>" for piece in pieces
    )
    return f'<blockquote lang="{language_tag(source.reading.document)}">{quoted}</blockquote>'


def _facts(edition: Edition, source: Source) -> str:
    rows = "".join(
        f"<div><dt>{escape(edition.words.text(f'field.{key}'))}</dt><dd>{value}</dd></div>"
        for key, value in _fact_rows(edition, source)
    )
    return f"<dl>{rows}</dl>"


def _fact_rows(edition: Edition, source: Source) -> Iterator[tuple[str, str]]:
    words, labels = edition.words, edition.report.labels
    document, statement = source.reading.document, source.statement
    if statement.topics:
        yield "topic", words.text("list.comma").join(_topic(edition, topic) for topic in statement.topics)
    if chain := via_chain(statement, labels, words):
        yield "via", escape(chain)
    if statement.addressee is not None:
        yield "addressee", escape(labels.actor(statement.addressee.actor_id, statement.addressee.name))
    if statement.said_on is not None:
        yield "date", escape(words.date(statement.said_on))
    if others := [each.place + 1 for each in edition.reports[statement.id] if each.place != source.place]:
        yield "same", " ".join(f'<a href="#statement-{number}">{number}</a>' for number in others)
    place = place_name(lines_of(document), first_offset(statement), words)
    yield "where", escape(words.text("list.field").join((document.path, place)))
    yield "rule", f"<code>{escape(statement.method)}</code>"


def _topic(edition: Edition, topic: str) -> str:
    label = escape(edition.report.labels.topic(topic))
    if all(cell.topic != topic for cell in edition.report.map.cells):
        return label
    return f'<button type="button" class="to-cell" data-topic="{escape(topic)}">{label}</button>'


def _actions(edition: Edition, source: Source) -> str:
    words, number = edition.words, source.place + 1
    citation = escape(cite(source.reading, source.statement, words.ui, edition.report.labels))
    show, copy = escape(words.text("page.show")), escape(words.text("page.copy"))
    return (
        f'<p class="actions"><a class="show" href="#mark-{number}">{show}</a>'
        f' <button type="button" class="copy" data-citation="{citation}">{copy}</button></p>'
    )
