"""The cues of a language: verbs and phrases that report, from its `cues.tsv`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from .load import DATA, load_tsv

NAME = "cues.tsv"


def load_cues(code: str, columns: tuple[str, ...]) -> Iterator[dict[str, str]]:
    """Yield the rows of the cues of a language; `voice anger|dismay at|over` stands for each way through it.

    >>> [row["cue"] for row in load_cues("en", ("cue",)) if row["cue"].startswith("voice concern")]
    ['voice concern about', 'voice concern over', 'voice concern at', 'voice concern']
    """
    for row in load_tsv(DATA / "languages" / code / NAME, columns):
        for cue in ways(row["cue"]):
            yield row | {"cue": cue}


def ways(cue: str) -> dict[str, None]:
    """Return the ways through a cue with alternatives, in order.

    >>> list(ways("voice anger|dismay at"))
    ['voice anger at', 'voice dismay at']
    """
    return dict.fromkeys(map(" ".join, product(*[word.split("|") for word in cue.split(" ")])))
