"""Actors and topics as rows and as sheets."""

from __future__ import annotations

from collections.abc import Sequence

from detente.analysis.speaking import Speaking, Subject

from .sheet import Column, Entry, Sheet
from .shown import Row, Shown

ACTOR_COLUMNS = ("actor_id", "name", "parties", "party_labels", "statements", "least", "most", "reports", "topics", "outlets", "first", "last")
TOPIC_COLUMNS = ("topic", "label", "statements", "least", "most", "reports", "parties", "relation", "by")


def actor_rows(found: Sequence[Speaking], shown: Shown) -> list[Row]:
    """Return a row an actor; `least` and `most` are the bounds of its statements."""
    return [dict(zip(ACTOR_COLUMNS, _actor(each, shown), strict=True)) for each in found]


def _actor(each: Speaking, shown: Shown) -> tuple[object, ...]:
    labels, (least, most) = shown.labels, shown.bounds(each.statements) or (None, None)
    parties = tuple(labels.party(share.key) for share in each.parties)
    return (
        each.actor_id, labels.actor(each.actor_id), each.parties, parties, each.statements, least, most, each.reports, each.topics, each.outlets,
        each.first, each.last,
    )  # fmt: skip


def topic_rows(found: Sequence[Subject], shown: Shown) -> list[Row]:
    """Return a row a topic; `least` and `most` are the bounds of its statements."""
    return [dict(zip(TOPIC_COLUMNS, _topic(each, shown), strict=True)) for each in found]


def _topic(each: Subject, shown: Shown) -> tuple[object, ...]:
    bounds = shown.bounds(each.statements) or (None, None)
    return each.topic, shown.labels.topic(each.topic), each.statements, *bounds, each.reports, each.parties, each.relation, each.by


def actor_sheet(found: Sequence[Speaking], shown: Shown) -> Sheet:
    """Return who speaks for whom, how often and when; below, on what and through whom."""
    words = shown.words
    columns = (Column(words.text("desk.speaker")), Column(words.text("desk.for"), 18), *_numbers(shown), Column(words.text("desk.days"), 23))
    return Sheet(words.text("desk.actors"), columns, tuple(_speaking(each, shown) for each in found), told(shown))


def _speaking(each: Speaking, shown: Shown) -> Entry:
    words, labels = shown.words, shown.labels
    parties = words.text("list.comma").join(labels.party(share.key) for share in each.parties) or words.text("evidence.no_party")
    cells = (labels.actor(each.actor_id), parties, shown.counted(each.statements), str(each.reports), shown.span(each.first, each.last))
    through = (words.text("evidence.via", chain=shown.actors(each.outlets)),) if each.outlets else ()
    return Entry(cells, tuple(filter(None, (words.text("list.dot").join(filter(None, (shown.topics(each.topics), *through))),))))


def topic_sheet(found: Sequence[Subject], shown: Shown, pair: tuple[str, str] | None) -> Sheet:
    """Return what is spoken of, how often, with the relation of a pair; below, by which parties."""
    words, labels = shown.words, shown.labels
    relation = (Column(words.text("desk.relation"), 26),) if pair else ()
    columns = (Column(words.text("desk.topic")), *relation, *_numbers(shown))
    entries = (
        Entry(
            (labels.topic(each.topic), *([shown.relation(each.relation, each.by)] if pair else []), shown.counted(each.statements), str(each.reports)),
            tuple(filter(None, (shown.parties(each.parties),))),
        )
        for each in found
    )
    return Sheet(topics_title(shown, pair), columns, tuple(entries), told(shown))


def topics_title(shown: Shown, pair: tuple[str, str] | None) -> str:
    """Return what topics are shown of: a pair, or all."""
    words, labels = shown.words, shown.labels
    return words.text("desk.topics_of", left=labels.party(pair[0]), right=labels.party(pair[1])) if pair else words.text("desk.topics")


def _numbers(shown: Shown) -> tuple[Column, Column]:
    words = shown.words
    return Column(words.text("desk.statements"), is_number=True), Column(words.text("desk.reports"), is_number=True)


def told(shown: Shown) -> tuple[str, ...]:
    """Return how far to trust what is counted, and what stands in parentheses."""
    return (*shown.trust, *((shown.words.text("desk.bounds"),) if shown.bounds(1) else ()))
