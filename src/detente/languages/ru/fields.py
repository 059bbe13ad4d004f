"""Ministers and ministries with several fields as one token: министр торговли, промышленности и туризма Перу."""

from __future__ import annotations

import re

from detente.text.classes import edges

from .words import Columns, Row

FIELDS = re.compile("[TY](?:j(?:,j)*wj[nND]|(?:j?[nNDh])?(?:,j?[nNDh])*wj?[nND])")  # сельского, лесного и рыбного хозяйства; торговли, финансов и труда
NOMINAL = frozenset("nNDh")
OWNED = frozenset("gqGQ")


def join_fields(columns: Columns, holders: frozenset[str]) -> Columns:
    """Return tokens with each minister or ministry and the fields in the genitive behind as one, named by the first field."""
    found: list[tuple[int, int, Row]] = []
    for match in FIELDS.finditer("".join(columns.letters)):
        first, last = match.span()
        if _holds_fields(columns, first, last, edges(holders)):
            found.append((first, last, columns.row(first)._replace(stop=columns.stops[last - 1])))
    return columns.replaced(found)


def _holds_fields(columns: Columns, first: int, last: int, holders: tuple[str, ...]) -> bool:
    """Whether a token is of a ministry and every noun behind it is in the genitive; one without a field has no comma behind it."""
    name, letters = columns.names[first], columns.letters
    told = any(word.startswith(holders) for word in name.lower().split(" "))
    listed = " " in name or letters[first + 1] not in ",w"
    return told and listed and all(columns.cases[k] in OWNED for k in range(first + 1, last) if letters[k] in NOMINAL)
