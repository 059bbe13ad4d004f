"""Who is credited with an article: by a label, in the head, in the path of sections, in the dateline, or in the foot."""

from __future__ import annotations

import re
from typing import NamedTuple

from detente.resources.layout import Layout
from detente.text.credits import EDGES

from .head import Shown
from .masthead import Known, outlet_in

AGENCY_WINDOW = 60
LONGEST_NAME = 5  # words of an outlet's name in a line of the foot
WORDS = re.compile(r"[\s/|:,()·]+")


class Around(NamedTuple):
    """The lines of a page that may name who is credited; `section` is the path above the title."""

    head: tuple[Shown, ...]
    section: tuple[str, ...]
    openings: tuple[Shown, ...]
    foot: tuple[Shown, ...]


def credit_in(around: Around, layout: Layout, is_outlet: Known) -> str | None:
    """Return who is credited, as published; None where no line tells."""
    foot = [line for line in around.foot if not layout.tags.match(line.folded)]
    for line in (*around.head, *foot):
        if match := layout.credit.search(line.folded):
            return line.words[slice(*match.span("credit"))]
    named = (_named(line, layout, is_outlet) for line in around.head)
    return (
        next(filter(None, named), None)
        or next(filter(None, (_agency(line, layout, is_outlet) for line in around.openings)), None)
        or next((part for part in around.section[:1] if is_outlet(part) and not layout.section_word.match(part)), None)
        or next(filter(None, (_within(line, layout, is_outlet) for line in foot)), None)
    )


def _named(line: Shown, layout: Layout, is_outlet: Known) -> str | None:
    """The outlet in a line of the head: a part of it, or the longest of its words; none of who made a picture."""
    if layout.section_word.match(line.folded.strip()) or layout.caption_label.match(line.folded) or layout.credited.search(line.folded):
        return None
    words = (word for word in WORDS.split(line.folded) if len(word) > 2 and is_outlet(word) and f"{word}:" not in line.folded)
    names = [outlet_in(line.folded.strip(), is_outlet)] + sorted(words, key=lambda word: (-len(word), word))
    name = next((name for name in names if name and not _is_surname(name, line.folded)), None)
    start = line.folded.index(name) if name else 0
    return line.words[start : start + len(name)] if name else None


def _agency(line: Shown, layout: Layout, is_outlet: Known) -> str | None:
    """The agency of a dateline."""
    match = layout.agency.match(line.folded[:AGENCY_WINDOW])
    start, stop = next((match.span(name) for name in "abcdef" if match[name]), (0, 0)) if match else (0, 0)
    name = line.words[start:stop]
    return name if name and (is_outlet(name) or layout.outlet.search(line.folded[start:stop])) else None


def _within(line: Shown, layout: Layout, is_outlet: Known) -> str | None:
    """The longest name of an outlet in a line of the foot: © 2026 The Irish Times DAC."""
    if layout.section_word.match(line.folded.strip()) or layout.credited.search(line.folded):
        return None
    words = [word.strip(EDGES + ".,’") for word in line.words.split()]
    runs = ((i, n) for n in range(LONGEST_NAME, 0, -1) for i in range(len(words) - n + 1))
    found = (" ".join(words[i : i + n]) for i, n in runs)
    return next((name for name in found if len(name) > 2 and name[0].isupper() and is_outlet(name)), None)


def _is_surname(word: str, line: str) -> bool:
    """Whether a word ends the name of who wrote the text: By Zahra Wafa.

    >>> _is_surname("Wafa", "By Zahra Wafa"), _is_surname("WAFA", "By Zahra Noori, WAFA"), _is_surname("Reuters", "By Reuters")
    (True, False, False)
    """
    before = line.partition(word)[0].split()
    return before[:1] == ["By"] and len(before) > 1 and not word.isupper() and before[-1].isalpha()
