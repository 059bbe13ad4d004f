"""Where a stretch of text names outlets: by names that are listed, by their nouns, and by the frames that they stand in."""

from __future__ import annotations

import re
from bisect import bisect_left

from detente.text.outlets import outlet_noun_stop

from .case import Attribution
from .mastheads import masthead_stop
from .media import (
    CLOSE,
    DATIVE,
    OPEN,
    behind_nouns,
    does,
    is_english,
    is_medium,
    is_source,
    is_taken_over,
    name_stop,
    reports_last,
)
from .starts import KINDS, LONGEST_TITLE, PARTS, candidates, is_in_capitals, is_in_frame

BRACKET = re.compile(r"\(")
NAMED = "kKE"  # names that no list knows, in Chinese those in Latin letters


def beginnings(case: Attribution) -> tuple[int, ...]:
    """Return the tokens at which the name of an outlet may begin, and those that open parentheses around such, which are passed over."""
    classes = case.parse.tokens.classes
    begun = [i for i in sorted(candidates(case)) if _may_be_told(i, case)]
    brackets = [match.start() for match in BRACKET.finditer(classes)]
    around = [i for i in brackets if bisect_left(begun, i) < bisect_left(begun, classes.find(")", i))]
    return tuple(sorted([*begun, *around]))


def _may_be_told(i: int, case: Attribution) -> bool:
    """Whether an outlet is named from a token on, in the whole text or, where words are written apart, in a part of it."""
    tokens = case.parse.tokens
    apart = case.language.is_spaced and tokens.classes[i] not in OPEN
    return apart or _stop(i, len(tokens.classes), case) > 0


def places(first: int, last: int, case: Attribution) -> list[tuple[int, int]]:
    """Return where outlets are named: by a name that is listed, or by a name beside the noun of an outlet."""
    if not case.may_name(first, last):
        return []
    tokens, begun, free = case.parse.tokens, case.outlets, first
    found: list[tuple[int, int]] = []
    for i in begun[bisect_left(begun, first) : bisect_left(begun, last)]:
        if i < free:
            continue
        if tokens.classes[i] == "(" and tokens.words[i + 1].lower() not in case.words("in_brackets"):
            free = max(tokens.classes.find(")", i, last), i) + 1
        elif stop := _stop(i, last, case):
            in_marks = i > first and tokens.classes[stop : stop + 1] == CLOSE.get(tokens.classes[i - 1])
            free = with_letters(with_noun(stop + in_marks, last, case), last, case)
            found.append((i - in_marks, free))
    return found


def _stop(i: int, last: int, case: Attribution) -> int:
    """Behind the name of an outlet that begins at token `i`; 0 where none does."""
    return (
        _listed(i, last, case)
        or _titled(i, last, case)
        or _by_noun(i, last, case)
        or _by_kind(i, last, case)
        or _framed(i, last, case)
        or _by_masthead(i, last, case)
    )


def with_noun(stop: int, last: int, case: Attribution) -> int:
    """Behind the noun of an outlet that is glued to its name: 《明镜》周刊, 《消息报》网站; in English the Imedi television channel."""
    tokens = case.parse.tokens
    if is_english(case):
        return behind_nouns(stop, last, case)
    if case.language.is_spaced or stop >= last or tokens.classes[stop] not in "hn":
        return stop
    whole = tokens.words[stop - 1] + tokens.words[stop]
    return stop + whole.endswith(tuple(case.words("press_ending")))


def with_letters(stop: int, last: int, case: Attribution) -> int:
    """Behind the channel of an outlet, and the letters that it goes by: 太平洋频道, 日本放送协会（NHK）, 通讯社LETA."""
    tokens = case.parse.tokens
    if case.language.is_spaced:
        return stop
    things = tuple(case.words("outlet_thing"))
    for at in range(stop, min(stop + 2, last)):
        if tokens.classes[at] not in PARTS:
            break
        if tokens.words[at].endswith(things):
            stop = at + 1
    bracket = tokens.classes[stop : stop + 1] == "(" and tokens.classes[stop + 2 : stop + 3] == ")"
    at = stop + bracket
    if at >= last or not tokens.words[at].isascii() or tokens.classes[at] not in "EOkxn":
        return stop
    return at + 1 + bracket if bracket or tokens.starts[stop] == tokens.stops[stop - 1] else stop


def _listed(i: int, last: int, case: Attribution) -> int:
    classes = case.parse.tokens.classes
    if classes[i] != "O":
        return 0
    words, stop = case.parse.tokens.words, i + 1
    while stop < last and classes[stop] == "k" and (is_english(case) or (case.language.is_spaced and words[i].isascii() and words[stop].isascii())):
        stop += 1  # in Russian too Bloomberg TV
    return _marked_whole(i, stop, last, case) if case.parse.tokens.cases else stop


def _marked_whole(i: int, stop: int, last: int, case: Attribution) -> int:
    """Before the mark that closes the name of an outlet which a listed one begins: «Коммерсантъ FM»."""
    classes = case.parse.tokens.classes
    close = classes.find(CLOSE[classes[i - 1]], stop, min(last, stop + LONGEST_TITLE)) if i and classes[i - 1] in OPEN else -1
    return close if close > stop and set(classes[stop:close]) <= PARTS | set(NAMED) else stop


def _titled(i: int, last: int, case: Attribution) -> int:
    """«Прайм», “白俄罗斯1”电视台: a short name in marks beside the noun of an outlet, or behind what outlets do."""
    tokens = case.parse.tokens
    if tokens.classes[i] not in OPEN or "O" in tokens.classes[i : i + 3]:
        return 0
    close = tokens.classes.find(CLOSE[tokens.classes[i]], i + 1, min(last, i + 2 + LONGEST_TITLE))
    if close < 0:
        return 0
    if tokens.classes[i] == "\u300a" and is_medium(close - 1, case):
        return close + 1
    if is_medium(close + 1, case) and not case.language.is_spaced:
        return close + 2
    beside = (
        is_medium(i - 1, case)
        or (tokens.cases and i > 1 and tokens.classes[i - 1] in "SMj" and (is_medium(i - 2, case) or tokens.words[i - 2] in case.words("outlet_item")))
        or (tokens.cases and close + 1 < last and does(close + 1, case))
        or (tokens.cases and (does(i - 1, case) or is_source(i - 1, case)))
    )
    return close + 1 if beside else 0


def _by_noun(i: int, last: int, case: Attribution) -> int:
    """The newspaper El Universo, агентство Sta."""
    classes = case.parse.tokens.classes
    named = classes[i] in NAMED or is_in_capitals(i, case)
    if not named or not is_medium(i - 1, case) or (classes[i] in "kK") > case.language.is_spaced:
        return 0
    stop = i + 1
    while stop < last and classes[stop] in NAMED + "m":
        stop += 1
    return stop + (is_english(case) and classes[stop : stop + 2] in ("S", "S.", "S,", "S\n"))  # the news site Civil Georgia


def _by_kind(i: int, last: int, case: Attribution) -> int:
    """Syrian state television, an Israeli newspaper: an outlet that goes by its state and kind alone."""
    tokens = case.parse.tokens
    if not case.language.is_spaced:
        return _by_kind_behind(i, last, case)
    if tokens.cases:  # национальному телевидению: of whom it is told
        return i + 2 if tokens.classes[i] == "j" and i + 1 < last and tokens.cases[i + 1] in DATIVE and is_medium(i + 1, case) else 0
    if not is_english(case) or (tokens.classes[i] != "S" and tokens.words[i] not in case.words("of_any_state")):
        return 0
    stop = min(last, i + LONGEST_TITLE)
    noun = outlet_noun_stop(tokens.words[i:stop], tokens.classes[i:stop], case.words("outlet_noun"), frozenset())
    named = noun is not None and i + noun < last and tokens.words[i + noun][:1].isupper()
    return i + noun if noun and noun > 1 and not named else 0


def _by_kind_behind(i: int, last: int, case: Attribution) -> int:
    """M1电视台, 转引中东新闻台: a name that no list knows before the noun of an outlet."""
    tokens = case.parse.tokens
    if tokens.classes[i] == "E":
        return i + 2 if i + 1 < last and is_medium(i + 1, case) else 0
    if tokens.classes[i] not in KINDS or not (does(i - 1, case) or tokens.words[i - 1] in case.words("telling_outlet")):
        return 0
    stop = i
    while stop < min(last, i + LONGEST_TITLE) and tokens.classes[stop] in KINDS and not is_medium(stop, case):
        stop += 1
    if not i < stop < last or not is_medium(stop, case):
        return 0
    stop += 1
    return stop + (stop < last and tokens.classes[stop] == "E")  # 马尼拉电台DZBB


def _by_masthead(i: int, last: int, case: Attribution) -> int:
    stop = masthead_stop(i, last, case) if is_english(case) else 0
    return 0 if is_medium(stop, case) else stop


def _framed(i: int, last: int, case: Attribution) -> int:
    """An unknown name where outlets stand: told Digi24, in an interview with Postimees, Le Soir and De Standaard, пишет The EastAfrican."""
    tokens = case.parse.tokens
    if tokens.words[i] in case.words("platform") and is_medium(i + 1, case):
        return 0
    if not case.language.is_spaced or tokens.classes[i] not in "kK" or not (
        is_in_frame(i, case) or is_taken_over(i, i + 1, case) or reports_last(i, name_stop(i, last, case), case)
    ):
        return 0
    stop = name_stop(i, last, case)
    if tokens.classes[stop : stop + 1] == "K":
        return 0
    return _behind_name(stop, last, case) if is_english(case) else stop


def _behind_name(stop: int, last: int, case: Attribution) -> int:
    """Behind the nouns of an outlet and its name, where the first name only tells whose it is: the North's KCNA, the Arabic-language daily Al-Akhbar."""
    classes = case.parse.tokens.classes
    if classes.startswith("eO", stop) and stop + 1 < last:
        return _listed(stop + 1, last, case)
    kind = stop
    while kind < last and is_medium(kind, case):
        kind += 1
    named = kind
    while kind > stop and named < last and classes[named] in "kKO":
        named += 1
    return named


