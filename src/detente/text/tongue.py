"""The language of a text: by the script of its letters, then by what sets the languages of a script apart."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

UNKNOWN = "und"
_WORD = re.compile(r"[^\W\d_]+")


class Script(NamedTuple):
    """A script: its runs of letters, what one letter counts, and its languages, the first where nothing tells."""

    letters: re.Pattern[str]
    weight: int
    languages: tuple[str, ...]


class Tongues(NamedTuple):
    """Scripts in the order of trial, and letters of their own and small words by language."""

    scripts: tuple[Script, ...]
    letters: dict[str, str]
    words: dict[str, frozenset[str]]


def language_of(text: str, tongues: Tongues) -> str:
    """Return the code of the language that a text is in, `und` where nothing tells."""
    script = _script_of(text, tongues.scripts)
    if script is None:
        return UNKNOWN
    return script.languages[0] if len(script.languages) == 1 else _nearest(text, script.languages, tongues)


def _script_of(text: str, scripts: tuple[Script, ...]) -> Script | None:
    """The script with most letters by weight; those that can no longer win are not counted."""
    best, most, left = None, 0, len(text)
    for number, script in enumerate(scripts):
        found = sum(map(len, script.letters.findall(text)))
        left -= found
        if script.weight * found > most:
            best, most = script, script.weight * found
        if most >= left * max((other.weight for other in scripts[number + 1 :]), default=0):
            break
    return best


def _nearest(text: str, languages: tuple[str, ...], tongues: Tongues) -> str:
    """The language with most letters of its own and small words in a text, else the first."""
    words, letters = Counter(_WORD.findall(text.lower())), set(text)
    counts = {
        code: sum(map(text.count, letters.intersection(tongues.letters[code]))) + sum([words[word] for word in tongues.words[code] & words.keys()])
        for code in languages
        if code != UNKNOWN
    }
    best = max(counts, key=lambda code: counts[code])
    return best if counts[best] else languages[0]
