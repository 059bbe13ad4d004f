"""What the program says of articles, addresses and stores, in the reader's language: `data/web/sentences.tsv`."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from detente.render.interface import UI_LANGUAGES
from detente.resources.load import DATA, load_tsv

SLOT = re.compile(r"\{(\w+)\}")
AS_IT_IS = "-"
NESTED = frozenset({"why", "guess", "where", "known"})  # slots that may hold something of these again


class _Sentence(NamedTuple):
    """How a sentence is recognised (the longest of its fixed words first, which is quick), and how it is said in each language."""

    words: str
    pattern: re.Pattern[str]
    forms: dict[str, str]


def said_in(ui: str, sentence: str) -> str:
    """Return a sentence in a language of the interface; one that no row fits is returned as it is.

    >>> said_in("ru", "news/a.txt: there is no such file"), said_in("en", "anything else")
    ('news/a.txt: такого файла нет', 'anything else')
    """
    for row in _rows():
        if row.words in sentence and (match := row.pattern.fullmatch(sentence)):
            slots = {name: said_in(ui, told) if name in NESTED else told for name, told in match.groupdict().items()}
            return row.forms[ui].format_map(slots)
    return sentence


@cache
def _rows() -> tuple[_Sentence, ...]:
    return tuple(map(_row, load_tsv(DATA / "web" / "sentences.tsv", ("said", *UI_LANGUAGES))))


def _row(cells: dict[str, str]) -> _Sentence:
    said = cells["said"]
    return _Sentence(max(SLOT.split(said)[::2], key=len), pattern_of(said), {ui: said if cells[ui] == AS_IT_IS else cells[ui] for ui in UI_LANGUAGES})


def pattern_of(said: str) -> re.Pattern[str]:
    """Return the pattern of a sentence with slots.

    >>> pattern_of("{where}: cannot be read ({why})").fullmatch("a.txt: cannot be read (Is a directory)")["why"]
    'Is a directory'
    """
    parts = SLOT.split(said)
    return re.compile("".join(f"(?P<{part}>.+?)" if number % 2 else re.escape(part) for number, part in enumerate(parts)), re.DOTALL)
