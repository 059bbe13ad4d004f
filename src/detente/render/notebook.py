"""The map as a small table for a notebook's cell: no script, and only colours that read on light and dark."""

from __future__ import annotations

from html import escape

from .interface import Interface, interface
from .picture import Group, Half, Row, picture_of, said
from .report import Report
from .summary import counts, dates, trust
from .table import stroke
from .words import cut

WORDS = 44
HEAD = "padding:.6em .5em .2em;text-align:center;font-size:85%;letter-spacing:.08em;opacity:.75"


def render_notebook(report: Report) -> str:
    """Return the picture as an HTML table of five columns: words, mark, topic, mark, words."""
    words = interface(report.ui)
    groups = picture_of(report)
    body = "".join(_group(group, words) for group in groups)
    if not groups:
        body = f'<tr><td colspan="5">{escape(words.text("map.empty"))}</td></tr>'
    left, right = (escape(report.labels.party(party)) for party in report.map.parties)
    note = escape(words.text("list.dot").join((dates(report), counts(report), *trust(report))))
    return (
        f'<table lang="{report.ui}"><caption>{note}</caption><thead><tr>'
        f'<th colspan="2" scope="col" style="text-align:left">{left}</th><th></th>'
        f'<th colspan="2" scope="col" style="text-align:right">{right}</th></tr></thead>'
        f"<tbody>{body}</tbody></table>"
    )


def _group(group: Group, words: Interface) -> str:
    head = f'<tr><th colspan="5" scope="rowgroup" style="{HEAD}">{escape(group.heading)}</th></tr>'
    return head + "".join(_row(row, words) for row in group.rows)


def _row(row: Row, words: Interface) -> str:
    left, right = row.left, row.right
    mirrored = stroke(right)[::-1].translate(str.maketrans("◀◁", "▶▷"))
    return (
        f'<tr><td style="text-align:left">{_words(left, words)}</td>'
        f'<td style="text-align:right;white-space:nowrap">{_count(left)} {stroke(left)}</td>'
        f'<th scope="row" style="text-align:center">{escape(row.label)}</th>'
        f'<td style="text-align:left;white-space:nowrap">{mirrored} {_count(right)}</td>'
        f'<td style="text-align:right">{_words(right, words)}</td></tr>'
    )


def _count(half: Half) -> str:
    return str(half.statements) if half.statements else ""


def _words(half: Half, words: Interface) -> str:
    return escape(said(half, words, cut(half.words, WORDS)))
