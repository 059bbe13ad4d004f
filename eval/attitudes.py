"""Attitudes between named entities in the long Russian articles of RuSentRel: who is for and against whom.

What is read is mapped to pairs of the set's entities. A statement that mends or breaks something gives a pair from its
speaker to its target, else to the party that its positions stand towards; an event with a friendly or hostile PLOVER code
gives pairs between its parties. An entity is known by its place in the text, and a party by the entities that name it; the
sum of a pair decides its sign. The set's measure: for the positive and the negative pairs of each document precision and
recall, averaged over documents, and the mean of the two F1. Names are one entity as the set's list of synonyms says.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import permutations, product
from pathlib import Path
from typing import NamedTuple

from detente.api import read
from detente.records import Reading, Statement
from detente.resources.gazetteer import load_display

RUSENTREL = "rusentrel"
SIGNS = {"pos": 1, "neg": -1}
AUTHOR = ("Author", "Unknown")  # marks of the set, in place of who is meant
MARK = re.compile(r"\{[^{}]*\}")
# What an act aimed at a third party, or an event, says between its two sides.
FRIENDLY = ("AGREE", "CONSULT", "SUPPORT", "AID", "CONCEDE")
HOSTILE = ("ACCUSE", "REQUEST", "THREATEN", "SANCTION", "ASSAULT", "COERCE", "PROTEST", "MOBILIZE")
LEAN = dict.fromkeys(FRIENDLY, 1) | dict.fromkeys(HOSTILE, -1)

Pairs = dict[tuple[str, str], int]


class Article(NamedTuple):
    """A text with its entities (start, stop, name) and the signs of its pairs."""

    text: str
    entities: tuple[tuple[int, int, str], ...]
    gold: Pairs


class Names:
    """One name for each entity: the set's synonyms are one."""

    def __init__(self, file: Path) -> None:
        self._first: dict[str, str] = {}
        for line in file.read_text(encoding="utf-8-sig").splitlines():
            words = [word.strip().lower() for word in line.split(",") if word.strip()]
            for word in words:
                self._first.setdefault(word, self._first.get(words[0], words[0]))

    def one(self, name: str) -> str:
        """Return the name that stands for an entity."""
        name = name.strip().lower()
        return self._first.get(name, name)


def attitude_scores(shared: Path) -> dict[str, float]:
    """Return F1 of positive and of negative pairs, and their mean."""
    folder = shared / "data" / "rusentrel"
    names = Names(folder / "synonyms.txt")
    articles = [_article(file, names) for file in sorted((folder / "train").glob("*.ann"))]
    told = [(article.gold, pairs_of(article, names)) for article in articles]
    found = {name: 100 * _f1([(_with(gold, sign), _with(pairs, sign)) for gold, pairs in told]) for name, sign in SIGNS.items()}
    scores = {**found, "f1": sum(found.values()) / len(found)}
    return {name: round(value, 1) for name, value in scores.items()}


def _with(pairs: Pairs, sign: int) -> set[tuple[str, str]]:
    return {pair for pair, value in pairs.items() if value * sign > 0}


def _f1(told: list[tuple[set[tuple[str, str]], set[tuple[str, str]]]]) -> float:
    """F1 of the means of precision and recall over documents; one that has and is given nothing is right."""
    precision = sum(len(gold & pairs) / len(pairs) if pairs else not gold for gold, pairs in told) / len(told)
    recall = sum(len(gold & pairs) / len(gold) if gold else not pairs for gold, pairs in told) / len(told)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _article(file: Path, names: Names) -> Article:
    text = _lines(file.with_suffix(".txt"))
    rows = [line.split("\t") for line in _lines(file).splitlines()]
    entities = tuple(
        (*map(int, row[1].split()[1:]), names.one(row[2])) for row in rows if len(row) == 3 and row[2] not in AUTHOR
    )
    pairs = (line.split(",") for line in _lines(file.with_suffix(".opin.txt")).splitlines() if line.count(",") >= 2)
    gold = {(names.one(who), names.one(whom)): SIGNS[sign.strip()] for who, whom, sign, *_ in pairs}
    return Article(MARK.sub(lambda mark: " " * len(mark[0]), text), entities, gold)


def _lines(file: Path) -> str:
    with file.open(encoding="utf-8-sig", newline="") as opened:
        return opened.read()


def pairs_of(article: Article, names: Names) -> Pairs:
    """Return the pairs of an article's entities with the sum of what is read between them."""
    reading = read(article.text)
    found: Counter[tuple[str, str]] = Counter()
    if isinstance(reading, Reading):
        parties = _parties(article, reading, names)
        for who, whom, sign in (*_stated(article, reading, parties), *_done(reading, parties)):
            found[who, whom] += sign if who != whom else 0
    return dict(found)


def _at(article: Article, start: int, stop: int) -> list[str]:
    return [name for a, b, name in article.entities if a < stop and start < b]


def _parties(article: Article, reading: Reading, names: Names) -> dict[str, str]:
    """The entity that a party goes by in an article: its name where that is one, else what is most read as it."""
    votes: dict[str, Counter[str]] = {}
    for mention in reading.mentions:
        if mention.party and mention.kind != "title":
            votes.setdefault(mention.party, Counter()).update(_at(article, mention.start, mention.stop))
    there = {name for _, _, name in article.entities}
    shown = {code: names.one(load_display().get(f"state:{code}", {}).get("ru", "")) for code in votes}
    return {
        code: shown[code] if shown[code] in there else count.most_common(1)[0][0]
        for code, count in votes.items()
        if count or shown[code] in there
    }


def _stated(article: Article, reading: Reading, parties: dict[str, str]) -> Iterator[tuple[str, str, int]]:
    """Yield who, whom and sign of the statements that lean."""
    towards = {position.evidence_id: position.towards for position in reading.positions}
    for statement in reading.statements:
        speaker, sign = statement.speaker, _sign(statement)
        if speaker and sign:
            who = _at(article, speaker.start, speaker.stop) or _named(speaker.party, parties)
            for pair in product(who, _named(statement.target or towards.get(statement.id), parties)):
                yield *pair, sign


def _sign(statement: Statement) -> int:
    """+1 or -1 towards the target; an act that is aimed at a third party leans by itself."""
    if statement.target:
        return LEAN.get(str(statement.act), 0)
    return int(((statement.polarity or 0) > 0) - ((statement.polarity or 0) < 0))


def _done(reading: Reading, parties: dict[str, str]) -> Iterator[tuple[str, str, int]]:
    """Yield who, whom and sign of the events between parties."""
    for event in reading.events:
        if sign := LEAN.get(str(event.code)):
            there = dict.fromkeys(name for code in event.parties for name in _named(code, parties))
            for who, whom in permutations(there, 2):
                yield who, whom, sign


def _named(party: str | None, parties: dict[str, str]) -> list[str]:
    return [parties[code] for code in (party or "").split("+") if code in parties]
