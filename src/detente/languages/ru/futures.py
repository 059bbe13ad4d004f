"""Verbs in the future, which tell in Russian what somebody will do."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.records import Span

from .forms import Forms

WORD = re.compile("[а-яА-Я]{4,}")
FUTURE = "f"
# Endings of a verb, and that of its third person singular, of which alone the dictionary tells the tense: проведут, проведет.
SINGULAR = (("дадут", "даст"), ("утся", "ется"), ("ются", "ется"), ("атся", "ится"), ("ятся", "ится"), ("ут", "ет"), ("ют", "ет"), ("ат", "ит"), ("ят", "ит"),
            ("емся", "ется"), ("имся", "ится"), ("ем", "ет"), ("им", "ит"))  # fmt: skip


def find_futures(folded: str, start: int, stop: int, forms: Forms) -> Iterator[Span]:
    """Yield the verbs in the future between two places of a folded text.

    >>> text = "Стороны проведут встречу, Минск передаст данные и ведет переговоры."
    >>> [text[span.start : span.stop] for span in find_futures(text, 0, len(text), Forms())]
    ['проведут', 'передаст']
    """
    for word in WORD.finditer(folded, start, stop):
        if is_future(word[0], forms):
            yield Span(word.start(), word.end())


def is_future(word: str, forms: Forms) -> bool:
    """Return whether a form is a verb in the future, of the third person or the first of many."""
    form = forms[word]
    if form.part != "V":
        return False
    if form.case == FUTURE:
        return True
    singular = next((word[: -len(ending)] + other for ending, other in SINGULAR if word.endswith(ending)), "")
    return bool(singular) and forms[singular].case == FUTURE
