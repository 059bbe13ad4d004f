"""Two accounts as rows, CSV, JSON and a notebook's table: a row is one telling."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import Any, TypedDict

import msgspec

from detente.analysis.accounts import Account, Gathering, Telling
from detente.analysis.uncertainty import Estimate
from detente.render.cells import as_csv
from detente.render.interface import Interface
from detente.render.places import place_name

from .shown import Shown, best_of, title_of


class AccountRow(TypedDict):
    """What one account tells on a topic, in one statement or sentence; `sure` is how surely the topic's account and side are right."""

    topic: str
    topic_label: str
    account: str
    by: str | None
    sure: float
    sure_low: float
    sure_high: float
    method: str
    party: str
    party_label: str
    speaker: str
    speaker_party: str
    words: str
    outlet: str
    published: str | None
    document: str
    path: str
    start: int
    stop: int
    statement: str


COLUMNS = tuple(AccountRow.__annotations__)
NOTHING = "\u2013"
LISTED = ("number", "date", "type", "parties", "place", "places", "accounts")


def account_rows(shown: Shown) -> list[AccountRow]:
    """Return a row for each telling, topic by topic, the first party before the second."""
    accounts = shown.accounts
    return [
        _row(shown, row, accounts[row.account].sure, side, telling)
        for row in shown.comparison.rows
        for side in shown.comparison.gathering.parties
        for telling in row.sides.get(side, ())
    ]


def _row(shown: Shown, row: Account, sure: Estimate, side: str, telling: Telling) -> AccountRow:
    document = shown.readings[telling.document_id].document
    return AccountRow(
        topic=row.topic, topic_label=shown.labels.topic(row.topic), account=row.account, by=row.by, sure=sure.value, sure_low=sure.low,
        sure_high=sure.high, method=row.method, party=side, party_label=shown.labels.party(side), speaker=shown.speaker(telling),
        speaker_party=telling.party, words=shown.exact(telling), outlet=shown.outlet(telling), published=document.published, document=document.id,
        path=document.path, start=telling.spans[0].start, stop=telling.spans[-1].stop, statement=telling.statement_id,
    )  # fmt: skip


def render_csv(shown: Shown) -> str:
    """Return the rows as CSV (RFC 4180)."""
    return as_csv(COLUMNS, (row.values() for row in account_rows(shown)))


def render_json(shown: Shown) -> str:
    """Return the meeting, how many reports tell each account, how sure accounts are, and the rows, as indented JSON."""
    comparison = shown.comparison
    content = {
        "meeting": comparison.gathering, "reports": comparison.reports, "accounts": shown.accounts, "rows": account_rows(shown), "trust": shown.trust,
    }  # fmt: skip
    return msgspec.json.format(msgspec.json.encode(content), indent=2).decode() + "\n"


def list_csv(found: Sequence[Gathering], words: Interface) -> str:
    """Return meetings as CSV."""
    return as_csv(LISTED, (row.values() for row in list_rows(found, words)))


def list_json(found: Sequence[Gathering], words: Interface) -> str:
    """Return meetings as indented JSON."""
    return msgspec.json.format(msgspec.json.encode(list_rows(found, words)), indent=2).decode() + "\n"


def list_rows(found: Sequence[Gathering], words: Interface) -> list[dict[str, Any]]:
    """Return meetings as rows, numbered; `place` is what the reader calls it, `places` as reports tell it, in each language."""
    return [dict(zip(LISTED, _listed(number, each, words), strict=True)) for number, each in enumerate(found, 1)]


def _listed(number: int, each: Gathering, words: Interface) -> tuple[object, ...]:
    places = place_name(each.places, words), "; ".join(each.places.values())
    return (number, each.date, each.type, "+".join(each.parties), *places, len(each.accounts))


def render_html(shown: Shown) -> str:
    """Return a small table for a notebook: a topic a row, a side a column."""
    heads = "".join(f'<th scope="col">{escape(text)}</th>' for text in ("", *map(shown.labels.party, shown.comparison.gathering.parties)))
    body = "".join(_html_row(shown, row) for row in shown.comparison.rows)
    return f'<table lang="{shown.ui}"><caption>{escape(title_of(shown))}</caption><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>'


def _html_row(shown: Shown, row: Account) -> str:
    told = shown.words.text(f"accounts.{row.account}", party=shown.labels.party(row.by or ""))
    head = f'<th scope="row" style="text-align:left">{escape(shown.labels.topic(row.topic))}<br><small>{escape(told)}</small></th>'
    return f"<tr>{head}{''.join(_html_cells(shown, row))}</tr>"


def _html_cells(shown: Shown, row: Account) -> Iterator[str]:
    for side in shown.comparison.gathering.parties:
        told = "<br>".join(_html_telling(shown, each) for each in best_of(row, side)) or NOTHING
        yield f'<td style="text-align:left">{told}</td>'


def _html_telling(shown: Shown, telling: Telling) -> str:
    return f"\u201c{escape(shown.exact(telling))}\u201d <small>{escape(shown.speaker(telling))}</small>"
