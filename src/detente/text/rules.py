"""Rules: named functions in an ordered list; the first answer wins and its name is the reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

Case = TypeVar("Case")
Value = TypeVar("Value")


def decide(rules: Sequence[Callable[[Case], Value | None]], case: Case) -> tuple[Value | None, str]:
    """Return the first answer that is not None with the name of its rule as records carry it, or `(None, "")`.

    >>> def divisible_by_two(n): return n // 2 if n % 2 == 0 else None
    >>> def any_number(n): return n
    >>> decide((divisible_by_two, any_number), 6), decide((divisible_by_two, any_number), 3)
    ((3, 'divisible-by-two'), (3, 'any-number'))
    """
    for rule in rules:
        if (value := rule(case)) is not None:
            return value, rule.__name__.replace("_", "-")
    return None, ""
