"""Dates are found where they are marked, with the value that is marked; any other text breaks nothing."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.resources.calendar import load_calendar
from detente.text.calendar import number
from detente.text.dates import find_dates
from detente.text.fold import fold

ZH = load_calendar("zh")
MARK = re.compile(r"\[([^=\]]+)=([^\]]+)\]")
ISO = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?|-W\d\d)?")
DAYS = st.dates(date(1990, 1, 1), date(2090, 1, 1))
WORDS = st.lists(
    st.sampled_from(
        [
            "14日",
            "三十一日",
            "2月30日",
            "13月",
            "周二",
            "上周五",
            "本周",
            "昨天",
            "当天",
            "次日",
            "去年",
            "9月",
            "2025年",
            "底",
            "初",
            "前",
            "三天",
            "个月",
            "(",
            ")",
            "。",
            ",",
            "电",
            "将于",
            "为期",
            "至",
            "十",
            "二〇二五年",
        ]
    )
).map("".join)


def _cases() -> list[tuple[str, str, date | None]]:
    sent: date | None = None
    found = []
    for file in sorted((Path(__file__).parent / "dates").glob("*.txt")):
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.startswith("@ "):
                sent = None if line == "@ ?" else date.fromisoformat(line[2:])
            elif line and not line.startswith("#"):
                found.append((file.stem, line, sent))
    return found


def _marked(text: str, sent: date | None, code: str) -> str:
    """The text with its dates marked."""
    at, parts = 0, []
    for dated in find_dates(fold(text), sent, load_calendar(code)):
        parts += [text[at : dated.start], f"[{text[dated.start : dated.stop]}={dated.value}]"]
        at = dated.stop
    return "".join([*parts, text[at:]])


@pytest.mark.parametrize(("code", "line", "sent"), _cases(), ids=lambda value: str(value)[:30])
def test_marked_dates(code: str, line: str, sent: date | None) -> None:
    assert _marked(MARK.sub(r"\1", line), sent, code) == line


SPACED_WORDS = {
    "en": ["14", "31", "May", "Feb.", "of", "Tuesday", "last", "next", "week", "last week", "a week ago", "2025", "2019-13-40", "on the",
           "3rd", "two", "weeks", "ago", "the next day", "this", "month", "will", ",", ".", "(", ")", "-", "and", "until"],
    "ru": ["14", "31", "мая", "феврале", "во", "вторник", "прошлой", "неделе", "неделю назад", "2025", "года", "г.", "32.13.2025", "3-го",
           "два", "месяца", "назад", "следующий день", "конца года", "состоится", ",", ".", "(", ")", "–", "и", "до", "пятницы"],
}  # fmt: skip


@given(WORDS, st.none() | DAYS)
def test_dates_hold_together(text: str, sent: date | None) -> None:
    _hold_together(text, sent, "zh")


@pytest.mark.parametrize("code", SPACED_WORDS)
@given(st.data(), st.none() | DAYS)
def test_dates_between_spaces_hold_together(code: str, data: st.DataObject, sent: date | None) -> None:
    _hold_together(" ".join(data.draw(st.lists(st.sampled_from(SPACED_WORDS[code])))), sent, code)


def _hold_together(text: str, sent: date | None, code: str) -> None:
    found = find_dates(text, sent, load_calendar(code))
    for dated in found:
        assert 0 <= dated.start < dated.stop <= len(text)
        assert ISO.fullmatch(dated.value)
    assert all(a.stop <= b.start for a, b in zip(found, found[1:], strict=False))


@given(DAYS, st.none() | DAYS)
def test_whole_dates_do_not_depend_on_the_day(day: date, sent: date | None) -> None:
    (dated,) = find_dates(f"{day.year}年{day.month}月{day.day}日", sent, ZH)
    assert dated.value == day.isoformat()


@given(DAYS, st.integers(1, 28))
def test_a_bare_day_is_near(sent: date, day: int) -> None:
    (dated,) = find_dates(f"{day}日", sent, ZH)
    assert abs((date.fromisoformat(dated.value) - sent).days) <= 16


@given(DAYS, st.sampled_from("一二三四五六日"))
def test_a_weekday_is_of_the_last_seven_days(sent: date, weekday: str) -> None:
    (past,) = find_dates(f"周{weekday}", sent, ZH)
    assert 0 <= (sent - date.fromisoformat(past.value)).days < 7
    (coming,) = find_dates(f"将于周{weekday}", sent, ZH)
    assert 0 <= (date.fromisoformat(coming.value) - sent).days < 7


@given(st.integers(1, 99))
def test_numbers(value: int) -> None:
    tens, ones = divmod(value, 10)
    signs = " 一二三四五六七八九"
    assert number(f"{signs[tens] if tens > 1 else ''}{'十' if tens else ''}{signs[ones].strip()}", ZH.digits) == value
