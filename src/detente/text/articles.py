"""Articles of Arabic names, written with a hyphen before the name: al-Rubaiawi, ар-Рубаи; by the letters of the text."""

from __future__ import annotations

import re

LATIN_ARTICLE = re.compile("(?:[Aa][lnrstdz]h?|[Ee][ls])-(?=[A-Z])")
CYRILLIC_ARTICLE = re.compile("[АЭаэ](?:ль|[дтсшнрз])-(?=[А-Я])")
