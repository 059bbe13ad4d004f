"""By when: the day of a commitment, from the dates in its words."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from detente.resources.calendar import load_calendar
from detente.resources.commitments import load_terms
from detente.text.dates import Dated

from .article import Article

LEAD = 20  # characters before a date in which its limit is told
TOLD_YEAR = re.compile(r"(?:19|20)\d\d|[一二三四五六七八九〇零]{4}年")
CHINESE_END = re.compile("(?:底|末|下旬)(?!月)")
CHINESE_MIDDLE, CHINESE_OPENING = re.compile("中旬(?=之?前)"), re.compile("(?:上旬|初)(?=之?前)")
CHINESE_MONTH = re.compile("(?<![上本这])[\\d一二三四五六七八九十]月")
MIDDLE, OPENING = 20, 10
FRESH = timedelta(31)  # a month that is just over is told as past
LEAST_NAME = 3  # letters of the name of a month


def due_in(article: Article, start: int, stop: int) -> str | None:
    """Return the first day between two places that is not past, as exact as it is told."""
    if length := _within(article, start, stop):
        return length
    for dated in article.dates:
        if start <= dated.start < stop and (value := _limit(article, dated)) and not is_past(value, article.day):
            return value
    return None


def _within(article: Article, start: int, stop: int) -> str | None:
    """The last day of a length of time from the day of the report: within two months."""
    match = article.words["within"].search(article.folded, start, stop)
    if match is None or article.day is None:
        return None
    terms, count, unit = load_terms(article.language), match["count"] or "1", match["unit"]
    number = int(count) if count.isdecimal() else terms.counts.get(count, 1)
    if unit in terms.days:
        return (article.day + timedelta(number * terms.days[unit])).isoformat()
    months = article.day.year * 12 + article.day.month - 1 + number * terms.months.get(unit, 1)
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(article.day.day, calendar.monthrange(year, month)[1])).isoformat()


def is_past(value: str, day: date | None) -> bool:
    """Return whether what is told so is over on a day.

    >>> is_past("2031-06", date(2031, 6, 5)), is_past("2031-05", date(2031, 6, 5))
    (False, True)
    """
    return day is not None and last_day(value) < day


def last_day(value: str) -> date:
    """Return the last day of a date as exact as it is told.

    >>> last_day("2031-06").isoformat(), last_day("2031-06-05").isoformat(), last_day("2031").isoformat()
    ('2031-06-30', '2031-06-05', '2031-12-31')
    """
    if "W" in value:
        return date.fromisoformat(f"{value}-7")
    if len(value) > 7:
        return date.fromisoformat(value[:10])
    year, month = int(value[:4]), int(value[5:7] or 12)
    return date(year, month, calendar.monthrange(year, month)[1])


def first_day(value: str) -> date:
    """Return the first day of a date as exact as it is told.

    >>> first_day("2031-06").isoformat(), first_day("2031-W02").isoformat()
    ('2031-06-01', '2031-01-06')
    """
    if "W" in value:
        return date.fromisoformat(f"{value}-1")
    return date.fromisoformat((value + "-01-01")[:10])


def _limit(article: Article, dated: Dated) -> str | None:
    """The date with its limit: by the end of June is the 30th."""
    value = _coming(article, dated)
    lead = article.folded[max(0, dated.start - LEAD) : dated.start]
    words = article.folded[dated.start : dated.stop + 3]
    if len(value) > 7 or "W" in value:
        return value
    if article.words["by_end"].search(lead) or (not article.is_spaced and CHINESE_END.search(words)):
        return last_day(value).isoformat()
    if len(value) < 7:
        return value
    if article.words["middle"].search(lead) or (not article.is_spaced and CHINESE_MIDDLE.search(words)):
        return f"{value}-{MIDDLE}"
    return f"{value}-{OPENING}" if not article.is_spaced and CHINESE_OPENING.search(words) else value


def _coming(article: Article, dated: Dated) -> str:
    """The date, or the next one of its name where its year is not told and this one is past."""
    value, told = dated.value, article.folded[dated.start : dated.stop]
    if article.day is None or TOLD_YEAR.search(told) or not is_past(value, article.day - FRESH) or not _names_month(article, told):
        return value
    return value if value[5:] == "02-29" else f"{int(value[:4]) + 1}{value[4:]}"


def _names_month(article: Article, told: str) -> bool:
    """Whether a date names its month, and not as the last one."""
    if not article.is_spaced:
        return CHINESE_MONTH.search(told) is not None
    return any(word in told for word in load_calendar(article.language).digits if len(word) >= LEAST_NAME)
