"""Where a name behind an office ends: at words that names do not hold, or where a text always goes on with one character."""

from __future__ import annotations

from bisect import bisect_left

from detente.records import Tokens
from detente.resources.lexicon import Lexicon

LONGEST = 7  # characters
MOST_GROWN = 2
FAR = 10_000  # characters: texts are read in time that is in proportion to their length
ENDS = frozenset("cgu,;:.()“”‘’《》\n\r")
MAY_END = frozenset("aDpPLBwev")
PARTS = frozenset("nxkjmvD")
LONG_PART = 2
OFFICES = frozenset("Tt")
DIGITS = frozenset("0123456789")


def is_end(tokens: Tokens, i: int, lexicon: Lexicon) -> bool:
    """Whether names end before token `i`: at a cue, a mark, an adverb; of one character those that are known for it (则, 赴)."""
    if i >= len(tokens.words):
        return True
    letter, word = tokens.classes[i], tokens.words[i]
    return letter in ENDS or (letter in MAY_END and (len(word) > 1 or word in lexicon.words["name_end"]))


def may_go_on(tokens: Tokens, i: int, lexicon: Lexicon) -> bool:
    """Whether a word of one character may rather be the rest of a name: 差瓦|立, 健|一."""
    if i >= len(tokens.words) or len(tokens.words[i]) > 1:
        return False
    if tokens.words[i] in lexicon.words["last_particle"]:
        return is_end(tokens, i + 1, lexicon)
    return tokens.classes[i] == "v" and tokens.words[i] not in lexicon.words["name_end"]


def cut(tokens: Tokens, i: int, lexicon: Lexicon) -> int:
    """Where token `i` ends as part of a name: before a cue that the dictionary joins to it (斯|通则 is 斯通 and 则)."""
    word = tokens.words[i]
    joined = len(word) > 1 and word[-1] in lexicon.words["cut_off"]
    return tokens.stops[i] - joined


def whole(tokens: Tokens, first: int, lexicon: Lexicon) -> int | None:
    """Where what stands behind somebody's office ends, if names may end there and all of it may be one."""
    start, i = tokens.starts[first], first
    if not first or tokens.classes[first - 1] not in OFFICES or not _opens(tokens, first, lexicon):
        return None
    while i < len(tokens.words) and (_is_inside(tokens, i, first, lexicon) or not is_end(tokens, i, lexicon)):
        if tokens.stops[i] - start > LONGEST or not (_is_part(tokens, i, lexicon) or _is_inside(tokens, i, first, lexicon)):
            return None
        i += 1
        if cut(tokens, i - 1, lexicon) < tokens.stops[i - 1]:
            break
    return cut(tokens, i - 1, lexicon) if i > first + 1 else None


def _opens(tokens: Tokens, first: int, lexicon: Lexicon) -> bool:
    """Whether a name may begin at a token: not with what makes several of an office (外长|们, 次长|级), nor behind a body of people (政府)."""
    body = tokens.words[first - 1].endswith(tuple(lexicon.words["collective"]))
    odd = tokens.classes[first] not in "nxkjmv" and len(tokens.words[first + 1 : first + 2] and tokens.words[first + 1]) > 1
    return not body and not odd and tokens.words[first] not in lexicon.words["office_plural"]


def _is_part(tokens: Tokens, i: int, lexicon: Lexicon) -> bool:
    """Whether a token may be part of a name: a short word that is no adverb, number in figures, office or side."""
    letter, word = tokens.classes[i], tokens.words[i]
    if len(word) > LONG_PART or (letter in "vD" and len(word) > 1) or not DIGITS.isdisjoint(word):
        return False
    if letter in PARTS:
        return True
    return len(word) == 1 and (letter in MAY_END or word in lexicon.transliteration or word in lexicon.surnames)


def _is_inside(tokens: Tokens, i: int, first: int, lexicon: Lexicon) -> bool:
    """Whether a preposition or an adverb of one character stands inside a given name, whose last character is next: 李在|民."""
    if i == first or tokens.words[i] not in lexicon.words["inner_particle"] or i + 1 >= len(tokens.words):
        return False
    return len(tokens.words[i + 1]) == 1 and tokens.classes[i + 1] in PARTS and is_end(tokens, i + 2, lexicon)


def grown(folded: str, tokens: Tokens, start: int, stop: int, lexicon: Lexicon) -> int:
    """Return where a name ends that a text always goes on with the same characters, one of them a word by itself: 祁曼|如."""
    for _ in range(MOST_GROWN):
        places = _places(folded, start, stop)
        behind = {folded[place : place + 1] for place in places}
        if len(places) < 2 or len(behind) > 1 or not any(_goes_on_at(tokens, place, lexicon) for place in places):
            return stop
        stop += 1
    return stop


def _places(folded: str, start: int, stop: int) -> list[int]:
    """Where a name ends in a text, each time not too far from here."""
    name, found, last = folded[start:stop], [], stop + FAR
    at = folded.find(name, max(0, start - FAR), last)
    while at >= 0:
        found.append(at + len(name))
        at = folded.find(name, at + len(name), last)
    return found


def _goes_on_at(tokens: Tokens, place: int, lexicon: Lexicon) -> bool:
    """Whether a word of one character begins at an offset that may be the rest of a name."""
    i = bisect_left(tokens.starts, place)
    if i >= len(tokens.words) or tokens.starts[i] != place or len(tokens.words[i]) > 1:
        return False
    return _is_part(tokens, i, lexicon) and not is_end(tokens, i, lexicon)
