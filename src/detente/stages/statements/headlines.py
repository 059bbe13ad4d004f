"""Headlines: their parts stand apart by spaces or bars, as clauses do by commas, and few words in them name who speaks."""

from __future__ import annotations

import re

from msgspec import structs

from detente.records import Tokens

from .subjects import Subject
from .view import View

SPACE, CLAUSE = " ", ","
BARS = frozenset("|/\u4e28\uff5c")
TAG = re.compile(r"\([^()\n]{1,9}\)")
SPEAKER = re.compile("[^cv]*[SMGYTtKhkRJ]|[SM]{2,}[nm]{1,2}")
BETWEEN = frozenset("vcLg")


def with_pauses(tokens: Tokens, first: int, last: int) -> Tokens:
    """Return the tokens with the spaces of a headline at `first` to `last` (exclusive) as marks between clauses.

    甲方抗議乙方動議 乙方領事館:尊重議會 is read as 甲方抗議乙方動議,乙方領事館:尊重議會.
    """
    own = "".join(
        CLAUSE if letter == SPACE or word in BARS else letter
        for letter, word in zip(tokens.classes[first:last], tokens.words[first:last], strict=True)
    )
    return structs.replace(tokens, classes=tokens.classes[:first] + own + tokens.classes[last:])


def behind_tag(tokens: Tokens, first: int, last: int) -> int:
    """Return where a headline begins behind what the page calls it: 【独家】…"""
    tag = TAG.match(tokens.classes, first, last)
    return tag.end() if tag and tokens.words[first] in "【[〔" else first


def may_speak(view: View, subject: Subject, cue: int) -> bool:
    """Whether the subject of the cue at item `cue` can speak in a headline: a side, a body or a person, and no verb between them."""
    named = SPEAKER.fullmatch(view.letters, subject.first, subject.last) is not None
    press = view.words[subject.last - 1].endswith(tuple(view.sets["press_ending"]))
    return named and not press and (subject.rule == "earlier" or BETWEEN.isdisjoint(view.letters[subject.last : cue]))
