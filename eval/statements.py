"""Acts and topics of single statements (`tests/statements`), judged without the grammar before them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import score

from detente.pipeline import Plan, load_plan
from detente.records import Parse, Span
from detente.resources.lexicon import CueEntry
from detente.resources.load import load_tsv
from detente.resources.reports import Reports
from detente.resources.verbs import Verbs
from detente.stages.acts import ActCase, Teller, decide_act
from detente.stages.topics import TopicCase, label
from detente.text.fold import fold

COLUMNS = ("party", "other", "cue", "content", "act", "polarity", "topics")
DENIALS = frozenset({"not", "never", "unable", "failed", "не"})


class Judged(NamedTuple):
    """A row with what was read: act, polarity, rule of the act, and topics."""

    row: dict[str, str]
    act: str
    polarity: float
    rule: str
    topics: tuple[str, ...]


def lemma_of(cue: str, plan: Plan) -> str:
    """Return the dictionary form of a reporting expression as it stands in a text.

    >>> [lemma_of("were unable to agree", load_plan(code="en")), lemma_of("voiced support", load_plan(code="en"))]
    ['agree', 'stand:support']
    >>> lemma_of("выразил надежду", load_plan(code="ru"))
    'stand:надежда'
    """
    verbs = plan.language.verbs
    if verbs is None:
        return cue
    words = cue.split(" ") if isinstance(verbs, Verbs) else list(_lemmas(cue, plan))
    spans = sorted(combinations(range(len(words) + 1), 2), key=lambda span: (span[0] - span[1], span[0]))
    found = (_known(words[start:stop], verbs) for start, stop in spans)
    return next(filter(None, found), cue)


def _lemmas(cue: str, plan: Plan) -> tuple[str, ...]:
    lemmas = plan.language.lemmatise(cue)
    return lemmas.words if lemmas else ()


def _known(words: list[str], verbs: Verbs | Reports) -> str:
    """The dictionary form of an expression, if these words are one."""
    head, *rest = words
    if isinstance(verbs, Verbs):
        noun = verbs.nouns.get(rest[-1]) if len(rest) == 1 else None
        forms = [form for form in verbs.forms.get(head, ()) if form.rest == tuple(rest)]
        return next((form.lemma for form in (*forms, *filter(None, (noun,)))), "")
    light = verbs.lights.get(head, {}).get(rest[-1]) if rest else None
    form = light.form if light else verbs.forms.get(" ".join(words))
    return form.lemma if form else ""


def act_case(row: dict[str, str], parse: Parse, plan: Plan) -> ActCase:
    """Return a row as the stage of acts takes it."""
    content = (Span(0, len(parse.folded)),)
    pair = tuple(sorted({*row["party"].split("+"), row["other"]} - {""}))
    cue: CueEntry | None = plan.language.lexicon.cues.get(lemma_of(fold(row["cue"]), plan))
    negated = not DENIALS.isdisjoint(row["cue"].split(" "))
    told = Teller(parse, plan.language).tell(content, row["party"], pair)
    return ActCase(row["party"] or None, cue, cue.frame if cue else "say", negated, told.text, plan.insides, plan.heads, str)


def parsed(row: dict[str, str], plan: Plan) -> Parse:
    """Return the content of a row, cut into words."""
    folded = fold(row["content"])
    return Parse(folded, plan.language.segment(folded), ())


def judge(row: dict[str, str], plan: Plan) -> Judged:
    """Return what the acts and topics stages make of a row."""
    parse = parsed(row, plan)
    content = (Span(0, len(parse.folded)),)
    pair = tuple(sorted({*row["party"].split("+"), row["other"]} - {""}))
    mentions = plan.topics.find(parse.folded, pair)
    case = TopicCase(mentions, plan.topics.precedence, parse.folded, content, None, content[0], (), 0, plan.topics.covered(pair))
    found, rule = decide_act(act_case(row, parse, plan))
    act, polarity = found or ("none", 0.0)
    return Judged(row, act, polarity, rule, label([case], plan.evidence)[0].topics)


def judged(file: Path) -> Iterator[Judged]:
    """Yield the rows of a file, whose folder names the language, as they are judged."""
    plan = load_plan(code=file.parent.name)
    for row in load_tsv(file, COLUMNS):
        yield judge(row, plan)


def statement_scores(files: Iterable[Path]) -> dict[str, float]:
    """Return act and polarity accuracy and topic F1 of files, in per cent."""
    rows = [row for file in files for row in judged(file)]
    gold = [set(r.row["topics"].split()) for r in rows]
    hit = sum(len(g & set(r.topics)) for g, r in zip(gold, rows, strict=True))
    return {
        "act": score.ratio(sum(r.act == r.row["act"] for r in rows), len(rows)),
        "polarity": score.ratio(sum(r.polarity == float(r.row["polarity"]) for r in rows), len(rows)),
        "topics": score.prf(hit, sum(len(r.topics) for r in rows), sum(map(len, gold)))[2],
    }
