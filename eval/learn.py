"""Learn what words say about topics from the labelled statements (`tests/statements`), from sentences that tell of a topic
(`tests/tellings`) and the lists of words that suggest one (`data/codebooks/suggests`): `learn.py [LANGUAGE...]`.

Writes `data/codebooks/words/default.LANGUAGE.tsv`: how much likelier each word is in statements on a topic than in any
statement, in hundredths of a nat, as a unigram language model with Dirichlet smoothing has it (Zhai and Lafferty 2001), and
beside that what a softmax regression says (`regress.py`), which learns from its errors. What counts how much by where it stands
is in `weights.tsv`.
`held.tsv` is kept aside for measuring.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from math import log1p
from pathlib import Path
from statistics import median
from typing import NamedTuple

from regress import Example, Numbers, regressed
from suggests import suggestions

from detente.languages import supported
from detente.pipeline import Plan, load_plan
from detente.records import Span
from detente.resources.load import load_tsv
from detente.resources.topicwords import UNIT, WORDS
from detente.stages.topics import words_of
from detente.text.fold import fold

TESTS = Path(__file__).resolve().parent.parent / "tests"
STATEMENTS, TELLINGS = TESTS / "statements", TESTS / "tellings"
PLACES = Path(__file__).resolve().parent / "weights.tsv"
HELD = "held"
SMOOTHING = {"en": 1200.0, "ru": 4000.0, "zh": 3000.0}  # words of any statement that each topic is given beside its own
SCALE = {"ru": 80}  # hundredths that a nat counts, fewer where a word stands for two; elsewhere, UNIT
LETTERS = {"en": (7,), "ru": (5, 7)}  # how many first letters make a word; elsewhere, pairs of characters do
TELLING = 0.5  # how much a sentence that tells of a topic counts beside a statement
SELDOM = {"zh": 2}  # in how many statements a word must stand; elsewhere, in one
LISTED, USUAL_LISTED = {"en": 6.0, "zh": 0.5}, 1.0  # how often a word of the lists is taken to stand in statements on what it suggests
LEAST = 0.3
SHARE, LISTED_ALONE = 0.5, 0.5  # how much the regression counts beside the language model, and in it a word of the lists
ANY_MATTER = ""  # what stands on whatever matter is talked of say: this is unacceptable
HEAD = """\
# What words say about the topics of the default codebook, in hundredths of a nat: see eval/learn.py, which makes this
# table from tests/statements, tests/tellings and the lists of data/codebooks/suggests. Words are pairs of
# characters, or so many first letters of words where these are written apart; =trade is a term of the codebook for trade, ~trade one that only suggests it.
word\tweights
"""


class Taught(NamedTuple):
    """The words and the topics of a labelled statement or sentence, and how much it counts."""

    words: list[str]
    topics: tuple[str, ...]
    counts: float


Shares = defaultdict[str, float]  # how often, by topic


def taught(code: str, plan: Plan) -> Iterator[Taught]:
    """Yield the words and the topics of the labelled statements and sentences of a language."""
    for file in sorted((STATEMENTS / code).glob("*.tsv")):
        if file.stem != HELD:
            for row in load_tsv(file, ("party", "other", "content", "topics")):
                pair = tuple(sorted({*row["party"].split("+"), row["other"]} - {""}))
                yield Taught(*_labelled(row["content"], row["topics"], pair, code, plan), 1.0)
    for file in sorted((TELLINGS / code).glob("*.tsv")):
        for row in load_tsv(file, ("text", "topics")):
            yield Taught(*_labelled(row["text"], row["topics"], (), code, plan), TELLING)


def _labelled(text: str, topics: str, pair: tuple[str, ...], code: str, plan: Plan) -> tuple[list[str], tuple[str, ...]]:
    folded = fold(text)
    words = words_of(plan.topics.find(folded, pair), Span(0, len(folded)), LETTERS.get(code, ()))
    return words, tuple(topics.split()) or (ANY_MATTER,)


def counts(statements: list[Taught], least: int) -> dict[str, Shares]:
    """Return how often each word of at least so many statements stands in those on each topic; of two topics each counts half."""
    found: defaultdict[str, Shares] = defaultdict(lambda: defaultdict(float))
    seen: Counter[str] = Counter()
    for words, topics, counted in statements:
        seen.update(set(words))
        for word in words:
            for topic in topics:
                found[word][topic] += counted / len(topics)
    return {word: found[word] for word in sorted(found) if seen[word] >= least}


def evened(found: dict[str, Shares], topics: tuple[str, ...]) -> dict[str, Shares]:
    """Return how often words would stand in statements on each topic if all topics had equally many words."""
    totals = {topic: sum(row[topic] for row in found.values()) for topic in topics}
    usual = sum(totals.values()) / len(topics)
    scales = {topic: usual / total for topic, total in totals.items() if total}
    return {word: defaultdict(float, {topic: scales.get(topic, 1.0) * count for topic, count in row.items()}) for word, row in found.items()}


def table(statements: list[Taught], topics: tuple[str, ...], code: str) -> str:
    """Return the table of a language, as it is written."""
    found = evened(counts(statements, SELDOM.get(code, 1)), topics)
    totals = {topic: max(sum(row[topic] for row in found.values()), 1.0) for topic in (*topics, ANY_MATTER)}
    scale = SCALE.get(code, UNIT)
    for word, suggested in suggestions(code, LETTERS.get(code, ())).items():
        for topic in suggested:
            found.setdefault(word, defaultdict(float))[topic] += LISTED.get(code, USUAL_LISTED) / len(suggested)
    lines = ["letters\t" + " ".join(map(str, LETTERS.get(code, ()))), *[f"{kind}\t{row}" for kind, row in standing(code).items()]]
    lines.append("topics\t" + " ".join(topics))
    beside = regressed(list(_examples(statements, code)), topics)
    for word in found:
        if weights := _weights(found[word], totals, topics, SMOOTHING[code]):
            lines.append(f"{word}\t{_row(weights, beside.get(word), scale)}")
    return HEAD + "\n".join(lines) + "\n"


def _examples(statements: list[Taught], code: str) -> Iterator[Example]:
    """Statements and listed words as the regression takes them; of two topics each counts half."""
    for words, topics, counted in statements:
        for topic in topics:
            if words and topic != ANY_MATTER:
                yield tuple(dict.fromkeys(words)), topic, counted / len(topics)
    for word, topics in suggestions(code, LETTERS.get(code, ())).items():
        for topic in topics:
            yield (word,), topic, LISTED_ALONE / len(topics)


def _row(weights: list[tuple[int, float]], beside: Numbers | None, scale: int) -> str:
    """What a word says, by numbers of topics, with what the regression says of it beside; what is little is left out."""
    said = dict(weights)
    if beside is None:
        return " ".join(f"{i}:{round(scale * weight)}" for i, weight in weights)
    both = [round(scale * said.get(i, 0.0) + UNIT * SHARE * float(more)) for i, more in enumerate(beside)]
    kept = [f"{i}:{weight}" for i, weight in enumerate(both) if abs(weight) >= UNIT * LEAST]
    return " ".join(kept) or f"{weights[0][0]}:0"


def standing(code: str) -> dict[str, str]:
    """Return what counts how much in a language by where it stands (`eval/weights.tsv`): of `counts` and of `stays`, names with numbers."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for row in load_tsv(PLACES, ("kind", "name", "en", "ru", "zh")):
        found[row["kind"]].append(f"{row['name']}:{row[code]}")
    return {kind: " ".join(rows) for kind, rows in found.items()}


def _weights(row: Shares, totals: dict[str, float], topics: tuple[str, ...], smoothing: float) -> list[tuple[int, float]]:
    """How much likelier a word is on each topic, by its number, than on the average of all, or in stands on any matter, in nats.

    What a word says of most topics alike says nothing, and so does what is near to it.
    """
    anywhere = max(sum(row[topic] / totals[topic] for topic in topics) / len(topics), row[ANY_MATTER] / totals[ANY_MATTER])
    weights = [log1p(row[topic] / (smoothing * anywhere)) for topic in topics]
    usual = median(weights)
    return [(i, weight - usual) for i, weight in enumerate(weights) if abs(weight - usual) > LEAST]


def learn(code: str) -> str:
    """Return the table of a language."""
    plan = load_plan(code=code)
    topics = tuple(sorted(topic.id for topic in plan.codebook.topics))
    return table(list(taught(code, plan)), topics, code)


if __name__ == "__main__":
    for language in sys.argv[1:] or supported():
        (WORDS / f"default.{language}.tsv").write_text(learn(language), encoding="utf-8", newline="\n")
