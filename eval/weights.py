"""How much what stands around a statement counts for its topic: fitted to the open gold articles, and what the fit is worth.

A fit finds, for each language, the numbers of `weights.tsv` under which the topics of the gold are likeliest (`crf.py`), pulled to
what was set by hand before anything was fitted (its column `hand`), so that a number moves only as far as articles say.
Articles that are kept aside are never read. What words say of topics is learned before that (`learn.py`), from labelled
statements alone. A fit is taken only where it does no worse on batches that are left out than what stands in the file, whose
numbers are those of an earlier fit (docs/measurements.md).

    weights.py [LANGUAGE...]              fit, and write weights.tsv and the tables that the program reads
    weights.py --left-out [LANGUAGE...]   print F1 of topics by batch, with what weights.tsv has, with the numbers fitted to all batches,
                                          and with those fitted to all others; write nothing
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import repeat
from typing import NamedTuple

import numpy as np
from crf import Weights, fitted, side_by_side
from gate import GOLD, KEPT_ASIDE, batch_of
from learn import PLACES, standing
from msgspec.structs import replace
from topic_cases import Around, Told, surroundings, told

from detente.resources.codebook import load_codebook
from detente.resources.load import load_tsv
from detente.resources.topicwords import UNIT, WORDS, TopicWords, load_topic_words
from detente.stages.topics import Evidence, label

PULL = 3.0  # what it costs, in nats, to move the logarithm of a count or the log-odds of staying by one
HAND, CODES = "hand", ("en", "ru", "zh")
COLUMNS = ("kind", "name", HAND, *CODES)


class Language(NamedTuple):
    """What is fitted in a language: its articles, and what stands around their statements."""

    words: TopicWords
    articles: tuple[Told, ...]
    around: tuple[Around, ...]


def words_of(code: str) -> TopicWords:
    """Return what words of a language say about the topics of the default codebook."""
    words = load_topic_words(load_codebook(), code)
    assert words, f"nobody has taught topics in {code}: run learn.py"
    return words


def known_articles(code: str) -> tuple[Told, ...]:
    """Return the open gold articles of a language that have statements."""
    folders = [folder for folder in sorted((GOLD / code).glob("*/")) if batch_of(folder) not in KEPT_ASIDE]
    articles = (told(file) for folder in folders for file in sorted(folder.glob("*.json")))
    return tuple(article for article in articles if article.cases)


def known(code: str) -> Language:
    """Return what the open gold of a language tells."""
    words, articles = words_of(code), known_articles(code)
    return Language(words, articles, tuple(surroundings(article, words) for article in articles))


def without(language: Language, batch: str) -> Language:
    """Return a language without the articles of a batch."""
    kept = [i for i, article in enumerate(language.articles) if article.batch != batch]
    return language._replace(articles=tuple(language.articles[i] for i in kept), around=tuple(language.around[i] for i in kept))


def hand() -> Weights:
    """Return the weights that were set by hand.

    >>> float(hand().counts[0]), float(hand().stays[0])
    (0.4, 0.02)
    """
    rows = list(load_tsv(PLACES, COLUMNS))
    return Weights(*(np.array([int(row[HAND]) for row in rows if row["kind"] == kind]) / UNIT for kind in ("counts", "stays")))


def fit(language: Language) -> TopicWords:
    """Return the words of a language with the weights that are fitted to its articles."""
    articles = side_by_side(language.around, tuple(language.words.stays))
    return with_weights(language.words, fitted([articles], hand(), PULL))


def with_weights(words: TopicWords, weights: Weights) -> TopicWords:
    """Return words with weights as they are written, in whole hundredths; a share is neither none nor all.

    >>> words = with_weights(load_topic_words(load_codebook(), "en"), Weights(np.full(11, 0.256), np.full(11, 0.999)))
    >>> words.counts["own"], words.stays["heading"]
    (26, 99)
    """
    counts = {name: round(UNIT * value) for name, value in zip(words.counts, weights.counts.tolist(), strict=True)}
    stays = {name: min(max(round(UNIT * value), 1), UNIT - 1) for name, value in zip(words.stays, weights.stays.tolist(), strict=True)}
    return replace(words, counts=counts, stays=stays)


class Found(NamedTuple):
    """How many topics are right, and how many are found or to be found."""

    right: int = 0
    both: int = 0

    def __add__(self, other: tuple[object, ...]) -> Found:
        """Add the counts of other articles."""
        return Found(*map(sum, zip(self, other, strict=True)))

    def f1(self) -> float:
        """Return F1 in per cent.

        >>> (Found(1, 4) + Found(2, 4)).f1()
        75.0
        """
        return round(200 * self.right / self.both, 1) if self.both else 0.0


def found(articles: Sequence[Told], words: TopicWords) -> Found:
    """Return which topics of gold statements are found."""
    evidence, total = Evidence(words), Found()
    for article in articles:
        labels = label(article.cases, evidence)
        for number, topics in article.gold.items():
            total += Found(len(topics & {*labels[number].topics}), len(topics) + len(labels[number].topics))
    return total


class Row(NamedTuple):
    """A batch with the topics found by the file's numbers, by those fitted to all, and by those fitted without it."""

    batch: str
    file: Found
    all: Found
    left_out: Found


def left_out(language: Language) -> Iterator[Row]:
    """Yield the batches of a language; what stands in the file was fitted to some of them too."""
    of_all = fit(language)
    for batch in sorted({article.batch for article in language.articles}, key=number_of):
        articles = [article for article in language.articles if article.batch == batch]
        sets = language.words, of_all, fit(without(language, batch))
        yield Row(batch, *(found(articles, words) for words in sets))


def number_of(batch: str) -> int:
    """Return the number of a batch.

    >>> number_of("batch12")
    12
    """
    return int(batch.removeprefix("batch"))


def lines(rows: Iterable[Row], heads: Sequence[str] = ("file", "fitted", "left out")) -> Iterator[str]:
    """Yield the rows of a language as they are printed, as they come, then their sum.

    >>> list(lines([Row("batch2", Found(1, 4), Found(2, 4), Found(2, 4))]))[1]
    'batch2       50.0    100.0    100.0'
    """
    total = Row("together", Found(), Found(), Found())
    yield f"{'':<9}{heads[0]:>8}{heads[1]:>9}{heads[2]:>9}"
    for row in rows:
        total = Row(total.batch, *map(sum, zip(total[1:], row[1:], strict=True), repeat(Found())))
        yield _line(row)
    yield _line(total)


def _line(row: Row) -> str:
    return f"{row.batch:<9}{row.file.f1():>8}{row.all.f1():>9}{row.left_out.f1():>9}"


def as_table(words: Mapping[str, TopicWords]) -> str:
    """Return `weights.tsv` with the numbers of some languages."""
    rows = [dict(row) for row in load_tsv(PLACES, COLUMNS)]
    for row in rows:
        row.update({code: str(getattr(some, row["kind"])[row["name"]]) for code, some in words.items()})
    return "".join("\t".join(cells) + "\n" for cells in (COLUMNS, *([row[name] for name in COLUMNS] for row in rows)))


def put_in(table: str, numbers: Mapping[str, str]) -> str:
    """Return a table of words with other numbers in the lines of its head that begin with their names.

    >>> put_in("letters\\t7\\ncounts\\town:3\\n=cod\\t1:2\\ncounts\\t4:1\\n", {"counts": "own:4"})
    'letters\\t7\\ncounts\\town:4\\n=cod\\t1:2\\ncounts\\t4:1\\n'
    """
    left = dict(numbers)
    rows = (line.split("\t", 1) for line in table.splitlines())
    return "".join("\t".join((name, *(left.pop(name, value) for value in rest))) + "\n" for name, *rest in rows)


def write(words: Mapping[str, TopicWords]) -> None:
    """Write the numbers where they are kept, and where the program reads them."""
    PLACES.write_text(as_table(words), encoding="utf-8", newline="\n")
    for code in words:
        table = WORDS / f"default.{code}.tsv"
        table.write_text(put_in(table.read_text(encoding="utf-8"), standing(code)), encoding="utf-8", newline="\n")


def main(argv: Sequence[str]) -> int:
    """Fit and write, or print what the fit is worth."""
    options = argparse.ArgumentParser(description="Fit how much what stands around a statement counts for its topic.")
    options.add_argument("languages", nargs="*", metavar="LANGUAGE", help=f"of {', '.join(CODES)}; none: all")
    options.add_argument("--left-out", action="store_true", help="print F1 of topics by batch, fitted with it and without; write nothing")
    asked = options.parse_args(argv)
    if wrong := set(asked.languages) - set(CODES):
        options.error(f"{', '.join(sorted(wrong))}: no language whose weights are fitted; there are {', '.join(CODES)}")
    codes = asked.languages or CODES
    if asked.left_out:
        for code in codes:
            print(code)
            for line in lines(left_out(known(code))):
                print(line, flush=True)
        return 0
    write({code: fit(known(code)) for code in codes})
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
