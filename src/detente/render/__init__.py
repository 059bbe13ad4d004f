"""A map's faces: terminal, page, picture, spreadsheet, notebook and citation: pure functions of a report."""

from .citation import cite
from .evidence import UnknownTopic, render_evidence
from .html import render_html
from .interface import UI_LANGUAGES, Interface, interface
from .notebook import render_notebook
from .report import Labels, Report
from .rows import MapRow, map_rows, render_csv, render_json
from .statements import StatementRow, render_statements, render_statements_html, statement_rows
from .svg import render_svg
from .table import render_table

__all__ = [
    "UI_LANGUAGES",
    "Interface",
    "Labels",
    "MapRow",
    "Report",
    "StatementRow",
    "UnknownTopic",
    "cite",
    "interface",
    "map_rows",
    "render_csv",
    "render_evidence",
    "render_html",
    "render_json",
    "render_notebook",
    "render_statements",
    "render_statements_html",
    "render_svg",
    "render_table",
    "statement_rows",
]
