"""What words say about topics: tables learned from labelled statements, one a language, for a codebook that has them."""

from __future__ import annotations

import re

from detente.records import Record

from .codebook import Codebook
from .load import DATA, load_tsv

WORDS = DATA / "codebooks" / "words"
SIGNS = "signs.tsv"
UNIT = 100  # a weight of 1 nat in the tables
COMMENTS = re.compile("^(?:#.*\n)+")  # a table opens with them
HEAD = 10  # cells of a table before its words


class TopicWords(Record, frozen=True):
    """Log-likelihoods of words given topics, in hundredths of a nat, beside their likelihood in any text.

    `letters` is how many first letters make a word, each a word of its own, or none where words are pairs of characters;
    `counts` tells what stands around a statement by how much it counts, in hundredths (of a nat, where a topic is named); `stays` how
    often, in per cent, a statement is on the topic of the one before it, by where it stands, and `signs` what else tells that, in
    hundredths of log-odds; `topics` are the codebook's; `rows` has, unparsed, what a word adds to some of them.
    """

    letters: tuple[int, ...]
    counts: dict[str, int]
    stays: dict[str, int]
    signs: dict[str, int]
    topics: tuple[str, ...]
    rows: dict[str, str]

    def weights(self, word: str) -> tuple[tuple[int, int], ...]:
        """Return numbers of topics with what a known word adds to them."""
        return parsed(self.rows[word])


def parsed(row: str) -> tuple[tuple[int, int], ...]:
    """Return numbers of topics, or of whatever a table has, with weights, of `12:345 45:120`.

    >>> parsed("12:345 45:120")
    ((12, 345), (45, 120))
    """
    pairs = (cell.split(":") for cell in row.split(" "))
    return tuple((int(number), int(weight)) for number, weight in pairs)


def _named(row: str) -> dict[str, int]:
    """Names with whole numbers, of `own:40 terms:67`.

    >>> _named("own:40 terms:67")
    {'own': 40, 'terms': 67}
    """
    pairs = (cell.split(":") for cell in row.split(" "))
    return {name: int(number) for name, number in pairs}


def load_topic_words(codebook: Codebook, code: str) -> TopicWords | None:
    """Return what words of a language say about the topics of a codebook, or nothing where nobody has taught it.

    >>> from detente.resources.codebook import load_codebook
    >>> words = load_topic_words(load_codebook(), "en")
    >>> max(words.weights("visas"), key=lambda pair: pair[1])[0] == words.topics.index("visas")
    True
    """
    path = WORDS / f"{codebook.name}.{code}.tsv"
    if not path.exists():
        return None
    cells = COMMENTS.sub("", path.read_text(encoding="utf-8")).rstrip("\n").replace("\n", "\t").split("\t")
    letters, counts, stays, topics = cells[3:HEAD:2]
    if {*topics.split(" ")} != {topic.id for topic in codebook.topics}:
        return None
    rows = dict(zip(cells[HEAD::2], cells[HEAD + 1 :: 2], strict=True))
    return TopicWords(tuple(map(int, letters.split())), _named(counts), _named(stays), load_signs(codebook.name, code), tuple(topics.split(" ")), rows)


def load_signs(codebook: str, code: str) -> dict[str, int]:
    """Return what tells in a language whether a statement is on the topic of the one before it; nothing where nobody has taught it.

    >>> load_signs("default", "en")["lead=also"] < 0 < load_signs("default", "en")["lead=he"]
    True
    """
    path = WORDS / f"{codebook}.{code}.{SIGNS}"
    return {row["sign"]: int(row["weight"]) for row in load_tsv(path, ("sign", "weight"))} if path.exists() else {}
