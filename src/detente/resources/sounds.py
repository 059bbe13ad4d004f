"""The sounds of names: tables of letters and characters, and the syllables of Chinese names in three scripts."""

from __future__ import annotations

from functools import cache

from detente.records import Record

from .load import DATA, load_tsv, split

FOLDER = DATA / "sounds"
SYLLABLES = "syllables"


class Sounds(Record, frozen=True):
    """Sounds by form for each script (`zh`, `en`, `ru`).

    `cyrillic` gives a syllable of Chinese names in Cyrillic letters by pinyin, `read` the syllables of a character.
    """

    tables: dict[str, dict[str, tuple[str, ...]]]
    cyrillic: dict[str, str]
    read: dict[str, tuple[str, ...]]


@cache
def load_sounds() -> Sounds:
    """Return the sounds of all scripts.

    >>> sounds = load_sounds()
    >>> sounds.tables["ru"]["ш"], sounds.cyrillic["jian"], sounds.read["建"]
    (('S', 's'), 'цзянь', ('jian',))
    """
    rows = tuple(load_tsv(FOLDER / f"{SYLLABLES}.tsv", ("latin", "cyrillic", "characters", "example", "source")))
    read: dict[str, tuple[str, ...]] = {}
    for row in rows:
        for character in row["characters"]:
            read[character] = (*read.get(character, ()), row["latin"])
    return Sounds({code: _table(code) for code in _scripts()}, {r["latin"]: r["cyrillic"] for r in rows}, read)


def _scripts() -> list[str]:
    """The scripts with a table, each named for a language that is written in it."""
    return sorted({file.stem for file in FOLDER.glob("*.tsv")} - {SYLLABLES})


def _table(code: str) -> dict[str, tuple[str, ...]]:
    """Sounds by form; a form may have none (ь), or one of its sounds be none (h|)."""
    rows = load_tsv(FOLDER / f"{code}.tsv", ("form", "sounds", "example", "source"))
    return {row["form"]: split(row["sounds"]) + ("",) * ("" in row["sounds"].split("|")) for row in rows}
