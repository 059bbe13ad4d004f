"""What sides did to each other, as event data count it: acts of statements, and events that took place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from detente.records import Event, Reading, Span, Statement
from detente.resources.load import DATA, load_tsv
from detente.store import Chosen

from .contents import Contents, events_of
from .rows import day_of, spans_of, words_of

FOLDER = DATA / "export"
HELD = "held"
GOVERNMENT, BODY = "GOV", "IGO"


class Side(NamedTuple):
    """One who does something, or to whom it is done: a party, and who speaks for it."""

    party: str
    name: str
    actor_id: str = ""


class Deed(NamedTuple):
    """Something done; `of` are who did it, `to` the others, where the text tells them apart. `mentions` in its document."""

    id: str
    kind: str
    act: str
    day: str
    of: tuple[Side, ...]
    to: tuple[Side, ...]
    cue: str | None
    words: str | None
    topics: tuple[str, ...]
    place: str | None
    mentions: int
    score: float


class Act(NamedTuple):
    """An act as CAMEO has it: code, class of four, value of Goldstein's scale."""

    cameo: str
    quad: int
    goldstein: float


@cache
def acts() -> dict[str, Act]:
    """Return CAMEO's terms for PLOVER's types.

    >>> acts()["REJECT"]
    Act(cameo='120', quad=3, goldstein=-4.0)
    """
    columns = ("act", "cameo", "quad", "goldstein", "example", "source")
    return {row["act"]: Act(row["cameo"], int(row["quad"]), float(row["goldstein"])) for row in load_tsv(FOLDER / "acts.tsv", columns)}


@cache
def _letters() -> dict[str, str]:
    return {row["state"]: row["letters"] for row in load_tsv(FOLDER / "letters.tsv", ("state", "letters", "example", "source"))}


def letters_of(party: str) -> str:
    """Return a party by the three letters of its state; others by their own code.

    >>> letters_of("IS"), letters_of("NATO")
    ('ISL', 'NATO')
    """
    return _letters().get(party, party)


def sector_of(party: str) -> str:
    """Return what kind of body a party is: a government, or a body of several states.

    >>> sector_of("IS"), sector_of("NATO")
    ('GOV', 'IGO')
    """
    return GOVERNMENT if party in _letters() else BODY


def deeds_of(chosen: Chosen, contents: Contents) -> Iterator[Deed]:
    """Yield what sides did in a document: statements that do something for a side, then events that took place."""
    for number in sorted(chosen.statements):
        statement = chosen.reading.statements[number]
        if statement.act in acts() and statement.speaker and statement.speaker.party:
            yield _said(chosen, statement, contents)
    mentions = Counter(event.same_as or event.id for event in chosen.reading.events)
    for event in events_of(chosen, contents.wanted):
        if event.code in acts() and event.same_as is None and event.status == HELD and event.parties:
            yield _happened(chosen, event, mentions[event.id], contents)


def _said(chosen: Chosen, statement: Statement, contents: Contents) -> Deed:
    reading = chosen.reading
    return Deed(
        id=statement.id, kind="statement", act=statement.act or "", day=statement.said_on or day_of(reading.document) or "",
        of=_speaking(chosen, statement), to=tuple(_side(party, contents) for party in _aims(statement, reading)),
        cue=words_of(reading.document, [Span(statement.cue.start, statement.cue.stop)], contents.text),
        words=words_of(reading.document, spans_of(statement), contents.text), topics=statement.topics, place=statement.place,
        mentions=1, score=statement.score,
    )  # fmt: skip


def _speaking(chosen: Chosen, statement: Statement) -> tuple[Side, ...]:
    """The sides that a statement speaks for, named as the text names the speaker."""
    speaker = statement.speaker
    if speaker is None or speaker.party is None:
        return ()
    actor = chosen.goes_by.get(speaker.actor_id, speaker.actor_id)
    return tuple(Side(party, speaker.name, actor) for party in speaker.party.split("+"))


def _aims(statement: Statement, reading: Reading) -> list[str]:
    """The party that a statement is aimed at: a third one, or the other of a position, or whom it is said to."""
    towards = (position.towards for position in reading.positions if position.evidence_id == statement.id)
    said_to = statement.addressee.party if statement.addressee else None
    found = next(filter(None, (statement.target, *towards, said_to)), "")
    of = statement.speaker.party if statement.speaker else None
    return [party for party in found.split("+") if party and party not in (of or "").split("+")]


def _side(party: str, contents: Contents) -> Side:
    return Side(party, contents.names.party(party))


def _happened(chosen: Chosen, event: Event, mentions: int, contents: Contents) -> Deed:
    document = chosen.reading.document
    words = words_of(document, [Span(event.start, event.stop)], contents.text)
    return Deed(
        id=event.id, kind=event.type, act=event.code or "", day=event.date or day_of(document) or "",
        of=tuple(_side(party, contents) for party in event.parties), to=(), cue=words, words=words, topics=(), place=event.place,
        mentions=mentions, score=event.score,
    )  # fmt: skip
