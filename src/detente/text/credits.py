"""The parts of a line of credits: who wrote, for which outlet, where and when."""

from __future__ import annotations

import re

BETWEEN = re.compile(r"\s*[|\uff5c,;()\xb7•/:\u2013\u2014«»“”\"]+\s*|\s+-+\s+|\.\s+")
EDGES = "«»“”\"[]【】☆' "


def credit_parts(line: str) -> tuple[str, ...]:
    """Return what stands between the marks of a line of credits.

    >>> credit_parts("Газета «Волна», Ana Ruiz | CBC - 5 May")
    ('Газета', 'Волна', 'Ana Ruiz', 'CBC', '5 May')
    """
    return tuple(part for each in BETWEEN.split(line) if (part := each.strip(EDGES)))
