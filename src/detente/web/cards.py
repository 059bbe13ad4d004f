"""A statement as a card: who spoke for whom, what it does, its exact words, and whence they come."""

from __future__ import annotations

from markupsafe import Markup

from detente.client.answers import Piece, Said
from detente.render.citation import cite, place_name, speaker_name, via_chain
from detente.render.evidence import act_name, office_beside, party_name
from detente.render.html.article import language_tag
from detente.render.html.cards import SIGNS
from detente.render.html.edition import style_of
from detente.render.interface import interface
from detente.render.lines import line_at, lines_of
from detente.render.marks import marks
from detente.render.report import Report, Source, first_offset
from detente.render.scripts import script_attributes, written
from detente.render.summary import published_by
from detente.render.words import OMISSION

WITHIN = ":;：；"  # what parts a sentence and does not end it
LONGEST = 90  # characters of a sentence on either side of a statement's words
LONGEST_WORD = 20


class Words(Piece, frozen=True):
    """Words of an article on a page."""

    @property
    def attributes(self) -> Markup:
        """The attributes of the element that holds them."""
        return Markup(self.scripts)  # noqa: S704


class Card(Said, frozen=True):
    """A statement as pages show it, and as the API answers it."""

    @property
    def anchor(self) -> str:
        """What the address of a page says after the hash to show this statement."""
        return f"s-{self.statement_id.partition(':')[2]}"

    @property
    def sign(self) -> str:
        """The side as a sign, so that colour is never the only one."""
        return SIGNS[self.side]


def card_of(report: Report, source: Source) -> Card:
    """Return the card of a statement of a report."""
    words, labels, statement, document = interface(report.ui), report.labels, source.statement, source.reading.document
    told, side = statement.addressee, style_of(statement, report.map.parties)
    before, after = _around(source)
    speaker = speaker_name(statement, labels, words)
    return Card(
        statement_id=statement.id, document_id=document.id, side=side, party=party_name(statement, labels, words),
        speaker=speaker, office=office_beside(speaker, source.reading, statement), act=act_name(statement, words),
        words=_words(source), before=before, after=after, language=language_tag(document),
        topics=tuple((topic, labels.topic(topic)) for topic in statement.topics),
        via=via_chain(statement, labels, words), addressee=labels.actor(told.actor_id, told.name) if told else None,
        said_on=words.date(statement.said_on) if statement.said_on else None, outlet=published_by(source.reading, report),
        published=words.date(document.published) if document.published else None, title=document.title or document.path,
        place=place_name(lines_of(document), first_offset(statement), words), rule=statement.method, score=statement.score,
        citation=str(cite(source.reading, statement, report.ui, labels)),
    )  # fmt: skip


def row_of(card: Card) -> tuple[object, ...]:
    """Return a card as a row of a table: its words as one, its topics by id."""
    told = {"words": OMISSION.join(piece.text for piece in card.words), "topics": "; ".join(topic for topic, _ in card.topics)}
    return tuple(told.get(name, getattr(card, name)) for name in Said.__struct_fields__)


def _words(source: Source) -> tuple[Words, ...]:
    text, spans = source.reading.document.text, source.statement.content or (source.statement.cue,)
    forms = (written(text[span.start : span.stop])[0] for span in spans)
    return tuple(Words(form.published, script_attributes(form)) for form in forms)


def _around(source: Source) -> tuple[str, str]:
    """The rest of the sentence before and after the words, no longer than they can be read at a glance."""
    document, spans = source.reading.document, source.statement.content or (source.statement.cue,)
    start, stop = spans[0].start, spans[-1].stop
    line = line_at(lines_of(document), start)
    if line is None or not line.start <= start <= stop <= line.stop:
        return "", ""
    before, after = document.text[line.start : start], document.text[stop : line.stop]
    full_stops = frozenset(marks().sentence_end).difference(WITHIN)
    begun = max(before.rfind(mark) + 1 for mark in full_stops)
    ends = [place for mark in full_stops if (place := after.find(mark)) >= 0]
    before, after = before[begun:].lstrip(), after[: min(ends) + 1] if ends else after
    return _shortened(before[::-1])[::-1], _shortened(after)


def _shortened(words: str) -> str:
    """What stands beside the words of a statement, cut where a word ends, if one does within reach.

    >>> _shortened("a" * 80 + " government has"), len(_shortened("军" * 100))
    ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…', 91)
    """
    if len(words) <= LONGEST:
        return words
    end = words.rfind(" ", LONGEST - LONGEST_WORD, LONGEST + 1)
    return f"{words[: end if end > 0 else LONGEST]}…"
