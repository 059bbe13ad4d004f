"""A profile as rows and as sheets, one a section."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from detente.analysis.portrait import Portrait
from detente.analysis.speaking import Share
from detente.render.width import clip

from .people import told
from .sheet import Column, Entry, Sheet
from .shown import Row, Shown
from .time import happening_entry, what

COLUMNS = ("section", "key", "label", "number", "least", "most", "share", "first", "last", "words", "documents", "evidence", "source")
COUNTED = ("whole", "party", "speaker", "topic", "act", "addressee")  # sections that count statements and claims
WORDS = 150
MOST_SHOWN = 12
NO_COLUMN = Column("")
NUMBERS = ("desk.statements", "desk.reports", "desk.claims", "desk.share")


class Words(NamedTuple):
    """The latest words of an actor on a topic: the words, a citation, and the ids of the statement and the document."""

    words: str
    source: str
    statement_id: str
    document_id: str


def profile_rows(found: Portrait, latest: Mapping[str, Words], shown: Shown) -> list[Row]:
    """Return a row for whatever is known, by section: names, offices, parties, topics, acts, addressees, events, outlets.

    `least` and `most` are the bounds of numbers of statements and claims; `evidence` are the ids of the latest statement on a topic
    or of the mentions of an event, `documents` those of their articles.
    """
    return [dict(zip(COLUMNS, _bounded(row, shown), strict=True)) for row in _rows(found, latest, shown)]


def _bounded(row: tuple[object, ...], shown: Shown) -> tuple[object, ...]:
    section, number = row[0], row[3]
    bounds = shown.bounds(number) if section in COUNTED and isinstance(number, int) else None
    return (*row[:4], *(bounds or ("", "")), *row[4:])


def _rows(found: Portrait, latest: Mapping[str, Words], shown: Shown) -> Iterator[tuple[object, ...]]:
    rest = ("", (), (), "")
    yield ("whole", found.id, name_of(found.id, shown), found.statements, "", found.first, found.last, *rest)
    for language, name in found.names.items():
        yield ("name", language, name, "", "", "", "", *rest)
    for each in found.offices:
        offices = "; ".join(shown.labels.actor(office) for office in each.offices)
        yield ("office", " ".join((*each.offices, each.party)).strip(), offices, each.reports, "", each.first, each.last, *rest)
    for section, shares in (("party", found.parties), ("speaker", found.speakers)):
        yield from ((section, each.key, name_of(each.key, shown), each.number, "", "", "", *rest) for each in shares)
    for topic in found.topics:
        words = latest.get(topic.topic)
        told_last = (words.words, (words.document_id,), (words.statement_id,), words.source) if words else rest
        yield ("topic", topic.topic, shown.labels.topic(topic.topic), topic.statements, "", "", "", *told_last)
    total = sum(act.number for act in found.acts)
    for act in found.acts:
        yield ("act", act.key, act_name(act, shown), act.number, round(act.number / total, 4), "", "", *rest)
    yield from (("addressee", each.key, name_of(each.key, shown), each.number, "", "", "", *rest) for each in found.addressees)
    for event in found.happenings:
        yield ("event", event.type, what(event, shown), event.reports, "", event.date, "", "", event.documents, event.mentions, "")
    yield from (("outlet", each.key, name_of(each.key, shown), each.number, "", "", "", *rest) for each in found.outlets)


def profile_sheets(found: Portrait, latest: Mapping[str, Words], shown: Shown) -> tuple[Sheet, ...]:
    """Return the sections that have anything."""
    words = shown.words
    names = tuple(Entry((words.text(f"language.{code}"), name)) for code, name in found.names.items())
    first = Sheet(profile_title(found, shown), (NO_COLUMN, NO_COLUMN), names, (summary(found, shown), *told(shown)))
    sheets = (
        _sheet("offices", [Entry((_office(each.offices, each.party, shown), shown.span(each.first, each.last), str(each.reports))) for each in found.offices],
               shown, ("", "desk.days", "desk.reports")),
        _sheet("parties", [Entry((name_of(each.key, shown), shown.counted(each.number))) for each in found.parties], shown, ("", "desk.statements")),
        _sheet("speakers", [Entry((name_of(each.key, shown), shown.counted(each.number))) for each in found.speakers], shown, ("", "desk.statements")),
        _sheet("on", [Entry((shown.labels.topic(each.topic), shown.counted(each.statements)), _said(latest.get(each.topic))) for each in found.topics],
               shown, ("", "desk.statements")),
        _sheet("acts", list(_acts(found, shown)), shown, ("", "desk.share", "desk.claims")),
        _sheet("addressees", [Entry((name_of(each.key, shown), shown.counted(each.number))) for each in found.addressees], shown, ("", "desk.statements")),
        _sheet("events", [happening_entry(each, shown) for each in found.happenings], shown, ("desk.day", "desk.what", "desk.reports")),
        _sheet("outlets", [Entry((name_of(each.key, shown), str(each.number))) for each in found.outlets], shown, ("", "desk.reports")),
    )  # fmt: skip
    return (first, *(sheet for sheet in sheets if sheet.entries))


def profile_title(found: Portrait, shown: Shown) -> str:
    """Return whose profile it is."""
    return shown.words.text("desk.profile", name=name_of(found.id, shown))


def summary(found: Portrait, shown: Shown) -> str:
    """Return how many statements and reports there are, and of which days."""
    words = shown.words
    counted = f"{words.text('desk.statements')}{words.text('list.colon')}{shown.counted(found.statements)}"
    return words.text("list.dot").join(filter(None, (counted, words.count("reports", found.reports), shown.span(found.first, found.last))))


def _sheet(section: str, entries: list[Entry], shown: Shown, heads: tuple[str, ...]) -> Sheet:
    """A section, with its first entries; of events the last ones."""
    words = shown.words
    columns = tuple(Column(words.text(head) if head else "", is_number=head in NUMBERS) for head in heads)
    kept = entries[-MOST_SHOWN:] if section == "events" else entries[:MOST_SHOWN]
    more = words.count("more", len(entries) - MOST_SHOWN) if len(entries) > MOST_SHOWN else ""
    return Sheet(words.text(f"desk.{section}"), columns, tuple(kept), more=more)


def _acts(found: Portrait, shown: Shown) -> Iterator[Entry]:
    total = sum(each.number for each in found.acts)
    for each in found.acts:
        yield Entry((act_name(each, shown), f"{100 * each.number / total:.0f} %", shown.counted(each.number)))


def _said(words: Words | None) -> tuple[str, ...]:
    return (f"\u201c{clip(words.words, WORDS)}\u201d {words.source}",) if words else ()


def _office(offices: tuple[str, ...], party: str, shown: Shown) -> str:
    words = shown.words
    name = words.text("list.comma").join(shown.labels.actor(office) for office in offices)
    side = shown.labels.party(party) if party else words.text("evidence.no_party")
    return words.text("list.dot").join(filter(None, (name, side)))


def act_name(act: Share, shown: Shown) -> str:
    """Return what an act is called."""
    return shown.words.maybe(f"act.{act.key}", act.key)


def name_of(key: str, shown: Shown) -> str:
    """Return the name of an actor or a party."""
    return shown.labels.actor(key) if ":" in key else shown.labels.party(key)
