"""How much what stands around a statement counts for its topic: fitted to the open gold articles, and what the fit is worth.

The numbers of `weights.tsv` are those under which the topics of the gold are likeliest (`crf.py`): first one set for all
languages, then one for each, pulled to that of all, so that a language goes its own way only as far as its articles say.
Articles that are kept aside are never read. What words say of topics is learned before (`learn.py`), from labelled
statements alone; after it has been learned anew, fit anew.

    weights.py              fit, and write weights.tsv and the tables that the program reads
    weights.py --left-out   print F1 of topics by batch, with what weights.tsv has, with the numbers fitted to all batches, and with
                            those fitted without the batches of that number in any language; nothing is written
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from crf import Articles, Weights, fitted, side_by_side
from gate import GOLD, KEPT_ASIDE, batch_of
from learn import PLACES, standing
from msgspec.structs import replace
from topic_cases import Around, Told, surroundings, told

from detente.languages import supported
from detente.resources.codebook import load_codebook
from detente.resources.topicwords import UNIT, WORDS, TopicWords, load_topic_words
from detente.stages.topics import Evidence, label

COUNTED = {"own": 0.3, "terms": 0.3, "fronted": 0.3, "first": 1.0, "second": 1.0, "named": 0.3, "before": 0.1, "nearest": 1.0,
           "behind": 0.1, "headings": 0.1}  # nats, before anything is known  # fmt: skip
STAYS = 0.5  # and how likely a statement stays on a topic
PULL_OF_ALL, PULL = 1.0, 5.0  # how many statements' worth it costs to go one nat from there, and a language from all
COLUMNS = ("kind", "name", "en", "ru", "zh")


class Language(NamedTuple):
    """What is fitted in a language: its articles, and what stands around their statements."""

    words: TopicWords
    articles: tuple[Told, ...]
    around: tuple[Around, ...]


def known(code: str) -> Language:
    """Return what the open gold of a language tells."""
    words = load_topic_words(load_codebook(), code)
    assert words, f"nobody has taught topics in {code}: run learn.py"
    folders = [folder for folder in sorted((GOLD / code).glob("*/")) if batch_of(folder) not in KEPT_ASIDE]
    articles = [told(file) for folder in folders for file in sorted(folder.glob("*.json"))]
    articles = [article for article in articles if article.cases]
    return Language(words, tuple(articles), tuple(surroundings(article, words) for article in articles))


def without(language: Language, batch: str) -> Language:
    """Return a language without the articles of a batch."""
    kept = [i for i, article in enumerate(language.articles) if article.batch != batch]
    return language._replace(articles=tuple(language.articles[i] for i in kept), around=tuple(language.around[i] for i in kept))


def fit(languages: Mapping[str, Language]) -> dict[str, Weights]:
    """Return the weights of each language."""
    words = next(iter(languages.values())).words
    given: dict[str, Articles] = {code: side_by_side(language.around, tuple(words.stays)) for code, language in languages.items()}
    start = Weights(np.array([COUNTED[name] for name in words.counts]), np.full(len(words.stays), STAYS))
    of_all = fitted(list(given.values()), start, PULL_OF_ALL)
    return {code: fitted([articles], of_all, PULL) for code, articles in given.items()}


def with_weights(words: TopicWords, weights: Weights) -> TopicWords:
    """Return words with weights as they are written, in whole hundredths; a share is neither none nor all.

    >>> words = with_weights(load_topic_words(load_codebook(), "en"), Weights(np.full(10, 0.256), np.full(11, 0.999)))
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


def left_out(languages: Mapping[str, Language]) -> dict[str, list[Row]]:
    """Return the rows of each language; what stands in the file was fitted to some of these batches too."""
    of_all = fit(languages)
    rows: dict[str, list[Row]] = {code: [] for code in languages}
    for batch in sorted({article.batch for language in languages.values() for article in language.articles}, key=_number):
        of_others = fit({code: without(language, batch) for code, language in languages.items()})
        for code, language in languages.items():
            articles = [article for article in language.articles if article.batch == batch]
            sets = language.words, *(with_weights(language.words, some[code]) for some in (of_all, of_others))
            if articles:
                rows[code].append(Row(batch, *(found(articles, words) for words in sets)))
    return rows


def _number(batch: str) -> int:
    """The number of a batch.

    >>> _number("batch12")
    12
    """
    return int(batch.removeprefix("batch"))


def lines(rows: Sequence[Row]) -> Iterator[str]:
    """Yield the rows of a language as they are printed, then their sum.

    >>> list(lines([Row("batch2", Found(1, 4), Found(2, 4), Found(2, 4))]))[1]
    'batch2       50.0    100.0    100.0'
    """
    total = Row("together", *(sum(each, Found()) for each in zip(*(row[1:] for row in rows), strict=True)))
    yield f"{'':<9}{'file':>8}{'fitted':>9}{'left out':>9}"
    yield from [f"{row.batch:<9}{row.file.f1():>8}{row.all.f1():>9}{row.left_out.f1():>9}" for row in (*rows, total)]


def as_table(words: Mapping[str, TopicWords]) -> str:
    """Return `weights.tsv` of languages."""
    kinds = {"counts": {code: some.counts for code, some in words.items()}, "stays": {code: some.stays for code, some in words.items()}}
    rows = [(kind, name, *(str(by[code][name]) for code in COLUMNS[2:])) for kind, by in kinds.items() for name in by[COLUMNS[2]]]
    return "".join("\t".join(row) + "\n" for row in (COLUMNS, *rows))


def put_in(table: str, numbers: Mapping[str, str]) -> str:
    """Return a table of words with other numbers in the lines that begin with their names.

    >>> put_in("letters\\t7\\ncounts\\town:3\\n=cod\\t1:2\\n", {"counts": "own:4"})
    'letters\\t7\\ncounts\\town:4\\n=cod\\t1:2\\n'
    """
    rows = (line.split("\t", 1) for line in table.splitlines())
    return "".join("\t".join((name, *(numbers.get(name, value) for value in rest))) + "\n" for name, *rest in rows)


def write(words: Mapping[str, TopicWords]) -> None:
    """Write the numbers where they are kept, and where the program reads them."""
    PLACES.write_text(as_table(words), encoding="utf-8", newline="\n")
    for code in words:
        table = WORDS / f"default.{code}.tsv"
        table.write_text(put_in(table.read_text(encoding="utf-8"), standing(code)), encoding="utf-8", newline="\n")


def main(argv: Sequence[str]) -> int:
    """Fit and write, or print what the fit is worth."""
    options = argparse.ArgumentParser(description="Fit how much what stands around a statement counts for its topic.")
    options.add_argument("--left-out", action="store_true", help="print F1 of topics by batch, fitted with it and without; write nothing")
    asked = options.parse_args(argv)
    languages = {code: known(code) for code in supported()}
    if asked.left_out:
        for code, rows in left_out(languages).items():
            print(code, *lines(rows), sep="\n")
        return 0
    write({code: with_weights(languages[code].words, weights) for code, weights in fit(languages).items()})
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
