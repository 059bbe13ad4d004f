"""What is exported as rows of plain values, by column; `columns` says what each holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from detente.pipeline.selection import date_of
from detente.records import Claim, Document, Event, Span, Statement
from detente.resources.outlets import outlet_homes
from detente.store import Chosen
from detente.store.rows import content_of

from .contents import FULL, NONE, Contents, Names, events_of

Row = dict[str, Any]
DAY = len("2031-05-20")


def documents(contents: Contents) -> Iterator[Row]:
    """Yield a row for every document."""
    for each in contents.chosen():
        yield document_row(each, contents)


def statements(contents: Contents) -> Iterator[Row]:
    """Yield a row for every statement that filters let through, in the order of the text."""
    for each in contents.chosen():
        for number in sorted(each.statements):
            yield statement_row(each, number, contents)


def claims(contents: Contents) -> Iterator[Row]:
    """Yield a row for every claim."""
    for claim in contents.claims():
        yield claim_row(claim, contents.names)


def events(contents: Contents) -> Iterator[Row]:
    """Yield a row for every mention of an event."""
    for each in contents.chosen():
        for event in events_of(each, contents.wanted):
            yield event_row(each, event, contents)


TABLES: dict[str, Callable[[Contents], Iterator[Row]]] = {
    "documents": documents, "statements": statements, "claims": claims, "events": events,
}  # fmt: skip


def document_row(chosen: Chosen, contents: Contents) -> Row:
    """Return a document as a row."""
    document, made = chosen.reading.document, chosen.reading.made_by
    return {
        "document_id": document.id, "title": document.title, "outlet_id": document.outlet, "outlet": outlet_of(document, contents.names),
        "country": outlet_homes().get(document.outlet or ""), "credit": document.credit, "url": document.url,
        "source": chosen.sources[0], "published": document.published, "day": day_of(document), "language": document.language,
        "script": document.script, "section": list(document.section), "report": chosen.report,
        "statements": len(chosen.statements), "characters": len(document.text), "text_sha256": document.text_sha256,
        "text": document.text if contents.text == FULL else None, "detente": made.detente, "plan": made.plan,
        "codebook": made.codebook,
    }  # fmt: skip


def statement_row(chosen: Chosen, number: int, contents: Contents) -> Row:
    """Return a statement as a row."""
    reading, statement = chosen.reading, chosen.reading.statements[number]
    spans, relays = spans_of(statement), [relay for hop in statement.via for relay in hop]
    return {
        "statement_id": statement.id, "document_id": reading.document.id, "number": number,
        "day": date_of(statement, reading) or None, "said_on": statement.said_on, **_who(chosen, statement, contents.names),
        "act": statement.act, "target": statement.target, "polarity": statement.polarity, "topics": list(statement.topics),
        "manner": statement.manner, "cue": statement.cue.lemma, "place": statement.place,
        "via": [relay.actor_id for relay in relays], "via_names": [relay.name for relay in relays],
        "start": spans[0].start, "stop": spans[-1].stop, "spans": [f"{span.start}-{span.stop}" for span in spans],
        "words": words_of(reading.document, spans, contents.text), "repeats": number in chosen.repeats,
        "outlet": outlet_of(reading.document, contents.names), "language": reading.document.language,
        "score": statement.score, "method": statement.method,
    }  # fmt: skip


def _who(chosen: Chosen, statement: Statement, names: Names) -> Row:
    """Who speaks to whom."""
    speaker, addressee = statement.speaker, statement.addressee
    actor = speaker and chosen.goes_by.get(speaker.actor_id, speaker.actor_id)
    return {
        "actor_id": actor, "actor": names.actor(actor) if actor else None, "speaker": speaker and speaker.name,
        "party": speaker and speaker.party,
        "addressee_id": addressee and chosen.goes_by.get(addressee.actor_id, addressee.actor_id),
        "addressee": addressee and addressee.name,
    }  # fmt: skip


def claim_row(claim: Claim, names: Names) -> Row:
    """Return a claim as a row."""
    return {
        "statement_id": claim.statement_id, "document_id": claim.document_id, "report": claim.report,
        "utterance": claim.utterance, "day": claim.day or None, "actor_id": claim.actor_id or None,
        "actor": names.actor(claim.actor_id) if claim.actor_id else None, "speaker": claim.speaker or None, "party": claim.party or None,
        "party_name": names.party(claim.party) if claim.party else None, "sides": list(claim.sides), "topic": claim.topic,
        "topic_name": names.topic(claim.topic), "act": claim.act, "stance": claim.stance, "on_topic": claim.on_topic,
        "agreement": claim.agreement, "is_own": claim.is_own, "counts": claim.leads, "via": list(claim.via),
        "outlet_id": claim.outlet, "language": claim.language,
    }  # fmt: skip


def event_row(chosen: Chosen, event: Event, contents: Contents) -> Row:
    """Return a mention of an event as a row."""
    document = chosen.reading.document
    return {
        "event_id": event.id, "document_id": document.id, "same_as": event.same_as, "type": event.type, "code": event.code,
        "status": event.status, "date": event.date, "published": day_of(document), "place": event.place,
        "duration": event.duration, "participants": [chosen.goes_by.get(actor, actor) for actor in event.participants],
        "parties": list(event.parties), "start": event.start, "stop": event.stop,
        "words": words_of(document, (Span(event.start, event.stop),), contents.text),
        "outlet": outlet_of(document, contents.names), "language": document.language, "url": document.url,
        "score": event.score, "method": event.method,
    }  # fmt: skip


def spans_of(statement: Statement) -> Sequence[Span]:
    """Return the stretches of a statement's words; of one without, its cue."""
    return statement.content or (Span(statement.cue.start, statement.cue.stop),)


def words_of(document: Document, spans: Sequence[Span], text: str) -> str | None:
    """Return the words of spans, as far as texts are exported."""
    return None if text == NONE else content_of(spans, document.text)


def outlet_of(document: Document, names: Names) -> str | None:
    """Return the name of who published a document."""
    return names.actor(document.outlet) if document.outlet else None


def day_of(document: Document) -> str | None:
    """Return the day on which a document was published."""
    return document.published and document.published[:DAY]
