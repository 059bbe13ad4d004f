"""Reports of nothing: a denied report, a comment that is refused."""

from __future__ import annotations

from ..contents import Content
from ..hits import Hit
from ..scene import Scene
from .fronted import Fronted
from .opened import SAYING


def is_withheld(scene: Scene, hit: Hit, found: Fronted) -> bool:
    """от комментариев отказался: no position."""
    content = scene.items.words[found.first : found.last]
    return scene.items.words[hit.at] in scene.words["refusing"] and not scene.words["withheld"].isdisjoint(content)


def is_untold(scene: Scene, hit: Hit, content: Content) -> bool:
    """не сказал, не опроверг: no position, but не признает претензий is one."""
    if hit.form.frame == "tell" and content.kind == "noun" and scene.items.letters[hit.first - 1 : hit.first] == "d":
        return True  # когда его спросили о линии: nobody known asks
    object_of = content.kind == "noun" and "noun" in hit.form.takes
    return hit.negated and ((hit.form.frame in SAYING and not object_of) or hit.form.lemma in scene.words["undenied"])


def is_refusal(scene: Scene, hit: Hit) -> bool:
    """отказался от комментариев: no position."""
    items = scene.items
    after = items.words[hit.last : hit.last + 3]
    return items.words[hit.at] in scene.words["refusing"] and not scene.words["withheld"].isdisjoint(after)
