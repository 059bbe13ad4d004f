"""Short sentences that take up words just reported, and name who else had them: The remark was picked up by Eurasianet and then by Reuters."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from itertools import compress, count

from detente.records import Span
from detente.text.outlets import is_latin

from .by_words import CARRIES, TOLD
from .case import Attribution
from .media import CLOSE, OPEN, is_english, is_medium
from .outlets import places
from .roles import Found

LONGEST = 24  # tokens of such a sentence
END, ENDS = re.compile(r"[.\n\r]"), ".\n\r"
BETWEEN = 6  # characters between what points back and what was said
NAME = frozenset("kKO")
OF_NAME = frozenset("SMnkjxEhv")  # of what the name of an outlet before its noun is made in Chinese
LONGEST_NAME = 6
AROUND = "d"
OPENED = re.compile(r"[.\n]Rv?\Z")
SHORTEST = 3  # letters of a name in capitals: РТС


def echo_sentences(case: Attribution) -> frozenset[int]:
    """Return the tokens that open short sentences which take up what was said before them, and name outlets."""
    classes = case.parse.tokens.classes
    found: dict[int, bool] = {}
    for at in _taken_up(case):
        first = max(classes.rfind(mark, 0, at) for mark in ENDS) + 1
        if first and first not in found:
            match = END.search(classes, at)
            last = match.start() if match else len(classes)
            found[first] = last - first <= LONGEST and any(_named(first, last, case))
    return frozenset(first for first, is_echo in found.items() if is_echo)


def echoed(first: int, last: int, case: Attribution) -> tuple[Found, ...]:
    """Return the outlets of a sentence that takes up what was said before it: who carried it, and to whom it was told."""
    tokens = case.parse.tokens
    return tuple(
        Found(start, stop, Span(tokens.starts[start], tokens.stops[stop - 1]), _role(start, first, case))
        for start, stop in _named(first, last, case)
    )


def _taken_up(case: Attribution) -> list[int]:
    """The tokens that name what was said as known: the remark, эти слова, 这番话."""
    tokens, nouns, known = case.parse.tokens, case.words("taken_up"), case.words("as_known")
    if tokens.cases:
        return list(compress(count(), map(nouns.__contains__, tokens.words)))
    if case.language.is_spaced:
        named = compress(count(), map(nouns.__contains__, tokens.words))
        return [*[i for i in named if tokens.words[i - 1].lower() in known], *_speaking_to(case)]
    matches = _known_nouns(known, nouns, case.words("taken_up_alone")).finditer(case.parse.folded)
    return [bisect_left(tokens.starts, match.end()) - 1 for match in matches]


def _speaking_to(case: Attribution) -> list[int]:
    """The verbs of sentences that tell to whom somebody was talking: He was speaking to the Times, and AFP had it too."""
    tokens = case.parse.tokens
    verbs = compress(count(), map(case.words("speaking_to").__contains__, tokens.words))
    told = [i for i in verbs if i > 2 and tokens.words[i + 1 : i + 2] in (("to",), ("with",))]
    return [i for i in told if OPENED.search(tokens.classes, max(0, i - 4), i)]


@cache
def _known_nouns(known: frozenset[str], nouns: frozenset[str], alone: frozenset[str]) -> re.Pattern[str]:
    """A pattern each of whose branches begins with a letter, so that it is tried at these alone."""
    behind = f"[^,。，；;]{{0,{BETWEEN}}}?(?:{'|'.join(sorted(nouns))})"
    return re.compile("|".join([*(f"{word}{behind}" for word in sorted(known)), *sorted(alone)]))


def _named(first: int, last: int, case: Attribution) -> Iterator[tuple[int, int]]:
    """Where outlets are named: as elsewhere, and by any name, for who takes words up is an outlet."""
    listed = dict(places(first, last, case))
    inside = {i for start, stop in listed.items() for i in range(start, stop)}
    i = first
    while i < last:
        stop = listed.get(i, 0) or (0 if i in inside else _unlisted(i, last, case))
        if stop:
            yield i, stop
        i = max(stop, i + 1)


def _unlisted(i: int, last: int, case: Attribution) -> int:
    if is_english(case):
        return _capitals(i, last, case)
    if case.parse.tokens.cases:
        return _marked(i, last, case) or _foreign(i, last, case)
    return _ending(i, last, case)


def _capitals(i: int, last: int, case: Attribution) -> int:
    tokens = case.parse.tokens
    stop = i
    while stop < last and tokens.classes[stop] in NAME and tokens.words[stop][:1].isupper():
        stop += 1
    if stop == i or tokens.words[i] in case.words("platform") or any(case.people.find(word) for word in tokens.words[i:stop]):
        return 0
    return stop + (stop < last and is_medium(stop, case))


def _marked(i: int, last: int, case: Attribution) -> int:
    classes = case.parse.tokens.classes
    close = classes.find(CLOSE["\u201c"], i, min(last, i + LONGEST_NAME)) if classes[i] in OPEN else -1
    return close + 1 if close > i else 0


def _foreign(i: int, last: int, case: Attribution) -> int:
    tokens = case.parse.tokens
    stop = i
    while stop < last and _is_foreign(stop, case) and stop - i < LONGEST_NAME:
        stop += 1
    return stop if stop > i and not tokens.words[i].isdigit() and tokens.words[i] not in case.words("platform") else 0


def _is_foreign(i: int, case: Attribution) -> bool:
    """Whether a word of Russian is in Latin letters, or a name in capitals."""
    tokens = case.parse.tokens
    written = case.parse.folded[tokens.starts[i] : tokens.stops[i]]
    capitals = len(written) >= SHORTEST and written.isupper() and tokens.classes[i] not in "SMGY"
    return (is_latin(written) and written[0].isalnum()) or capitals


def _ending(i: int, last: int, case: Attribution) -> int:
    """印度报业信托社, 欧亚网: what ends as names of outlets do, from where a clause or a phrase begins."""
    tokens = case.parse.tokens
    if tokens.classes[i] not in OF_NAME or (i and tokens.classes[i - 1] in OF_NAME) or tokens.words[i][0] in case.words("pointing"):
        return 0
    ends, stop = tuple(case.words(("press_ending", "press_last"))), 0
    for k in range(i, min(last, i + LONGEST_NAME)):
        if tokens.classes[k] not in OF_NAME:
            break
        stop = k + 1 if tokens.words[k].endswith(ends) else stop
    return stop


def _role(start: int, first: int, case: Attribution) -> str:
    """Whether an outlet had the words first (a comment to it, in its broadcast) or carried them."""
    tokens = case.parse.tokens
    at = start - 1
    while at >= first and (tokens.classes[at] in AROUND or is_medium(at, case) or tokens.classes[at] in "S"):
        at -= 1
    return TOLD if at >= first and tokens.words[at].lower() in case.words("heard_by") else CARRIES
