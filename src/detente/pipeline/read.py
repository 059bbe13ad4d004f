"""Page → reading: the stages in the order of the flow, nothing else."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from msgspec.structs import replace

from detente.languages import language_on, supported
from detente.records import (
    SKIPPED,
    Block,
    Document,
    Draft,
    FailedDocument,
    FailedReading,
    Failure,
    Page,
    Parse,
    Reading,
    Span,
    Statement,
)
from detente.resources.codebook import DEFAULT
from detente.resources.tongues import language_name, named_languages, tell_language
from detente.stages.attribution import Attribution, People, attribute, home_of, main_parties, repeats_own_side
from detente.stages.circumstances import Circumstances, tell_circumstances
from detente.stages.document import Outline, read_document
from detente.stages.events import EventCase
from detente.stages.maps import build_maps, pairs
from detente.stages.mentions import find_people, list_mentions, settle_sides
from detente.stages.positions import Labelled, take_positions
from detente.text.calendar import day_of
from detente.text.dates import Dated, find_dates
from detente.text.fold import encodable, formed, sample, script_of, simplified
from detente.text.tongue import UNKNOWN

from .extractors import OWN
from .judge import judge
from .plan import Plan, load_plan, made_by

WITH_HEADS = ("title", "heading", "body")
MOST_MAPS = 6
LONGEST_DATELINE = 60
OWN_ALONE: Mapping[str, str] = MappingProxyType({})
CLOCK = re.compile(r"\d{1,2}[:.]\d\d(?:\s?(?:GMT|UTC|[ap]\.?m\.?))?[.:]?\s+(?=\w)")  # before an entry of a live page
NEAR_TURN = 5000  # characters in which a speaker of a talk is named again


def _folded(text: str, opening: slice) -> tuple[str, str | None]:
    """The folded text, and the script that its opening is in."""
    simple = simplified(text)
    return formed(simple), script_of(text[opening], simple[opening])


def _paragraphs(parse: Parse, page: Outline, plan: Plan, *kinds: str) -> Iterator[tuple[str, int, int]]:
    """Kinds and ranges of tokens of the blocks of some kinds, behind their datelines."""
    starts = parse.tokens.starts
    for block in page.blocks:
        if block.kind in kinds:
            first = _after_dateline(parse.folded, block, plan) if block.kind == "body" else block.start
            yield block.kind, bisect_left(starts, first), bisect_left(starts, block.stop)


def _after_dateline(folded: str, block: Block, plan: Plan) -> int:
    """Where a paragraph begins behind the hour of an entry, an agency's line or 新华社莫斯科5月14日电; a label that returns is of a talk."""
    if clock := CLOCK.match(folded, block.start, block.stop):
        return clock.end()
    match = plan.layout.agency.match(folded[block.start : min(block.stop, block.start + LONGEST_DATELINE)])
    if match is None or not any(match[name] for name in "abcd"):
        return block.start
    label = "\n" + match.group().rstrip()
    first, last = max(0, block.start - NEAR_TURN), block.stop + NEAR_TURN
    is_turn = label.endswith(":") and (label in folded[first : block.start - 1] or label in folded[block.stop : last])
    return block.start if is_turn else block.start + match.end()


def _parse(folded: str, document: Document, plan: Plan) -> tuple[Parse, str | None]:
    """The parse of a document, and its home."""
    tokens = settle_sides(plan.language.segment(folded), plan.language)
    home = home_of(document, tokens, main_parties(Parse(folded, tokens, ()), plan.language), plan.language, folded)
    return find_people(folded, tokens, plan.language, home), home


def _news(page: Outline) -> tuple[Span, ...]:
    """The stretches that tell the news: paragraphs and captions."""
    return tuple(Span(block.start, block.stop) for block in page.blocks if block.kind in ("body", "caption"))


def _worth_telling(statements: tuple[Statement, ...], drafts: tuple[Draft, ...], plan: Plan) -> Iterator[tuple[Statement, Draft]]:
    """Yield the statements with their drafts, without those that only repeat what their speaker's own side says."""
    for number, told in enumerate(zip(statements, drafts, strict=True)):
        if not repeats_own_side(number, drafts, statements, plan.language):
            yield told


def read_page(
    page: Page,
    codebook: Path = DEFAULT,
    *,
    path: str = "",
    languages: tuple[str, ...] = (),
    extractors: Mapping[str, str] = OWN_ALONE,
) -> Reading | FailedReading:
    """Return the reading of a page, or a failure that says what to do; only its language is loaded.

    A page in none of the `languages` that are wanted (none: all) is skipped; `extractors` name who finds the drafts in a
    language where not our grammar does.

    >>> reading = read_page(Page("中方表示,愿同日方对话。"))
    >>> reading.statements[0].act, reading.statements[0].speaker.name
    ('COOPERATE', '中方')
    """
    text, path = encodable(page.text), encodable(path)
    opening = sample(text)
    code = _language(text[opening], page.language)
    if code not in (languages or supported()):
        return _not_read(path, code, languages, codebook)
    plan = load_plan(codebook, code, extractors.get(code, OWN))
    folded, script = _folded(text, opening)
    document, outline = read_document(
        replace(page, text=text), folded, language=code, script=script, path=path, layout=plan.layout,
        gazetteer=plan.language.gazetteer,
    )  # fmt: skip
    plan = _as_of(document, plan)
    parse, home = _parse(folded, document, plan)
    return _reading(_Parsed(document, outline, parse, home, main_parties(parse, plan.language)), plan)


def _language(opening: str, named: str) -> str:
    """The language of a text by its opening, else the one that its source names."""
    told = tell_language(opening)
    return named if told == UNKNOWN and named else told


def _as_of(document: Document, plan: Plan) -> Plan:
    """The plan with offices as they were held on the day that a document was published, where that is known."""
    day = day_of(document.published)
    return plan._replace(language=language_on(document.language, day.isoformat())) if day else plan


class _Parsed(NamedTuple):
    """A document with its outline, its parse, the side at home in it, and its parties, the most reported first."""

    document: Document
    page: Outline
    parse: Parse
    home: str | None
    parties: tuple[str, ...]


def _statements(parsed: _Parsed, dates: tuple[Dated, ...], plan: Plan) -> tuple[Labelled, ...]:
    """The statements that a document tells, judged."""
    document, parse = parsed.document, parsed.parse
    found = plan.extract(parse, _paragraphs(parse, parsed.page, plan, *WITH_HEADS))
    words = plan.language.lexicon.words.__getitem__
    case = Attribution(document.id, document.text, parse, People(parse.names), parsed.parties, parsed.home, plan.language, words)
    kept = tuple(_worth_telling(attribute(found, case), found, plan))
    circumstances = Circumstances(document.text, parse, dates, plan.places, behind=plan.language.is_spaced)
    said = tell_circumstances(tuple(s for s, _ in kept), circumstances)
    return judge(tuple(zip(said, (d for _, d in kept), strict=True)), parse, parsed.page, parsed.parties[:2], plan)


def _reading(parsed: _Parsed, plan: Plan) -> Reading:
    """The reading of a parsed document."""
    document, parse, pair = parsed.document, parsed.parse, parsed.parties[:2]
    dates = find_dates(parse.folded, day_of(document.published), plan.calendar)
    judged = _statements(parsed, dates, plan)
    statements = tuple(item.statement for item in judged)
    held_on = document.published and document.published[:10]
    positions = take_positions(judged, plan.codebook, pair, held_on)
    return Reading(
        document=document,
        mentions=list_mentions(document.id, parse, statements, parsed.parties, plan.language),
        statements=statements,
        events=plan.events.find(EventCase(document.id, document.text, parse, _news(parsed.page), dates, held_on, pair)),
        positions=positions,
        maps=build_maps(statements, positions, pairs(statements, parsed.parties)[:MOST_MAPS]),
        failures=(),
        made_by=plan.made_by,
    )


def _not_read(path: str, code: str, wanted: tuple[str, ...], codebook: Path) -> FailedReading:
    """What is said of a page in an unknown language, or in another one than those that are wanted or can be read."""
    where = path or "the text"
    if code == UNKNOWN:
        message = f"{where}: no words of a known language in it; give it the text of an article"
        return FailedReading(FailedDocument(path), (Failure("document", "language", message),), made_by(codebook))
    seems = f"{where}: skipped, its language looks like {language_name(code)} ({code});"
    if wanted:
        failure = Failure("document", SKIPPED, f"{seems} wanted: {named_languages(wanted)}")
        return FailedReading(FailedDocument(path, code), (failure,), made_by(codebook))
    failure = Failure("document", "language", f"{seems} this version reads {named_languages(supported())}")
    return FailedReading(FailedDocument(path), (failure,), made_by(codebook))
