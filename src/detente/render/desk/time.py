"""A timeline as rows and as a sheet."""

from __future__ import annotations

from collections.abc import Sequence

from detente.analysis.happenings import DAY, PRECISIONS, REPORTED, Happening
from detente.analysis.timeline import Day, Moment, On
from detente.render.places import place_name

from .people import told
from .sheet import Column, Entry, Sheet
from .shown import MARKS, Row, Shown

COLUMNS = ("kind", "date", "precision", "type", "status", "place", "parties", "participants", "statements", "least", "most", "topics", "reports",
           "first_reported", "last_reported", "documents", "evidence")  # fmt: skip
MOST_TOPICS = 8


def time_rows(found: Sequence[Moment], shown: Shown) -> list[Row]:
    """Return a row an event, and a row a day of statements; `least` and `most` are the bounds of these.

    `evidence` are the ids of events or statements.
    """
    return [dict(zip(COLUMNS, _happening(each, shown) if isinstance(each, Happening) else _day(each, shown), strict=True)) for each in found]


def _happening(each: Happening, shown: Shown) -> tuple[object, ...]:
    said = (), None, None, ()
    return (
        "event", each.date, each.precision, each.type, each.status, place_name(each.places, shown.words), tuple(each.parties),
        tuple(each.participants), *said, each.reports, each.first, each.last, tuple(each.documents), tuple(each.mentions),
    )  # fmt: skip


def _day(each: Day, shown: Shown) -> tuple[object, ...]:
    bounds = shown.bounds(len(each.statement_ids)) or (None, None)
    precision = PRECISIONS.get(len(each.date), DAY) if each.date else ""
    return ("statements", each.date, precision, "", "", "", (), (), each.sides, *bounds, each.topics, each.reports, "", "", (), each.statement_ids)


def time_sheet(found: Sequence[Moment], shown: Shown, pair: tuple[str, str]) -> Sheet:
    """Return events and days in order of time; below a day its topics, each with the mark of the relation on that day."""
    words, labels = shown.words, shown.labels
    title = words.text("desk.timeline", left=labels.party(pair[0]), right=labels.party(pair[1]))
    there = {on.relation for each in found if isinstance(each, Day) for on in each.topics}
    legend = words.text("list.dot").join(f"{mark} {words.text(f'relation.{name}')}" for name, mark in MARKS.items() if name in there)
    columns = Column(words.text("desk.day"), 12), Column(words.text("desk.what")), Column(words.text("desk.reports"), is_number=True)
    return Sheet(title, columns, tuple(_entry(each, shown) for each in found), (*told(shown), *filter(None, [legend])))


def _entry(each: Moment, shown: Shown) -> Entry:
    if isinstance(each, Happening):
        return happening_entry(each, shown)
    words = shown.words
    topics = words.text("list.dot").join(_on(on, shown) for on in each.topics[:MOST_TOPICS])
    more = (words.count("more", len(each.topics) - MOST_TOPICS),) if len(each.topics) > MOST_TOPICS else ()
    bounds = shown.bounds(len(each.statement_ids))
    likely = f" ({bounds[0]}\u2013{bounds[1]})" if bounds else ""
    numbers = f"{words.text('desk.said')}{likely}{words.text('list.colon')}{shown.parties(each.sides)}"
    return Entry((each.date or words.text("map.undated"), numbers, str(each.reports)), (words.text("list.dot").join((topics, *more)),))


def happening_entry(each: Happening, shown: Shown) -> Entry:
    """Return an event as an entry of three columns."""
    return Entry((when(each, shown), what(each, shown), str(each.reports)))


def when(each: Happening, shown: Shown) -> str:
    """Return the date as it is told; where it is not, the day of the first report, marked."""
    return f"\u2264 {each.date}" if each.precision == REPORTED and each.date else each.date or shown.words.text("map.undated")


def what(each: Happening, shown: Shown) -> str:
    """Return type, status, place and parties of an event."""
    words = shown.words
    parties = words.text("list.comma").join(shown.labels.party(party) for party in each.parties)
    told_ = words.text(f"desk.{each.type}"), words.text(f"desk.{each.status}"), place_name(each.places, words), parties
    return words.text("list.dot").join(filter(None, told_))


def _on(on: On, shown: Shown) -> str:
    return " ".join(filter(None, (MARKS.get(on.relation, ""), shown.labels.topic(on.topic), str(on.statements))))
