"""The topics of the statements of a document: by the words that the codebook was taught, or else by rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import add

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
    named = [own_words(case) or () for case in cases]
    inside = [evidence.inside(case, own) for case, own in zip(cases, named, strict=True)]
    weights = [list(map(add, own, evidence.before(case))) for own, case in zip(inside, cases, strict=True)]
    names = evidence.words.topics
    found = posteriors(weights, _stays(cases))
    for case, own, alone, shares in zip(cases, named, inside, found, strict=True):
        likely = tuple(names[number] for number in _likely(shares))
        yield _label(case, _covered(own, case), likely, names[likeliest(alone)])


def _likely(shares: dict[int, float]) -> Iterator[int]:
    """The likeliest topic, and another that is nearly as likely."""
    best = max(shares, key=shares.__getitem__)
    if shares[best] > FIRST:
        yield best
    yield from (number for number, share in shares.items() if share > SECOND and number != best)


def _label(case: TopicCase, named: tuple[str, ...], found: tuple[str, ...], alone: str) -> Label:
    """The label of a statement that names topics, for which some were found, and whose words alone suggest one."""
    topics = named if len(named) >= AGENDA else found
    if not topics:
        return Label((), "")
    if not set(topics).isdisjoint(named):
        return Label(topics, "own-words")
    if not set(topics).isdisjoint(_covered(fronted(case) or (), case)):
        return Label(topics, "fronted")
    if alone in topics:
        return Label(topics, "words")
    return Label(topics, "context" if set(topics).isdisjoint(_covered(nearest_before(case) or (), case)) else "nearest-before")


def _stays(cases: Sequence[TopicCase]) -> list[bool]:
    """Which statements stand in the paragraph of the one before them."""
    return [i > 0 and cases[i - 1].paragraph == case.paragraph for i, case in enumerate(cases)]


def _covered(topics: tuple[str, ...], case: TopicCase) -> tuple[str, ...]:
    """Topics, or the dispute of the two parties' own that they are part of."""
    return tuple(dict.fromkeys(case.covered.get(topic, topic) for topic in topics))
