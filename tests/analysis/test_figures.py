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
    ],
)
def test_numbers_are_read_whatever_their_form(language: str, text: str, figures: list[str]) -> None:
    assert list(figures_in(text, load_numerals(language))) == figures


@given(ODD)
@pytest.mark.parametrize("language", ["zh", "en", "ru"])
def test_no_text_ends_in_a_fault(language: str, text: str) -> None:
    assert all(float(figure) >= 2 for figure in figures_in(text, load_numerals(language)))
