"""A person's name as it is written in one script, with what it sounds like."""

from __future__ import annotations

import re
from functools import lru_cache

from detente.records import Record
from detente.resources.sounds import Sounds, load_sounds
from detente.text.sounds import Spoken, spoken

HAN, CYRILLIC = re.compile("[\u3400-\u9fff]"), re.compile("[\u0400-\u04ff]")
BETWEEN = re.compile(r"[\s\xb7]+")
MARKS, LETTER = re.compile(r"[^\w.]|_"), re.compile(r"[^\W\d_]")
# Characters of a Chinese name without a dot, letters of a syllable, and ways to cut a name into syllables.
NATIVE = range(2, 5)
LONGEST_SYLLABLE = 6
MOST_CUTS = 32
MOST_NAMES = 2_000  # of which the sounds are kept

Ways = frozenset[str]


class Written(Record, frozen=True):
    """A name's parts with their sounds.

    `native` are the ways to write it as a Chinese name in Cyrillic letters, `family` those of its family name alone.
    """

    script: str
    parts: tuple[str, ...]
    sounds: tuple[Spoken, ...]
    native: Ways
    family: Ways


@lru_cache(maxsize=MOST_NAMES)
def written(name: str) -> Written:
    """Return a name with what it sounds like.

    >>> written("\u6797\u5efa\u56fd").native & written("Lin Jianguo").native & written("Линь Цзяньго").native
    frozenset({'линьцзяньго'})
    """
    sounds, script = load_sounds(), script_of(name)
    parts = tuple([part for piece in BETWEEN.split(name) if LETTER.search(part := MARKS.sub("", piece))])
    spoken_parts = tuple([_spoken(part, script) for part in parts])
    native, family = _natively(parts, script, sounds)
    return Written(script, parts, spoken_parts, native, family)


def spoken_whole(parts: tuple[str, ...], script: str) -> Spoken:
    """Return what the parts of a name sound like as one word: Ким Мин Су is Kim Min-su."""
    return _spoken("".join(parts), script)


@lru_cache(maxsize=MOST_NAMES)
def _spoken(part: str, script: str) -> Spoken:
    """What a part sounds like; many names share one, and a person's short name is a part of the long one."""
    return spoken(part, load_sounds().tables[script])


def script_of(name: str) -> str:
    """Return the script of a name by the language that writes so.

    >>> script_of("Strand"), script_of("Странд")
    ('en', 'ru')
    """
    return "zh" if HAN.search(name) else "ru" if CYRILLIC.search(name) else "en"


def _natively(parts: tuple[str, ...], script: str, sounds: Sounds) -> tuple[Ways, Ways]:
    """A name, and its family name, as Chinese ones."""
    if script == "zh":
        if len(parts) != 1 or len(parts[0]) not in NATIVE:
            return frozenset(), frozenset()
        return _read(parts[0], sounds), _read(parts[0][0], sounds)
    low = [part.lower() for part in parts]
    if script == "ru":
        return frozenset(["".join(low).replace("ъ", "")]), frozenset(low[:1])
    cut = [_cut(part, sounds) for part in low]
    return _joined(cut), frozenset(cut[0] if cut else ())


def _read(characters: str, sounds: Sounds) -> Ways:
    """The ways to write characters in Cyrillic letters."""
    return _joined([tuple([sounds.cyrillic[s] for s in sounds.read.get(c, ())]) for c in characters])


def _joined(parts: list[tuple[str, ...]]) -> Ways:
    ways = [""] if parts else []
    for part in parts:
        ways = [before + way for before in ways for way in part][:MOST_CUTS]
    return frozenset(ways)


def _cut(word: str, sounds: Sounds) -> tuple[str, ...]:
    """The ways to write a word of pinyin in Cyrillic letters: jianguo is цзянь and го."""
    ways: list[list[str]] = [[""]]
    for stop in range(1, len(word) + 1):
        found = [
            before + sounds.cyrillic[syllable]
            for start in range(max(0, stop - LONGEST_SYLLABLE), stop)
            if (syllable := word[start:stop]) in sounds.cyrillic
            for before in ways[start]
        ]
        ways.append(found[:MOST_CUTS])
    return tuple(ways[-1]) if word else ()
