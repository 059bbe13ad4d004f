"""What a pattern cannot do without, so that of many patterns only those are tried that may be found in a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

import ahocorasick_rs

# The parts of a regular expression; what is none of them is not understood, and its pattern is tried everywhere.
PART = re.compile(
    r"\\(?P<escape>x\w{2}|u\w{4}|U\w{8}|N\{[^}]*\}|\d+|.)"
    r"|\[(?P<set>\^?\]?(?:\\.|[^\]\\])*)\]"
    r"|(?P<open>\((?:\?(?:(?:-i)?:|[=!]|<[=!]|P<\w+>))?(?!\?))"
    r"|(?P<close>\))"
    r"|(?P<bar>\|)"
    r"|(?P<times>[*+?]|\{\d*,?\d*\})[?+]?"
    r"|(?P<anchor>[\^$])"
    r"|(?P<any>\.)"
    r"|(?P<plain>[^\\\[()|*+?{.^$]+(?![*+?{])|[^\\\[()|*+?{.^$])",
    re.DOTALL,
)
FLAGS = re.compile(r"\(\?([aimsux]+)\)")  # how a pattern opens
BORDERS = frozenset("bBAZ")
NOT_PLAIN = re.compile(r"[\^\\-]")
HEX = re.compile(r"\\x(\w{2})")  # \x27, an apostrophe
DENIED = ("(?!", "(?<!")
AHEAD_OR_BEHIND = ("(?=", "(?<=")
Part = tuple[str, str]
FEW = 6  # words that are looked for one by one
MOST = 32  # words that a stretch of a pattern may be written out as


class _Need(NamedTuple):
    """All that a part of a pattern may match, where that is few words, and words of which it cannot do without one."""

    whole: frozenset[str] | None
    words: frozenset[str] | None

    def best(self) -> frozenset[str] | None:
        """The words that a text must have one of; None where it need not."""
        return self.whole if self.whole and "" not in self.whole else self.words


NOTHING = _Need(frozenset({""}), None)
ANYTHING = _Need(None, None)


class Late:
    """A pattern that is compiled when it is first searched for: of many, few texts need all.

    >>> Late("(?i)talks").search("Peace Talks")
    <re.Match object; span=(6, 11), match='Talks'>
    """

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        opening = FLAGS.match(pattern)
        self.flags = sum([re.RegexFlag[flag.upper()] for flag in opening[1]]) if opening else 0

    @cached_property
    def search(self) -> Callable[[str], re.Match[str] | None]:
        """What returns the first match in a text."""
        return re.compile(self.pattern).search


def needed(pattern: re.Pattern[str] | Late) -> frozenset[str] | None:
    """Return words of which a text has one wherever the pattern is found; None where it can do without.

    Those of a pattern for letters of any case are in small letters, and so must the text be.

    >>> sorted(needed(re.compile(r"\\b(?:un)?fair\\w*|no (?:deal|talks)(?! yet)")))
    ['fair', 'no deal', 'no talks', 'unfair']
    >>> needed(re.compile(r"\\w+ \\w*"))
    frozenset({' '})
    >>> needed(re.compile(r"(?:deal)?$"))
    """
    parts = None if pattern.flags & re.VERBOSE else _parts(pattern.pattern)
    words = _alternatives(iter(parts)).best() if parts else None
    return frozenset(map(str.lower, words)) if words and pattern.flags & re.IGNORECASE else words


def _parts(pattern: str) -> list[Part] | None:
    """The parts of a pattern behind its flags, each with what it is; None where one is not understood."""
    opening = FLAGS.match(pattern)
    start = opening.end() if opening else 0
    found = list(PART.finditer(pattern, start))
    parts = [(match.lastgroup or "", match[match.lastgroup or 0]) for match in found]
    return parts if sum([len(match[0]) for match in found]) == len(pattern) - start else None


def _alternatives(parts: Iterator[Part]) -> _Need:
    """What is needed up to the end of a group."""
    branches: list[_Need] = []
    row: list[_Need] = []
    for kind, text in parts:
        if kind == "close":
            break
        if kind == "bar":
            branches.append(_in_a_row(row))
            row = []
        elif kind == "times":
            row[-1] = _repeated(row[-1], text)
        else:
            row.append(_group(text, parts) if kind == "open" else _single(kind, text))
    return _one_of([*branches, _in_a_row(row)])


def _group(opening: str, parts: Iterator[Part]) -> _Need:
    inside = _alternatives(parts)
    return NOTHING if opening in DENIED else _Need(None, inside.best()) if opening in AHEAD_OR_BEHIND else inside


def _single(kind: str, text: str) -> _Need:
    if kind == "plain" or (kind == "escape" and len(text) == 1 and not text.isalnum()):
        return _Need(frozenset((text,)), None)
    if kind == "anchor" or (kind == "escape" and text in BORDERS):
        return NOTHING
    signs = HEX.sub(_sign, f"\\{text}" if kind == "escape" else text)
    return _Need(frozenset(signs), None) if kind != "any" and not NOT_PLAIN.search(signs) else ANYTHING


def _sign(code: re.Match[str]) -> str:
    return chr(int(code[1], 16))


def _repeated(need: _Need, times: str) -> _Need:
    if times in ("?", "{0,1}"):
        return _Need(need.whole | {""}, None) if need.whole else ANYTHING
    return ANYTHING if times.startswith(("*", "{0", "{,")) else _Need(None, need.best())


def _in_a_row(row: Sequence[_Need]) -> _Need:
    """What parts need that follow each other: the longest words that any of them, or neighbours together, need."""
    if len(row) == 1:
        return row[0]
    found: list[frozenset[str] | None] = []
    run, broken = frozenset({""}), False
    for need in row:
        if need.whole is not None and len(run) * len(need.whole) <= MOST:
            run = frozenset([start + end for start in run for end in need.whole])
            continue
        found += [run, need.words]
        run, broken = need.whole or frozenset({""}), True
    words = [words for words in (*found, run) if words and "" not in words]
    return _Need(None if broken else run, max(words, key=_worth, default=None))


def _worth(words: frozenset[str]) -> tuple[int, int]:
    """Long words tell more than short ones, few more than many, and spaces nothing."""
    return min(len(word.strip()) for word in words), -len(words)


def _one_of(branches: Sequence[_Need]) -> _Need:
    if len(branches) == 1:
        return branches[0]
    wholes = [need.whole for need in branches if need.whole is not None]
    whole = frozenset().union(*wholes) if len(wholes) == len(branches) else None
    words = [words for need in branches if (words := need.best())]
    either = frozenset().union(*words) if len(words) == len(branches) else None
    return _Need(whole if whole and len(whole) <= MOST else None, either)


class Sieved:
    """A slow pattern that is tried only on texts that have a word of it: one for letters of any case, or that begins loosely."""

    def __init__(self, pattern: re.Pattern[str], words: Iterable[str]) -> None:
        self._pattern = pattern
        self._any_case = bool(pattern.flags & re.IGNORECASE)
        self._automaton = ahocorasick_rs.AhoCorasick(words, store_patterns=True)

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first match in a text."""
        return self._pattern.search(text) if self._has_word(text) else None

    def match(self, text: str) -> re.Match[str] | None:
        """Return the match that a text begins with."""
        return self._pattern.match(text) if self._has_word(text) else None

    def _has_word(self, text: str) -> bool:
        return bool(self._automaton.find_matches_as_strings(text.lower() if self._any_case else text))


Pattern = re.Pattern[str] | Sieved


def sieved(pattern: str, *, is_slow: bool = False) -> Pattern:
    """Return a pattern, with its words if it is for letters of any case, or else slow, and cannot do without one.

    >>> talks = sieved(r"(?i)\\b(?:held|resumed) (?:\\w+ )?$")
    >>> talks.search("Both sides resumed "), talks.search("Both sides met for ")
    (<re.Match object; span=(11, 19), match='resumed '>, None)
    """
    compiled = re.compile(pattern)
    words = needed(compiled) if is_slow or compiled.flags & re.IGNORECASE else None
    return Sieved(compiled, words) if words else compiled


class Sieve:
    """Patterns for letters as they are, of which one scan of a text leaves those that may be found in it.

    >>> Sieve([re.compile("no (?:deal|talks)"), re.compile(r"\\d"), re.compile("an? accord")]).left("there was no deal")
    [0, 1]
    """

    def __init__(self, patterns: Iterable[re.Pattern[str] | Late]) -> None:
        always: set[int] = set()
        owners: dict[str, set[int]] = {}
        for number, pattern in enumerate(patterns):
            words = None if pattern.flags & re.IGNORECASE else needed(pattern)
            if words is None:
                always.add(number)
            for word in words or ():
                owners.setdefault(word, set()).add(number)
        self._always = sorted(always)
        self._owners = owners
        self._automaton = ahocorasick_rs.AhoCorasick(owners, store_patterns=True) if len(owners) > FEW else None

    def left(self, text: str) -> list[int]:
        """Return the numbers of the patterns that may be found in a text."""
        automaton, owners = self._automaton, self._owners
        # Words alone: to tell where they stand takes a third of the time more.
        met = {*automaton.find_matches_as_strings(text, overlapping=True)} if automaton else {word for word in owners if word in text}
        return sorted(set(self._always).union(*map(owners.__getitem__, met))) if met else self._always


class ByLines:
    """A pattern that no line end matches, tried only on the lines that have a word of it.

    >>> ByLines(re.compile(r"\\w+ (?:ties|talks)")).places("a deal\\nno talks\\nold ties")
    [7, 16]
    """

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self._pattern = pattern
        self._any_case = bool(pattern.flags & re.IGNORECASE)
        words = sorted(needed(pattern) or ("",))
        shortest = (word for word in words if not any(other in word for other in words if other != word))
        self._words = re.compile("|".join(map(re.escape, shortest)))

    def places(self, text: str) -> list[int]:
        """Return where the matches in a text begin."""
        return [match.start() for line in self._lines(text) for match in self._pattern.finditer(text, line.start, line.stop)]

    def _lines(self, text: str) -> Iterator[range]:
        searched = text.lower() if self._any_case else text
        if len(searched) != len(text):  # a letter that is two in small letters
            yield range(len(text))
            return
        stop = -1
        for word in self._words.finditer(searched):
            if word.start() > stop:
                end = text.find("\n", word.start())
                stop = len(text) if end < 0 else end
                yield range(text.rfind("\n", 0, word.start()) + 1, stop)
