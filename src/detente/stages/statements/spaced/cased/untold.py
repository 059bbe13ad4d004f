"""Reports of nothing: a denied report, a comment that is refused; and who is only told."""

from __future__ import annotations

import re

from ..contents import Content
from ..hits import Hit
from ..items import Items
from ..scene import Scene
from ..subjects import Subject
from .fronted import Fronted
from .opened import SAYING

YEARS = re.compile("[0-9]+-лет(?:ие)?$")
DEEDS = frozenset(("act", "agree", "joint"))


def is_withheld(scene: Scene, hit: Hit, found: Fronted) -> bool:
    """от комментариев отказался: no position."""
    content = scene.items.words[found.first : found.last]
    return scene.items.words[hit.at] in scene.words["refusing"] and not scene.words["withheld"].isdisjoint(content)


def is_untold(scene: Scene, hit: Hit, content: Content) -> bool:
    """не сказал, не опроверг: no position, but не признает претензий is one."""
    if hit.form.frame == "tell" and content.kind == "noun" and scene.items.letters[hit.first - 1 : hit.first] == "d":
        return True  # когда его спросили о линии: nobody known asks
    if _is_supposed(scene, hit) or _is_feast(scene, hit, content):
        return True
    object_of = content.kind == "noun" and "noun" in hit.form.takes
    return hit.negated and ((hit.form.frame in SAYING and not object_of) or hit.form.lemma in scene.words["undenied"])


def _is_feast(scene: Scene, hit: Hit, content: Content) -> bool:
    """Whether what one is said to note is a day that one keeps: страны отметили 30-летие отношений."""
    told = scene.items.words[content.first : content.first + 4] if content.kind == "noun" and hit.form.lemma in scene.words["noting"] else []
    return any(word in scene.words["feast"] or YEARS.match(word) for word in told)


def _is_supposed(scene: Scene, hit: Hit) -> bool:
    """Whether a report is only a condition: Москва поможет, если об этом попросят обе стороны."""
    items = scene.items
    first = max(items.letters.rfind(mark, 0, hit.first) for mark in ",.;:-(") + 1
    return items.words[first] in items.known["in_case"] and hit.form.frame in DEEDS


def is_refusal(scene: Scene, hit: Hit) -> bool:
    """отказался от комментариев: no position."""
    items = scene.items
    after = items.words[hit.last : hit.last + 3]
    return items.words[hit.at] in scene.words["refusing"] and not scene.words["withheld"].isdisjoint(after)


def is_told(items: Items, hit: Hit, found: Subject) -> bool:
    """Return whether a name without cases is who is told, or asked, as others speak: в Минюсте в ответ на запрос NM напомнили."""
    return items.cases[hit.at] == "p" and items.letters[found.first : found.last] in ("k", "O", "IQ", "kQ", "Q")
