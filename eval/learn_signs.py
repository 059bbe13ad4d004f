"""Learn what leads up to a statement says of whether it is on the topic of the one before it: `learn_signs.py [--left-out] [LANGUAGE...]`.

Writes `data/codebooks/words/default.LANGUAGE.signs.tsv`: a logistic regression with a ridge penalty (le Cessie and van Houwelingen
1992) over the statements of the open gold articles, in hundredths of log-odds beside what is usual where a statement stands
(`weights.tsv`). Like the numbers of that file, and unlike what words say of topics, it is learned from whole articles, since only
these show how a report goes from matter to matter; `--left-out` prints F1 of topics by batch without signs, with those in the file,
and with those learned without the batch, and writes nothing.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray
from topic_cases import Told
from weights import CODES, Row, found, known_articles, lines, number_of, words_of

from detente.resources.topicwords import SIGNS, UNIT, WORDS, TopicWords
from detente.stages.topics import signs_of, standings

Numbers = NDArray[np.float64]
RIDGE = 4.0  # what it costs, in nats, to move a weight by one, twice
STEPS = 12  # of Newton's method
SELDOM = 5  # in how many statements a sign must stand
LEAST = 3  # hundredths: what says less is left out
HEAD = """\
# What leads up to a statement says of whether it is on the topic of the one before it, in hundredths of log-odds: see eval/learn_signs.py,
# which makes this table from the open articles of tests/gold. lead: words between the two or from the paragraph's start on, own: the
# first of the statement, two: the first two that lead; 1 is the first of all; =beyond-other: beside what is usual there.
sign\tweight
"""


class Step(NamedTuple):
    """A statement seen from the one before it: where it stands, its signs, and whether the two have a topic in common."""

    place: str
    signs: tuple[str, ...]
    stays: bool


def steps(articles: Iterable[Told], words: TopicWords) -> Iterator[Step]:
    """Yield the statements of articles whose topics, and those of the ones before them, are known."""
    for article in articles:
        places = standings(article.cases)
        for i in range(1, len(article.cases)):
            own, before = article.gold.get(i), article.gold.get(i - 1)
            if own and before:
                signs = signs_of(article.cases[i], article.cases[i - 1], (i, len(article.cases)), bool(words.letters))
                yield Step(places[i], tuple(dict.fromkeys(signs)), not own.isdisjoint(before))


def learned(known: Sequence[Step]) -> dict[str, int]:
    """Return the weights of signs, and for each place what takes away their usual sum there.

    >>> said = learned([Step("beyond-same", ("lead=also",), False), Step("beyond-same", ("lead=he",), True)] * 9)
    >>> said["lead=also"] < 0 < said["lead=he"], said["=beyond-same"]
    (True, 0)
    """
    seen = Counter(sign for step in known for sign in step.signs)
    places, signs = sorted({step.place for step in known}), sorted(sign for sign in seen if seen[sign] >= SELDOM)
    column = {sign: number for number, sign in enumerate((*signs, *places))}
    there = np.zeros((len(known), len(column)))
    for row, step in enumerate(known):
        there[row, [column[sign] for sign in (*step.signs, step.place) if sign in column]] = 1
    weights = regressed(there, np.array([step.stays for step in known], float))[: len(signs)]
    sums = there[:, : len(signs)] @ weights
    usual = {f"={place}": -sums[there[:, column[place]] > 0].mean() for place in places}
    said = {**usual, **dict(zip(signs, weights, strict=True))}
    rounded = {sign: round(UNIT * float(weight)) for sign, weight in said.items()}
    return {sign: weight for sign, weight in rounded.items() if abs(weight) >= LEAST or sign.startswith("=")}


def regressed(there: Numbers, stays: Numbers) -> Numbers:
    """Return the weights under which it is likeliest that those examples stay which do, by Newton's method."""
    weights = np.zeros(there.shape[1])
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-there @ weights))
        curve = there.T @ (there * (likely * (1 - likely))[:, None]) + RIDGE * np.eye(len(weights))
        weights += np.linalg.solve(curve, there.T @ (stays - likely) - RIDGE * weights)
    return weights


def left_out(code: str) -> Iterator[Row]:
    """Yield the batches of a language with the topics found without signs, with those of the file, and learned without the batch."""
    words, articles = words_of(code), known_articles(code)
    for batch in sorted({article.batch for article in articles}, key=number_of):
        own = [article for article in articles if article.batch == batch]
        others = learned(list(steps((article for article in articles if article.batch != batch), words)))
        yield Row(batch, *(found(own, replace(words, signs=signs)) for signs in ({}, words.signs, others)))


def table(signs: dict[str, int]) -> str:
    """Return the table of a language, as it is written."""
    return HEAD + "".join(f"{sign}\t{signs[sign]}\n" for sign in sorted(signs))


def main(argv: Sequence[str]) -> int:
    """Learn and write, or print what it is worth."""
    codes = [code for code in argv if not code.startswith("-")] or CODES
    for code in codes:
        if "--left-out" in argv:
            print(code)
            for line in lines(left_out(code), ("without", "file", "left out")):
                print(line, flush=True)
        else:
            signs = learned(list(steps(known_articles(code), words_of(code))))
            (WORDS / f"default.{code}.{SIGNS}").write_text(table(signs), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
