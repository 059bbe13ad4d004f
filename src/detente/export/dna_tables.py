"""The tables of a database of Discourse Network Analyzer 3 (github.com/leifeld/dna), as its SQLite files have them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, MetaData, Table, Text, UniqueConstraint, text
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateTable

LONGEST = 190  # characters of a name
PERMISSIONS = (
    "AddDocuments", "EditDocuments", "DeleteDocuments", "ImportDocuments", "AddStatements", "EditStatements", "DeleteStatements",
    "EditAttributes", "EditRegex", "EditStatementTypes", "EditCoders", "EditCoderRelations", "ViewOthersDocuments",
    "EditOthersDocuments", "ViewOthersStatements", "EditOthersStatements",
)  # fmt: skip
MAY = ("viewStatements", "editStatements", "viewDocuments", "editDocuments")
KINDS = ("boolean", "integer", "long text", "short text")
_metadata = MetaData()


def _key() -> Column[Any]:
    return Column("ID", Integer, primary_key=True)


def _number(name: str, first: int, last: int, default: int, *, needed: bool = True) -> Column[Any]:
    within = CheckConstraint(f"{name} BETWEEN {first} AND {last}")
    return Column(name, Integer, within, nullable=not needed, server_default=text(str(default)))


def _colour() -> tuple[Column[Any], ...]:
    return tuple(_number(name, 0, 255, 0) for name in ("Red", "Green", "Blue"))


def _named(name: str, default: str | None = None) -> Column[Any]:
    return Column(name, Text, CheckConstraint(f"LENGTH({name}) <= {LONGEST}"), nullable=False, server_default=default)


def _of(name: str, table: str, *, needed: bool = False) -> Column[Any]:
    return Column(name, Integer, ForeignKey(f"{table}.ID", ondelete="CASCADE"), nullable=not needed)


def _data(name: str, value: Column[Any]) -> Table:
    """A table of what variables hold for statements."""
    return Table(name, _metadata, _key(), _of("StatementId", "STATEMENTS", needed=True), _of("VariableId", "VARIABLES", needed=True), value,
                 UniqueConstraint("StatementId", "VariableId"))  # fmt: skip


settings = Table("SETTINGS", _metadata, Column("Property", Text, primary_key=True, nullable=True), Column("Value", Text, nullable=False))
coders = Table(
    "CODERS", _metadata, _key(), _named("Name"), *_colour(), _number("Refresh", 0, 9999, 0), _number("FontSize", 1, 99, 14),
    _named("Password"), _number("PopupWidth", 100, 9999, 300, needed=False), _number("ColorByCoder", 0, 1, 0),
    _number("PopupDecoration", 0, 1, 0), _number("PopupAutoComplete", 0, 1, 1),
    *(_number(f"Permission{name}", 0, 1, 1) for name in PERMISSIONS),
)  # fmt: skip
documents = Table(
    "DOCUMENTS", _metadata, _key(), _named("Title"), Column("Text", Text, nullable=False), _of("Coder", "CODERS"),
    _named("Author", ""), _named("Source", ""), _named("Section", ""), Column("Notes", Text, nullable=False, server_default=""),
    _named("Type", ""), Column("Date", Integer, nullable=False),
)  # fmt: skip
statement_types = Table("STATEMENTTYPES", _metadata, _key(), _named("Label"), *_colour())
variables = Table(
    "VARIABLES", _metadata, _key(), _named("Variable"),
    Column("DataType", Text, CheckConstraint(f"DataType IN ({', '.join(map(repr, KINDS))})"), nullable=False, server_default="short text"),
    _of("StatementTypeId", "STATEMENTTYPES"), UniqueConstraint("Variable", "StatementTypeId"),
)  # fmt: skip
variable_links = Table(
    "VARIABLELINKS", _metadata, _key(), _of("SourceVariableId", "VARIABLES"), _of("TargetVariableId", "VARIABLES"),
    CheckConstraint("TargetVariableId != SourceVariableId"),
)  # fmt: skip
regexes = Table(
    "REGEXES", _metadata,
    Column("Label", Text, CheckConstraint(f"LENGTH(Label) <= {LONGEST}"), primary_key=True, nullable=True), *_colour(),
)  # fmt: skip
coder_relations = Table(
    "CODERRELATIONS", _metadata, _key(), _of("Coder", "CODERS"), _of("OtherCoder", "CODERS"),
    *(_number(name, 0, 1, 1) for name in MAY), CheckConstraint("Coder != OtherCoder"),
)  # fmt: skip
statements = Table(
    "STATEMENTS", _metadata, _key(), _of("StatementTypeId", "STATEMENTTYPES"), _of("DocumentId", "DOCUMENTS"),
    Column("Start", Integer, CheckConstraint("Start >= 0"), nullable=False), Column("Stop", Integer, CheckConstraint("Stop >= 0"), nullable=False),
    _of("Coder", "CODERS"), CheckConstraint("Start < Stop"),
)  # fmt: skip
data_boolean = _data("DATABOOLEAN", Column("Value", Integer, nullable=False, server_default=text("1")))
data_integer = _data("DATAINTEGER", Column("Value", Integer, nullable=False, server_default=text("0")))
entities = Table(
    "ENTITIES", _metadata, _key(), _of("VariableId", "VARIABLES", needed=True), _named("Value", ""),
    *(Column(name, Integer, CheckConstraint(f"{name} BETWEEN 0 AND 255")) for name in ("Red", "Green", "Blue")),
    _of("ChildOf", "ENTITIES"), UniqueConstraint("VariableId", "Value"),
)  # fmt: skip
data_short_text = _data("DATASHORTTEXT", _of("Entity", "ENTITIES", needed=True))
data_long_text = _data("DATALONGTEXT", Column("Value", Text, server_default=""))
attribute_variables = Table(
    "ATTRIBUTEVARIABLES", _metadata, _key(), _of("VariableId", "VARIABLES", needed=True), _named("AttributeVariable"),
    UniqueConstraint("VariableId", "AttributeVariable"),
)  # fmt: skip
attribute_values = Table(
    "ATTRIBUTEVALUES", _metadata, _key(), _of("EntityId", "ENTITIES", needed=True),
    _of("AttributeVariableId", "ATTRIBUTEVARIABLES", needed=True), _named("AttributeValue", ""),
    UniqueConstraint("EntityId", "AttributeVariableId"),
)  # fmt: skip


def creation() -> list[str]:
    """Return the commands that make the tables, in the order in which they refer to each other."""
    return [str(CreateTable(table).compile(dialect=sqlite.dialect())) for table in _metadata.tables.values()]
