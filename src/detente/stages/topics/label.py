"""The topics of the statements of a document: by the words that the codebook was taught, or else by rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from detente.text.rules import decide

from .case import Label, TopicCase
from .evidence import Evidence, likeliest
from .follow import posteriors
from .rules import RULES, fronted, nearest_before, own_words

FIRST, SECOND = 0.15, 0.4
AGENDA = 3


def label(cases: Sequence[TopicCase], evidence: Evidence | None) -> tuple[Label, ...]:
    """Return the topics of each statement of a document, in its order, and what found them.

    With `evidence` (what words say about the topics of the codebook), a statement's topics are the likeliest ones given
    its own words, the words around it and the statements around it; without, rules decide.
    """
    return tuple(_by_rules(cases) if evidence is None else _by_words(cases, evidence))


def _by_rules(cases: Sequence[TopicCase]) -> Iterator[Label]:
    last: Label | None = None
    for case, stays in zip(cases, _stays(cases), strict=True):
        case = replace(case, earlier=last if stays else None)
        topics, rule = decide(RULES, case)
        last = Label(_covered(topics or (), case), rule)
        yield last


def _by_words(cases: Sequence[TopicCase], evidence: Evidence) -> Iterator[Label]:
    inside = [evidence.inside(case) for case in cases]
    weights = [
        [a + b for a, b in zip(own, evidence.around(case), strict=True)]
        for own, case in zip(inside, cases, strict=True)
    ]
    names = evidence.words.topics
    for case, own, found in zip(cases, inside, posteriors(weights, _stays(cases)), strict=True):
        order = sorted(found, key=lambda number: (-found[number], number))
        likely = tuple(names[i] for i in order if found[i] > (FIRST if i == order[0] else SECOND))
        yield _label(case, likely, names[likeliest(own)])


def _label(case: TopicCase, found: tuple[str, ...], own: str) -> Label:
    """The label of a statement for which topics were found, given the topic that its own words alone suggest."""
    named = _covered(own_words(case) or (), case)
    topics = named if len(named) >= AGENDA else found
    places = {
        "own-words": named, "fronted": fronted(case), "words": (own,), "nearest-before": nearest_before(case),
        "context": topics,
    }  # fmt: skip
    sources = (place for place, there in places.items() if not set(topics).isdisjoint(_covered(there or (), case)))
    return Label(topics, next(sources, ""))


def _stays(cases: Sequence[TopicCase]) -> list[bool]:
    """Which statements stand in the paragraph of the one before them."""
    return [i > 0 and cases[i - 1].paragraph == case.paragraph for i, case in enumerate(cases)]


def _covered(topics: tuple[str, ...], case: TopicCase) -> tuple[str, ...]:
    """Topics, or the dispute of the two parties' own that they are part of."""
    return tuple(dict.fromkeys(case.covered.get(topic, topic) for topic in topics))
