"""Reporting verbs that report nothing: refusals to answer, topics only named, promises of nothing."""

from __future__ import annotations

from .contents import Content
from .hits import INFINITIVE, PARTICIPIAL, VERBAL, Hit
from .items import Items
from .phrases import phrase_after
from .relays import is_medium
from .scene import Scene
from .subjects import Subject

NAMED = 4  # words of an infinitive in which somebody is named
OFFERED = 4  # words in which an offer is named
BEFORE = 3  # words before an infinitive that tell why somebody is not named


def is_no_report(scene: Scene, hit: Hit, content: Content) -> bool:
    """declined to comment, did not say where, offered no date; asked for anonymity to describe the talks; referring to them."""
    topical = (hit.mode == PARTICIPIAL or hit.negated) and hit.form.lemma in scene.words["topical"]
    unsaid = hit.negated and content.kind == "wh" and hit.form.lemma == "say"
    opening = scene.items.words[content.first : content.first + 1]
    nothing = hit.form.lemma in scene.words["giving"] and content.kind == "noun" and opening == ["no"]
    nothing = nothing or (_says_nothing(scene, content) and hit.form.lemma == "say")
    nothing = nothing or (content.kind == "to" and _wants_no_name(scene, hit, content))
    untaken = hit.form.lemma == "accept" and not _is_offered(scene, content)
    return topical or unsaid or nothing or untaken or _is_unnamed(scene, hit, opening) or is_refusal(scene, hit)


def takes_up(scene: Scene, subject: Subject, content: Content, last: int) -> bool:
    """Whether an outlet only carries what was said before: Haaretz highlighted the passage, Reuters reported them on Monday."""
    items, at = scene.items, content.first
    if content.kind != "noun" or not is_medium(items, subject.first, subject.last, scene.words):
        return False
    stop = phrase_after(items, at, last)
    known = scene.words["taken_up", "outlet_noun", "outlet_noun_named"]
    carried = items.letters[at] == "u" or (items.words[at] in scene.words["as_known"] and stop == at + 2 and items.words[stop - 1] in known)
    return carried and not VERBAL & set(items.letters[stop:last])


def is_wished_thing(items: Items, subject: Subject, hit: Hit) -> bool:
    """Whether a wish only tells which thing is meant: submarines that Seoul hopes to put to sea."""
    at = subject.edge - 1
    thing = hit.form.frame == "think" and at > 0 and items.letters[at - 1 : at + 1] in ("xl", "hl")
    return thing and "c" not in items.letters[items.letters.rfind(".", 0, at) + 1 : at]


def _says_nothing(scene: Scene, content: Content) -> bool:
    """Whether a content is nothing, alone or with what it is about: said nothing, says nothing about the rain."""
    items, at = scene.items, content.first
    return items.words[at : at + 1] == ["nothing"] and items.letters[at + 1 : at + 2] in ("", *"PoB,;.w")


def _wants_no_name(scene: Scene, hit: Hit, content: Content) -> bool:
    """did not wish to be named, preferred to be identified by her first name: how somebody is called, no wish of a side."""
    near = scene.items.words[content.first : content.first + NAMED]
    return "be" in near and not scene.words["naming"].isdisjoint(near) and hit.form.frame != "tell"


def _is_offered(scene: Scene, content: Content) -> bool:
    """Whether what somebody accepts was said: the invitation, their new offer, not refugees."""
    near = scene.items.words[content.first : content.first + OFFERED]
    return not scene.words["offered"].isdisjoint(near)


def _is_unnamed(scene: Scene, hit: Hit, opening: list[str]) -> bool:
    """Whether words only tell why somebody is not named."""
    before = scene.items.words[max(0, hit.first - BEFORE) : hit.first] if hit.mode == INFINITIVE else []
    return not scene.words["withheld_by"].isdisjoint(before + opening)


def is_refusal(scene: Scene, hit: Hit) -> bool:
    """declined to comment: no position."""
    after = scene.items.words[hit.last : hit.last + 3]
    return hit.form.lemma == "refuse" and not scene.words["withheld"].isdisjoint(after)
