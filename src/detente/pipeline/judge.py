"""What each statement is about and does: its topics and its act."""

from __future__ import annotations

import msgspec

from detente.records import Draft, Parse, Statement
from detente.stages.acts import ActCase, Teller, Told, aim, decide_act
from detente.stages.document import Outline, Places
from detente.stages.positions import Labelled
from detente.stages.topics import Label, TopicCase, label

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
    labels = _labels(found, parse.folded, page, pair, plan)
    return tuple(
        Labelled(_judged(drafted, teller, topics, pair, plan), _content(drafted[0], parse.folded), topics.source)
        for drafted, topics in zip(found, labels, strict=True)
    )


def _judged(drafted: Drafted, teller: Teller, topics: Label, pair: tuple[str, ...], plan: Plan) -> Statement:
    statement, draft = drafted
    party = statement.speaker.party if statement.speaker else None
    told = UNTOLD if party is None else teller.tell(statement.content, party, pair)
    act, rule = decide_act(ActCase(
        party=party, cue=plan.language.lexicon.cues.get(draft.lemma), frame=draft.frame, negated=draft.negated,
        told=told.text, insides=plan.insides, heads=plan.heads,
    ))  # fmt: skip
    target = aim(told, act)
    return msgspec.structs.replace(
        statement, topics=topics.topics, act=act[0] if act else None, target=target,
        polarity=None if act is None else 0.0 if target else act[1],
        method=f"{statement.method} act:{rule or 'unknown'} topic:{topics.source or 'none'}",
    )  # fmt: skip


def _labels(
    found: tuple[Drafted, ...], folded: str, page: Outline, pair: tuple[str, ...], plan: Plan
) -> tuple[Label, ...]:
    """The topics of each statement."""
    mentions, covered = plan.topics.find(folded, pair), plan.topics.covered(pair)
    places = Places(page)
    stops = (0, *(statement.content[-1].stop for statement, _ in found))
    return label([
        TopicCase(
            mentions=mentions, precedence=plan.topics.precedence, folded=folded, content=statement.content,
            fronted=draft.fronted, paragraph=places.paragraph(statement.cue.start),
            headings=tuple(places.headings(statement.cue.start)), earlier_stop=stop, covered=covered,
        )
        for (statement, draft), stop in zip(found, stops, strict=False)
    ], plan.evidence)  # fmt: skip


def _content(statement: Statement, folded: str) -> str:
    return "…".join([folded[span.start : span.stop] for span in statement.content])
