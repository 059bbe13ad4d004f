"""What stands above a title: the path of a section, the name of the paper, the number and the day of an issue."""

from __future__ import annotations

import re
from collections.abc import Callable

from detente.resources.layout import Layout
from detente.text.credits import EDGES, credit_parts

LONGEST_ABOVE = 110
LONGEST_REST = 16  # characters beside a day that make no title
MARKS = re.compile(r"\s*[>\uff1e]{1,2}\s*|\s+[»›▸→]{1,2}\s+|\s*::\s*|\s+[/\uff0f]\s+")
JOINTS = re.compile(r"\s*[|\uff5c]\s*|,\s+|\s+[\xb7\u2013\u2014-]\s+|\.\s+|\s{2,}|\u3000")
QUOTED = re.compile("[«“\"]([^»”\"]+)[»”\"]")
ISSUE = re.compile(r"№\s?\d|\bNo\. \d")
LABEL = re.compile("[:\uff1a](?!:)")
STOPS = (".", "。", ":", "\uff1a")

Known = Callable[[str], bool]


def path_in(line: str, layout: Layout, is_outlet: Known) -> tuple[str, ...]:
    """Return the segments of a line that is the path of a section: World > Asia; DW | Politik, where the first one is known.

    >>> from detente.resources.layout import load_layout
    >>> path_in("Home » News » National", load_layout("en"), str.isupper)
    ('Home', 'News', 'National')
    >>> path_in("News · Politics", load_layout("en"), str.isupper), path_in("Dover | Two ferries", load_layout("en"), str.isupper)
    (('News', 'Politics'), ())
    """
    if len(line) > LONGEST_ABOVE or line.endswith(STOPS):
        return ()
    if marked := _segments(MARKS, line, layout):
        return marked
    joined = _segments(JOINTS, line, layout)
    return joined if joined and (layout.section_word.match(joined[0]) or is_outlet(joined[0])) else ()


def _segments(marks: re.Pattern[str], line: str, layout: Layout) -> tuple[str, ...]:
    """What stands between marks, where all of it can be a section; a label before it, as in 当前位置:首页 > 国际, is none."""
    first = marks.search(line)
    label = LABEL.search(line, 0, first.start()) if first else None
    parts = tuple(part for part in marks.split(line[label.end() if label else 0 :].strip()) if part)
    return parts if len(parts) > 1 and all(layout.section_part.fullmatch(part) for part in parts) else ()


def is_masthead(line: str, layout: Layout, is_outlet: Known) -> bool:
    """Whether a line holds no more than the name of a paper, the number of an issue and its day: Монокль, № 9 (1421)."""
    if len(line) > LONGEST_ABOVE or layout.section_word.match(line):
        return False
    day, named = layout.published.search(line), outlet_in(line, is_outlet)
    alone = named and all(map(is_outlet, credit_parts(line)))
    if alone or (named and day) or is_outlet(line.strip(EDGES)) or (ISSUE.search(line) and (named or day)):
        return True
    return not any(map(str.isalpha, line)) or (day is not None and len(line) - (day.end() - day.start()) <= LONGEST_REST)


def outlet_in(line: str, is_outlet: Known) -> str | None:
    """Return the outlet that a part of a line names: Ana Ruiz, The Herald, Harare; Газета «Коммерсантъ» №41.

    >>> outlet_in("Ana Ruiz · CBC · Posted: Jun 09", str.isupper)
    'CBC'
    """
    parts = (line.strip(EDGES), *QUOTED.findall(line), *credit_parts(line))
    return next((part for part in parts if len(part) > 1 and is_outlet(part)), None)
