"""A language's lexicon: its cues and its classes of words."""

from __future__ import annotations

from functools import cache
from typing import Any

from detente.records import Record

from .load import DATA, DataError, load_toml, load_tsv, load_words

FRAMES = ("say", "think", "act", "tell", "joint", "stand", "agree")


class CueEntry(Record, frozen=True):
    """A reporting expression: its frame, and the act and polarity of its class (empty: the content decides)."""

    lemma: str
    frame: str
    act: str
    polarity: str


class Lexicon(Record, frozen=True):
    """Cues by word, word classes by name, and the characters that build names."""

    code: str
    cues: dict[str, CueEntry]
    agree: frozenset[str]
    words: dict[str, frozenset[str]]
    surnames: frozenset[str]
    transliteration: frozenset[str]
    settings: dict[str, Any]


def _cues(code: str) -> tuple[dict[str, CueEntry], frozenset[str]]:
    path = DATA / "languages" / code / "cues.tsv"
    cues: dict[str, CueEntry] = {}
    agree = set()
    for row in load_tsv(path, ("cue", "frame", "act", "polarity", "example")):
        if row["frame"] not in FRAMES:
            raise DataError(f"{path}: {row['cue']}: no frame {row['frame']!r}; there are {', '.join(FRAMES)}")
        entry = CueEntry(row["cue"], row["frame"], row["act"], row["polarity"])
        if entry.frame == "agree":
            agree.add(entry.lemma)
        cues.setdefault(entry.lemma, entry)
    return cues, frozenset(agree)


def _surnames(code: str) -> frozenset[str]:
    """Surnames; a word without spaces of more than three characters is a row of single characters."""
    found: set[str] = set()
    for word in load_words(DATA / "languages" / code / "surnames.txt"):
        found |= set(word) if len(word) > 4 else {word}
    return frozenset(found)


@cache
def load_lexicon(code: str) -> Lexicon:
    """Return the lexicon of a language that is supported (`zh`)."""
    folder = DATA / "languages" / code
    settings = load_toml(folder / "language.toml")
    words = {name: frozenset(values) for name, values in settings.pop("words").items()}
    cues, agree = _cues(code)
    letters = frozenset("".join(load_words(folder / "transliteration.txt")))
    return Lexicon(code, cues, agree, words, _surnames(code), letters, settings)
