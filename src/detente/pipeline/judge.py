"""What each statement is about and does: its topics and its act."""

from __future__ import annotations

import msgspec

from detente.records import Draft, Span, Statement
from detente.stages.acts import ActCase, Teller, aim, decide_act
from detente.stages.document import Outline, Places
from detente.stages.topics import Label, TopicCase, context, label

from .plan import Plan


def judge(
    statement: Statement, draft: Draft, teller: Teller, found: Label, pair: tuple[str, ...], plan: Plan
) -> Statement:
    cue = plan.language.lexicon.cues.get(draft.lemma)
    party = statement.speaker.party if statement.speaker else None
    told = teller.tell(statement.content, party or "", pair)
    inside = plan.insides.first(told.text)
    act, rule = decide_act(ActCase(party, cue, draft.frame, draft.negated, told.text, inside, plan.heads))
    target = aim(told, act)
    return msgspec.structs.replace(
        statement, topics=found.topics, act=act[0] if act else None, target=target,
        polarity=None if act is None else 0.0 if target else act[1],
        method=f"{statement.method} act:{rule or 'unknown'} topic:{found.source or 'none'}",
    )  # fmt: skip


def labels_of(
    statements: tuple[Statement, ...], drafts: tuple[Draft, ...], folded: str, page: Outline, pair: tuple[str, ...],
    plan: Plan,
) -> tuple[Label, ...]:  # fmt: skip
    """The topics of each statement; one on no topic of its own goes on about what its paragraph is about."""
    mentions, covered = plan.topics.find(folded), plan.topics.covered(pair)
    labels: list[Label] = []
    places = Places(page)
    before, stop = Span(0, 0), 0
    around: frozenset[str] = frozenset()
    for statement, draft in zip(statements, drafts, strict=True):
        paragraph = places.paragraph(statement.cue.start)
        if paragraph != before:
            around = context(mentions, (paragraph, *places.headings(statement.cue.start)), pair)
        earlier = labels[-1] if labels and paragraph == before else None
        case = TopicCase(mentions, plan.topics.precedence, folded, statement.content, draft.fronted, paragraph, around,
                         earlier, stop, pair, covered)  # fmt: skip
        labels.append(label(case))
        before, stop = paragraph, statement.content[-1].stop
    return tuple(labels)
