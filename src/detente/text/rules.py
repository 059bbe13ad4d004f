"""Rules: named functions in an ordered list; the first answer wins and its name is the reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

Case = TypeVar("Case")
Value = TypeVar("Value")


def decide(rules: Sequence[Callable[[Case], Value | None]], case: Case) -> tuple[Value | None, str]:
    """Return the first answer that is not None with the name of its rule, or `(None, "")`.

    >>> def even(n): return "even" if n % 2 == 0 else None
    >>> def odd(n): return "odd"
    >>> decide((even, odd), 3)
    ('odd', 'odd')
    """
    for rule in rules:
        if (value := rule(case)) is not None:
            return value, rule.__name__
    return None, ""
