"""Words are cut at a clause, never changed, and keep their quotation marks in pairs."""

from __future__ import annotations

import pytest

from detente.records import Span
from detente.render.width import printable, width, wrap
from detente.render.words import balance, cut, shown_words

LONG = "日方的捕撈完全合法,我們拒絕任何指控,並且將繼續同各方保持聯絡"


@pytest.mark.parametrize(
    ("words", "cells", "shown"),
    [
        ("我們拒絕", 20, "我們拒絕"),
        (LONG, 50, "日方的捕撈完全合法,我們拒絕任何指控…"),
        (LONG, 26, "日方的捕撈完全合法…"),
        ("We will pay 1,500 euros to the fund", 20, "We will pay 1,500…"),
        ("双方贸易额要提高到1500亿美元", 21, "双方贸易额要提高到…"),
        ("上周在外海,两国巡逻艇联手救人", 26, "上周在外海,两国巡逻艇联手…"),
        ("Мы ответим, и ответим сразу", 16, "Мы ответим…"),
        ("他說“我們不會容忍任何人這樣做”", 16, "他說“我們不會…”"),
    ],
)
def test_words_are_cut_at_a_clause(words: str, cells: int, shown: str) -> None:
    assert cut(words, cells) == shown
    assert width(shown) <= cells


@pytest.mark.parametrize("cells", range(40))
def test_a_cut_is_a_beginning_of_the_words_and_fits(cells: int) -> None:
    shown = cut(LONG, cells)
    assert width(shown) <= cells
    assert LONG.startswith(shown.removesuffix("…"))


def test_what_lies_between_two_spans_is_shown_as_an_omission() -> None:
    text = "“我們同意,”他說,“談判應該繼續。”"
    spans = (Span(1, 6), Span(11, 18))
    assert shown_words(text, spans) == "我們同意…談判應該繼續"


@pytest.mark.parametrize(
    ("words", "balanced"),
    [
        ("a “new", "a “new”"),
        ("new” start", "“new” start"),
        ("「a『b", "「a『b』」"),
        ('say "no', 'say "no"'),
        ("so “", "so"),
    ],
)
def test_quotation_marks_are_balanced(words: str, balanced: str) -> None:
    assert balance(words) == balanced


def test_text_cannot_steer_a_terminal() -> None:
    assert printable("a\x1b[2Jb\u202ec\r\nd") == "a [2Jb c d"


@pytest.mark.parametrize("cells", [6, 10, 21])
def test_wrapped_lines_fit_and_lose_nothing(cells: int) -> None:
    text = "俄羅斯 will keep talking,雙方同意。"
    lines = wrap(text, cells)
    assert all(width(line) <= cells for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
