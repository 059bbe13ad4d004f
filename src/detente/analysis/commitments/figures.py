"""How many: the numbers of a passage, in figures or in words, the same in every language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from detente.resources.commitments import Numerals

LEAST = 2  # one is also an article or a pronoun
TEN, TWO = 10, 2
SEPARATED = re.compile(r"[,.\s](?=\d{3}(?!\d))")
NUMBER = re.compile(r"(\d+)(?:[.,](\d{1,2})(?!\d))?")


def figures_in(folded: str, numerals: Numerals) -> Iterator[str]:
    """Yield the numbers that a folded text tells, in digits.

    >>> from detente.resources.commitments import load_numerals
    >>> [list(figures_in(text, load_numerals(code))) for code, text in (("en", "twenty-four of 3.5 million"), ("ru", "300 млн и двух"), ("zh", "两千万株"))]
    [['24', '3500000'], ['300000000', '2'], ['20000000']]
    """
    for run in numerals.runs.finditer(folded):
        value = _value(_placed(numerals.part.findall(run[0].casefold()), numerals), numerals)
        if value >= LEAST:
            yield f"{value:.10g}"


def _placed(parts: Sequence[str], numerals: Numerals) -> list[str]:
    """The parts of a number, digits side by side as one by their places; of two without a nought, which tell about how many, none.

    >>> from detente.resources.commitments import load_numerals
    >>> [list(figures_in(text, load_numerals("zh"))) for text in ("\u4e8c\u96f6\u4e09\u4e00", "\u4e00\u767e\u96f6\u4e94", "\u4e24\u4e09\u4e07")]
    [['2031'], ['105'], []]
    """
    placed: list[str] = []
    for is_digit, some in groupby(parts, lambda part: numerals.counts.get(part, TEN) < TEN):
        told = list(some)
        if is_digit and len(told) > 1:
            digits = "".join(str(numerals.counts[part]) for part in told)
            if len(digits) == TWO and "0" not in digits:
                return []
            told = [digits]
        placed += told
    return placed


def _value(parts: Sequence[str], numerals: Numerals) -> float:
    """The number that its parts tell: two hundred twenty-four thousand."""
    whole, section, pending = 0.0, 0.0, 0.0
    for part in parts:
        if factor := numerals.large.get(part):
            whole, section, pending = whole + (section + pending or 1) * factor, 0.0, 0.0
        elif factor := numerals.small.get(part):
            section, pending = section + (pending or 1) * factor, 0.0
        else:
            pending += _told(part, numerals)
    return whole + section + pending


def _told(part: str, numerals: Numerals) -> float:
    """The number of a part that stands for itself; of a day or a version, 3.5.2031, what stands first."""
    if part in numerals.counts:
        return numerals.counts[part]
    whole, rest = NUMBER.match(SEPARATED.sub("", part)).groups("")  # type: ignore[union-attr]
    return float(f"{whole}.{rest or 0}")
