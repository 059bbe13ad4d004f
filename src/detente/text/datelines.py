"""Datelines: the places that a text says it was sent from, as it writes them.

Chinese writes the place behind other words without a space (新华社河内3月5日电): each of its ends may be the place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import chain

from .sieve import Sieve

OPENING = 1500  # characters in which a dateline stands
MONTH = "(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\\.? \\d"
PLACE = "[A-Z][a-z]+(?:[ -][A-Z][a-z]+){0,2}"
NAME = "[A-Z][\\w\u2019'.-]+(?: [A-Z][\\w\u2019'.-]+){1,3}"
CYRILLIC = "[А-Я][А-Яа-я-]{2,}(?: [А-Я][А-Яа-я-]+)?"
RUN_TOGETHER = frozenset({"zh"})
LONGEST_PLACE = 7  # characters: 布宜诺斯艾利斯
DATELINES = {
    "en": (
        # MANILA (AFP) - · PUTRAJAYA, Aug 28 (Bernama) -- · (Yonhap) SEOUL, Aug. 21
        "(?:^|\\n)(?:\\([A-Z][\\w.]{1,19}\\) )?([A-Z][A-Z.]+(?: [A-Z][A-Z.]+){0,2})(?=[,/:(]| [(-]| [\u2013\u2014])",
        "(?<=[A-Z]{3}/)([A-Z][A-Z.]+(?: [A-Z][A-Z.]+){0,2})(?=, | \\(| -)",  # ANKARA/BAGHDAD, March 4
        f"(?m)^({PLACE})(?=, {MONTH})",  # Tete, March 19, Mana:
        f"(?m)^({PLACE})(?=, \\d{{1,2}}(?:st|nd|rd|th)? {MONTH[:-3]})",  # Manama, 15 Feb (BNA):
        f"(?m)^({PLACE})(?=(?:, {PLACE})? \\([A-Z][\\w. ]{{1,20}}\\) [-\u2013\u2014])",  # Tashkent, Uzbekistan (UzDaily.com) --
        "(?m)(?<=[ap]m [A-Z]{3} - )([A-Z]+(?: [A-Z]+){0,2})$",  # 07:12 am IST - NEW DELHI
        f"(?<=\\n)({PLACE})(?=\\s*\\n)",  # a place alone in its line
        # By Harriet Mowbray in Kingston; without By between two lines, of which the second tells the day: no headline (Talks Resume in Lima)
        f"(?m)^(?:By|From) {NAME}(?: and {NAME})?(?: in|,) ({PLACE})$",
        f"(?<=\\n){NAME}(?: and {NAME})? in ({PLACE})(?=\\s*\\n[^\\n]*\\d)",
    ),
    "zh": (
        # 新华社河内3月5日电 · (中央社记者某某河内5日专电) · (吉隆坡5日讯)
        f"([\u4e00-\u9fff]{{2,{LONGEST_PLACE}}}+)" r"(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日(?:综合|外|专)?[电讯]",
        # 记者某某/曼谷报导 · 记者某某曼谷综合报道 · (吉隆坡讯) · 本报曼谷专电
        r"[(\[【/]([\u4e00-\u9fff]{2,14})(?:综合|现场|专题)?(?:专电|电|讯|报导|报道)(?=[)\]】〕\n])",
        # 本报驻曼谷记者 · 特派记者某某 发自东京
        r"(?:^|[\n(])[\u4e00-\u9fff]{2,8}驻([\u4e00-\u9fff]{2,6}?)(?:特派员|特派记者|记者)",
        r"发自([\u4e00-\u9fff]{2,8})",
        r"(?:^|\n)[\u4e00-\u9fff]{2,6}[社报网台]([\u4e00-\u9fff]{2,6})[讯电](?=[ \d])",  # 星岛日报多伦多讯 2026-08-21
    ),
    "ru": (
        # МИНСК, 14 мая · Минск, 14 мая /Корр. · 14 мая, Минск · Баку, Азербайджан, 3 мая · Ереван, 11.09.2025
        f"(?m)^(?:\\d{{1,2}} [а-я]+, )?({CYRILLIC})(?:, [А-Я][а-я]+)?(?:[.,] \\d{{1,2}}(?: [а-яА-Я]{{3,}}|\\.\\d)| /)",
        # Тегеран (Pars Today) – · Тегеран, ИРНА – · АСТАНА. КАЗИНФОРМ —
        f"(?m)^({CYRILLIC})(?: \\([^()\n]{{2,30}}\\)|[.,] [^\\s,.]{{2,20}}) ?[-–—]",
        # РИА Новости, Каир, 10 мая · Владивосток—Ханой, 2 мая · 5 мая 2025, Торонто · 11.04.2024 | АНКАРА · SPUTNIK МОЛДОВА. КИШИНЕВ, 21 июл
        f"(?:, |—|\\. )({CYRILLIC})(?=, \\d{{1,2}} [а-я]{{3,}})",
        f"(?m)(?:\\d, | \\| )({CYRILLIC})(?=$|\\. )",
    ),
}


def dateline_places(folded: str, language: str) -> tuple[str, ...]:
    """Return the places of the datelines and bylines in the opening of a folded text, with capitals where it has capitals.

    >>> dateline_places("KARACHI, March 3 - The port was closed.", "en")
    ('Karachi',)
    >>> dateline_places("新华社河内3月5日电", "zh")[-1]
    '河内'
    >>> dateline_places("新华社布宜诺斯艾利斯3月5日电", "zh")[0]
    '布宜诺斯艾利斯'
    """
    return _places(folded[:OPENING], language)


@lru_cache(maxsize=1)  # two stages ask for one text
def _places(opening: str, language: str) -> tuple[str, ...]:
    patterns, sieve = _datelines(language)
    named = [match[1] for number in sieve.left(opening) for match in patterns[number].finditer(opening)]
    return tuple(chain.from_iterable(map(_ends, named)) if language in RUN_TOGETHER else map(str.title, named))


@cache
def _datelines(language: str) -> tuple[tuple[re.Pattern[str], ...], Sieve]:
    """The patterns of a language, and what tells which of them may be found."""
    patterns = tuple(map(re.compile, DATELINES.get(language, ())))
    return patterns, Sieve(patterns)


def _ends(words: str) -> Iterator[str]:
    """The ends of words without spaces, the longest first: 社河内, 河内."""
    return (words[at:] for at in range(max(0, len(words) - LONGEST_PLACE), len(words) - 1))
