"""What the short lines around an article tell: time, views, section path."""

from __future__ import annotations

import re
from typing import NamedTuple

from detente.resources.layout import Layout
from detente.text.fold import fold

from .masthead import Known, path_in

DATELINE = 80  # characters in which the day of a dateline ends
OPENS = re.compile(r"\(?(?:(?:[A-Z\u0400-\u042f][\w.'’-]*+[ ,.(/|–—-]{1,3}){0,6}|[\u4e00-\u9fff]{1,24}+\(?)")  # places and agencies before the day: АСТАНА,
CLOSES = re.compile(r"[.,]? ?(?:[(/:–—-]|[电讯])")


class Shown(NamedTuple):
    """A line as published and folded."""

    words: str
    folded: str


def shown(words: str) -> Shown:
    """Return a line with its folded form."""
    return Shown(words, fold(words))


def published_in(lines: tuple[Shown, ...], layout: Layout, zone: str = "") -> str | None:
    """Return the first time that lines give; one of day without a zone is in `zone`."""
    matches = (match for line in lines for match in layout.published.finditer(line.folded))
    return next((iso for match in matches if (iso := _iso(_told(match), layout, zone))), None)


def dated_in(lines: tuple[Shown, ...], layout: Layout, zone: str = "") -> str | None:
    """Return the day with its year in the first dateline that has one: SEOUL, March 20, 2026 (Yonhap) --."""
    matches = (match for line in lines for match in layout.published.finditer(line.folded[:DATELINE]))
    told = (match for match in matches if OPENS.fullmatch(match.string, 0, match.start()) and CLOSES.match(match.string, match.end()))
    return next((iso for match in told if (iso := _iso(_told(match), layout, zone))), None)


def _told(match: re.Match[str]) -> dict[str, str]:
    """What a time is told with; what stands behind _ in a group's name only tells it from others of the same meaning."""
    return {name.partition("_")[0]: text for name, text in match.groupdict().items() if text}


def _iso(told: dict[str, str], layout: Layout, zone: str) -> str | None:
    """Return a time with the precision that the page gives."""
    month, day = layout.months.get(told["month"].lower()) or int(told["month"]), int(told["day"])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    date = f"{told['year']}-{month:02}-{day:02}"
    if "hour" not in told:
        return date
    hour = int(told["hour"]) + (12 if told.get("half") in layout.afternoon and int(told["hour"]) < 12 else 0)
    second = f":{told['second']}" if "second" in told else ""
    return f"{date}T{hour:02}:{told['minute']}{second}{told.get('zone') or zone}"


def views_in(lines: tuple[Shown, ...], layout: Layout) -> int | None:
    """Return how often the page was read, by its own count."""
    for line in lines:
        if match := layout.views.search(line.folded):
            number = "".join((match["views"] or match["views2"]).replace(",", "").split())
            return round(float(number) * layout.units.get(match["unit"] or match["unit2"] or "", 1))
    return None


def section_in(lines: tuple[Shown, ...], layout: Layout, is_outlet: Known) -> tuple[str, ...]:
    """Return the segments of the first section path, as published, or else the first name of a section alone."""
    words = [line.words.strip() for line in lines]
    alone = ((line,) for line in words if layout.section_word.match(fold(line)))
    return next(filter(None, (path_in(line, layout, is_outlet) for line in words)), ()) or next(alone, ())
