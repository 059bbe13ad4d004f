"""Who changed what: two copies of a report compared, sentence by sentence."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from detente.records import Document, Record
from detente.text.fold import fold

from .body import paragraphs
from .fingerprint import TOKEN

# A sentence ends with its mark and the quotation marks and brackets behind it; where words are written apart, before a space.
SENTENCE = re.compile(r"\S.*?(?:[。\uff01\uff1f][”’」』\uff09]*|[.!?…][”’\"'»)]*(?=\s)|$)", re.MULTILINE)
# The share of words in common, of the longer one's, from which on a sentence is another one changed.
LIKE = 0.5


class Change(Record, frozen=True):
    """A sentence that a copy has in other words."""

    before: str
    after: str


class Changes(Record, frozen=True):
    """What a copy made of a document: how many sentences it kept, and those that it dropped, added and changed."""

    kept: int
    dropped: tuple[str, ...]
    added: tuple[str, ...]
    changed: tuple[Change, ...]


class Sentence(NamedTuple):
    """A sentence as it is printed, and its words as they are compared."""

    text: str
    words: tuple[str, ...]


def changes_between(one: Document, other: Document) -> Changes:
    """Return what became of the sentences of one document in another.

    Script, case and punctuation do not count, nor where a sentence stands.

    >>> from detente.api import read
    >>> texts = ("他說愿意對話。会议周二举行。双方没有签字。", "双方没有签字。他说愿意对话。会议周三举行。")
    >>> changes_between(*(read(text).document for text in texts))
    Changes(kept=2, dropped=(), added=(), changed=(Change(before='会议周二举行。', after='会议周三举行。'),))
    """
    before, after = tuple(_sentences(one)), tuple(_sentences(other))
    gone, come = _without(before, after), _without(after, before)
    changed = tuple(_changed(gone, come))
    left, right = {a for a, _ in changed}, {b for _, b in changed}
    return Changes(
        kept=len(before) - len(gone),
        dropped=tuple([sentence.text for i, sentence in enumerate(gone) if i not in left]),
        added=tuple([sentence.text for i, sentence in enumerate(come) if i not in right]),
        changed=tuple([Change(gone[a].text, come[b].text) for a, b in changed]),
    )


def _sentences(document: Document) -> Iterator[Sentence]:
    for span in paragraphs(document):
        for match in SENTENCE.finditer(document.text, span.start, span.stop):
            if words := tuple(TOKEN.findall(fold(match.group()).lower())):
                yield Sentence(match.group().rstrip(), words)


def _without(some: tuple[Sentence, ...], others: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """Those of some sentences that are not among others."""
    known = {sentence.words for sentence in others}
    return tuple([sentence for sentence in some if sentence.words not in known])


def _changed(gone: tuple[Sentence, ...], come: tuple[Sentence, ...]) -> Iterator[tuple[int, int]]:
    """Pairs of a sentence that is gone and the most alike of those that have come, none of them twice."""
    places: dict[str, set[int]] = defaultdict(set)
    for j, sentence in enumerate(come):
        for word in sentence.words:
            places[word].add(j)
    taken: set[int] = set()
    for i, sentence in enumerate(gone):
        words = frozenset(sentence.words)
        shared = Counter(j for word in words for j in places.get(word, ()) if j not in taken)
        alike = {j: n / max(len(words), len(set(come[j].words))) for j, n in shared.items()}
        best = min(alike, key=lambda j: (-alike[j], j), default=None)
        if best is not None and alike[best] >= LIKE:
            taken.add(best)
            yield i, best
