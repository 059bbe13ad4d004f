"""The report whose content is open, and the verbs that may begin another inside it."""

from __future__ import annotations

from ...working import Working
from ..contents import Content
from ..hits import FINITE, PARTICIPIAL, Hit
from ..items import Items
from ..subjects import Subject
from .seats import speaking_place
from .subjects import subject_of

SIDES = frozenset("MSG")  # whose one word answers: …, Бамако отказался
ACTING = frozenset("SMYGTK")  # Таллин требует вернуть судно: министр считает …
HEAD = 12  # items between a comma and the verb of the place that speaks
SAYING = frozenset({"say", "tell"})


class Open:
    """The report whose content is open: where it began, and who speaks."""

    __slots__ = ("content", "draft", "hit", "subject")

    def __init__(self, draft: Working, hit: Hit, subject: Subject | None, content: Content) -> None:
        self.draft, self.hit, self.subject, self.content = draft, hit, subject, content


def may_begin(items: Items, hit: Hit, current: Open) -> bool:
    """Whether a verb inside an open content begins a report of its own: …, добавив, что; …, и подчеркнул, что; …, а X сказал."""
    letters = items.letters
    first = hit.first
    before = letters[first - 1]
    if hit.mode == PARTICIPIAL:
        return before in ",w" and first > current.content.first
    if hit.mode != FINITE:
        return False
    if current.hit.mode == PARTICIPIAL and letters[first - 2 : first] == ",w":
        return True
    if letters[first - 2 : first] == "Qw" and items.cases[hit.at] == items.cases[current.hit.at]:
        return True  # сочли «торгом» и предупредили, что
    if before in ",;w" or letters[first - 2 : first] == ",B":
        return items.cases[hit.at] == items.cases[current.hit.at] and (
            hit.form.frame in SAYING or current.content.kind in ("noun", "person", "to") or letters[first - 2 : first] in (",w", ",B")
        )
    own = subject_of(items, hit, current.content.first) or place_of_clause(items, hit)
    if own is None or own.edge <= current.content.first:
        return False
    mark = letters[own.edge - 1]
    if mark == ":" and current.content.kind in ("noun", "to"):
        return not ACTING.isdisjoint(items.letters[own.first : own.last])
    answers = own.rule == "place" or (items.letters[own.first : own.last] in SIDES and current.content.kind in ("noun", "person", "to"))
    if mark == "," and not items.known["emphasis"].isdisjoint(items.words[own.last : own.last + 1]):
        return True  # …, Гаджиев же считает
    if letters[own.edge - 2 : own.edge] == ",i" and current.content.kind == "noun" and hit.form.frame == "act":
        return True  # плату, которую сосед предлагает ввести
    return mark == ";" or (mark == "," and answers) or (mark in "Bw" and letters[own.edge - 2] in ",;Q")


def place_of_clause(items: Items, hit: Hit) -> Subject | None:
    """…, в Москве говорят, что: the place that speaks at the head of a clause of its own."""
    comma = items.letters.rfind(",", max(0, hit.first - HEAD), hit.first)
    place = speaking_place(items, hit, comma + 1, hit.first) if comma > 0 else None
    stands = place is not None and set(items.letters[comma + 1 : place.edge]) <= set("l")
    return place if stands and (items.letters[comma + 1] == "l" or items.letters[hit.last : hit.last + 2] == ",l") else None
