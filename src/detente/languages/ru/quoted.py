"""Ordinary words that name an outlet where they stand alone in quotation marks: «Известия»."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import compress

from .words import Columns


def settle_quoted(rows: Columns, folded: str, quoted: Mapping[str, str]) -> None:
    """Let an ordinary word that stands alone in quotation marks name an outlet: «Известия», читателям «Ведомостей»."""
    for i in compress(range(1, len(rows.letters) - 1), map(quoted.__contains__, rows.names[1:])):
        if rows.letters[i - 1] == "\u201c" and rows.letters[i + 1] == "\u201d" and folded[rows.starts[i]].isupper():
            rows.names[i], rows.letters[i] = quoted[rows.names[i]], "O"
