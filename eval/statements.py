"""Acts and topics of single statements (`tests/statements`), judged without the grammar before them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import score

from detente.pipeline import Plan, load_plan
from detente.records import Parse, Span
from detente.resources.load import load_tsv
from detente.stages.acts import ActCase, Teller, decide_act
from detente.stages.topics import TopicCase, label
from detente.text.fold import fold

COLUMNS = ("party", "other", "cue", "content", "act", "polarity", "topics")


class Judged(NamedTuple):
    """A row with what was read: act, polarity, rule of the act, and topics."""

    row: dict[str, str]
    act: str
    polarity: float
    rule: str
    topics: tuple[str, ...]


def judge(row: dict[str, str], plan: Plan) -> Judged:
    """Return what the acts and topics stages make of a row."""
    folded = fold(row["content"])
    parse = Parse(folded, plan.language.segment(folded), ())
    content = (Span(0, len(folded)),)
    pair = tuple(sorted({*row["party"].split("+"), row["other"]} - {""}))
    mentions = plan.topics.find(folded, pair)
    case = TopicCase(mentions, plan.topics.precedence, folded, content, None, content[0], (), 0, plan.topics.covered(pair))
    cue = plan.language.lexicon.cues.get(fold(row["cue"]))
    told = Teller(parse, plan.language).tell(content, row["party"], pair)
    found, rule = decide_act(
        ActCase(row["party"] or None, cue, cue.frame if cue else "say", False, told.text, plan.insides, plan.heads)
    )  # fmt: skip
    act, polarity = found or ("none", 0.0)
    return Judged(row, act, polarity, rule, label([case], plan.evidence)[0].topics)


def judged(file: Path) -> Iterator[Judged]:
    """Yield the rows of a file as they are judged."""
    plan = load_plan()
    for row in load_tsv(file, COLUMNS):
        yield judge(row, plan)


def statement_scores(file: Path) -> dict[str, float]:
    """Return act and polarity accuracy and topic F1 of a file, in per cent."""
    rows = list(judged(file))
    gold = [set(r.row["topics"].split()) for r in rows]
    hit = sum(len(g & set(r.topics)) for g, r in zip(gold, rows, strict=True))
    return {
        "act": score.ratio(sum(r.act == r.row["act"] for r in rows), len(rows)),
        "polarity": score.ratio(sum(r.polarity == float(r.row["polarity"]) for r in rows), len(rows)),
        "topics": score.prf(hit, sum(len(r.topics) for r in rows), sum(map(len, gold)))[2],
    }
