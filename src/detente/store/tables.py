"""The tables of a store, each column with what it holds; `docs/schema.md` is made from these words.

A reading is kept in parts, none of them twice: its document, statements, events and positions a row each, with the columns by
which they are found; what nobody looks for is kept as JSON in `rest`.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)

NAMES = {"pk": "%(table_name)s_pkey", "fk": "%(table_name)s_%(column_0_name)s_fkey", "ix": "%(table_name)s_%(column_0_name)s_idx"}
metadata = MetaData(naming_convention=NAMES)


def _in_document() -> tuple[Column[Any], ...]:
    """The key of what stands in a document, and the id that it has in the reading."""
    return (
        Column("document_id", Text, ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True, comment="the document"),
        Column("place", Integer, primary_key=True, autoincrement=False, comment="number in the document, from 0"),
        Column("id", Text, nullable=False, index=True, comment="hash of its natural key, as readings have it"),
    )


documents = Table(
    "documents", metadata,
    Column("id", Text, primary_key=True, comment="hash of the address and the text"),
    Column("url", Text, comment="address, where it is known"),
    Column("language", Text, nullable=False, index=True, comment="zh, en or ru"),
    Column("title", Text, comment="headline"),
    Column("outlet", Text, index=True, comment="who published it, as the page names it"),
    Column("published", Text, comment="ISO 8601, as precisely as the page tells"),
    Column("day", Text, index=True, comment="the day of `published`"),
    Column("text", Text, nullable=False, comment="the text; all offsets are code points into it"),
    Column("detente", Text, nullable=False, comment="the version that read it"),
    Column("plan", Text, nullable=False, comment="hash of the grammar and data that read it"),
    Column("codebook", Text, nullable=False, comment="hash of the codebook that it was read with"),
    Column("rest", LargeBinary, nullable=False, comment="what else the reading has, as compressed JSON"),
    comment="articles",
)  # fmt: skip

sources = Table(
    "sources", metadata,
    Column("source", Text, primary_key=True, comment="where an article was found: a path or an address"),
    Column("document_id", Text, ForeignKey("documents.id", ondelete="CASCADE"), index=True, comment="the document; null where it could not be read"),
    Column("sha256", Text, nullable=False, comment="hash of the bytes that were found there"),
    Column("stage", Text, comment="of a failure: the stage that failed"),
    Column("kind", Text, comment="of a failure: its kind"),
    Column("message", Text, comment="of a failure: what is wrong, and what to do"),
    Column("made_by", Text, comment="of a failure: version, plan and codebook"),
    comment="where articles were found, and what could not be read",
)  # fmt: skip

statements = Table(
    "statements", metadata,
    *_in_document(),
    Column("speaker_id", Text, index=True, comment="the actor who speaks, by id"),
    Column("speaker", Text, comment="the speaker as the text names it"),
    Column("party", Text, comment="the side it speaks for; joint sides as A+B"),
    Column("act", Text, comment="PLOVER type, `none` for plain information, null when not recognised"),
    Column("polarity", Float, comment="-1 to +1 towards the other party"),
    Column("said_on", Text, comment="the day it was said, where the text tells"),
    Column("content", Text, nullable=False, comment="the words, with an ellipsis between spans"),
    Column("rest", LargeBinary, nullable=False, comment="the record as JSON"),
    comment="what was said",
)  # fmt: skip

parties = Table(
    "parties", metadata,
    Column("document_id", Text, ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True, comment="the document"),
    Column("party", Text, primary_key=True, index=True, comment="a single side"),
    Column("statements", Integer, nullable=False, comment="how many statements of the document speak for it"),
    comment="for whom a document has somebody speak",
)  # fmt: skip

pairs = Table(
    "pairs", metadata,
    Column("document_id", Text, ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True, comment="the document"),
    Column("one", Text, primary_key=True, comment="the first side by its code"),
    Column("other", Text, primary_key=True, comment="the second side"),
    Column("weight", Integer, nullable=False, comment="how much the document reports of both"),
    Index("pairs_one_other_idx", "one", "other"),
    comment="who both speak in a document",
)  # fmt: skip

positions = Table(
    "positions", metadata,
    *_in_document(),
    Column("statement", Integer, nullable=False, comment="the number of the statement it rests on"),
    Column("actor_id", Text, nullable=False, comment="who holds it"),
    Column("party", Text, comment="the side that holds it; joint sides as A+B"),
    Column("towards", Text, comment="the party it is held towards"),
    Column("topic", Text, nullable=False, index=True, comment="topic of the codebook"),
    Column("stance", Float, comment="-1 to +1 towards that party"),
    Column("on_topic", Float, comment="-1 to +1 towards the proposition of the topic"),
    Column("held_on", Text, comment="the day it was held"),
    Column("score", Float, nullable=False, comment="how sure the topic is"),
    Column("method", Text, nullable=False, comment="where the topic was found"),
    ForeignKeyConstraint(["document_id", "statement"], ["statements.document_id", "statements.place"], ondelete="CASCADE"),
    Index("positions_statement_idx", "document_id", "statement"),
    comment="what actors hold on topics",
)  # fmt: skip

events = Table(
    "events", metadata,
    *_in_document(),
    Column("type", Text, nullable=False, index=True, comment="meeting, call, visit, …"),
    Column("status", Text, nullable=False, comment="held, proposed, agreed, cancelled or postponed"),
    Column("date", Text, index=True, comment="ISO 8601, as precisely as the text tells"),
    Column("is_first", Boolean, nullable=False, comment="whether it is the first mention of the event in the document"),
    Column("rest", LargeBinary, nullable=False, comment="the record as JSON"),
    comment="meetings, calls, visits and what else happened between parties",
)  # fmt: skip
