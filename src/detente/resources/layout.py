"""How pages of a language are laid out as text: patterns over folded lines."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from detente.text.sieve import Pattern, sieved

from .load import DATA, load_toml


class Layout(NamedTuple):
    """Compiled patterns of `data/languages/*/page.toml`, and two lengths in characters.

    `credited` is `caption_credit` for lines of which most have no credit. `afternoon` are the words that put an hour behind noon;
    `units` says by what a word behind a number of views multiplies it, `months` what number a month's name in small letters has.
    """

    section_part: re.Pattern[str]
    section_word: re.Pattern[str]
    published: re.Pattern[str]
    stamp: re.Pattern[str]
    credit: re.Pattern[str]
    views: re.Pattern[str]
    meta: re.Pattern[str]
    dated_title: re.Pattern[str]
    outlet: re.Pattern[str]
    agency: re.Pattern[str]
    caption_credit: re.Pattern[str]
    caption_lead: re.Pattern[str]
    caption_mark: re.Pattern[str]
    caption_label: re.Pattern[str]
    boilerplate: re.Pattern[str]
    heading_mark: re.Pattern[str]
    tags: re.Pattern[str]
    turn: re.Pattern[str]
    credited: Pattern
    heading_longest: int
    title_longest: int
    afternoon: frozenset[str]
    units: dict[str, int]
    months: dict[str, int]


@cache
def load_layout(language: str) -> Layout:
    """Return the patterns of a language.

    >>> load_layout("zh").credit.search("来源:新华社")["credit"]
    '新华社'
    """
    raw = load_toml(DATA / "languages" / language / "page.toml")
    patterns = {name: re.compile(value) for name, value in raw.items() if isinstance(value, str)}
    return Layout(
        **patterns, credited=sieved(raw["caption_credit"], is_slow=True), heading_longest=raw["heading_longest"],
        title_longest=raw["title_longest"], afternoon=frozenset(raw["afternoon"]), units=raw["units"],
        months={name.lower(): number for name, number in raw.get("months", {}).items()},
    )  # fmt: skip
