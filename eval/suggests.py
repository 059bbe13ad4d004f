"""What the lists of words that suggest a topic (`data/codebooks/suggests`) say: the stems of words, each with its topics."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from detente.resources.load import DATA, load_tsv
from detente.stages.topics import stems_of
from detente.text.fold import fold

LISTS = DATA / "codebooks" / "suggests"
MOST = 3  # a stem that suggests more topics says nothing
SHORT = 3  # a word of fewer letters in a phrase says nothing
SIBILANTS = ("s", "x", "ch", "sh")
CONSONANT_Y = frozenset(f"{c}y" for c in "bcdfghjklmnpqrstvwxz")


@cache
def suggestions(code: str, letters: tuple[int, ...]) -> dict[str, tuple[str, ...]]:
    """Return the stems that the list of a language has, each with the one to three topics it suggests, in order.

    >>> suggestions("en", (7,))["columni"]
    ('media',)
    """
    found: defaultdict[str, set[str]] = defaultdict(set)
    for row in load_tsv(LISTS / f"default.{code}.tsv", ("topic", "words")):
        for phrase in row["words"].replace("、", ", ").split(", "):
            for stem in _stems(fold(phrase), code, letters):
                found[stem].add(row["topic"])
    return {stem: tuple(sorted(topics)) for stem, topics in sorted(found.items()) if len(topics) <= MOST}


def _stems(phrase: str, code: str, letters: tuple[int, ...]) -> Iterator[str]:
    """The stems of a phrase, with those of its words' other forms where words are written apart."""
    if not letters:
        yield from stems_of(phrase, letters)
        return
    for word in phrase.split():
        if len(word) >= SHORT or word.isupper():
            for form in _english(word.lower()) if code == "en" else _russian(word.lower()):
                yield from stems_of(form, letters)


def _english(word: str) -> list[str]:
    """A word with its regular forms.

    >>> _english("ferry"), _english("tile")
    (['ferry', 'ferries', 'ferrying'], ['tile', 'tiles', 'tiled', 'tiling'])
    """
    if word[-2:] in CONSONANT_Y:
        return [word, f"{word[:-1]}ies", f"{word}ing"]
    if word.endswith("e"):
        return [word, f"{word}s", f"{word}d", f"{word[:-1]}ing"]
    return [word, f"{word}{'es' if word.endswith(SIBILANTS) else 's'}", f"{word}ed", f"{word}ing"]


def _russian(word: str) -> list[str]:
    """A word with its other forms, in letters as folded texts have them.

    >>> _russian("газ")[:3]
    ['газ', 'газа', 'газу']
    """
    forms = _morphology().parse(word)[0].lexeme
    return [form.word.replace("ё", "е") for form in forms]


@cache
def _morphology():  # type: ignore[no-untyped-def]
    import pymorphy3  # noqa: PLC0415 - only Russian needs it

    return pymorphy3.MorphAnalyzer()
