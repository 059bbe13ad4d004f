"""What a report of a meeting tells: its sentences behind the head, and in them what is said and what it tells itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from detente.copies.body import paragraphs
from detente.records import Reading, Record, Span, Speaker, Statement
from detente.resources.accounts import BYSTANDER, FRONTED, NONE_AGREED, OURS, PRONOUN, TELLING, load_accounts
from detente.resources.calendar import load_calendar
from detente.stages.maps import sides_of
from detente.text.calendar import day_of
from detente.text.dates import find_dates
from detente.text.fold import fold
from detente.text.sentences import sentences_in

from .gatherings import FAMILIES
from .sides import Press, surname

SENTENCE_END = re.compile("[.!?\u2026\u3002\uff01\uff1f][\u00bb\u201d\u300d\"')]*[ \t\r]*(?=\n|$)")
CHINESE, DIRECT = "zh", "direct"
LEAST_CLAUSE, LEAST_CHINESE, LEAST_WORDS = 24, 10, 2  # characters, and plain words, of what a report tells itself
PLAIN = re.compile(r"\b[a-z\u0430-\u044f\u0451]{2,}")
BESIDE = re.compile("[;\uff1b]\\s*|, (?:and|while|\u0430|\u0438) (?=[^,;]{24})|(?<=.{24}),? (?:and that|\u0438 \u0447\u0442\u043e) ")
CLAUSE = re.compile("[,\uff0c;\uff1b:\uff1a\u3002\u201d]")
MARKS = " ,:;.\t\n\u3002\u201c\u201d"
DAY = len("2026-03-04")
UNTRACED = frozenset({"actor", "office"})  # kinds of actors that a pronoun of one who speaks for a side is taken for by mistake
PERSON = "person:"
UNTOLD = frozenset({None, "none"})

Topics = tuple[tuple[str, float], ...]


class Telling(Record, frozen=True):
    """What is said in a sentence, or what the report tells there itself (`statement_id` empty), of accounts of `sides`.

    `spans` are the words, `text` the folded words with their cue, `content` without it, `lead` the two tellings before it in the
    paragraph, and `front` a phrase before it that tells what it is on; `topics` are those it is likely to be on, each with how
    likely. `is_meeting` is whether it tells that they met, `is_quoted` whether it is a quotation, `is_news` whether it tells what
    will be, or what was agreed, asked or raised.
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
    front: str = ""
    is_meeting: bool = False
    is_quoted: bool = False
    is_news: bool = False


def tellings_in(reading: Reading, pair: tuple[str, str], press: Press, day: str, mentions: frozenset[str]) -> tuple[Telling, ...]:
    """Return what a report tells of a meeting on a day; `mentions` are the ids of the events by which it names it."""
    return tuple(_Report(reading, pair, press, day, mentions).told())


class _Report:
    """A report of a meeting, with what each of its sentences is asked."""

    def __init__(self, reading: Reading, pair: tuple[str, str], press: Press, day: str, mentions: frozenset[str]) -> None:
        self.reading, self._pair, self._press, self._day = reading, pair, press, day
        self.home, self.language = press.homes[reading.document.id], reading.document.language
        self.folded = fold(reading.document.text)
        self._named = tuple(each for each in reading.events if each.id in mentions or (each.type in FAMILIES and day and each.date == day))
        self._patterns = load_accounts(self.language)
        self._dates = find_dates(self.folded, day_of(reading.document.published), load_calendar(self.language)) if day else ()
        self._present = frozenset(who for event in self._named for who in event.participants)

    def told(self) -> Iterator[Telling]:
        """Yield the tellings in the order of the text."""
        head = _head(self.reading)
        for paragraph in paragraphs(self.reading.document):
            earlier, before, stop = "", "", max(paragraph.start, head)
            for sentence in sentences_in(self.folded, stop, paragraph.stop):
                for telling in self._in_sentence(sentence):
                    between = self.folded[max(stop, sentence.start) : telling.spans[0].start].strip(MARKS)
                    front = self._fronted(between)
                    yield replace(telling, lead=f"{earlier} {before} {between}".strip(), front=front)
                    earlier, before, stop = before, f"{front} {telling.content}".strip(), telling.spans[-1].stop

    def _fronted(self, before: str) -> str:
        """The phrase before what is said that tells what it is on: On the export of cattle, the minister said."""
        found = self._patterns[FRONTED].match(before.casefold())
        return before[: found.end()] if found else ""

    def _in_sentence(self, sentence: Span) -> list[Telling]:
        said = _said_in(self.reading.statements, sentence)
        found = [telling for statement, spans in said for telling in self._statement(statement, spans, sentence)]
        if self.home and not any(self._is_of_others(statement) for statement, _ in said):
            taken = [place for each in self.reading.statements for place in _places(each) if place.start < sentence.stop and sentence.start < place.stop]
            found += self._narrated(sentence, taken)
        return sorted(found, key=lambda each: each.spans[0].start)

    def _statement(self, statement: Statement, spans: Sequence[Span], sentence: Span) -> Iterator[Telling]:
        """Yield what is said in a sentence: of a single stretch of words, each part that stands beside another."""
        sides = self._sides(_with_party(statement, self._press.parties))
        if not sides or self._is_before(statement):
            return
        cue, party = Span(statement.cue.start, statement.cue.stop), statement.speaker.party if statement.speaker else None
        parts = [Span(*part) for part in self._parts(spans[0].start, spans[0].stop)] if len(spans) == 1 else []
        for each in ([part] for part in parts) if len(parts) > 1 else [spans]:
            first, last = min(span.start for span in each), max(span.stop for span in each)
            content = " ".join(self.folded[span.start : span.stop] for span in each)
            around = each == spans and sentence.start <= cue.start < sentence.stop
            begins = self._clause(min(first, cue.start), sentence.start)
            text = self.folded[begins : max(last, cue.stop)] if around else f"{self.folded[cue.start : cue.stop]} {content}"
            told = self._telling(f"{statement.id}:{first}", statement.id, sides, tuple(each), text, content, party or "", self._act(statement, first, last))
            yield replace(told, is_quoted=statement.manner == DIRECT)

    def _clause(self, start: int, first: int) -> int:
        """Where the clause begins in which something is said, where words are not apart: what denies it stands before it."""
        if self.language != CHINESE:
            return start
        said = (each.content[-1].stop for each in self.reading.statements if each.content and each.content[-1].stop <= start)
        return max([first, *said, *(match.end() for match in CLAUSE.finditer(self.folded, first, start))])

    def _act(self, statement: Statement, first: int, last: int) -> str | None:
        """What is done with words: what is said to have been agreed or promised tells it, where saying alone does not."""
        if statement.act not in UNTOLD:
            return statement.act
        inner = (each.act for each in self.reading.statements if first <= each.cue.start < last and each.act not in UNTOLD)
        return next(inner, statement.act)

    def _narrated(self, sentence: Span, taken: Sequence[Span]) -> Iterator[Telling]:
        """Yield what a sentence tells of the two around what is said in it: not that they met, nor where, when and to whom somebody spoke."""
        for first, stop in (part for around in _around(sentence, taken) for part in self._parts(*around)):
            words = self.folded[first:stop].strip(MARKS)
            is_news = tells(words, self.language) or any(first <= each.start < stop and each.value > self._day for each in self._dates)
            if not self._is_clause(words) or any(first <= event.start < stop for event in self._named) or (taken and not is_news):
                continue
            if self._is_elsewhere(first, stop):
                continue
            start = first + self.folded[first:stop].index(words)
            span = Span(start, start + len(words))
            yield replace(self._telling(f"{self.reading.document.id}:{start}", "", (self.home,), (span,), words, words, "", None), is_news=is_news)

    def _is_elsewhere(self, first: int, stop: int) -> bool:
        """Whether other states alone are named: he will travel on to Fiji."""
        named = {side for each in self.reading.mentions if each.party and first <= each.start < stop for side in each.party.split("+")}
        return bool(named) and named.isdisjoint(self._pair)

    def _parts(self, first: int, stop: int) -> Iterator[tuple[int, int]]:
        """Yield the parts of a stretch that stand beside each other: the contract is to be signed in May, and police will patrol the river.

        A denial stays with what it is of.
        """
        denial = self._patterns[NONE_AGREED].search(self.folded[first:stop].casefold())
        for mark in () if denial else BESIDE.finditer(self.folded, first, stop):
            yield first, mark.start()
            first = mark.end()
        yield first, stop

    def _is_clause(self, words: str) -> bool:
        """Whether words are more than a place, a day and an outlet."""
        if self.language == CHINESE:
            return len(words) >= LEAST_CHINESE
        return len(words) >= LEAST_CLAUSE and len(PLAIN.findall(words)) >= LEAST_WORDS

    def _telling(
        self, key: str, statement: str, sides: tuple[str, ...], spans: tuple[Span, ...], text: str, content: str, party: str, act: str | None
    ) -> Telling:
        met = any(span.start <= event.start < span.stop for event in self._named for span in spans)
        return Telling(key, self.reading.document.id, statement, sides, spans, text, content, self.language, party, (), act, is_meeting=met)

    def _sides(self, statement: Statement) -> tuple[str, ...]:
        """Whose account a statement is: of the side whose press reports it, else of those of the two who speak.

        Experts and the like speak for nobody, nor do persons of no known side who did not take part.
        """
        speaker = statement.speaker
        speaking = tuple(party for party in self._pair if party in sides_of(statement))
        if self._is_bystander(speaker):
            return ()
        if not self.home:
            return speaking
        is_ours = speaker is None or (not speaker.party and self._may_be_ours(speaker))
        return (self.home,) if speaking or is_ours else ()

    def _may_be_ours(self, speaker: Speaker) -> bool:
        """Whether one whose side is unknown may speak for the side of the press: no person, one who took part, or an untraced pronoun."""
        kind, _, name = speaker.actor_id.partition(":")
        words = self.folded[speaker.start : speaker.stop].casefold()
        if self._patterns[OURS].fullmatch(words) or speaker.actor_id in self._present:
            return True
        is_untraced = kind in UNTRACED and " " not in name and bool(self._patterns[PRONOUN].fullmatch(words))
        return is_untraced or not speaker.actor_id.startswith(PERSON)

    def _is_bystander(self, speaker: Speaker | None) -> bool:
        return speaker is not None and self._patterns[BYSTANDER].search(self.folded[speaker.start : speaker.stop].casefold()) is not None

    def _is_of_others(self, statement: Statement) -> bool:
        """Whether a bystander speaks, or a third state."""
        speaker = statement.speaker
        party = _with_party(statement, self._press.parties).speaker
        return self._is_bystander(speaker) or bool(party and party.party and not set(self._pair) & set(party.party.split("+")))

    def _is_before(self, statement: Statement) -> bool:
        """Whether something was said before the day of the meeting."""
        said = str(statement.said_on or "")
        return bool(self._day) and len(said) == DAY and said < self._day


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


def _said_in(statements: Sequence[Statement], sentence: Span) -> list[tuple[Statement, list[Span]]]:
    """The statements of a sentence with their words in it, but for those whose words are part of another's."""
    found = [(each, span) for each in statements for span in each.content if sentence.start <= span.start < sentence.stop]
    kept: dict[str, tuple[Statement, list[Span]]] = {}
    for statement, span in found:
        if not any(other is not statement and _is_within(span, around) for other, around in found):
            kept.setdefault(statement.id, (statement, []))[1].append(span)
    return list(kept.values())


def _is_within(span: Span, around: Span) -> bool:
    return around.start <= span.start and span.stop <= around.stop and span != around


def _places(statement: Statement) -> list[Span]:
    """Where the words of a statement, its cue and who speaks stand."""
    speaker = statement.speaker
    return [*statement.content, Span(statement.cue.start, statement.cue.stop), *([Span(speaker.start, speaker.stop)] if speaker else [])]


def _around(sentence: Span, taken: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a sentence around some places."""
    at = sentence.start
    for place in sorted(taken, key=lambda each: each.start):
        if at < place.start:
            yield at, place.start
        at = max(at, place.stop)
    if at < sentence.stop:
        yield at, sentence.stop


def _with_party(statement: Statement, known: Mapping[str, str]) -> Statement:
    """A statement by one whose side is unknown, with the side that is known of him elsewhere."""
    speaker = statement.speaker
    if speaker is None or speaker.party or not (party := known.get(surname(speaker))):
        return statement
    return replace(statement, speaker=replace(speaker, party=party))


def tells(folded: str, language: str) -> bool:
    """Whether a sentence in which nobody is quoted may tell what was talked about: what will be, or what was agreed, asked or raised.

    >>> tells("The drivers will be let go by Friday", "en"), tells("The drivers were arrested in January", "en")
    (True, False)
    """
    plain, patterns = folded.casefold(), load_accounts(language)
    return any(patterns[kind].search(plain) for kind in TELLING)
