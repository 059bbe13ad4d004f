"""The topics of the statements of a document: by the words that the codebook was taught, or else by rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import compress, pairwise

from msgspec.structs import replace

from detente.records import Record, Span
from detente.text.rules import decide

from .case import Label, TopicCase
from .evidence import NAT, Evidence, Scales
from .follow import proportions
from .rules import RULES, are_joined, fronted, nearest_before, own_words
from .staying import lasting

FIRST, SECOND = 0.32, 0.4
AGENDA = 3
ANSWER, CONTEXT = "answer", "context"
NAMED = frozenset({"own-words", "fronted", "nearest-before"})


def label(cases: Sequence[TopicCase], evidence: Evidence | None) -> tuple[Label, ...]:
    """Return the topics of each statement of a document, in its order, and what found them.

    With `evidence` (what words say about the topics of the codebook), a statement's topics are the likeliest ones given
    its own words, the words around it and the statements around it; without, rules decide.
    """
    return tuple(_by_rules(cases) if evidence is None else _by_words(cases, evidence))


def _by_rules(cases: Sequence[TopicCase]) -> Iterator[Label]:
    found: list[Label] = []
    for case, stays in zip(cases, _stays(cases), strict=True):
        case = replace(case, earlier=found[-1] if stays and found else None)
        topics, rule = decide(RULES, case)
        found.append(_answer(case, rule in NAMED, found) or Label(_covered(topics or (), case), rule))
    yield from found


def _answer(case: TopicCase, names: bool, found: Sequence[Label]) -> Label | None:
    """What is surely said of a statement that one points back at holds for it too, unless it or the text before it names one."""
    if case.answers is None or names or not (said := found[case.answers]).topics:
        return None
    return None if said.source == CONTEXT else Label(said.topics, ANSWER)


def _by_words(cases: Sequence[TopicCase], evidence: Evidence) -> Iterator[Label]:
    if not cases:
        return
    scales = evidence.of(cases[0].mentions, cases[0].covered)
    weighed = _weighed(cases, scales)
    says = [list(compress(scales.of_topics(each), scales.possible)) for each in _around(weighed, scales)]
    lasts = lasting(cases, [bool(item.named) for item in weighed], evidence.words)
    rows = proportions(says, lasts, len(evidence.topics), NAT)
    topics = list(compress(evidence.topics, scales.possible))
    found: list[Label] = []
    for item, each in zip(weighed, rows, strict=True):
        likely = _likely(each, topics)
        pointed = _answer(item.case, bool(item.named or item.fronted or item.nearest), found)
        found.append(pointed or _label(item, likely, scales, evidence))
    yield from found


def around(cases: Sequence[TopicCase], evidence: Evidence) -> list[int]:
    """Return what speaks for each topic in and around each statement of a document, packed, before a dispute takes in its parts."""
    scales = evidence.of(cases[0].mentions, cases[0].covered)
    return list(_around(_weighed(cases, scales), scales))


class _Weighed(Record, frozen=True):
    """A statement with the topics that it, the phrase before it and the text before it name, and what its words say."""

    case: TopicCase
    named: tuple[str, ...]
    fronted: tuple[str, ...]
    nearest: tuple[str, ...]
    inside: int
    before: int


def _weighed(cases: Sequence[TopicCase], scales: Scales) -> list[_Weighed]:
    weighed: list[_Weighed] = []
    for case in cases:
        weighed.append(_weigh(case, scales, weighed))
    return weighed


def _around(weighed: Sequence[_Weighed], scales: Scales) -> Iterator[int]:
    cases = [item.case for item in weighed]
    around = zip(weighed, map(scales.behind, _behind(cases)), map(scales.between, _between(cases)), strict=True)
    yield from [item.inside + item.before + behind + between for item, behind, between in around]


def _weigh(case: TopicCase, scales: Scales, earlier: Sequence[_Weighed]) -> _Weighed:
    """A statement that names no topic and points back at one of another paragraph weighs as that one does."""
    named, before_it, nearest = own_words(case) or (), fronted(case) or (), nearest_before(case) or ()
    if case.answers is not None and not (named or before_it or nearest):
        said = earlier[case.answers]
        if said.case.paragraph != case.paragraph:
            return _Weighed(case, (), (), (), said.inside, 0)
    inside = scales.inside(case, named or before_it)
    return _Weighed(case, named, before_it, nearest, inside, scales.before(case, nearest))


def _likely(row: list[float], topics: Sequence[str]) -> tuple[str, ...]:
    """The likeliest of topics that are likely in some proportion, and others that are nearly as likely."""
    most, total = max(row), sum(row)
    if most <= FIRST * total:
        return ()
    best, least = row.index(most), SECOND * total
    if total - most <= least:
        return (topics[best],)
    return (topics[best], *[topics[place] for place, value in enumerate(row) if value > least and place != best])


def _label(item: _Weighed, likely: tuple[str, ...], scales: Scales, evidence: Evidence) -> Label:
    """The label of a statement for which some topics are likely."""
    named = _covered(item.named, item.case)
    listed = len(named) >= AGENDA or (len(named) > 1 and are_joined(item.case, named))
    topics = named if listed else _without_neighbours(likely, named) if evidence.apart else likely
    if not topics:
        return Label((), "")
    return Label(topics, _source(item, named, set(topics), scales, evidence))


def _without_neighbours(likely: tuple[str, ...], named: tuple[str, ...]) -> tuple[str, ...]:
    """Of likely topics the one that the statement names, if it names one of them."""
    own = tuple(topic for topic in likely if topic in named)
    return own if len(own) == 1 else likely


def _source(item: _Weighed, named: tuple[str, ...], topics: set[str], scales: Scales, evidence: Evidence) -> str:
    """What found topics: what a statement or the text before it names or says, or only other statements."""
    if not topics.isdisjoint(named):
        return "own-words"
    if not topics.isdisjoint(_covered(item.fronted, item.case)):
        return "fronted"
    if not topics.isdisjoint(_covered(item.nearest, item.case)):
        return "nearest-before"
    return "words" if _likeliest(scales.of_topics(item.inside + item.before), evidence.topics) in topics else CONTEXT


def _likeliest(weights: Sequence[float], topics: Sequence[str]) -> str:
    return topics[weights.index(max(weights))]


def _stays(cases: Sequence[TopicCase]) -> list[bool]:
    """Which statements stand in the paragraph of the one before them."""
    return [i > 0 and cases[i - 1].paragraph == case.paragraph for i, case in enumerate(cases)]


def _behind(cases: Sequence[TopicCase]) -> list[Span | None]:
    """What is told behind the last statement of each paragraph, to its end."""
    ends = [*(not stays for stays in _stays(cases)[1:]), True]
    return [Span(case.content[-1].stop, case.paragraph.stop) if last else None for case, last in zip(cases, ends, strict=False)]


def _between(cases: Sequence[TopicCase]) -> Iterator[Span | None]:
    """The paragraphs without statements that stand before that of each statement, behind the one before and any heading."""
    yield None
    for before, case in pairwise(cases):
        start = max([before.paragraph.stop, *[heading.stop for heading in case.headings]])
        yield Span(start, case.paragraph.start) if start < case.paragraph.start else None


def _covered(topics: tuple[str, ...], case: TopicCase) -> tuple[str, ...]:
    """Topics, or the dispute of the two parties' own that they are part of."""
    if not case.covered:
        return topics
    return tuple(dict.fromkeys(case.covered.get(topic, topic) for topic in topics))
