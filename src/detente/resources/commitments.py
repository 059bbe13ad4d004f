"""The words of commitments in a language, and the matters and places that are known again across languages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from detente.text.match import Overlapping

from .load import DATA, Classes, load_toml, load_tsv, split
from .places import FILE as PLACES
from .places import STATES
from .sounds import FOLDER as SOUNDS
from .tongues import LANGUAGES

MATTERS = DATA / "ontology" / "matters.tsv"
OUTLETS = DATA / "actors" / "outlets.tsv"  # whose press tells something
PLACE = "place:"
CHINESE, RUSSIAN = "zh", "ru"
TOLD_BY = ("commitments.toml", "dates.toml", "numerals.toml", "search.tsv")  # of a language
ANY_ENDING = "_"
FIGURES = r"(?:\d{1,3}(?: \d{3})+|\d(?:[\d,.]*\d)?)(?!\d)"
SHORT = 4  # letters of an English word that is looked for whole
FORMS = r"(?:s|es|ed|ing)?\b"
ENDINGS = r"(?:[аеиоуыьюяй]|а[мх]|ами|о[вйм]|е[вйм]|я[мх]|ями|[иы][емйх]|ая|ое|ую|ого|ому|его|ему|ими|ыми)?\b"
DECLINED = "аяоыийь"  # letters that a Russian name loses when it is declined


class Matters(NamedTuple):
    """Words, and for each what may stand behind it and what it names then; they begin words where `is_spaced`."""

    words: Overlapping
    behind: tuple[tuple[tuple[re.Pattern[str], str], ...], ...]
    is_spaced: bool

    def told(self, folded: str, start: int, stop: int) -> Iterator[str]:
        """Yield the matters and places that a part of a folded text names.

        >>> sorted(set(load_matters("en").told("to lift the visa ban", 0, 20)))
        ['ban', 'lift', 'visa']
        """
        part = folded[start:stop]
        for number, first, last in self.words.matches(part.casefold() if self.is_spaced else part):
            begins = not (self.is_spaced and first and part[first - 1].isalnum())
            if begins:
                yield from (name for pattern, name in self.behind[number] if pattern.match(part, last))


def word_lists() -> Iterator[Path]:
    """Yield the files by whose words commitments and meetings are found in a reading, in a fixed order.

    >>> [file.name for file in word_lists()][:4]
    ['matters.tsv', 'places.tsv', 'states.tsv', 'en.tsv']
    """
    yield from (MATTERS, PLACES, STATES, *sorted(SOUNDS.glob("*.tsv")))
    yield from sorted(file for name in TOLD_BY for file in LANGUAGES.glob(f"*/{name}"))
    yield OUTLETS


@cache
def load_commitment_words(language: str) -> Classes[re.Pattern[str]]:
    """Return the patterns of a language's commitments by name.

    >>> bool(load_commitment_words("en")["future"].search("Norway will lift the ban"))
    True
    """
    path = DATA / "languages" / language / "commitments.toml"
    return Classes(path, {name: re.compile(pattern) for name, pattern in load_toml(path)["patterns"].items()})


class Terms(NamedTuple):
    """The numbers and units of a length of time in a language: units are so many days, or so many months."""

    counts: dict[str, int]
    days: dict[str, int]
    months: dict[str, int]


@cache
def load_terms(language: str) -> Terms:
    """Return how a language tells within how long something is due.

    >>> load_terms("en").months["years"]
    12
    """
    raw = load_toml(DATA / "languages" / language / "commitments.toml")
    return Terms(raw["counts"], raw["days"], raw["months"])


class Numerals(NamedTuple):
    """How a language tells numbers: `runs` finds them, `part` their parts; what stands for itself, and what multiplies."""

    runs: re.Pattern[str]
    part: re.Pattern[str]
    counts: dict[str, int]
    small: dict[str, int]
    large: dict[str, int]


@cache
def load_numerals(language: str) -> Numerals:
    """Return how a language tells numbers in figures and words.

    >>> load_numerals("en").large["million"]
    1000000
    """
    raw = load_toml(DATA / "languages" / language / "numerals.toml")
    counts, small, large = raw["counts"], raw["small"], raw["large"]
    edge = "" if language == CHINESE else r"(?![^\W\d])"
    alone, further = (_any_of(words) for words in ((*counts, *small) if language == CHINESE else tuple(counts), (*counts, *small, *large)))
    runs = f"{raw['patterns']['not_one']}(?:{FIGURES}|{alone}){edge}(?:{raw['patterns']['joint']}{further}{edge})*(?![\\d:])"
    return Numerals(re.compile(runs, re.IGNORECASE), re.compile(f"{FIGURES}|{further}", re.IGNORECASE), counts, small, large)


def _any_of(words: Iterable[str]) -> str:
    """A pattern for one of several words, the longest first."""
    return f"(?:{'|'.join(sorted(map(re.escape, words), key=len, reverse=True))})"


@cache
def load_matters(language: str) -> Matters:
    """Return the matters and places that a language's words tell."""
    found: dict[str, dict[str, str]] = {}
    for word, name in _rows(language):
        key, behind = _sought(word, language)
        found.setdefault(key, {}).setdefault(behind, name)
    told = tuple(tuple((_compiled(ending), name) for ending, name in endings.items()) for endings in found.values())
    return Matters(Overlapping(found), told, language != CHINESE)


@cache
def _compiled(ending: str) -> re.Pattern[str]:
    return re.compile(ending)


def _rows(language: str) -> Iterator[tuple[str, str]]:
    for row in load_tsv(MATTERS, ("matter", "zh", "en", "ru")):
        yield from ((word, row["matter"]) for word in split(row[language]))
    for row in load_tsv(PLACES, ("state", "kind")):
        name = f"{PLACE}{row['en_names'] or row['zh_names'] or row['ru_names']}"
        names = split(row.get(f"{language}_names", "")) + split(row.get(f"{language}_adjectives", ""))
        yield from ((_any_case(word) if language == RUSSIAN else word, name) for word in names)


def _any_case(name: str) -> str:
    """A Russian name with any ending of its cases.

    >>> _any_case("Фергана"), _any_case("Ош")
    ('Ферган_', 'Ош_')
    """
    bare = name.removesuffix("ий").removesuffix("ый")
    return (bare[:-1] if bare[-1] in DECLINED and len(bare) > SHORT else bare) + ANY_ENDING


def _sought(word: str, language: str) -> tuple[str, str]:
    """What is looked for, and what must stand behind it.

    >>> _sought("виз_", "ru")[0], _sought("border", "en"), _sought("签证", "zh")
    ('виз', ('border', ''), ('签证', ''))
    """
    if language == CHINESE:
        return word, ""
    small = word.casefold().replace("ё", "е")
    first, gap, rest = small.partition(ANY_ENDING)
    if gap:
        return first, ENDINGS + re.escape(rest)
    return small, FORMS if language != RUSSIAN and len(small) <= SHORT else ""
