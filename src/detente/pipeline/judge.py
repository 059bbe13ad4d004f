"""What each statement is about and does: its topics and its act."""

from __future__ import annotations

import msgspec

from detente.records import Draft, Parse, Statement
from detente.stages.acts import ActCase, Teller, Told, aim, decide_act
from detente.stages.document import Outline, Places
from detente.stages.positions import Labelled
from detente.stages.topics import Label, TopicCase, Turn, answered, label

from .plan import Plan

Drafted = tuple[Statement, Draft]
UNTOLD = Told("", None)  # of who speaks for no side


def judge(
    found: tuple[Drafted, ...], parse: Parse, page: Outline, pair: tuple[str, ...], plan: Plan
) -> tuple[Labelled, ...]:
    """Return the statements of a document with topics, act, target and polarity, and where their topics were found.

    `pair` are the two main parties of the document.
    """
    teller = Teller(parse, plan.language)
    acted = tuple(_acted(drafted, teller, pair, plan) for drafted in found)
    contents = [_content(statement, parse.folded) for statement in acted]
    labels = _labels(found, _answers(acted, contents, page, plan), parse.folded, page, pair, plan)
    return tuple(
        Labelled(_labelled(statement, topics), said, topics.source)
        for statement, said, topics in zip(acted, contents, labels, strict=True)
    )


def _answers(acted: tuple[Statement, ...], contents: list[str], page: Outline, plan: Plan) -> list[int | None]:
    """The numbers of the statements that statements point back at."""
    places = Places(page)
    turns = [
        Turn(_party(statement), statement.act, places.paragraph(statement.cue.start).start, said)
        for statement, said in zip(acted, contents, strict=True)
    ]
    return answered(turns, plan.pointing)


def _party(statement: Statement) -> str | None:
    return statement.speaker.party if statement.speaker else None


def _acted(drafted: Drafted, teller: Teller, pair: tuple[str, ...], plan: Plan) -> Statement:
    """A statement with its act."""
    statement, draft = drafted
    party = _party(statement)
    told = UNTOLD if party is None else teller.tell(statement.content, party, pair)
    act, rule = decide_act(ActCase(
        party=party, cue=plan.language.lexicon.cues.get(draft.lemma), frame=draft.frame, negated=draft.negated,
        told=told.text, insides=plan.insides, heads=plan.heads,
    ))  # fmt: skip
    target = aim(told, act)
    return msgspec.structs.replace(
        statement, act=act[0] if act else None, target=target,
        polarity=None if act is None else 0.0 if target else act[1], method=f"{statement.method} act:{rule or 'unknown'}",
    )  # fmt: skip


def _labelled(statement: Statement, topics: Label) -> Statement:
    """A statement with its topics."""
    method = f"{statement.method} topic:{topics.source or 'none'}"
    return msgspec.structs.replace(statement, topics=topics.topics, method=method)


def _labels(
    found: tuple[Drafted, ...], answers: list[int | None], folded: str, page: Outline, pair: tuple[str, ...], plan: Plan
) -> tuple[Label, ...]:
    """The topics of each statement; `answers` are the numbers of those that they point back at."""
    mentions, covered = plan.topics.find(folded, pair), plan.topics.covered(pair)
    places = Places(page)
    stops = (0, *(statement.content[-1].stop for statement, _ in found))
    return label([
        TopicCase(
            mentions=mentions, precedence=plan.topics.precedence, folded=folded, content=statement.content,
            fronted=draft.fronted, paragraph=places.paragraph(statement.cue.start),
            headings=tuple(places.headings(statement.cue.start)), earlier_stop=stop, covered=covered,
            answers=number,
        )
        for (statement, draft), stop, number in zip(found, stops, answers, strict=False)
    ], plan.evidence)  # fmt: skip


def _content(statement: Statement, folded: str) -> str:
    return "…".join([folded[span.start : span.stop] for span in statement.content])
