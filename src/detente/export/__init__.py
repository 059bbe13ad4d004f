"""What a store keeps, in the files that other tools open: one file a format."""

from .columns import Column, tables
from .contents import EVIDENCE, FULL, NONE, TEXTS, Contents, Names
from .formats import FORMATS, Format, format_of, write
from .rows import TABLES, Row
from .table import Table
from .writing import ExportError

__all__ = [
    "EVIDENCE", "FORMATS", "FULL", "NONE", "TABLES", "TEXTS", "Column", "Contents", "ExportError", "Format", "Names", "Row",
    "Table",    "format_of", "tables", "write",
]  # fmt: skip
