"""Documents for the large bench, made of parts of the project's own articles in three languages: the same at every run.

Their paragraphs and statements are drawn from those articles, so that words are as frequent as there; each document has a number of
its own among its words, and what maps rest on.
"""

from __future__ import annotations

import itertools
from collections import Counter
from datetime import date, timedelta
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple
from zlib import compress, decompress

import msgspec

from detente.api import read
from detente.pipeline import weigh_pairs
from detente.records import Cue, Reading, Span, Statement, record_id
from detente.resources.outlets import outlet_homes
from detente.store.passages import Terms, first_number
from detente.store.rows import LEVEL, Parts, Rest, parts_of

GOLD = Path(__file__).resolve().parent.parent / "tests" / "gold"
BATCHES = ("zh/batch1", "zh/batch2", "zh/batch3", "en/batch1", "en/batch2", "en/batch3", "ru/batch1", "ru/batch2", "ru/batch3")
STATEMENTS_EACH, PARAGRAPHS_EACH = 20, 4
FIRST_DAY, DAYS, PRIME = date(2014, 1, 1), 4000, 7919
SURE = 0.9
Rows = list[dict[str, Any]]


class Pool(NamedTuple):
    """The parts of the articles of a language that documents are made from."""

    articles: tuple[dict[str, Any], ...]
    paragraphs: tuple[dict[str, Any], ...]
    statements: tuple[tuple[dict[str, Any], dict[str, Any]], ...]


def pools() -> list[Pool]:
    """Return the parts of the project's own articles by language."""
    by_language: dict[str, list[Parts]] = {}
    for batch in BATCHES:
        for file in sorted((GOLD / batch).glob("*.txt")):
            reading = read(file)
            assert isinstance(reading, Reading)
            by_language.setdefault(reading.document.language, []).append(parts_of(reading, {}))
    return [_pool(found) for found in by_language.values()]


def _pool(found: list[Parts]) -> Pool:
    told = [row for parts in found for row in parts.passages]
    said = [(parts.statements[row["statement"]], row) for parts in found for row in parts.passages if row["statement"] is not None]
    return Pool(tuple(parts.document for parts in found), tuple(row for row in told if row["statement"] is None), tuple(said))


def _pick(among: tuple[Any, ...], *key: object) -> Any:
    return among[int.from_bytes(sha256(repr(key).encode()).digest()[:8]) % len(among)]


class Made(NamedTuple):
    """The rows of a document."""

    document: dict[str, Any]
    source: dict[str, Any]
    statements: list[dict[str, Any]]
    passages: list[dict[str, Any]]


def day_of(number: int) -> int:
    """Return the day of a document, counted from the first one."""
    return number * PRIME % DAYS


def make(number: int, some: list[Pool], homes: tuple[str, ...]) -> Made:
    """Return a document made of parts; the same number gives the same."""
    pool = _pick(tuple(some), number, "language")
    key, day = f"{number:012x}", (FIRST_DAY + timedelta(days=day_of(number))).isoformat()
    outlet = _pick(homes, number, "outlet")
    body = [_pick(pool.paragraphs, number, i) for i in range(PARAGRAPHS_EACH)]
    said = [_pick(pool.statements, number, i, "said") for i in range(STATEMENTS_EACH)]
    document = {**_pick(pool.articles, number), "id": key, "outlet": outlet, "published": day, "day": day}
    rows = [{**row, "document_id": key, "place": i} for i, (row, _) in enumerate(said)]
    numbered = itertools.count(1 + (number << 8))
    told = [_passage(row, key, place, None, number) for place, row in enumerate(body)]
    told += [_passage(row, key, PARAGRAPHS_EACH + i, i, number) for i, (_, row) in enumerate(said)]
    for row in told:
        row["id"] = first_number(day) + next(numbered)
    return Made(document, {"source": f"/news/{number:06}.txt", "document_id": key, "sha256": key}, rows, told)


def _passage(row: dict[str, Any], key: str, place: int, statement: int | None, number: int) -> dict[str, Any]:
    words: Terms = row["terms"]
    terms = Terms((*words.words, f"n{number}"), words.marks) if statement is None and place == 0 else words
    return {**row, "document_id": key, "place": place, "statement": statement, "terms": terms}


class Whole(NamedTuple):
    """The rows of a document with what maps rest on."""

    made: Made
    statements: Rows
    positions: Rows
    parties: Rows
    pairs: Rows


@cache
def _read(rest: bytes) -> Statement:
    return msgspec.json.decode(rest, type=Statement)


def complete(made: Made) -> Whole:
    """Return a document whose text ends with its statements, each with an id of its own."""
    key, text_ = made.document["id"], made.document["text"]
    told, held, said = [], [], []
    for row in made.statements:
        start, text_ = len(text_) + 1, f"{text_}\n{row['content']}"
        span = Span(start, len(text_))
        known = _read(row["rest"])
        speaker = known.speaker and msgspec.structs.replace(known.speaker, start=start, stop=start)
        statement = msgspec.structs.replace(
            known, id=record_id("statement", key, row["place"]), speaker=speaker, cue=Cue(start, start, known.cue.lemma), content=(span,)
        )
        said.append(statement)
        told.append({**row, "id": statement.id, "rest": msgspec.json.encode(statement)})
        held += [_position(row, statement, topic, made.document["day"]) for topic in statement.topics if speaker]
    for i, row in enumerate(held):
        row["place"] = i
    by_party = Counter(party for s in said if s.speaker and s.speaker.party for party in s.speaker.party.split("+"))
    spoken = [{"document_id": key, "party": party, "statements": n} for party, n in sorted(by_party.items())]
    both = [{"document_id": key, "one": one, "other": other, "weight": n} for (one, other), n in sorted(weigh_pairs(said).items())]
    return Whole(made._replace(document={**made.document, "text": text_, "rest": _rest(made.document)}), told, held, spoken, both)


def _rest(document: dict[str, Any]) -> bytes:
    """What else the reading has, with the id, day and outlet of the document that was made."""
    known = _known(document["rest"])
    values = {"id": document["id"], "outlet": document["outlet"], "published": document["day"]}
    rest = Rest(msgspec.structs.replace(known.document, **values), (), (), (), known.version)
    return compress(msgspec.json.encode(rest), LEVEL)


@cache
def _known(rest: bytes) -> Rest:
    return msgspec.json.decode(decompress(rest), type=Rest)


def _position(row: dict[str, Any], statement: Statement, topic: str, day: str) -> dict[str, Any]:
    assert statement.speaker
    return {
        "document_id": row["document_id"], "id": record_id("position", statement.id, topic), "statement": row["place"],
        "actor_id": statement.speaker.actor_id, "party": statement.speaker.party, "towards": None, "topic": topic,
        "stance": statement.polarity, "on_topic": None, "held_on": statement.said_on or day, "score": SURE, "method": "own-words",
    }  # fmt: skip


def documents_made(number: int) -> tuple[Whole, ...]:
    """Return so many documents by their days."""
    some, homes = pools(), tuple(sorted(outlet_homes()))
    return tuple([complete(make(each, some, homes)) for each in sorted(range(number), key=day_of)])
