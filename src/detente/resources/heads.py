"""Content heads: patterns that tell what a content does, and the classes of predicates that they name."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from .load import DATA, DataError, load_toml, load_tsv

SIGNS = {"+": 1.0, "-": -1.0, "0": 0.0, "": 0.0}
CLASS = re.compile(r"\{([a-z]+)\}")


class Head(NamedTuple):
    """A pattern over told content with the act and polarity that it shows, and the name of its rule."""

    rule: str
    act: str
    polarity: float
    pattern: re.Pattern[str]


class Heads(NamedTuple):
    """The heads of a language in the order in which they decide, and its classes of predicates as patterns.

    `results` are tried clause by clause before the `rows`, which are tried on the whole content.
    """

    results: tuple[Head, ...]
    rows: tuple[Head, ...]
    classes: dict[str, re.Pattern[str]]


@cache
def load_heads(language: str) -> Heads:
    """Return the heads of a language.

    >>> [h.act for h in load_heads("zh").rows if h.pattern.search("O必须停止勘探")][:1]
    ['REQUEST']
    """
    folder = DATA / "languages" / language
    classes = _classes(language)
    path = folder / "heads.tsv"
    scoped: dict[str, list[Head]] = {"clause": [], "content": []}
    for row in load_tsv(path, ("rule", "scope", "act", "polarity", "pattern", "example")):
        pattern = re.compile(_fill(row["pattern"], classes, path.name))
        scoped[row["scope"]].append(Head(row["rule"], row["act"], SIGNS[row["polarity"]], pattern))
    return Heads(tuple(scoped["clause"]), tuple(scoped["content"]), {name: re.compile(pattern) for name, pattern in classes.items()})


def _classes(language: str) -> dict[str, str]:
    """Each class as an alternation, the longest word first."""
    raw = load_toml(DATA / "languages" / language / "predicates.toml")
    return {name: "|".join(sorted(words, key=lambda w: (-len(w), w))) for name, words in raw.items()}


def _fill(pattern: str, classes: dict[str, str], file: str) -> str:
    def fill(match: re.Match[str]) -> str:
        if match[1] not in classes:
            raise DataError(f"{file}: no class {match[1]!r}; there are {', '.join(sorted(classes))}")
        return classes[match[1]]

    return CLASS.sub(fill, pattern)
