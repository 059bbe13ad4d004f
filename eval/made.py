"""Articles made for the bench: from varied templates in three languages, the same at every run, with known gold.

Each has a title, a date and statements of invented officials (`made.tsv`) on states and things of `made_states.tsv`; a number that
no other statement has tells which is which, and the state of the speaker is known. Between them stand paragraphs of the project's
own articles with every third word replaced, so that words are as frequent as there and no two articles are copies.
"""

from __future__ import annotations

import csv
import random
from collections import defaultdict
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import NamedTuple

from copies import edited

HERE = Path(__file__).resolve().parent
GOLD = HERE.parent / "tests" / "gold"
BATCHES = ("batch1", "batch2")
LANGUAGES = ("zh", "en", "ru")
PARAGRAPHS, SHORTEST = 6, 60
PLANTED = 4  # statements an article
REPLACED = 0.33
FIRST = 100_000
FIRST_DAY, A_DAY = date(2031, 3, 1), 40  # articles a day: more of them are of a longer time, as a desk's are
DAYS = {"zh": "{0.month}月{0.day}日", "en": "{1} {0.day}", "ru": "{0.day} {1}"}
DATES = {"zh": "{0:%Y-%m-%d} 09:30", "en": "{0.day} {1} {0.year}", "ru": "{0:%d.%m.%Y} 09:30"}
BETWEEN_NAMES = {"zh": "·", "en": " ", "ru": " "}

Words = Mapping[str, list[str]]


class Planted(NamedTuple):
    """A statement that an article has: the number in its words, and the party of its speaker."""

    number: int
    party: str


class Made(NamedTuple):
    """An article and its gold."""

    text: str
    planted: tuple[Planted, ...]


def _rows(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@cache
def _words(language: str) -> Words:
    """The words of a language by kind: names, places, things, and templates of titles and statements."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in _rows("made.tsv"):
        if row["language"] == language:
            found[row["kind"]].append(row["words"])
    return found


@cache
def _states() -> list[dict[str, str]]:
    return _rows("made_states.tsv")


@cache
def _paragraphs(language: str) -> list[str]:
    files = (file for batch in BATCHES for file in sorted((GOLD / language / batch).glob("*.txt")))
    lines = (line for file in files for line in file.read_text(encoding="utf-8-sig").splitlines())
    return [line for line in lines if len(line) > SHORTEST]


def _filled(kind: str, language: str, number: int, day: date, chance: random.Random) -> tuple[str, str]:
    """A template with words, and the party that speaks in it."""
    words, (one, other) = _words(language), chance.sample(_states(), 2)
    slots = {
        "country": one[language], "other": other[language], "of_country": one["of"], "of_other": other["of"], "with_other": other["with"],
        "name": BETWEEN_NAMES[language].join((chance.choice(words["first"]), chance.choice(words["last"]))),
        "place": chance.choice(words["place"]), "thing": chance.choice(words["thing"]),
        "day": _dated(DAYS, language, day), "number": number,
    }  # fmt: skip
    return chance.choice(words[kind]).format(**slots), one["party"]


def _dated(ways: Mapping[str, str], language: str, day: date) -> str:
    """A day as a language writes it; Chinese counts its months."""
    months = _words(language)["month"]
    return ways[language].format(day, months[day.month - 1] if months else "")


def make(number: int) -> Made:
    """Return an article; the same number gives the same."""
    chance, language = random.Random(f"made {number}"), LANGUAGES[number % len(LANGUAGES)]
    day = FIRST_DAY + timedelta(number // A_DAY)
    title, _ = _filled("title", language, number, day, chance)
    numbers = range(FIRST + number * PLANTED, FIRST + (number + 1) * PLANTED)
    said = [(each, *_filled("said", language, each, day, chance)) for each in numbers]
    body = edited(REPLACED)(chance.sample(_paragraphs(language), PARAGRAPHS), language, chance)
    for _, sentence, _ in said:
        body.insert(chance.randrange(len(body) + 1), sentence)
    text = "\n\n".join((title, _dated(DATES, language, day), *body, ""))
    return Made(text, tuple([Planted(each, party) for each, _, party in said]))


def make_corpus(folder: Path, number: int) -> list[Planted]:
    """Write so many articles, a file each; returns the statements that they have."""
    planted: list[Planted] = []
    for i in range(number):
        made = make(i)
        (folder / f"{i:06}.txt").write_text(made.text, encoding="utf-8")
        planted += made.planted
    return planted
