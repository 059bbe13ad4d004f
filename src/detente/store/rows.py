"""Readings as rows of the tables, and rows as readings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple
from zlib import compress, decompress
from zlib import error as ZlibError

import msgspec
from sqlalchemy import Row

from detente.copies import Member, member_of
from detente.records import (
    DialogueMap,
    Document,
    Event,
    Failure,
    MadeBy,
    Mention,
    Page,
    Position,
    Reading,
    Record,
    Span,
    Statement,
)
from detente.resources.outlets import outlet_homes

from .needs import followed_in, gathered_in
from .passages import Article, passages_of

LEVEL = 6
PLAIN = {field.name: field.default for field in msgspec.structs.fields(Page) if field.name not in ("text", "url")}
GAP = "…"
DAY = len("2019-05-14")

Rows = list[dict[str, Any]]
Pair = tuple[str, str]


class Rest(Record, frozen=True):
    """What of a reading nobody looks for by a column: the document without its text, and what follows from the rows."""

    document: Document
    mentions: tuple[Mention, ...]
    maps: tuple[DialogueMap, ...]
    failures: tuple[Failure, ...]
    version: int


class _Kept(msgspec.Struct, frozen=True):
    """Of `Rest`, the document alone."""

    document: Document


class Parts(NamedTuple):
    """The rows of a reading, by table; those of what stands in a document are in its order."""

    document: dict[str, Any]
    statements: Rows
    positions: Rows
    events: Rows
    parties: Rows
    pairs: Rows
    passages: Rows
    gathered: Rows
    followed: Rows


def parts_of(reading: Reading, weights: Mapping[Pair, int], page: Page | None = None) -> Parts:
    """Return the rows of a reading, and of the page that it is of.

    `weights` tells how much it reports of each pair of parties that both speak.
    """
    key = reading.document.id
    number = {statement.id: i for i, statement in enumerate(reading.statements)}
    parties = Counter(p for s in reading.statements if s.speaker and s.speaker.party for p in s.speaker.party.split("+"))
    return Parts(
        {**_document(reading), "page": page and _beside(page)},
        [_statement(key, i, each, reading.document.text) for i, each in enumerate(reading.statements)],
        [_position(key, i, each, number) for i, each in enumerate(reading.positions)],
        [_event(key, i, each) for i, each in enumerate(reading.events)],
        [{"document_id": key, "party": party, "statements": n} for party, n in sorted(parties.items())],
        [{"document_id": key, "one": one, "other": other, "weight": n} for (one, other), n in sorted(weights.items())],
        searched(reading),
        gathered_in(reading),
        followed_in(reading),
    )


def searched(reading: Reading) -> Rows:
    """Return the passages of a reading."""
    document = reading.document
    article = Article(document.id, document.language, document.outlet, document.published, document.text, document.boilerplate)
    return passages_of(article, reading.statements, outlet_homes())


def _document(reading: Reading) -> dict[str, Any]:
    document, made = reading.document, reading.made_by
    bare = msgspec.structs.replace(document, path="", text="")
    rest = Rest(bare, reading.mentions, reading.maps, reading.failures, reading.version)
    return {
        "id": document.id, "url": document.url, "language": document.language, "title": document.title,
        "outlet": document.outlet, "published": document.published, "day": document.published and document.published[:DAY],
        "text": document.text, "detente": made.detente, "plan": made.plan, "codebook": made.codebook,
        "rest": compress(msgspec.json.encode(rest), LEVEL),
    }  # fmt: skip


def _beside(page: Page) -> bytes:
    """What a page tells beside its address and text, which have columns of their own."""
    told = ((name, getattr(page, name), default) for name, default in PLAIN.items())
    return compress(msgspec.json.encode({name: value for name, value, default in told if value != default}), LEVEL)


def page_of(document: Row[Any]) -> Page | None:
    """Return the page that a document was read from; nothing where it was not kept."""
    if document.page is None:
        return None
    beside = msgspec.json.decode(decompress(document.page), type=dict[str, msgspec.Raw])
    told = msgspec.json.encode({"text": document.text, "url": document.url, **beside})
    return msgspec.json.decode(told, type=Page)


def content_of(spans: Sequence[Span], text: str) -> str:
    """Return the words of spans of a text, with an ellipsis for what stands between them."""
    return GAP.join([text[span.start : span.stop] for span in spans])


def _statement(key: str, place: int, statement: Statement, text: str) -> dict[str, Any]:
    speaker = statement.speaker
    return {
        "document_id": key, "place": place, "id": statement.id, "speaker_id": speaker and speaker.actor_id,
        "speaker": speaker and speaker.name, "party": speaker and speaker.party, "act": statement.act,
        "polarity": statement.polarity, "said_on": statement.said_on, "content": content_of(statement.content, text),
        "rest": msgspec.json.encode(statement),
    }  # fmt: skip


def _position(key: str, place: int, position: Position, number: Mapping[str, int]) -> dict[str, Any]:
    values = msgspec.structs.asdict(position)
    return {"document_id": key, "place": place, "statement": number[values.pop("evidence_id")], **values}


def _event(key: str, place: int, event: Event) -> dict[str, Any]:
    return {
        "document_id": key, "place": place, "id": event.id, "type": event.type, "status": event.status, "date": event.date,
        "is_first": event.same_as is None, "rest": msgspec.json.encode(event),
    }  # fmt: skip


def member(row: Any) -> Member:
    """Return the document of a row as a member of its cluster; what cannot be read back counts by its columns."""
    try:
        return member_of(msgspec.json.decode(decompress(row.rest), type=_Kept).document)
    except (ZlibError, msgspec.MsgspecError):
        return Member.of(row.published, row.id)


def document_of(row: Row[Any]) -> Document:
    """Return the document that a row was made from, without its path."""
    kept = msgspec.json.decode(decompress(row.rest), type=_Kept)
    return msgspec.structs.replace(kept.document, text=row.text)


def reading_of(
    document: Row[Any], source: str, statements: Sequence[Row[Any]], positions: Sequence[Row[Any]], events: Sequence[Row[Any]]
) -> Reading:
    """Return the reading that rows were made from; `source` is where its article was found first, by name."""
    rest = msgspec.json.decode(decompress(document.rest), type=Rest)
    said = tuple(msgspec.json.decode(row.rest, type=Statement) for row in statements)
    return Reading(
        document=msgspec.structs.replace(rest.document, path=source, text=document.text),
        mentions=rest.mentions,
        statements=said,
        events=tuple(msgspec.json.decode(row.rest, type=Event) for row in events),
        positions=tuple(_held(row, said) for row in positions),
        maps=rest.maps,
        failures=rest.failures,
        made_by=MadeBy(document.detente, document.plan, document.codebook),
        version=rest.version,
    )


def _held(row: Row[Any], statements: Sequence[Statement]) -> Position:
    return Position(
        row.id, row.actor_id, row.party, row.towards, row.topic, row.stance, row.on_topic, row.held_on,
        statements[row.statement].id, row.score, row.method,
    )  # fmt: skip
