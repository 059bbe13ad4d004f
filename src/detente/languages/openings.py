"""The first word of a paragraph where a paper prints it in capitals: PRIME Minister Ana Ruiz has …; THE Government …"""

from __future__ import annotations

import re
from collections.abc import Mapping

OPENED = re.compile("^[A-Z]{3,}(?= ([A-Za-z][a-z]\\w*))", re.MULTILINE)
OUTLET = "O"  # PRIME, an agency


def soften_openings(folded: str, lower: Mapping[str, str], named: Mapping[str, str]) -> str:
    """Return a text with such words as they are written elsewhere; letters of bodies stay (UNHCR has …).

    >>> soften_openings("THE port closed.\\nIAEA experts left.", {"the": "d"}, {"IAEA": "G"})
    'The port closed.\\nIAEA experts left.'
    """

    def soft(opened: re.Match[str]) -> str:
        word = opened[0].title()
        usual = opened[0].lower() in lower or word in named or f"{word} {opened[1]}" in named
        return word if usual and named.get(opened[0], OUTLET) == OUTLET else opened[0]

    return OPENED.sub(soft, folded)
