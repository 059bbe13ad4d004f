"""Content heads: patterns that tell what a content does, the classes of predicates that they name, words that lean."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from detente.text.match import Matcher

from .load import DATA, DataError, load_toml, load_tsv, split

SIGNS = {"+": 1.0, "-": -1.0, "0": 0.0, "": 0.0}
CLASS = re.compile(r"\{([a-z]+)\}")
PLAIN = re.compile(r"\w+")
EDGE = r"\b"


class Head(NamedTuple):
    """A pattern over told content, the act and polarity that it shows, and the name of its rule."""

    rule: str
    act: str
    polarity: float
    pattern: re.Pattern[str]


class Lean(NamedTuple):
    """What a word that leans does: the act, and +1 when it mends a relation, -1 when it breaks one."""

    act: str
    sign: int


MENDS, BREAKS = Lean("COOPERATE", 1), Lean("ACCUSE", -1)
LEANING = {"good": MENDS, "bad": BREAKS}


class Leanings:
    """The words of a language that lean.

    >>> [(lean.sign, span) for lean, *span in Leanings({"信守": MENDS, "谎言.{0,2}篇": BREAKS}).find("谎言连篇,信守")]
    [(-1, [0, 4]), (1, [5, 7])]
    """

    def __init__(self, leans: dict[str, Lean]) -> None:
        plain = {word: lean for word, lean in leans.items() if PLAIN.fullmatch(word)}
        self._leans = tuple(plain.values())
        self._matcher = Matcher(plain)
        loose: dict[Lean, list[str]] = {}
        for word in leans.keys() - plain.keys():
            loose.setdefault(leans[word], []).append(word)
        self._loose = tuple((_any_of(sorted(words)), lean) for lean, words in sorted(loose.items()))

    def find(self, text: str) -> list[tuple[Lean, int, int]]:
        """Return what each word in the text does, with its start and stop, from left to right."""
        found = [(self._leans[number], start, stop) for number, start, stop in self._matcher.matches(text)]
        found += [(lean, *match.span()) for pattern, lean in self._loose for match in pattern.finditer(text)]
        return sorted(found, key=lambda word: word[1:])


class Heads(NamedTuple):
    """The heads of a language in the order in which they decide, its classes of predicates as patterns, what leans.

    `results` are tried clause by clause before the `rows`, which are tried on the whole content; `cues` are tried last,
    on the dictionary form of the reporting expression. A denial or a loss may stand `reach` characters from a word that
    leans.
    """

    results: tuple[Head, ...]
    rows: tuple[Head, ...]
    cues: tuple[Head, ...]
    classes: dict[str, re.Pattern[str]]
    leanings: Leanings
    reach: int


def _any_of(patterns: list[str]) -> re.Pattern[str]:
    """One pattern for several; those that begin at a word's edge ask for it once."""
    edged = [pattern.removeprefix(EDGE) for pattern in patterns if pattern.startswith(EDGE)]
    others = [pattern for pattern in patterns if not pattern.startswith(EDGE)]
    return re.compile("|".join([*([rf"{EDGE}(?:{'|'.join(edged)})"] if edged else []), *others]))


@cache
def load_heads(language: str) -> Heads:
    """Return the heads of a language.

    >>> [h.act for h in load_heads("zh").rows if h.pattern.search("O必须停止勘探")][:1]
    ['REQUEST']
    """
    folder = DATA / "languages" / language
    raw = load_toml(folder / "predicates.toml")
    reach = int(raw.pop("reach"))
    classes = {name: "|".join(sorted(words, key=lambda w: (-len(w), w))) for name, words in raw.items()}
    path = folder / "heads.tsv"
    scoped: dict[str, list[Head]] = {"clause": [], "content": [], "cue": []}
    for row in load_tsv(path, ("rule", "scope", "act", "polarity", "pattern", "example")):
        pattern = re.compile(_fill(row["pattern"], classes, path.name))
        scoped[row["scope"]].append(Head(row["rule"], row["act"], SIGNS[row["polarity"]], pattern))
    patterns = {name: re.compile(pattern) for name, pattern in classes.items()}
    leanings = Leanings(_leans(raw, folder / "polarity.tsv"))
    results, rows, cues = map(tuple, scoped.values())
    return Heads(results, rows, cues, patterns, leanings, reach)


def _leans(classes: dict[str, list[str]], path: Path) -> dict[str, Lean]:
    """The words of the leaning classes and of the polarity table, which has a row a sense."""
    leans = {word: lean for name, lean in LEANING.items() for word in classes[name]}
    for row in load_tsv(path, ("sense", "act", "polarity", "words", "example")):
        leans |= dict.fromkeys(split(row["words"]), Lean(row["act"], int(SIGNS[row["polarity"]])))
    return leans


def _fill(pattern: str, classes: dict[str, str], file: str) -> str:
    def fill(match: re.Match[str]) -> str:
        if match[1] not in classes:
            raise DataError(f"{file}: no class {match[1]!r}; there are {', '.join(sorted(classes))}")
        return classes[match[1]]

    return CLASS.sub(fill, pattern)
