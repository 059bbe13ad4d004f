"""How long it takes to put a document into its cluster of copies, in a store of more and more documents.

Documents are made of words that follow each other in the project's own articles, so that they share runs of words as articles
on one topic do; every tenth is an edited copy of one before it. The same ones are made at every run.
"""

from __future__ import annotations

import random
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from time import process_time

import msgspec

import detente
from copies import LITTLE, edited, pieces
from detente.records import Document, Reading
from detente.store import Source, open_store

GOLD = Path(__file__).resolve().parent.parent / "tests" / "gold"
LANGUAGES = ("zh", "en", "ru")
SENTENCES, LONGEST = 12, 60
COPIED = 10
MEASURED = 500  # the last documents of a number, of which the time is told

Followers = dict[str, list[str]]


def _followers(language: str) -> Followers:
    """What follows each word in the articles of a language."""
    found: Followers = defaultdict(list)
    for file in sorted((GOLD / language / "batch1").glob("*.txt")):
        for one, other in pairwise(pieces(file.read_text(encoding="utf-8-sig"), language)):
            found[one].append(other)
    return found


def _sentence(followers: Followers, chance: random.Random) -> str:
    words = [chance.choice(sorted(followers))]
    while len(words) < LONGEST and words[-1] in followers:
        words.append(chance.choice(followers[words[-1]]))
    return "".join(words).replace("\n", " ").strip() + "."


def documents(number: int) -> Iterator[Document]:
    """Yield documents in three languages."""
    follow = {language: _followers(language) for language in LANGUAGES}
    bare = Document("", "", None, "", None, None, (), None, None, None, None, (), (), (), "", "")
    kept: dict[str, list[list[str]]] = defaultdict(list)
    for i in range(number):
        chance, language = random.Random(f"document {i}"), LANGUAGES[i % len(LANGUAGES)]
        if i % COPIED == COPIED - 1:
            body = edited(LITTLE)(chance.choice(kept[language]), language, chance)
        else:
            body = [_sentence(follow[language], chance) for _ in range(SENTENCES)]
            kept[language].append(body)
        yield msgspec.structs.replace(bare, id=f"document:{i}", language=language, text="\n".join(body))


def time_to_place(numbers: tuple[int, ...]) -> tuple[dict[str, float], list[tuple[str, ...]]]:
    """Milliseconds of the processor to keep a document and put it into its cluster, in a store of so many."""
    each: dict[int, float] = {}
    made_by = detente.read("俄方表示,愿意恢复谈判。\n").made_by
    rows: list[tuple[str, ...]] = [("copies: documents in the store", "reports", "ms a document")]
    with tempfile.TemporaryDirectory() as folder, open_store(f"sqlite:///{folder}/store.sqlite", make=True) as store:
        spent: list[float] = []
        for i, document in enumerate(documents(max(numbers)), 1):
            start = process_time()
            store.write(Reading(document, (), (), (), (), (), (), made_by), Source(document.id, ""), {})
            spent.append(process_time() - start)
            if i in numbers:
                each[i] = 1000 * sum(spent[-MEASURED:]) / MEASURED
                rows.append((f"{i:,}", f"{store.status().reports:,}", f"{each[i]:.2f}"))
    return {"copies: time a document, most against least": each[max(each)] / each[min(each)]}, rows
