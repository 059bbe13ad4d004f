"""What words say about acts: a table learned from labelled statements, for a language that has been taught."""

from __future__ import annotations

from collections.abc import Callable

from detente.records import Record
from detente.text.kept import Kept
from detente.text.packed import pack

from .load import DATA
from .topicwords import parsed

NAME = "acts.tsv"


class ActWords(Record, frozen=True):
    """Weights of what is said for each act, in hundredths of a nat.

    `letters` is how many first letters make a word, 0 where characters are words; `ruled` is what an act has beyond the others
    when the rules found it; `signs` is the usual polarity of each act; `known` tells what the table has, `rows` gives its weights,
    packed.
    """

    letters: int
    ruled: int
    acts: tuple[str, ...]
    signs: tuple[float, ...]
    known: Callable[[str], bool]
    rows: Kept[int]


def load_act_words(language: str) -> ActWords | None:
    """Return what words of a language say about acts, or nothing where nobody has taught it.

    >>> load_act_words("en").known("rule=own-refusal")
    True
    """
    path = DATA / "languages" / language / NAME
    if not path.exists():
        return None
    lines = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    _, (_, letters), (_, ruled), (_, acts), (_, signs), *rows = lines
    weights = dict(rows)
    return ActWords(
        int(letters), int(ruled), tuple(acts.split(" ")), tuple(map(float, signs.split(" "))),
        weights.__contains__, Kept(lambda word: pack(parsed(weights[word]))),
    )  # fmt: skip
