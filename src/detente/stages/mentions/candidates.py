"""Candidates for personal names: where a name may start, and how far it may reach."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter

from detente.records import Record, Tokens
from detente.resources.lexicon import Lexicon

from .ending import cut, is_end, may_go_on, whole

LATIN = re.compile(r"[A-Z][A-Za-z\u00c0-\u024f'’.-]*(?:[ ·-][A-Z][A-Za-z\u00c0-\u024f'’.-]*){0,3}")
DOTTED = re.compile(r"(?:[\u4e00-\u9fff]{1,9}[\xb7-])+")
GLOSS = re.compile(r"\((?:[A-Z][A-Za-z\u00c0-\u024f'’. -]+)\)")
LONGEST = 10
LONGEST_NATIVE = 3  # characters of a name behind a surname of one
LONG_UNKNOWN = 4
LONGEST_WHOLE = 5
SHORT = 2  # characters of a group whose name may begin that of a person: 巴塔 and 巴塔拉伊
SPELLING = frozenset("SMGamLDhe")
SPELT = frozenset("pPwmaLDcBr")
GIVEN = frozenset("SMmLDh")
ODD = frozenset("nxkjmSv")
SINGLE = frozenset("SMamLDhevjnxku")
STOPPERS = frozenset("cgPpwuLaeRJrB,;:.()“”‘’《》\n\r SMGYTtOhimD")
BOUNDARY = frozenset("cgPpwuLaeRJrB,;:.()“”‘’《》\n\rSMGYTtOhDmv")
SAID = frozenset("cg,;:.()“”‘’《》\n\r")  # what names neither hold nor, but for a surname of two words, begin with


class Candidate(Record, frozen=True):
    """A name that may stand at `start`; `form` says by what it looks like one."""

    start: int
    stop: int
    form: str
    bounded: bool


def _shape(text: str, lexicon: Lexicon) -> str | None:
    """Return how a string of characters can be a name: native (surname first), foreign (transliterated) or neither."""
    surnames = lexicon.surnames
    if text[0] in surnames and 2 <= len(text) <= 3 + (text[1:2] in lexicon.words["clan"]):
        return "native"
    if (text[:2] in surnames and 3 <= len(text) <= 5) or (text[:3] in surnames and 4 <= len(text) <= 6):
        return "native"
    if 2 <= len(text) <= LONGEST and _is_spelled(text, lexicon):
        return "foreign"
    return None


def _reaches(tokens: Tokens, first: int, lexicon: Lexicon, *, dotted: bool = False) -> list[tuple[int, bool]]:
    """Stops of the tokens from `first` that a name may cover, each with whether a boundary follows.

    Behind a dot a place or a group may be a part of the name: 基普鲁托·翁德里, 比什努·巴塔拉伊.
    """
    stops: list[tuple[int, bool]] = []
    start = tokens.starts[first] if first < len(tokens.starts) else 0
    surname = _surname(tokens, first, lexicon)
    for i in range(first, min(first + LONGEST, len(tokens.words))):
        letter, word = tokens.classes[i], tokens.words[i]
        after = tokens.classes[i + 1] if i + 1 < len(tokens.classes) else "."
        ended = after in BOUNDARY and not may_go_on(tokens, i + 1, lexicon)
        given = i - first < surname > 1 or 0 < surname <= i - first < surname + 2 and _is_given(tokens, i, first, surname, lexicon)
        if letter in STOPPERS and not given:
            placed = dotted and letter in "SMGmaDL" and len(word) > 1 and _is_spelled(word, lexicon)
            placed = placed or (dotted and _opens_part(tokens, i, first, lexicon))
            spelling = letter in SPELLING or (letter == "p" and i > first and is_end(tokens, i + 1, lexicon))
            if not placed and not (spelling and _spells(tokens, i, first, lexicon)):
                break
        known = len(word) > 1 and letter not in "kx" and not (len(word) > 2 and _is_spelled(word, lexicon))
        if known and i > first and tokens.classes[first] in "amDL" and not given:
            break
        if tokens.stops[i] - start > LONGEST:
            break
        if word in lexicon.words["past"] and after in "cv" and i > first:
            break  # 阿尔瓦雷达曾许诺
        stop = cut(tokens, i, lexicon)
        stops.append((stop, ended or stop < tokens.stops[i]))
        if stop < tokens.stops[i]:
            break
    return stops


def _opens_part(tokens: Tokens, i: int, first: int, lexicon: Lexicon) -> bool:
    """Whether a character that is elsewhere a preposition or its like spells the part of a name behind a dot: 尤特塞夫·|比|奥拉, 鲁斯兰·哈|比|博夫."""
    if len(tokens.words[i]) > 1 or tokens.classes[i] not in SPELT:
        return False
    alone = i == first + 1 and tokens.stops[first] - tokens.starts[first] == 1
    return i == first or (alone and tokens.words[i] in lexicon.transliteration)


def _is_given(tokens: Tokens, i: int, first: int, surname: int, lexicon: Lexicon) -> bool:
    """Whether a token close behind a surname of so many can be part of a given name: a character, or a feast of two (邓国庆)."""
    word, opening = tokens.words[i], first + surname
    if len(word) > 1:
        festive = i == opening and tokens.classes[i] == "D" and len(word) == 2 and tokens.stops[first] - tokens.starts[first] == 1
        return festive and word[-1] not in lexicon.words["time_ending"]
    return tokens.classes[i] in GIVEN or word in lexicon.words["name_particle"] or (i == opening and _opens_given(tokens, i, lexicon))


def _surname(tokens: Tokens, first: int, lexicon: Lexicon) -> int:
    """The tokens from `first` on that are a surname, 0 where none are: 高桥, 泽|村."""
    for n in (3, 2, 1):
        if "".join(tokens.words[first : first + n]) in lexicon.surnames:
            return n
    return 0


def _is_given_apart(tokens: Tokens, first: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether no dictionary word stands behind a surname in a long name: not 岩城隆接受."""
    last = bisect_left(tokens.stops, stop, first)
    behind = range(first + _surname(tokens, first, lexicon), last + 1)
    return all(len(tokens.words[i]) == 1 or tokens.classes[i] in "kKxj" for i in behind)


def _opens_given(tokens: Tokens, i: int, lexicon: Lexicon) -> bool:
    """Whether an adverb or a preposition opens a given name of two characters: 高桥直人说, 李在洙表示."""
    behind = tokens.words[i + 1 : i + 2]
    single = behind != () and len(behind[0]) == 1 and tokens.classes[i + 1] in ODD and behind[0] not in lexicon.words["localiser"]
    return tokens.words[i] in lexicon.words["name_opening"] and single and tokens.classes[i + 2 : i + 3] in (*BOUNDARY,)


def _spells(tokens: Tokens, i: int, first: int, lexicon: Lexicon) -> bool:
    """Whether a token of another class can spell part of a name: a character, or a state or a short group that a name begins with."""
    word = tokens.words[i]
    if len(word) == 1:
        return word in lexicon.transliteration or (i == first and word in lexicon.surnames)
    after = tokens.words[i + 1] if i + 1 < len(tokens.words) else ""
    opens = tokens.classes[i] == "S" or (tokens.classes[i] == "G" and len(word) == SHORT)
    return i == first and opens and _is_spelled(word, lexicon) and _is_spelled(after, lexicon)


def _is_spelled(word: str, lexicon: Lexicon) -> bool:
    return word != "" and lexicon.transliteration.issuperset(word)


def _is_plain_word(tokens: Tokens, first: int, stop: int, lexicon: Lexicon) -> bool:
    """A single dictionary word of several characters that is no name, nor one that sounds like one where names end (福特则)."""
    plain = tokens.stops[first] == stop and len(tokens.words[first]) > 1 and tokens.classes[first] not in "kKx"
    named = tokens.classes[first] == "n" and _is_spelled(tokens.words[first], lexicon) and is_end(tokens, first + 1, lexicon)
    return plain and not named


def candidates_at(folded: str, tokens: Tokens, first: int, lexicon: Lexicon) -> list[Candidate]:
    """Return the names that may start at token `first`."""
    if first >= len(tokens.words):
        return []
    start = tokens.starts[first]
    if latin := LATIN.match(folded, start):
        return [Candidate(start, latin.end(), "latin", True)]
    dotted = DOTTED.match(folded, start, start + 40)
    if dotted and _holds_office(tokens, first, dotted.end()):
        return []  # 首席部长|兼外长约瑟夫·卡马乌
    if dotted:
        return _dotted(tokens, first, start, dotted.end(), lexicon)
    if tokens.classes[first] in SAID and _surname(tokens, first, lexicon) < SHORT:
        return []
    if glossed := _glossed(folded, tokens, first):
        return [Candidate(start, glossed, "glossed", True)]
    found = []
    for stop, bounded in _reaches(tokens, first, lexicon):
        form = _shape(folded[start:stop], lexicon) or _unknown(tokens, first, stop)
        if form == "native" and stop - start > LONGEST_NATIVE and not _is_given_apart(tokens, first, stop, lexicon):
            continue
        if form and not _is_plain_word(tokens, first, stop, lexicon):
            found.append(Candidate(start, stop, form, bounded))
    end = whole(tokens, first, lexicon)
    if end and (odd := _odd_shape(folded[start:end], tokens, first, lexicon)):
        found.append(Candidate(start, end, odd, True))
    return found


def _holds_office(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether an office stands between token `first` and a place."""
    return "T" in tokens.classes[first : bisect_left(tokens.starts, stop, first)]


def _odd_shape(text: str, tokens: Tokens, first: int, lexicon: Lexicon) -> str | None:
    """Return how all that stands between an office and what names end at can be a name, though its words look otherwise."""
    if shape := _shape(text, lexicon):
        return shape
    if len(text) > SHORT and sum(c in lexicon.transliteration for c in text) >= len(text) - 1:
        return "nearly"
    last = bisect_left(tokens.stops, tokens.starts[first] + len(text), first)
    singles = sum(len(word) == 1 for word in tokens.words[first : last + 1])
    return "whole" if SHORT < len(text) <= LONGEST_WHOLE and singles > 1 else None


def _unknown(tokens: Tokens, first: int, stop: int) -> str | None:
    """Two to four characters that make no dictionary words can be a name of another kind (披集, 瓦差)."""
    last = bisect_left(tokens.stops, stop, first)
    odd = all(len(tokens.words[i]) == 1 and tokens.classes[i] in ODD for i in range(first, last + 1))
    return "unknown" if odd and 2 <= stop - tokens.starts[first] <= 4 else None


def _glossed(folded: str, tokens: Tokens, first: int) -> int | None:
    """Where a name ends that its Latin spelling follows in parentheses: 库柏曼(Alan Cooperman)."""
    last = min(first + LONGEST, len(tokens.words))
    if folded.find("(", tokens.stops[first], tokens.stops[last - 1] + 1) < 0:
        return None
    for i in range(first, last):
        single = len(tokens.words[i]) == 1 and tokens.classes[i] in SINGLE
        if not single and tokens.classes[i] not in "kKxS":
            return None
        if GLOSS.match(folded, tokens.stops[i]):
            return tokens.stops[i] if tokens.stops[i] - tokens.starts[first] > 1 else None
    return None


def _dotted(tokens: Tokens, first: int, start: int, last_dot: int, lexicon: Lexicon) -> list[Candidate]:
    """A name with dots: all parts before the last dot are certain, the reach of the last part is not."""
    after = first
    while after < len(tokens.starts) and tokens.starts[after] < last_dot:
        after += 1
    found = []
    if end := whole(tokens, after, lexicon):
        found.append(Candidate(start, end, "dotted", True))
    for stop, bounded in _reaches(tokens, after, lexicon, dotted=True):
        letters = "".join(tokens.words[after : after + LONGEST])[: stop - last_dot]
        spelled = _is_spelled(letters, lexicon)
        if spelled or bounded:
            found.append(Candidate(start, stop, "spelled" if spelled else "dotted", bounded))
    return found


def best(candidates: list[Candidate], folded: str, counts: Counter[str]) -> Candidate | None:
    """Choose among the candidates of one place by boundary, frequency and form."""
    ranked = [(_weight(c, folded, counts), c.stop, c) for c in candidates]
    if not ranked:
        return None
    weight, _, candidate = max(ranked, key=lambda item: item[:2])
    return candidate if weight > 0 else None


def _weight(candidate: Candidate, folded: str, counts: Counter[str]) -> float:
    length = candidate.stop - candidate.start
    seen = counts[folded[candidate.start : candidate.stop]]
    weight = 2.0 if candidate.bounded else -0.6
    weight += 0.5 * min(seen - 1, 4)
    if candidate.form == "spelled":
        weight += 2.5 + 0.25 * length
    if candidate.form in ("dotted", "glossed"):
        weight += 1.0
    if candidate.form == "unknown":
        weight -= 2.2 if length < LONG_UNKNOWN else 1.8
    if candidate.form == "foreign":
        weight += 0.25 * length - (0.6 if length == 2 else 0)
    if candidate.form == "nearly":
        weight += 0.25 * length - 0.3
    if candidate.form == "whole":
        weight -= 1.6
    if candidate.form == "native":
        weight += {3: 0.6, 4: 0.7, 5: 0.8}.get(length, 0.2)
    return weight
