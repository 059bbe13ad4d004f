"""Numbers of a passage, in figures and in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.analysis.commitments.figures import figures_in
from detente.resources.commitments import load_numerals

ODD = st.text(st.sampled_from("0123456789.,  %年月日零〇一两十百千万億零нольдвести andfive-hundred٣²"), max_size=40)


@pytest.mark.parametrize(
    ("language", "text", "figures"),
    [
        ("zh", "零", []),
        ("zh", "零下三十度", ["30"]),
        ("en", "on 3.5.2031, 1,234,567.89 tonnes at 12.05", ["3.5", "1234567.89", "12.05"]),
        ("ru", "ноль, 3,5 млн", ["3500000"]),
        ("zh", "二零三一财年和二〇三二财年", ["2031", "2032"]),
        ("zh", "两三万吨, 十五六年, 三五天", []),
        ("zh", "二零万", ["200000"]),
        ("en", "9" * 5000, ["inf"]),
    ],
)
def test_numbers_are_read_whatever_their_form(language: str, text: str, figures: list[str]) -> None:
    assert list(figures_in(text, load_numerals(language))) == figures


@given(ODD)
@pytest.mark.parametrize("language", ["zh", "en", "ru"])
def test_no_text_ends_in_a_fault(language: str, text: str) -> None:
    assert all(float(figure) >= 2 for figure in figures_in(text, load_numerals(language)))


@given(st.integers(100, 10**9), st.sampled_from("零〇"))
def test_digits_side_by_side_are_read_by_their_places(number: int, nought: str) -> None:
    digits = "".join((nought + "一二三四五六七八九")[int(digit)] for digit in str(number))
    assert list(figures_in(f"代号{digits}号", load_numerals("zh"))) == [f"{number:.10g}"]


def _in_words(number: int) -> str:
    """A number below ten thousand as Chinese tells it: 三千零二十一."""
    told, is_gap = "", False
    for place, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // place % 10
        if digit:
            told += "零" * (is_gap and bool(told)) + "〇一二三四五六七八九"[digit] + unit
        is_gap = not digit
    return told


@given(st.integers(2, 9999), st.integers(0, 9999))
def test_numbers_in_words_are_read_by_their_units(few: int, many: int) -> None:
    assert list(figures_in(f"约{_in_words(few)}人", load_numerals("zh"))) == [str(few)]
    if many:
        told = f"约{_in_words(many)}万{'零' * (few < 1000)}{_in_words(few)}人"
        assert list(figures_in(told, load_numerals("zh"))) == [str(many * 10_000 + few)]
