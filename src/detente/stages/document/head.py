"""What the short lines around an article tell: time, views, credit, section path."""

from __future__ import annotations

import re
from typing import NamedTuple

from detente.resources.gazetteer import Gazetteer
from detente.resources.layout import Layout
from detente.text.fold import fold

AGENCY_WINDOW = 60
LONGEST_NAME = 60
DASH = re.compile(r"\s+[\u2013\u2014-]+\s+")
SEPARATORS = re.compile(r"[\s/|:,()·]+")
PARTS = re.compile(r"\s*[/|:,()·\u2013\u2014]+\s*|\s--?\s")  # between names of several words


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


def _told(match: re.Match[str]) -> dict[str, str]:
    """What a time is told with; what stands behind _ in a group's name only tells it from others of the same meaning."""
    return {name.partition("_")[0]: text for name, text in match.groupdict().items() if text}


def _iso(told: dict[str, str], layout: Layout, zone: str) -> str | None:
    """Return a time with the precision that the page gives."""
    month, day = layout.months.get(told["month"]) or int(told["month"]), int(told["day"])
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


def section_in(lines: tuple[Shown, ...], layout: Layout) -> tuple[str, ...]:
    """Return the segments of the first section path, as published."""
    for line in lines:
        if layout.section_mark.search(line.words) and layout.section.match(line.words):
            return path_of(line, layout)
    return ()


def path_of(line: Shown, layout: Layout) -> tuple[str, ...]:
    """Return the segments of a section path, as published; a label before them, as in 当前位置:首页 > 国际, is none."""
    marks = [match.span() for match in layout.section_mark.finditer(line.words)]
    label = line.folded.find(":", 0, marks[0][0] if marks else None)
    starts = [label + 1, *(stop for _, stop in marks)]
    stops = [*(start for start, _ in marks), len(line.words)]
    parts = (line.words[start:stop].strip() for start, stop in zip(starts, stops, strict=True))
    return tuple(part for part in parts if part)


def credit_in(
    head: tuple[Shown, ...], titles: tuple[Shown, ...], openings: tuple[Shown, ...], layout: Layout, gazetteer: Gazetteer
) -> str | None:
    """Return who is credited: by a label, an outlet named in the head or alone in a line, or the agency that opens a first paragraph."""
    for line in head:
        if match := layout.credit.search(line.folded):
            return line.words[slice(*match.span("credit"))]
    for line in head:
        if (named := _named_outlet(line.folded, gazetteer)) and not layout.section_word.match(line.words.strip()):
            start = line.folded.index(named)
            return line.words[start : start + len(named)]
    short = (line.words for line in titles if len(line.folded) <= LONGEST_NAME and not layout.section_word.match(line.words.strip()))
    alone = (outlet_alone(words, gazetteer) for words in short)
    if named := next(filter(None, alone), None):
        return named
    for line in openings:
        if match := layout.agency.match(line.folded[:AGENCY_WINDOW]):
            start, stop = next(match.span(name) for name in "abcdef" if match[name])
            if _is_outlet(line.folded[start:stop], layout, gazetteer):
                return line.words[start:stop]
    return None


def outlet_alone(line: str, gazetteer: Gazetteer) -> str | None:
    """Return the outlet that a line names, before a dash at most: The Straits Times, KYODO NEWS."""
    name = DASH.split(line.strip())[0]
    return name if outlet_of(name, gazetteer) else None


def outlet_of(name: str, gazetteer: Gazetteer) -> str | None:
    """Return the id of an outlet by its name, also in capitals."""
    known = (gazetteer.entries.get(fold(form)) for form in (name, name.title()))
    return next((entry.actor_id for entry in known if entry and entry.kind == "outlet"), None)


def _is_outlet(name: str, layout: Layout, gazetteer: Gazetteer) -> bool:
    entry = gazetteer.entries.get(name)
    return layout.outlet.search(name) is not None or (entry is not None and entry.kind == "outlet")


def _named_outlet(line: str, gazetteer: Gazetteer) -> str | None:
    """The longest name of an outlet in a line of the head."""
    names = (*PARTS.split(line.strip()), *SEPARATORS.split(line))
    known = {word: gazetteer.entries.get(word) for word in names if len(word) > 2}
    named = [word for word, entry in known.items() if entry and entry.kind == "outlet" and not _is_surname(word, line)]
    return max(named, key=lambda w: (len(w), w), default=None)


def _is_surname(word: str, line: str) -> bool:
    """Whether a word ends the name of who wrote the text: By Zahra Wafa.

    >>> _is_surname("Wafa", "By Zahra Wafa"), _is_surname("WAFA", "By Zahra Noori, WAFA"), _is_surname("Reuters", "By Reuters")
    (True, False, False)
    """
    before = line.partition(word)[0].split()
    return before[:1] == ["By"] and len(before) > 1 and not word.isupper() and before[-1].isalpha()
