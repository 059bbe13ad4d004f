"""A view of a stretch of tokens in which each quotation and each book title is one item."""

from __future__ import annotations

import re
from bisect import bisect_left

import msgspec

from detente.records import Tokens
from detente.text.classes import WordClasses

OPENING = {"“": "”", "‘": "’"}
BEFORE_SPEECH = frozenset(",;:.cQ“‘\n")
AFTER_SPEECH = frozenset(",;:.Q”’\n")
INSIDE_SPEECH = frozenset(",.;")
SENTENCE_MARKS = ("", ",", ".", ";", ":", "\n", "\r", ")", "”", "’")
LONGEST_ASIDE = 24
SELDOM = ("showing", "hearing", "learning", "conveying", "refusing", "lacking", "pointer_word")
CUE = re.compile("[cg]")
PREPOSITION = re.compile("[Pp]")
QUOTATION_MARKS = re.compile("[“‘”’]")
MARKS = re.compile(r"[\r\n “”‘’()《]")


class View(msgspec.Struct):
    """Items with one class letter each; `Q` is a quotation that is speech, `q` one that is a quoted word or phrase.

    `letters`, `starts`, `stops` and `words` run in parallel; `inner` gives the token range of an atom's inside, `sets`
    the word sets of the language, `met` the names of those of `SELDOM` that the document has a word of. `cues` and
    `prepositions` are the numbers of the items that are one, in order.
    """

    letters: str = ""
    starts: list[int] = msgspec.field(default_factory=list)
    stops: list[int] = msgspec.field(default_factory=list)
    words: list[str] = msgspec.field(default_factory=list)
    inner: dict[int, tuple[int, int]] = msgspec.field(default_factory=dict)
    cues: list[int] = msgspec.field(default_factory=list)
    prepositions: list[int] = msgspec.field(default_factory=list)
    sets: WordClasses = msgspec.field(default_factory=dict)
    met: frozenset[str] = frozenset()


def met(tokens: Tokens, sets: WordClasses) -> frozenset[str]:
    """Return which of the word sets that are seldom met a document has a word of, so that only for these clauses are searched."""
    words = set(tokens.words)
    return frozenset(name for name in SELDOM if not words.isdisjoint(sets[name]))


def between(places: list[int], first: int, last: int) -> list[int]:
    """Return those of the places, in order, that lie from `first` to `last` (exclusive)."""
    at = bisect_left(places, first)
    return places[at : bisect_left(places, last, at)]


def match_marks(tokens: Tokens, first: int, last: int) -> dict[int, int]:
    """Pair the quotation marks of tokens `first` to `last` (exclusive): opening → closing.

    An opening mark that is never closed reaches to the end when no pair lies around it.
    """
    pairs: dict[int, int] = {}
    stack: list[int] = []
    classes, words = tokens.classes, tokens.words
    for match in QUOTATION_MARKS.finditer(classes, first, last):
        i, mark = match.start(), match[0]
        if mark in OPENING:
            stack.append(i)
        elif (at := _opener(stack, mark, words)) is not None:
            pairs[stack[at]] = i
            del stack[at:]
    if stack and not any(o < stack[0] < c for o, c in pairs.items()):
        pairs[stack[0]] = last
    return pairs


def _opener(stack: list[int], mark: str, words: tuple[str, ...]) -> int | None:
    """Position on the stack of the mark that `mark` closes; only the last few are looked at, so time stays linear."""
    for at in range(len(stack) - 1, max(-1, len(stack) - 4), -1):
        if OPENING[words[stack[at]]] == mark:
            return at
    return None


def build_view(
    tokens: Tokens, first: int, last: int, outlets: frozenset[str], words: WordClasses, met: frozenset[str]
) -> View:
    """Return the view of tokens `first` to `last` (exclusive) with the word sets of its language, and those met of `SELDOM`."""
    pairs = match_marks(tokens, first, last)
    view = View(sets=words, met=met)
    letters: list[str] = []
    i = first
    while i < last:
        letter = tokens.classes[i]
        if letter in "“‘" and i in pairs:
            i = _add_quotation(view, letters, tokens, i, min(pairs[i], last))
        elif letter == "《":
            i = _add_title(view, letters, tokens, i, last, outlets)
        elif letter == "(":
            i = _skip_aside(letters, tokens, i, last, words["credits"])
        elif letter in "\r\n “”‘’)":
            i += 1
        else:
            i = _add_plain(view, letters, tokens, i, last)
    _judge_quotations(view, letters, tokens)
    view.letters = "".join(letters)
    view.cues = [match.start() for match in CUE.finditer(view.letters)]
    view.prepositions = [match.start() for match in PREPOSITION.finditer(view.letters)]
    return view


def _add(view: View, letters: list[str], letter: str, start: int, stop: int, word: str) -> None:
    letters.append(letter)
    view.starts.append(start)
    view.stops.append(stop)
    view.words.append(word)


def _add_plain(view: View, letters: list[str], tokens: Tokens, i: int, last: int) -> int:
    """Add the tokens from `i` up to the next mark as they are."""
    mark = MARKS.search(tokens.classes, i, last)
    stop = mark.start() if mark else last
    letters.extend(tokens.classes[i:stop])
    view.starts.extend(tokens.starts[i:stop])
    view.stops.extend(tokens.stops[i:stop])
    view.words.extend(tokens.words[i:stop])
    return stop


def _add_quotation(view: View, letters: list[str], tokens: Tokens, i: int, close: int) -> int:
    view.inner[len(letters)] = (i + 1, close)
    stop = (
        tokens.stops[close] if close < len(tokens.stops) and tokens.classes[close] in "”’" else tokens.stops[close - 1]
    )
    _add(view, letters, "q", tokens.starts[i], stop, "")
    return close + 1 if stop == (tokens.stops[close] if close < len(tokens.stops) else -1) else close


def _add_title(view: View, letters: list[str], tokens: Tokens, i: int, last: int, outlets: frozenset[str]) -> int:
    close = next((k for k in range(i + 1, min(i + 30, last)) if tokens.classes[k] == "》"), None)
    if close is None:
        return i + 1
    title = "".join(tokens.words[i + 1 : close])
    letter = "O" if title in outlets or title.endswith(tuple(view.sets["title_ending"])) else "b"
    _add(view, letters, letter, tokens.starts[i], tokens.stops[close], title)
    return close + 1


def _skip_aside(letters: list[str], tokens: Tokens, i: int, last: int, credits: frozenset[str]) -> int:
    """A short aside in parentheses is passed over, except at the start of a clause, where only its marks are."""
    close = next((k for k in range(i + 1, min(i + LONGEST_ASIDE, last)) if tokens.classes[k] == ")"), None)
    credited = i + 1 < last and tokens.words[i + 1] in credits
    if close is None or (not credited and (not letters or letters[-1] in ",.;:")):
        return i + 1
    return close + 1


def _judge_quotations(view: View, letters: list[str], tokens: Tokens) -> None:
    for at, (start, stop) in view.inner.items():
        before = letters[at - 1] if at else "."
        after = letters[at + 1] if at + 1 < len(letters) else "."
        inside = tokens.classes[start:stop]
        ends = inside[-1:] in (",", ".", ";")
        if before in BEFORE_SPEECH and (
            ends or after in AFTER_SPEECH or (set(inside) & INSIDE_SPEECH and before != ",")
        ):
            letters[at] = "Q"
