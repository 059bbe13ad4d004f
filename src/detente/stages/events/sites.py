"""Where a text may tell of an event: a trigger with the clause around it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from detente.languages import Language
from detente.records import Parse, Record, Span, Tokens
from detente.resources.events import EventWords, Trigger

from .triggers import TriggerFinder

# read backwards from the trigger: up to a mark, over an aside in brackets unless it opens the stretch
TO_CLAUSE_START = re.compile(r"(?:[^,;:。!?…\n“”()]|\)[^()]{1,40}\((?=.))*")
TO_CLAUSE_END = re.compile(r"[^,;:。!?…\n“”()]*")
TO_SENTENCE_MARK = re.compile(r"[^。!?…\n;]*")
THOUSANDS = re.compile(r"(?<=\d),(?=\d)")  # no comma between clauses: 3,000 troops
LONGEST_CLAUSE = 80
LONGEST_SENTENCE = 240
# where words are written apart, tokens tell clauses and sentences, as a full stop may also end an abbreviation
CLAUSE_MARKS, SENTENCE_MARKS = ",;:()“”-.\n", ".;\n"
CLAUSE_MARK, SENTENCE_MARK = re.compile(f"[{re.escape(CLAUSE_MARKS)}]"), re.compile(f"[{SENTENCE_MARKS}]")
LAST_OF_CLAUSE, LAST_OF_SENTENCE = (re.compile(f".*{mark.pattern}", re.DOTALL) for mark in (CLAUSE_MARK, SENTENCE_MARK))
CUE = "c"
MOST_WORDS = 60
LONGEST_BEFORE = 120
LONGEST_AFTER = 120


class Site(Record, frozen=True):
    """A trigger that stands as `word` at `start` to `stop` of a folded text.

    `clause` is the stretch between commas that holds it; its sentence begins at `opening`; what may still tell of the
    event ends at `ending`. `before` is what stands in
    front of the trigger, of its clause in Chinese, else of its sentence; `after` the sentence behind it. Tokens `first`
    to `at` stand before it in the clause, `next` to `last` behind it.
    """

    trigger: Trigger
    word: str
    start: int
    stop: int
    clause: Span
    opening: int
    ending: int
    before: str
    after: str
    first: int
    at: int
    next: int
    last: int


class SiteFinder:
    """Finds the sites of a language in one pass."""

    def __init__(self, words: EventWords, language: Language) -> None:
        self._triggers = TriggerFinder(words, language)
        self._site = _spaced_site if language.is_spaced else _site

    def find(self, parse: Parse, blocks: Iterable[Span]) -> Iterator[Site]:
        """Yield the sites in some stretches of a text, in order."""
        stretches = iter(blocks)
        block = next(stretches, None)
        for trigger, start, stop in self._triggers.find(parse):
            while block and block.stop <= start:
                block = next(stretches, None)
            if block is None:
                return
            if start >= block.start:
                yield self._site(trigger, start, stop, parse, block)


def _sentence_start(folded: str, start: int, block: Span) -> int:
    floor = max(block.start, start - LONGEST_SENTENCE)
    back = TO_SENTENCE_MARK.match(folded[floor:start][::-1])
    return start - (back.end() if back else 0)


def _site(trigger: Trigger, start: int, stop: int, parse: Parse, block: Span) -> Site:
    folded, starts = parse.folded, parse.tokens.starts
    clause = _clause(folded, start, stop, block)
    after = TO_SENTENCE_MARK.match(folded, stop, min(block.stop, stop + LONGEST_SENTENCE))
    first = bisect_left(starts, clause.start)
    at = bisect_left(starts, start, first)
    following = bisect_left(starts, stop, at)
    last = bisect_left(starts, clause.stop, following)
    opening = _sentence_start(folded, start, block)
    return Site(trigger, folded[start:stop], start, stop, clause, opening, clause.stop, folded[clause.start : start],
                after.group() if after else "", first, at, following, last)  # fmt: skip


def _clause(folded: str, start: int, stop: int, block: Span) -> Span:
    floor = max(block.start, start - LONGEST_CLAUSE)
    back = TO_CLAUSE_START.match(folded[floor:start][::-1])
    ahead = TO_CLAUSE_END.match(folded, stop, min(block.stop, stop + LONGEST_CLAUSE))
    return Span(start - (back.end() if back else 0), ahead.end() if ahead else stop)


def _spaced_site(trigger: Trigger, start: int, stop: int, parse: Parse, block: Span) -> Site:
    folded, tokens = parse.folded, parse.tokens
    at = bisect_left(tokens.starts, start)
    following = bisect_left(tokens.starts, stop, at)
    opens, ends = _back(tokens, at, block, LAST_OF_SENTENCE), _ahead(tokens, following, block, SENTENCE_MARK)
    first, last = _back(tokens, at, block, LAST_OF_CLAUSE), _ahead(tokens, following, block, CLAUSE_MARK)
    opening, ending = _start(tokens, opens, start), _start(tokens, ends, block.stop)
    clause = Span(_start(tokens, first, start), max(stop, _start(tokens, last, block.stop)))
    before = THOUSANDS.sub(".", folded[max(opening, start - LONGEST_BEFORE) : start])
    after = THOUSANDS.sub(".", folded[stop : min(max(stop, ending), stop + LONGEST_AFTER)])
    untold = _start(tokens, _cue(tokens.classes, last, ends), ending)
    return Site(trigger, folded[start:stop], start, stop, clause, opening, untold, before, after, first, at, following,
                last)  # fmt: skip


def _cue(letters: str, first: int, last: int) -> int:
    """The first cue of a stretch that opens no aside (, planned for Friday,), else its end."""
    cue = letters.find(CUE, first, last)
    while cue > 0 and letters[cue - 1] == ",":
        cue = letters.find(CUE, cue + 1, last)
    return last if cue < 0 else cue


def _start(tokens: Tokens, i: int, default: int) -> int:
    return tokens.starts[i] if i < len(tokens.starts) else default


def _back(tokens: Tokens, at: int, block: Span, to_mark: re.Pattern[str]) -> int:
    """The first of the tokens before one that no mark parts from it."""
    floor = max(0, at - MOST_WORDS, bisect_left(tokens.starts, block.start, 0, at))
    mark = to_mark.match(tokens.classes, floor, at)
    return mark.end() if mark else floor


def _ahead(tokens: Tokens, following: int, block: Span, marks: re.Pattern[str]) -> int:
    """The mark that ends the stretch behind a token, or where its block ends."""
    roof = bisect_left(tokens.starts, block.stop, following, min(len(tokens.classes), following + MOST_WORDS))
    mark = marks.search(tokens.classes, following, roof)
    return mark.start() if mark else roof
