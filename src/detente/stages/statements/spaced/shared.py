"""Verbs that go on with a subject named before: joined by and, behind a content, or around a relative clause."""

from __future__ import annotations

from detente.resources.verbs import BASE, PAST

from .adverbials import adverbials_from
from .contents import Content
from .hits import FINITE, INFINITIVE, PARTICIPIAL, Hit
from .items import Items
from .phrases import phrase_after
from .scene import Scene
from .subjects import Subject

VERBAL_OR_JOINED = frozenset("vVclBwqiQ")
WHO_SPEAK = frozenset("SMGYTtKkjhORJIui")


def is_shared(scene: Scene, hit: Hit) -> bool:
    """Whether a verb may go on with the subject of its clause."""
    before = scene.items.letters[hit.first - 1] if hit.first else ""
    if hit.mode == PARTICIPIAL:
        return before in tuple(",QaDPB)")
    if hit.mode == INFINITIVE:
        return hit.form.frame != "think"
    return before in tuple("w,") or _is_contrast(scene.items, hit.first) or _goes_on_later(scene, hit)


def _is_contrast(items: Items, at: int) -> bool:
    return items.letters[at - 1 : at] == "B" and items.words[at - 1] in ("but", "yet")


def _goes_on_later(scene: Scene, hit: Hit) -> bool:
    """Whether only phrases of time and manner stand between and and a verb: and later in the day accused, but in a statement urged."""
    begin = adverbials_from(scene.items, hit.first, 0, scene.words)
    return begin < hit.first and (scene.items.letters[begin - 1 : begin] == "w" or _is_contrast(scene.items, begin))


def goes_outside(scene: Scene, hit: Hit, first: int) -> bool:
    """Whether a verb behind and goes on outside a content: behind a quotation, or in the past behind a verb that is not."""
    letters = scene.items.letters
    if letters[hit.first - 2] == "Q":
        return "c" not in letters[first : hit.first]
    aided = letters.rfind("v", first, hit.first)
    past = PAST in hit.form.kinds and BASE not in hit.form.kinds and hit.first == hit.at
    if not past:
        return False
    asks = scene.items.words[hit.at] in scene.words["speaks_for_himself"]
    return asks or _is_of_things(scene.items, first) or (aided >= 0 and scene.items.words[aided] in scene.words["not_past"])


def _is_of_things(items: Items, first: int) -> bool:
    """Whether a content begins with a subject that cannot speak: said that half a million jobs were at risk and called for unity."""
    stop = phrase_after(items, first, len(items.letters))
    subject = items.letters[first:stop]
    return bool(subject) and WHO_SPEAK.isdisjoint(subject) and "x" in subject and items.letters[stop : stop + 1] in tuple("vVc")


def of_himself(items: Items, hit: Hit, content: Content) -> bool:
    """Whether a verb joined to a content tells what who speaks did: said it was ready and blamed Dublin; conceded that it had, but blamed …"""
    joined = items.letters[hit.first - 2 : hit.first] == ",B" or (items.letters[content.first] == "R" and items.letters[hit.first - 1] == "w")
    return joined and hit.form.frame == "act" and hit.first == hit.at


def around(items: Items, relative: Subject) -> Subject | None:
    """Oman, which denied it, welcomed the plan: the subject that a relative clause describes."""
    stop = relative.first
    while stop > relative.edge and items.letters[stop - 1] in ",P":
        stop -= 1
    return Subject(relative.edge, stop, relative.edge, "around") if stop > relative.edge else None


def opens_content(items: Items, hit: Hit, content: Content) -> bool:
    """Whether a content opens with the subject of a verb and its apposition: says the spokesman, Chea Sovan, told …"""
    opened = items.letters[content.first : hit.first]
    return content.kind in ("that", "clause") and opened.count(",") > 1 and not VERBAL_OR_JOINED & set(opened)


def also_does(scene: Scene, before: Hit, hit: Hit) -> bool:
    """Whether what is joined to an agreement is of who agreed: agreed that the field was rich and thanked the neighbour; agree to meet, clash over fees."""
    if before.form.frame != "agree" or hit.mode != FINITE:
        return False
    if hit.form.frame == "agree" and scene.items.words[hit.at] in scene.words["differing"]:
        return True
    finite = PAST in hit.form.kinds or scene.items.letters[hit.first] == "v" or scene.items.words[hit.first] in scene.words["failing"]
    return hit.form.frame in ("act", "agree") and finite


def is_told_on(scene: Scene, at: int, last: int) -> bool:
    """Whether a clause behind and has a subject of its own, and nobody reports in it: …, he said, and the logs were open."""
    stop = phrase_after(scene.items, at, last)
    letters = scene.items.letters
    if scene.items.words[at : at + 1] in (["would"], ["will"]):
        return True  # the salvage had cost a lot, he said, and would cost more
    return stop > at and letters[at] in "dxR" and letters[stop : stop + 1] == "v" and "c" not in letters[at:last]


def is_later(items: Items, own: Subject, *, loose: bool) -> bool:
    """Whether a subject opens a clause that tells what came before: …, a day after Peru protested; rejected it days after Peru said."""
    after = own.edge - 1
    if items.words[after] != "after" or items.letters[own.first] in "Ru":
        return False
    begin = _before_time(items, after)
    return items.letters[begin - 1] == "," or (loose and begin < after)


def _before_time(items: Items, at: int) -> int:
    """Where the time begins that ends before an item: a day | after, just two weeks | after."""
    while at and items.letters[at - 1] in "Dmad":
        at -= 1
    return at


def before_time(items: Items, at: int) -> int:
    """Where a time begins that stands between and and a subject: …, and on Tuesday | they said; the subject itself where none does."""
    first = at
    while first > 2 and items.letters[first - 1] in "DPm":
        first -= 1
    return first if first < at and items.letters[first - 2 : first] == ",w" else at


def edge_before(items: Items, hit: Hit, subject: Subject | None) -> int:
    """Where the content before a report ends: before its subject and what joins it."""
    letters = items.letters
    own = subject and subject.edge > 0 and hit.mode != INFINITIVE and subject.stands_before(hit)
    at = before_time(items, subject.edge) if own and subject else hit.first
    if own and items.words[at - 1] == "after":
        at = _before_time(items, at - 1)
    if own and letters[at - 1] == "i":
        at -= 1
    while at and letters[at - 1] in ",wB;-":
        at -= 1
    return at
