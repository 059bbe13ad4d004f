"""The tables of what maps rest on. It all follows from readings together, and is kept up with them.

Readings that come or go leave notes in `unsettled`; `settle` works these off.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Boolean, Column, Float, ForeignKey, Index, Integer, LargeBinary, Table, Text, text

from .tables import metadata as metadata

COUNTS = text("repeats IS NULL")


def _document() -> Column[Any]:
    return Column("document_id", Text, ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True, doc="the document")


unsettled = Table(
    "unsettled", metadata,
    Column("kind", Text, primary_key=True, doc="`document` (new), `copy` (of a report that lost one), `person`, or `day` (of an actor)"),
    Column("key", Text, primary_key=True, doc="the id of the document or person; the actor's id and the day"),
    sqlite_with_rowid=False,
    info={"holds": "what maps do not yet take into account"},
)  # fmt: skip

settled = Table(
    "settled", metadata,
    _document(),
    Column("day", Text, nullable=False, doc="the day by which it is put in order; 9999 where it is not known"),
    Column("cluster", Text, nullable=False, index=True, doc="its cluster, as counted"),
    Column("publisher", Text, nullable=False, doc="through whom its statements come, if they do not tell: outlet and credit as JSON"),
    Column("statements", Integer, nullable=False, doc="how many statements it has"),
    Column("unknown", Integer, nullable=False, doc="how many of them do what was not recognised"),
    Column("untopical", Integer, nullable=False, doc="how many have no topic"),
    Column("silent", Text, doc="the pair that its maps are of where only one of both speaks"),
    Column("failed", Boolean, nullable=False, doc="whether a part of it could not be read"),
    Index("settled_failed_idx", "failed", sqlite_where=text("failed = 1"), postgresql_where=text("failed")),
    info={"holds": "documents that maps take into account"},
)  # fmt: skip

named = Table(
    "named", metadata,
    _document(),
    Column("actor_id", Text, primary_key=True, index=True, doc="a person by the id in the reading"),
    Column("party", Text, doc="the side that it speaks for there"),
    Column("offices", Text, nullable=False, doc="the offices beside its name, by id"),
    info={"holds": "people whom documents name"},
)  # fmt: skip

sounds = Table(
    "sounds", metadata,
    Column("party", Text, primary_key=True, doc="the side of a person; empty where none is known"),
    Column("key", Text, primary_key=True, doc="what its name shares with names that may be the same"),
    Column("actor_id", Text, primary_key=True, index=True, doc="the person"),
    sqlite_with_rowid=False,
    info={"holds": "by what people are found who may be one"},
)  # fmt: skip

joined = Table(
    "joined", metadata,
    Column("actor_id", Text, primary_key=True, doc="a person by the id in a reading"),
    Column("goes_by", Text, nullable=False, index=True, doc="the id that it goes by in maps"),
    Column("rest", LargeBinary, nullable=False, doc="the record of the actor as JSON"),
    info={"holds": "people who are named differently and are one"},
)  # fmt: skip

said = Table(
    "said", metadata,
    _document(),
    Column("place", Integer, primary_key=True, autoincrement=False, doc="the number of the statement in its document"),
    Column("day", Text, nullable=False, doc="when it was said, else when that was published; empty where neither is known"),
    Column("sides", Text, nullable=False, doc="the sides that it speaks for, in order: A+B"),
    Column("topics", Text, nullable=False, doc="its topics, each between spaces"),
    Column("is_unknown", Boolean, nullable=False, doc="whether its act was not recognised"),
    Column("repeats", Text, doc="of a copy: the statement of an earlier copy that it repeats, by id, or nothing where that has none like it; else null"),
    Column("via", Text, doc="those who passed it on, ids and names as JSON; null where nobody did"),
    Index("said_day_idx", "day"),
    sqlite_with_rowid=False,
    info={"holds": "of each statement what maps count"},
)  # fmt: skip

spoken = Table(
    "spoken", metadata,
    Column("party", Text, primary_key=True, doc="a side that speaks in the document; empty of a topic"),
    Column("topic", Text, primary_key=True, doc="a topic on which anybody speaks there; empty of a side"),
    Column("day", Text, primary_key=True, doc="the day of the document, as in `settled`"),
    Column("document_id", Text, ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True, index=True, doc="the document"),
    sqlite_with_rowid=False,
    info={"holds": "the documents in which a side speaks, and those on a topic, in order"},
)  # fmt: skip

held = Table(
    "held", metadata,
    _document(),
    Column("place", Integer, primary_key=True, autoincrement=False, doc="the number of the position in its document"),
    Column("party", Text, primary_key=True, doc="one of its sides; empty where it has none"),
    Column("statement", Integer, nullable=False, doc="the number of the statement that it rests on"),
    Column("id", Text, nullable=False, doc="the id of that statement"),
    Column("topic", Text, nullable=False, doc="topic of the codebook"),
    Column("sides", Text, nullable=False, doc="all sides that hold it, in order: A+B"),
    Column("is_own", Boolean, nullable=False, doc="whether it is in their own word"),
    Column("deed", Text, nullable=False, doc="what the statement does, as far as it decides cells, as JSON"),
    Column("sign", Integer, nullable=False, doc="whether the polarity is above, below or at nought"),
    Column("agreement", Integer, nullable=False, doc="with the topic: its proposition, else its stance, above, below or at nought"),
    Column("rank", Text().with_variant(Text(collation="C"), "postgresql"), nullable=False, doc="rank of its words; the highest are shown"),
    Column("score", Float, nullable=False, doc="how sure the statement is"),
    Column("is_sure", Boolean, nullable=False, doc="whether the topic is sure"),
    Column("day", Text, nullable=False, doc="that of `said`"),
    Column("actor_id", Text, nullable=False, doc="who speaks, by the id that it goes by in maps"),
    Column("repeats", Text, doc="that of `said`"),
    Column("utterance", Text, nullable=False, doc="the first report of what was said, by the id of the statement"),
    Column("leads", Boolean, nullable=False, doc="whether it is the one report of the utterance that counts for its side on its topic"),
    Index("held_words_idx", "party", "topic", "is_own", "sign", "rank", sqlite_where=COUNTS, postgresql_where=COUNTS),
    Index("held_actor_idx", "actor_id", "day"),
    Index("held_day_idx", "day", "party"),
    info={"holds": "of each position and each side that holds it what decides cells and stands in them"},
)  # fmt: skip

counts = Table(
    "counts", metadata,
    Column("kind", Text, primary_key=True, doc="what is counted"),
    Column("scope", Text, primary_key=True, doc="in the documents in which a side speaks, or both of two: A, or A+B"),
    Column("topic", Text, primary_key=True, doc="on which topic, or empty"),
    Column("key", Text, primary_key=True, doc="of which sort"),
    Column("number", Integer, nullable=False, doc="how many"),
    sqlite_with_rowid=False,
    info={"holds": "sums over the tables before it, so that a map need not count again"},
)  # fmt: skip
