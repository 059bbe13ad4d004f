"""Where a text may tell of an event: a trigger with the clause around it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from detente.records import Parse, Record, Span
from detente.resources.events import EventWords, Trigger
from detente.text.match import Matcher

# read backwards from the trigger: up to a mark, over an aside in brackets unless it opens the stretch
TO_CLAUSE_START = re.compile(r"(?:[^,;:。!?…\n“”()]|\)[^()]{1,40}\((?=.))*")
TO_CLAUSE_END = re.compile(r"[^,;:。!?…\n“”()]*")
TO_SENTENCE_MARK = re.compile(r"[^。!?…\n;]*")
SHORT = 2  # characters; a trigger no longer than this may be the end of one word and the start of another
LONGEST_CLAUSE = 80
LONGEST_SENTENCE = 240


class Site(Record, frozen=True):
    """A trigger at `start` to `stop` of a folded text.

    `clause` is the stretch between commas that holds it, `block` the paragraph. `before` is the clause up to the
    trigger, `after` the sentence behind it. Tokens `first` to `at` stand before it in the clause, `next` to `last`
    behind it.
    """

    trigger: Trigger
    start: int
    stop: int
    clause: Span
    block: Span
    before: str
    after: str
    first: int
    at: int
    next: int
    last: int


class SiteFinder:
    """Finds the triggers of a language in one pass."""

    def __init__(self, words: EventWords) -> None:
        self._triggers = words.triggers
        self._matcher = Matcher(trigger.word for trigger in words.triggers)

    def find(self, parse: Parse, blocks: Iterable[Span]) -> Iterator[Site]:
        """Yield the sites in some stretches of a text, in order; a short trigger begins with a word."""
        stretches = iter(blocks)
        block = next(stretches, None)
        for number, start, stop in self._matcher.matches(parse.folded):
            while block and block.stop <= start:
                block = next(stretches, None)
            if block is None:
                return
            trigger = self._triggers[number]
            if start >= block.start and trigger.frame != "compound" and _opens_word(start, stop, parse):
                yield _site(trigger, start, stop, parse, block)


def _opens_word(start: int, stop: int, parse: Parse) -> bool:
    """Whether a trigger begins with a word; a long one need not."""
    starts = parse.tokens.starts
    return stop - start > SHORT or starts[bisect_left(starts, start, 0, len(starts) - 1)] == start


def sentence_start(folded: str, site: Site) -> int:
    """Return where the sentence of a site begins."""
    floor = max(site.block.start, site.start - LONGEST_SENTENCE)
    back = TO_SENTENCE_MARK.match(folded[floor : site.start][::-1])
    return site.start - (back.end() if back else 0)


def _site(trigger: Trigger, start: int, stop: int, parse: Parse, block: Span) -> Site:
    folded, starts = parse.folded, parse.tokens.starts
    clause = _clause(folded, start, stop, block)
    after = TO_SENTENCE_MARK.match(folded, stop, min(block.stop, stop + LONGEST_SENTENCE))
    first = bisect_left(starts, clause.start)
    at = bisect_left(starts, start, first)
    following = bisect_left(starts, stop, at)
    last = bisect_left(starts, clause.stop, following)
    return Site(trigger, start, stop, clause, block, folded[clause.start : start], after.group() if after else "",
                first, at, following, last)  # fmt: skip


def _clause(folded: str, start: int, stop: int, block: Span) -> Span:
    floor = max(block.start, start - LONGEST_CLAUSE)
    back = TO_CLAUSE_START.match(folded[floor:start][::-1])
    ahead = TO_CLAUSE_END.match(folded, stop, min(block.stop, stop + LONGEST_CLAUSE))
    return Span(start - (back.end() if back else 0), ahead.end() if ahead else stop)
