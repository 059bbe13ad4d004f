"""What a report of a meeting tells: its statements, and the sentences in which it tells itself what was done."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from detente.records import Event, Position, Reading, Record, Span, Speaker, Statement
from detente.resources.accounts import BYSTANDER, OURS, PRONOUN, TELLING, load_accounts
from detente.resources.weights import Weights, load_weights
from detente.stages.maps import sides_of
from detente.text.fold import fold

from .sides import Press, surname
from .subjects import SURE_ENOUGH, Subjects, Topics, Words

SENTENCE = re.compile(r"[^\n\u3002!?.;]+(?:[.](?=\S)[^\n\u3002!?.;]*)*")
MEETING_ITSELF = frozenset({"leaders-meeting", "bilateral-relations"})
ENDS = ("\n", "\u3002", "!", "?", ";", ". ")
SENTENCE_END = re.compile("[.!?\u2026\u3002\uff01\uff1f][\u00bb\u201d\u300d\"')]*[ \t\r]*(?=\n|$)")
END = re.compile("[\n\u3002!?;]|[.](?=\\s)")
AGENDA = frozenset({"CONSULT", None, "none"})
SHORT = 8  # characters of what is said, shorter than which it is shown with its verb, as maps do
CHINESE, DIRECT = "zh", "direct"
LEAST_CLAUSE = (24, 10)  # characters of a clause before the one who is quoted, and in Chinese
MARKS = " ,:\t\u201c\u201d"
FARTHEST = 24  # characters between a speaker and what is said
DAY = len("2026-03-04")
UNTRACED = frozenset({"actor", "office"})  # kinds of actors that a pronoun of one who speaks for a side is taken for by mistake


class Telling(Record, frozen=True):
    """A statement, or a sentence that is none (`statement_id` empty), of a report: what it tells belongs to accounts of `sides`.

    `spans` are the words, `text` the folded words with their cue, `content` without it, `lead` what stands before them in the
    paragraph, behind the statement before; `topics` are those told, with how sure each is.
    """

    id: str
    document_id: str
    statement_id: str
    sides: tuple[str, ...]
    spans: tuple[Span, ...]
    text: str
    content: str
    language: str
    party: str
    topics: Topics
    act: str | None
    lead: str = ""


def tellings_in(
    reading: Reading, pair: tuple[str, str], press: Press, day: str, mentions: frozenset[str], codebook: Path, weights: Weights | None = None
) -> tuple[Telling, ...]:
    """Return what a report tells of a meeting on a day; `mentions` are the ids of the events by which it names it."""
    home, folded = press.homes[reading.document.id], fold(reading.document.text)
    topics = defaultdict(list)
    for position in reading.positions:
        topics[position.evidence_id].append(position)
    named = tuple(event for event in reading.events if event.id in mentions)
    head = _head(reading)
    nexts = chain((each.cue.start for each in reading.statements[1:]), (len(folded),))
    statements = tuple(_whole_clause(each, folded, stop) for each, stop in zip(reading.statements, nexts, strict=False))
    leads = tuple(_leads(statements, folded))
    words = (
        Words(
            _between(folded, _whole(each)), *_before(folded, _whole(each)), topics[each.id],
            _said(each, folded), lead.words, each.manner == DIRECT, lead.is_first,
        )
        for each, lead in zip(statements, leads, strict=True)
    )  # fmt: skip
    subject = Subjects(codebook, reading.document.language, pair, weights or load_weights())
    told = tuple(
        _telling(statement, its, reading, folded, sides, lead.words)
        for statement, its, lead in zip(statements, subject.follow(words), leads, strict=True)
        if statement.cue.start >= head
        and (sides := _sides(_with_party(statement, press.parties), pair, home, folded, reading.document.language))
        and _is_told(statement, day, named, topics[statement.id])
    )
    return told + (tuple(_narrated(reading, folded, home, head, subject)) if home else ())


def _head(reading: Reading) -> int:
    """Where a report begins behind its title, which only sums it up: with the first line that ends as a sentence does.

    What stands there as a title may be a name of the outlet, with the headline and the date below it.
    """
    title, text = reading.document.title, reading.document.text
    at = text.find(title) if title else -1
    if title is None or at < 0:
        return 0
    behind = at + len(title)
    first = SENTENCE_END.search(text, behind)
    return text.rfind("\n", behind, first.start()) + 1 if first and "\n" in text[behind : first.start()] else behind


def _with_party(statement: Statement, known: Mapping[str, str]) -> Statement:
    """A statement by one whose side is unknown, with the side that is known of him elsewhere."""
    speaker = statement.speaker
    if speaker is None or speaker.party or not (party := known.get(surname(speaker))):
        return statement
    return replace(statement, speaker=replace(speaker, party=party))


def _sides(statement: Statement, pair: tuple[str, str], home: str, folded: str, language: str) -> tuple[str, ...]:
    """Whose account a statement by one of the two is: of the side whose press reports it, else of those who speak.

    Experts and the like speak for nobody; the press of a side speaks of it as its own.
    """
    speaker, patterns = statement.speaker, load_accounts(language)
    words = folded[speaker.start : speaker.stop].casefold() if speaker else ""
    if patterns[BYSTANDER].search(words):
        return ()
    speaking = tuple(party for party in pair if party in sides_of(statement))
    if not home:
        return speaking
    is_ours = speaker and not speaker.party and (patterns[OURS].fullmatch(words) or _is_of_nobody(speaker, words, language))
    return (home,) if speaking or is_ours else ()


def _is_of_nobody(speaker: Speaker, words: str, language: str) -> bool:
    """Whether a pronoun was not traced to a person: to the reporters who asked, or to a word of the sentence before."""
    kind, _, name = speaker.actor_id.partition(":")
    return kind in UNTRACED and " " not in name and bool(load_accounts(language)[PRONOUN].fullmatch(words))


def _is_told(statement: Statement, day: str, named: tuple[Event, ...], topics: list[Position]) -> bool:
    """Whether a statement tells what was talked about: not before the day, and not that they met."""
    before = bool(day and statement.said_on) and len(str(statement.said_on)) == DAY and str(statement.said_on) < day
    if before:
        return False
    is_itself = any(span.start <= event.start < span.stop for event in named for span in statement.content)
    return not (is_itself and {each.topic for each in topics if each.score >= SURE_ENOUGH} <= MEETING_ITSELF)


def _whole_clause(statement: Statement, folded: str, stop: int) -> Statement:
    """A statement whose few words end before a comma, with what stands behind it in the sentence: both sides agreed, that..."""
    last = statement.content[-1] if statement.content else None
    if last is None or sum(span.stop - span.start for span in statement.content) >= SHORT or folded[last.stop : last.stop + 1] != ",":
        return statement
    end = END.search(folded, last.stop)
    stop = min(stop, end.start() if end else len(folded))
    return replace(statement, content=(*statement.content[:-1], Span(last.start, max(stop, last.stop))))


def _before(folded: str, span: Span) -> tuple[str, str]:
    """The words of a span with what stands before them in their sentence, and what stands before that in the paragraph."""
    sentence = max(0, *(folded.rfind(mark, 0, span.start) + len(mark) for mark in ENDS))
    return folded[sentence : span.stop], folded[max(folded.rfind("\n", 0, sentence), 0) : sentence]


def _between(folded: str, span: Span) -> str:
    return folded[span.start : span.stop]


class Lead(NamedTuple):
    """What stands before a statement in its paragraph, behind the one before it, and whether none is before it there."""

    words: str
    is_first: bool


def _leads(statements: Sequence[Statement], folded: str) -> Iterator[Lead]:
    stop = 0
    for statement in statements:
        span = _whole(statement)
        paragraph = folded.rfind("\n", 0, span.start) + 1
        yield Lead(folded[max(paragraph, stop) : span.start], stop <= paragraph)
        stop = max(stop, span.stop)


def _said(statement: Statement, folded: str) -> str:
    return " ".join(_between(folded, span) for span in statement.content)


def _telling(statement: Statement, topics: Topics, reading: Reading, folded: str, sides: tuple[str, ...], lead: str) -> Telling:
    party = statement.speaker.party if statement.speaker else None
    content, whole = _said(statement, folded), _whole(statement)
    is_short = len(content) < SHORT and "\n" not in folded[whole.start : whole.stop]
    return Telling(
        statement.id, reading.document.id, statement.id, sides, (whole,) if is_short or not content else statement.content,
        _between(folded, whole), content, reading.document.language, party or "",
        topics, statement.act, lead,
    )  # fmt: skip


def _whole(statement: Statement) -> Span:
    """The words of a statement with its cue, and what stands between them and the speaker: a negation may."""
    start = min([statement.cue.start, *(span.start for span in statement.content)])
    stop = max([statement.cue.stop, *(span.stop for span in statement.content)])
    speaker = statement.speaker
    return Span(speaker.stop if speaker and 0 <= start - speaker.stop <= FARTHEST else start, stop)


def tells(folded: str, language: str) -> bool:
    """Whether a sentence in which nobody is quoted may tell what was talked about: what will be, or what was agreed, asked or raised.

    >>> tells("The drivers will be let go by Friday", "en"), tells("The drivers were arrested in January", "en")
    (True, False)
    """
    plain, patterns = folded.casefold(), load_accounts(language)
    return any(patterns[kind].search(plain) for kind in TELLING)


def _narrated(reading: Reading, folded: str, home: str, head: int, subject: Subjects) -> Iterator[Telling]:
    """Yield the sentences behind the head in which nobody is quoted, and what stands before the one who is."""
    document = reading.document
    taken = sorted(_taken(reading.statements))
    starts = [start for start, _ in taken]
    others = [(each.start, each.stop) for each in document.captions]
    others += [(span.start, span.stop) for span in document.headings + document.boilerplate]
    for match in SENTENCE.finditer(folded, head):
        start, stop = match.span()
        at = bisect_left(starts, start)
        if at and taken[at - 1][1] > start:
            continue
        stop = min(stop, starts[at]) if at < len(starts) else stop
        words = folded[start:stop].strip(MARKS)
        is_whole = stop == match.end() or len(words) >= LEAST_CLAUSE[document.language == CHINESE]
        if words and is_whole and not any(first < stop and start < last for first, last in others) and tells(words, document.language):
            start += folded[start:stop].index(words)
            lead = folded[max(folded.rfind("\n", 0, start) + 1, taken[at - 1][1] if at else 0) : start]
            span, topics = Span(start, start + len(words)), subject.beside(words, lead)
            yield Telling(f"{document.id}:{span.start}", document.id, "", (home,), (span,), words, words, document.language, "", topics, None, lead)


def _taken(statements: tuple[Statement, ...]) -> Iterator[tuple[int, int]]:
    """The places of statements, their cues and who speaks."""
    for statement in statements:
        speakers = (statement.speaker,) if statement.speaker else ()
        yield from ((each.start, each.stop) for each in (statement.cue, *statement.content, *speakers))
