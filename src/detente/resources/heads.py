"""Content heads: patterns that tell what a content does, the classes of predicates that they name, words that lean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby
from operator import itemgetter
from os.path import commonprefix
from pathlib import Path
from typing import NamedTuple

from detente.text.kept import Kept
from detente.text.match import Matcher
from detente.text.sieve import Late, Sieve

from .actwords import ActWords, load_act_words
from .load import DATA, Classes, DataError, load_toml, load_tsv, split

SIGNS = {"+": 1.0, "-": -1.0, "0": 0.0, "": 0.0}
SCOPES = ("cue", "joint", "before", "clause", "content", "evaded", "last")
CLASS = re.compile(r"\{([a-z]+)\}")
PLAIN = re.compile(r"[\w ]+")
LETTERS = re.compile(r"[\w ~]+(?:\\b)?")
BOUND = r"\b"


class Head(NamedTuple):
    """A pattern over told content, the act and polarity that it shows, and the name of its rule."""

    rule: str
    act: str
    polarity: float
    pattern: Late


class Scope(tuple[Head, ...]):
    """The heads of a scope in the order in which they decide."""

    def __init__(self, heads: Iterable[Head]) -> None:
        self._sieve = Sieve(head.pattern for head in self)

    def first(self, text: str, mark: re.Pattern[str] | None = None) -> Head | None:
        """Return the first head that is found in a text, or in the earliest of the parts that a mark divides it into."""
        if not (left := self._sieve.left(text)):
            return None
        heads = [self[number] for number in left]
        for part in mark.split(text) if mark else [text]:
            for head in heads:
                if head.pattern.search(part):
                    return head
        return None


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
        self._loose = tuple((re.compile("|".join(_branches(words))), lean) for lean, words in sorted(loose.items()))

    def find(self, text: str) -> list[tuple[Lean, int, int]]:
        """Return what each word in the text does, with its start and stop, from left to right."""
        found = [(self._leans[number], start, stop) for number, start, stop in self._matcher.matches(text)]
        found += [(lean, *match.span()) for pattern, lean in self._loose for match in pattern.finditer(text)]
        return sorted(found, key=lambda word: word[1:])


class Heads(NamedTuple):
    """The heads of a language in the order in which they decide, its classes of predicates as patterns, what leans.

    `cued` are tried first, on the cue and its content ("согласиться: снять запрет"), or `together` where two sides speak as
    one, and `last` likewise when nothing else decides. Between them `before` are tried on what stands before a statement
    ("S refused, saying"), then `results` clause by clause before the `rows`, which are tried on the whole content, and
    `evaded` on what stands before it again ("would only say"). A denial or a loss may stand `reach` characters from a word that
    leans. `words` say what was learned of acts, where a language was taught.
    """

    cued: Scope
    together: Scope
    before: Scope
    results: Scope
    rows: Scope
    evaded: Scope
    last: Scope
    classes: dict[str, re.Pattern[str]]
    leanings: Leanings
    reach: int
    words: ActWords | None


@cache
def load_heads(language: str) -> Heads:
    """Return the heads of a language.

    >>> load_heads("zh").rows.first("O必须停止勘探").act
    'REQUEST'
    """
    folder = DATA / "languages" / language
    raw = load_toml(folder / "predicates.toml")
    reach = int(raw.pop("reach"))
    classes = {name: "|".join(sorted(words, key=lambda w: (-len(w), w))) for name, words in raw.items()}
    folded = {name: "|".join(_branches(words)) for name, words in raw.items()}
    path = folder / "heads.tsv"
    scoped: dict[str, list[Head]] = {scope: [] for scope in SCOPES}
    for row in load_tsv(path, ("rule", "scope", "act", "polarity", "pattern", "example")):
        pattern = Late(_fill(row["pattern"], folded, path.name))
        scoped[row["scope"]].append(Head(row["rule"], row["act"], SIGNS[row["polarity"]], pattern))
    listed = Classes(folder / "predicates.toml", classes)
    patterns = Kept(lambda name: re.compile(listed[name]))  # most classes are only parts of heads
    leanings = Leanings(_leans(raw, folder / "polarity.tsv"))
    cued, together, before, results, rows, evaded, last = (Scope(scoped[scope]) for scope in SCOPES)
    return Heads(cued, together, before, results, rows, evaded, last, patterns, leanings, reach, load_act_words(language))


def _branches(words: Iterable[str]) -> Iterator[str]:
    """Alternatives that match what the words match; words of letters share their beginnings, so that few are tried.

    >>> list(_branches(["снять", "снизить", "отмена", "a.b"]))
    ['a.b', 'отмена', 'сн(?:изить|ять)']
    """
    kept = sorted(set(words))
    bound = [word.removeprefix(BOUND) for word in kept if word.startswith(BOUND)]
    if begun := [word for word in bound if LETTERS.fullmatch(word)]:
        yield f"{BOUND}(?:{'|'.join(_branches(begun))})"
    kept = [word for word in kept if word.removeprefix(BOUND) not in begun or not word.startswith(BOUND)]
    yield from (word for word in kept if not LETTERS.fullmatch(word))
    for _, group in groupby((word for word in kept if LETTERS.fullmatch(word)), itemgetter(0)):
        alike = list(group)
        start = commonprefix(alike)
        rest = [word.removeprefix(start) for word in alike]
        ends = [*_branches(filter(None, rest)), *rest[:1][: "" in rest]]
        yield f"{start}(?:{'|'.join(ends)})" if len(alike) > 1 else start


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
