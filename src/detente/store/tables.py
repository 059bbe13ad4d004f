"""The tables of a store, each column with what it holds; `docs/schema.md` is made from these words.

A reading is kept in parts, none of them twice: its document, statements, events and positions a row each, with the columns by
which they are found; what nobody looks for is kept as JSON in `rest`.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    BigInteger,
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
    UniqueConstraint,
)

from .matching import TermsType

NAMES = {"pk": "%(table_name)s_pkey", "fk": "%(table_name)s_%(column_0_name)s_fkey",
         "ix": "%(table_name)s_%(column_0_name)s_idx",
         "uq": "%(table_name)s_%(column_0_name)s_key"}  # fmt: skip
metadata = MetaData(naming_convention=NAMES)


def _in_document() -> tuple[Column[Any], ...]:
    """The key of what stands in a document, and the id that it has in the reading."""
    return (
        Column("document_id", Text, ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True, doc="the document"),
        Column("place", Integer, primary_key=True, autoincrement=False, doc="number in the document, from 0"),
        Column("id", Text, nullable=False, index=True, doc="hash of its natural key, as readings have it"),
    )


documents = Table(
    "documents", metadata,
    Column("id", Text, primary_key=True, doc="hash of the address and the text"),
    Column("url", Text, doc="address, where it is known"),
    Column("language", Text, nullable=False, index=True, doc="zh, en or ru"),
    Column("title", Text, doc="headline"),
    Column("outlet", Text, index=True, doc="who published it, as the page names it"),
    Column("published", Text, doc="ISO 8601, as precisely as the page tells"),
    Column("day", Text, index=True, doc="the day of `published`"),
    Column("text", Text, nullable=False, doc="the text; all offsets are code points into it"),
    Column("detente", Text, nullable=False, doc="the version that read it"),
    Column("plan", Text, nullable=False, doc="hash of the grammar and data that read it"),
    Column("codebook", Text, nullable=False, doc="hash of the codebook that it was read with"),
    Column("rest", LargeBinary, nullable=False, doc="what else the reading has, as compressed JSON"),
    Column("page", LargeBinary, doc="what its page told beside the text, as compressed JSON, for `detente reread`; null if kept by 0001"),
    info={"holds": "articles"},
)  # fmt: skip

sources = Table(
    "sources", metadata,
    Column("source", Text, primary_key=True, doc="where an article was found: a path or an address"),
    Column("document_id", Text, ForeignKey("documents.id", ondelete="CASCADE"), index=True, doc="the document; null where it could not be read"),
    Column("sha256", Text, nullable=False, doc="hash of the bytes that were found there"),
    Column("stage", Text, doc="of a failure: the stage that failed"),
    Column("kind", Text, doc="of a failure: its kind"),
    Column("message", Text, doc="of a failure: what is wrong, and what to do"),
    Column("made_by", Text, doc="of a failure: version, plan and codebook"),
    info={"holds": "where articles were found, and what could not be read"},
)  # fmt: skip

statements = Table(
    "statements", metadata,
    *_in_document(),
    Column("speaker_id", Text, index=True, doc="the actor who speaks, by id"),
    Column("speaker", Text, doc="the speaker as the text names it"),
    Column("party", Text, doc="the side it speaks for; joint sides as A+B"),
    Column("act", Text, doc="PLOVER type, `none` for plain information, null when not recognised"),
    Column("polarity", Float, doc="-1 to +1 towards the other party"),
    Column("said_on", Text, doc="the day it was said, where the text tells"),
    Column("content", Text, nullable=False, doc="the words, with an ellipsis between spans"),
    Column("rest", LargeBinary, nullable=False, doc="the record as JSON"),
    info={"holds": "what was said"},
)  # fmt: skip

parties = Table(
    "parties", metadata,
    Column("document_id", Text, ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True, doc="the document"),
    Column("party", Text, primary_key=True, index=True, doc="a single side"),
    Column("statements", Integer, nullable=False, doc="how many statements of the document speak for it"),
    info={"holds": "for whom a document has somebody speak"},
)  # fmt: skip

pairs = Table(
    "pairs", metadata,
    Column("document_id", Text, ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True, doc="the document"),
    Column("one", Text, primary_key=True, doc="the first side by its code"),
    Column("other", Text, primary_key=True, doc="the second side"),
    Column("weight", Integer, nullable=False, doc="how much the document reports of both"),
    Index("pairs_one_other_idx", "one", "other"),
    info={"holds": "who both speak in a document"},
)  # fmt: skip

positions = Table(
    "positions", metadata,
    *_in_document(),
    Column("statement", Integer, nullable=False, doc="the number of the statement it rests on"),
    Column("actor_id", Text, nullable=False, doc="who holds it"),
    Column("party", Text, doc="the side that holds it; joint sides as A+B"),
    Column("towards", Text, doc="the party it is held towards"),
    Column("topic", Text, nullable=False, index=True, doc="topic of the codebook"),
    Column("stance", Float, doc="-1 to +1 towards that party"),
    Column("on_topic", Float, doc="-1 to +1 towards the proposition of the topic"),
    Column("held_on", Text, doc="the day it was held"),
    Column("score", Float, nullable=False, doc="how sure the topic is"),
    Column("method", Text, nullable=False, doc="where the topic was found"),
    ForeignKeyConstraint(["document_id", "statement"], ["statements.document_id", "statements.place"], ondelete="CASCADE"),
    Index("positions_statement_idx", "document_id", "statement"),
    info={"holds": "what actors hold on topics"},
)  # fmt: skip

events = Table(
    "events", metadata,
    *_in_document(),
    Column("type", Text, nullable=False, index=True, doc="meeting, call, visit, …"),
    Column("status", Text, nullable=False, doc="held, proposed, agreed, cancelled or postponed"),
    Column("date", Text, index=True, doc="ISO 8601, as precisely as the text tells"),
    Column("is_first", Boolean, nullable=False, doc="whether it is the first mention of the event in the document"),
    Column("rest", LargeBinary, nullable=False, doc="the record as JSON"),
    info={"holds": "meetings, calls, visits and what else happened between parties"},
)  # fmt: skip

fetches = Table(
    "fetches", metadata,
    Column("address", Text, primary_key=True, doc="what was asked for: the address of a page or of a list of pages"),
    Column("source", Text, nullable=False, doc="where it is in the end; of a page: its name in `sources`"),
    Column("status", Integer, nullable=False, doc="HTTP status of the answer; 0 where none came, -1 where it is not fetched or not taken"),
    Column("is_list", Boolean, nullable=False, doc="whether it names pages: a feed, a sitemap, an OPML file"),
    Column("etag", Text, doc="the server's mark of what it sent"),
    Column("last_modified", Text, doc="when it was changed, as the server says"),
    Column("sha256", Text, nullable=False, doc="hash of the bytes that came; it is that of the source as long as these are what is kept"),
    Column("listed", Text, nullable=False, doc="of a page: what the list that named it said of it; of a list: with what all its pages were read"),
    info={"holds": "how addresses answered when they were last asked"},
)  # fmt: skip

watched = Table(
    "watched", metadata,
    Column("address", Text, primary_key=True, doc="the address of a feed, a sitemap or an OPML file"),
    Column("since", Text, nullable=False, doc="since when it is watched: ISO 8601, UTC"),
    Column("asked", Text, doc="when it was asked last"),
    info={"holds": "addresses that `detente serve` asks again and again for what is new"},
)  # fmt: skip

passages = Table(
    "passages", metadata,
    Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False,
           doc="number: its day, then a number within the day"),
    Column("document_id", Text, ForeignKey("documents.id", ondelete="CASCADE"), nullable=False, doc="the document"),
    Column("place", Integer, nullable=False, doc="number in the document, from 0"),
    Column("statement", Integer, doc="the number of the statement whose words it is; null of a paragraph"),
    Column("start", Integer, nullable=False, doc="where in the text it begins"),
    Column("stop", Integer, nullable=False, doc="where in the text it stops"),
    Column("terms", TermsType, nullable=False, doc="its terms in their order, and marks that filters look for; the index is made from them"),
    UniqueConstraint("document_id", "place"),
    info={"holds": "what is searched: paragraphs, and the words of statements"},
)  # fmt: skip

methods = Table(
    "methods", metadata,
    Column("of", Text, primary_key=True, doc="what is made: `signatures`"),
    Column("method", Text, nullable=False, doc="how it is made, with all parameters; `detente store upgrade` makes it anew where it changes"),
    info={"holds": "how what is derived from articles was made"},
)  # fmt: skip

signatures = Table(
    "signatures", metadata,
    Column("document_id", Text, ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True, doc="the document"),
    Column("size", Integer, nullable=False, doc="how many different shingles it has"),
    Column("least", LargeBinary, nullable=False, doc="the least hashes of its shingles: 32 bits each, little-endian, in order"),
    Column("bands", LargeBinary, nullable=False, doc="its bands: 64 bits each, little-endian, in order"),
    info={"holds": "by what copies of an article are known"},
)  # fmt: skip

bands = Table(
    "bands", metadata,
    Column("band", BigInteger, primary_key=True, autoincrement=False, doc="hash of rows of a MinHash signature"),
    Column("document_id", Text, primary_key=True, doc="a document that has it"),
    sqlite_with_rowid=False,
    info={"holds": "articles that may be copies, by the bands of their signatures"},
)  # fmt: skip

clusters = Table(
    "clusters", metadata,
    Column("document_id", Text, ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True, doc="the document"),
    Column("cluster", Text, nullable=False, index=True, doc="the document of its cluster that was printed first, by day, time of day, credit and id"),
    info={"holds": "which articles are one report"},
)  # fmt: skip

gathered = Table(
    "gathered", metadata,
    Column("document_id", Text, ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True, doc="the document"),
    Column("place", Integer, primary_key=True, autoincrement=False, doc="number of the event in the document, as in `events`"),
    Column("event_id", Text, nullable=False, doc="the id of the event"),
    Column("type", Text, nullable=False, doc="meeting, visit or call"),
    Column("one", Text, nullable=False, doc="the first of the two who take part, by its code"),
    Column("other", Text, nullable=False, doc="the second"),
    Column("date", Text, nullable=False, doc="ISO 8601, as precisely as the text tells; empty where it does not"),
    Column("venue", Text, nullable=False, doc="where, as the text names it; empty where it does not, and of calls"),
    Column("language", Text, nullable=False, doc="the language of the document"),
    Column("status", Text, nullable=False, doc="held, proposed, agreed, cancelled or postponed"),
    Column("day", Text, nullable=False, index=True, doc="the day on which the document was published; empty where it is not known"),
    Column("is_first", Boolean, nullable=False, doc="whether it is the first in the document of a meeting or visit, or of a call"),
    Index("gathered_one_other_idx", "one", "other", "venue", "language"),
    Index("gathered_date_idx", "date", "one", "other"),
    info={"holds": "meetings, calls and visits of two parties that articles mention, for accounts of them"},
)  # fmt: skip

followed = Table(
    "followed", metadata,
    Column("document_id", Text, ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True, doc="the document"),
    Column("hash", Text, nullable=False, doc="hash of the facts"),
    Column("facts", LargeBinary, nullable=False,
           doc="as compressed JSON: the sides that it names, what commits each two of them (span, kind, side, day, event, topic, terms), "
               "and what each sentence may say of commitments (span, status, days, events, terms)"),
    info={"holds": "what ledgers of commitments are made from"},
)  # fmt: skip

ledgers = Table(
    "ledgers", metadata,
    Column("one", Text, primary_key=True, doc="the first party by its code"),
    Column("other", Text, primary_key=True, doc="the second"),
    Column("asked", Text, primary_key=True, doc="up to which day, and in which languages; empty where neither was asked for"),
    Column("stamp", Text, nullable=False, doc="hash of the documents that it is of, of what each tells, and of how ledgers are made"),
    Column("ledger", LargeBinary, nullable=False, doc="the ledger as compressed JSON"),
    info={"holds": "ledgers as they were last made; one whose stamp is another is made anew, and all go where a document does"},
)  # fmt: skip
