"""What each statement is about and does: its topics and its act."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from detente.records import Draft, Parse, Record, Span, Statement
from detente.stages.acts import LEARNED, ActCase, Done, Teller, Told, aim, decide_act, going_on
from detente.stages.document import Outline, Places
from detente.stages.positions import Labelled
from detente.stages.topics import Label, TopicCase, Turn, answered, label

from .plan import Plan

Drafted = tuple[Statement, Draft]
ANSWERED = "-before"  # ends the rules of acts by which what is said goes on with an answer
ONLY_LEARNED = f" act:{LEARNED}"  # ends the method where no rule found the act
SENTENCE_END = re.compile("[.!?。\n]")
ONLY_LEANING = " act:leaning"  # ends it where single words lean
UNTOLD = Told("", None)  # of who speaks for no side


class Link(Record, frozen=True):
    """How a statement hangs on those before it: which it points back at, whether one ends in its sentence, whether its side spoke it."""

    answers: int | None
    follows: bool
    speaks_on: bool


def judge(
    found: tuple[Drafted, ...], parse: Parse, page: Outline, pair: tuple[str, ...], plan: Plan
) -> tuple[Labelled, ...]:
    """Return the statements of a document with topics, act, target and polarity, and where their topics were found.

    `pair` are the two main parties of the document.
    """
    teller, places = Teller(parse, plan.language), Places(page)
    paragraphs = [places.paragraph(statement.cue.start) for statement, _ in found]
    gaps = tuple(_gaps(found, paragraphs))
    acted = tuple([_acted(drafted, gap, teller, pair, plan) for drafted, gap in zip(found, gaps, strict=True)])
    follows = [SENTENCE_END.search(parse.folded, gap.start, gap.stop) is None for gap in gaps]
    contrast = plan.heads.classes["contrast"]
    reasons = [one and contrast.search(parse.folded, gap.start, gap.stop) is None for one, gap in zip(follows, gaps, strict=True)]
    acted = _gone_on(acted, paragraphs, reasons)
    contents = [_content(statement, parse.folded) for statement in acted]
    answers = _answers(acted, contents, follows, paragraphs, plan)
    links = [Link(*link) for link in zip(answers, follows, _speaking_on(acted), strict=True)]
    labels = _labels(found, [places.over(paragraph) for paragraph in paragraphs], paragraphs, links, parse.folded, pair, plan)
    return tuple(
        Labelled(_labelled(statement, topics), said, topics.source)
        for statement, said, topics in zip(acted, contents, labels, strict=True)
    )


def _answers(
    acted: tuple[Statement, ...], contents: list[str], follows: list[bool], paragraphs: list[Span], plan: Plan
) -> list[int | None]:
    """The numbers of the statements that statements point back at."""
    turns = [
        Turn(_party(statement), statement.act, paragraph.start, said, ANSWERED in statement.method, after)
        for statement, paragraph, said, after in zip(acted, paragraphs, contents, follows, strict=True)
    ]
    return answered(turns, plan.pointing)


def _gaps(found: tuple[Drafted, ...], paragraphs: list[Span]) -> Iterator[Span]:
    """What stands in the paragraph between each statement and the one before it."""
    stop = 0
    for (statement, _), paragraph in zip(found, paragraphs, strict=True):
        start = max(stop, paragraph.start)
        yield Span(start, min(statement.cue.start, statement.content[0].start))
        stop = max(stop, statement.content[-1].stop, statement.cue.stop)


def _speaking_on(acted: tuple[Statement, ...]) -> list[bool]:
    """Which statements the side of the one before them makes."""
    parties = [_party(statement) for statement in acted]
    return [i > 0 and parties[i - 1] == party for i, party in enumerate(parties)]


def _party(statement: Statement) -> str | None:
    return statement.speaker.party if statement.speaker else None


def _acted(drafted: Drafted, gap: Span, teller: Teller, pair: tuple[str, ...], plan: Plan) -> Statement:
    """A statement with its act."""
    statement, draft = drafted
    party = _party(statement)
    told = UNTOLD if party is None else teller.tell(statement.content, party, pair)
    act, rule = decide_act(ActCase(
        party=party, cue=plan.language.lexicon.cues.get(draft.lemma), frame=draft.frame, negated=draft.negated,
        told=told.text, insides=plan.insides, heads=plan.heads,
        before=lambda: "" if party is None or gap.start >= gap.stop else teller.tell((gap,), party, pair).text,
    ))  # fmt: skip
    target = aim(told, act)
    return msgspec.structs.replace(
        statement, act=act[0] if act else None, target=target,
        polarity=None if act is None else 0.0 if target else act[1], method=f"{statement.method} act:{rule or 'unknown'}",
    )  # fmt: skip


def _gone_on(acted: tuple[Statement, ...], paragraphs: list[Span], reasons: list[bool]) -> tuple[Statement, ...]:
    """The statements, of which one that only goes on with a denial or a charge does what that one does."""
    begun = going_on([
        Done(
            None if each.method.endswith(ONLY_LEARNED) else each.act, _party(each), where.start, reason,
            each.method.endswith(ONLY_LEANING),
        )
        for each, where, reason in zip(acted, paragraphs, reasons, strict=True)
    ])  # fmt: skip
    return tuple([each if number is None else _like(each, acted[number]) for each, number in zip(acted, begun, strict=True)])


def _like(statement: Statement, begun: Statement) -> Statement:
    method = f"{statement.method.rpartition(' act:')[0]} act:going-on"
    return msgspec.structs.replace(statement, act=begun.act, target=begun.target, polarity=begun.polarity, method=method)


def _labelled(statement: Statement, topics: Label) -> Statement:
    """A statement with its topics."""
    method = f"{statement.method} topic:{topics.source or 'none'}"
    return msgspec.structs.replace(statement, topics=topics.topics, method=method)


def _labels(
    found: tuple[Drafted, ...], headings: list[tuple[Span, ...]], paragraphs: list[Span], links: list[Link], folded: str,
    pair: tuple[str, ...], plan: Plan,
) -> tuple[Label, ...]:  # fmt: skip
    """The topics of each statement."""
    mentions, covered = plan.topics.find(folded, pair), plan.topics.covered(pair)
    stops = (0, *[statement.content[-1].stop for statement, _ in found])
    return label([
        TopicCase(
            mentions=mentions, precedence=plan.topics.precedence, folded=folded, content=_with_cue(statement),
            fronted=draft.fronted, paragraph=paragraph, headings=over, earlier_stop=stop, covered=covered,
            answers=link.answers, follows=link.follows, speaks_on=link.speaks_on,
        )
        for (statement, draft), paragraph, over, stop, link in zip(found, paragraphs, headings, stops, links, strict=False)
    ], plan.evidence)  # fmt: skip


def _with_cue(statement: Statement) -> tuple[Span, ...]:
    """The content of a statement, from the verb on that it stands right behind: agreed to meet."""
    first, *others = statement.content
    return (Span(statement.cue.start, first.stop), *others) if 0 <= first.start - statement.cue.stop <= 1 else statement.content


def _content(statement: Statement, folded: str) -> str:
    return "…".join([folded[span.start : span.stop] for span in statement.content])
