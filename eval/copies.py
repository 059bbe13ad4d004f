"""Whether copies of a report are found, and counted once: on copies that are made of gold articles, the same at every run.

Of each article there are copies with another head and foot: with its paragraphs shuffled, with every tenth or fifth word
replaced, without its last third, both, and written in another way (Chinese in the other script, converted character by
character; Russian without its two dots; other quotation marks). Beside them stand the other articles, those on the same
topics, and as many that are mixed of single paragraphs of others. The adjusted Rand index is 100 where the clusters that are
found are those that were made, and 0 where they are as good as chance.

    copies.py     print the scores of the project's own gold
"""

from __future__ import annotations

import json
import random
import re
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache
from math import comb
from pathlib import Path

import rjieba
import score
from tables import table

import detente
from detente.copies import fingerprint_of, group, member_of
from detente.copies.body import paragraphs
from detente.pipeline import load_plan
from detente.records import Document, Page, Reading
from detente.resources.codebook import DEFAULT
from detente.resources.tongues import tell_language
from detente.stages.document import read_document
from detente.text.fold import convert, fold, sample, simplified

GOLD = Path(__file__).resolve().parent.parent / "tests" / "gold"
WORD = re.compile(r"\w+")
PIECE = re.compile(r"\w+|\W+")
LITTLE, MUCH = 0.1, 0.2
KEPT = 2 / 3
MIXED = 8  # paragraphs of a mixed article, each of another one
QUOTES = str.maketrans("\u201c\u201d\u2018\u2019\xab\xbb\u0451\u0401", "\"\"''\"\"\u0435\u0415")
FRAMES = {
    "zh": ("两国代表举行会谈\n2035-03-12 08:00\u3000来源：本网综合\n", "\n（责任编辑：本网）\n"),
    "en": ("Officials meet for talks\nMarch 12, 2035\n", "\nAll rights reserved.\n"),
    "ru": ("Состоялись переговоры\n12 марта 2035\n", "\nВсе права защищены.\n"),
}

Body = list[str]
Maker = Callable[[Body, str, random.Random], Body]


def document_of(text: str) -> Document:
    """Return the document of a text, without reading what it says."""
    code = tell_language(text[sample(text)])
    plan = load_plan(DEFAULT, code)
    found, _ = read_document(
        Page(text), fold(text), language=code, script=None, path="", layout=plan.layout, gazetteer=plan.language.gazetteer
    )
    return found


def pieces(text: str, language: str) -> list[str]:
    """Return the words of a text and what stands between them."""
    return rjieba.cut(text) if language == "zh" else PIECE.findall(text)


@cache
def _words(language: str, texts: tuple[str, ...]) -> list[str]:
    return [piece for text in texts for piece in pieces(text, language) if WORD.match(piece)]


def _shuffled(body: Body, language: str, chance: random.Random) -> Body:
    return chance.sample(body, len(body))


def edited(share: float) -> Maker:
    """Return what replaces a share of the words of a body by others of it."""

    def edit(body: Body, language: str, chance: random.Random) -> Body:
        words = _words(language, tuple(body))

        def other(piece: str) -> str:
            return chance.choice(words) if WORD.match(piece) and chance.random() < share else piece

        return ["".join(map(other, pieces(paragraph, language))) for paragraph in body]

    return edit


def _shortened(body: Body, language: str, chance: random.Random) -> Body:
    whole = "\n".join(body)
    return whole[: int(len(whole) * KEPT)].splitlines()


def _converted(body: Body, language: str, chance: random.Random) -> Body:
    if language != "zh":
        return [paragraph.translate(QUOTES) for paragraph in body]
    plain = [simplified(paragraph) for paragraph in body]
    return plain if plain != body else ["".join(convert(c, "s2t") for c in paragraph) for paragraph in body]


def _both(body: Body, language: str, chance: random.Random) -> Body:
    return edited(LITTLE)(_shortened(body, language, chance), language, chance)


MAKERS: dict[str, Maker] = {
    "shuffled": _shuffled, "edited": edited(LITTLE), "edited much": edited(MUCH), "shortened": _shortened,
    "converted": _converted, "shortened and edited": _both,
}  # fmt: skip


def copies_of(article: Document) -> dict[str, str]:
    """Return the texts of copies of an article by how they are made."""
    head, foot = FRAMES[article.language]
    body = [article.text[span.start : span.stop] for span in paragraphs(article)]
    made = {name: make(body, article.language, random.Random(f"{article.id} {name}")) for name, make in MAKERS.items()}
    return {name: head + "\n".join(lines) + foot for name, lines in made.items()}


def _mixed(articles: list[Document], number: int) -> str:
    chance = random.Random(f"mixed {number}")
    chosen = [(a, paragraphs(a)) for a in chance.sample(articles, min(MIXED, len(articles)))]
    lines = [a.text[span.start : span.stop] for a, spans in chosen for span in (chance.choice(spans),)]
    head, foot = FRAMES[articles[0].language]
    return head + "\n".join(lines) + foot


def adjusted_rand(one: Iterable[object], other: Iterable[object]) -> float:
    """Return how well two partitions of the same items agree, corrected for chance.

    >>> [round(adjusted_rand("aabb", other), 6) for other in ("xxyy", "xyxy")]
    [1.0, -0.5]
    """
    pairs = list(zip(one, other, strict=True))
    both = sum(comb(n, 2) for n in Counter(pairs).values())
    left, right = (sum(comb(n, 2) for n in Counter(side).values()) for side in zip(*pairs, strict=True))
    expected = left * right / comb(len(pairs), 2)
    most = (left + right) / 2
    return (both - expected) / (most - expected) if most != expected else 1.0


def _rand(articles: list[Document]) -> float:
    """The adjusted Rand index of articles of one language, their copies and the mixed ones."""
    made = [(article.id, text) for article in articles for text in (article.text, *copies_of(article).values())]
    made += [(f"mixed {i}", _mixed(articles, i)) for i in range(len(articles))]
    documents = [document_of(text) for _, text in made]
    by_id = {document.id: document for document in documents}
    found = group([(key, fingerprint_of(each)) for key, each in by_id.items()], lambda key: member_of(by_id[key]))
    return adjusted_rand([report for report, _ in made], [found[document.id] for document in documents])


def _counted_once(articles: list[Document]) -> float:
    """The share of the numbers in the cells of an article's map that do not grow when copies are added."""
    steady = size = 0
    for article in articles:
        texts = copies_of(article)
        alone, *others = (_read(text) for text in (article.text, texts["edited"], texts["shortened"], texts["converted"]))
        if not alone.maps:
            continue
        parties = alone.maps[0].parties
        before, after = (_numbers(readings, parties) for readings in ([alone], [alone, *others]))
        steady += sum(after[key] <= number for key, number in before.items())
        size += len(before)
    return score.ratio(steady, size)


def _read(text: str) -> Reading:
    reading = detente.read(text)
    assert isinstance(reading, Reading)
    return reading


def _numbers(readings: list[Reading], parties: tuple[str, str]) -> dict[tuple[str, str], int]:
    cells = detente.map(readings, parties).cells
    return Counter({(cell.topic, party): side.statements for cell in cells for party, side in cell.sides.items()})


def copies_scores(files: Iterable[Path]) -> dict[str, dict[str, float]]:
    """Return the scores of gold articles by language, in per cent."""
    articles = [document_of(score.text_of(file)) for file in files]
    found = {}
    for code in sorted({article.language for article in articles}):
        mine = [article for article in articles if article.language == code]
        found[f"{code} copies"] = {"rand": round(100 * _rand(mine), 1), "steady": _counted_once(mine)}
    return found


def main() -> int:
    """Print how well copies are found, and whether what is counted stays the same with them."""
    texts = [file.parent / json.loads(file.read_text(encoding="utf-8"))["source"] for file in sorted(GOLD.rglob("*.json"))]
    rows = [(name, *(f"{value:g}" for value in scores.values())) for name, scores in copies_scores(texts).items()]
    print(table([("copies of gold articles", "adjusted Rand index, per cent", "counts that stay, per cent"), *rows]))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
