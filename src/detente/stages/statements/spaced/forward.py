"""Reports of a sentence from left to right: each content goes on until the next report, or the end."""

from __future__ import annotations

from ..working import Working
from .contents import Content, content_of
from .extent import close
from .hits import INFINITIVE, PARTICIPIAL, Hit, is_related
from .items import Items
from .phrases import phrase_after
from .scene import Scene
from .shared import (
    also_does,
    around,
    before_time,
    edge_before,
    goes_outside,
    is_later,
    is_shared,
    of_himself,
    opens_content,
)
from .silence import is_no_report, is_refusal, is_wished_thing, takes_up
from .subjects import Subject, aside_subject, beside, contrast_of, leading, subject_of

FRONTED = 40  # items of a participle with its content in front of its clause
SAYING = frozenset({"say", "tell"})


class Open:
    """The report whose content is open: where it began, what kind it is, and who speaks."""

    __slots__ = ("content", "draft", "hit", "start", "subject")

    def __init__(self, draft: Working, hit: Hit, subject: Subject | None, content: Content, start: int) -> None:
        self.draft, self.hit, self.subject, self.content, self.start = draft, hit, subject, content, start

    def is_fronted(self, letters: str) -> bool:
        """Whether a clause in front of another, or a relative one, reports: while X says …, Y says."""
        return letters[self.start] in "Bq" or (self.subject is not None and self.subject.rule in ("relative", "fronted"))


def read_forward(scene: Scene, hits: list[Hit], start: int, last: int, before: Working | None) -> None:
    """Read the reports of verbs from an item on; `before` is who spoke before, if the first goes on from it."""
    current: Open | None = None
    for hit in hits:
        if current and hit.at < current.content.first:
            continue
        opened = _open(scene, hit, current, start, last, before)
        if opened is None:
            if current and (end := _withheld_at(scene, hit, current)):
                _finish(scene, current, end)
                current = None
            continue
        if current:
            _finish(scene, current, edge_before(scene.items, opened.hit, opened.subject))
        current = opened
    if current:
        _finish(scene, current, last)


def _open(scene: Scene, hit: Hit, current: Open | None, start: int, last: int, before: Working | None) -> Open | None:
    content = content_of(scene.items, hit, last, scene.words)
    if content is None or is_no_report(scene, hit, content):
        return None
    subject = _subject(scene, hit, current, start, before)
    if subject is None and (current or not is_shared(scene, hit)):
        return None
    speaker = scene.span(subject.first, subject.last) if subject else before.speaker if before else None
    if speaker is None or (subject and (takes_up(scene, subject, content, last) or is_wished_thing(scene.items, subject, hit))):
        return None
    draft = scene.report(hit, subject, (start, last), hit.mode)
    draft.speaker = speaker
    draft.continued = subject is None
    draft.addressee = scene.span(*content.told) if content.told else None
    return Open(draft, hit, subject, content, start)


def _withheld_at(scene: Scene, hit: Hit, current: Open) -> int:
    """Where a content ends because its clause does and another refuses to answer: …; Bamako refused to comment."""
    subject = _subject_inside(scene, hit, current) if is_refusal(scene, hit) else None
    return subject.edge if subject and subject.edge > current.content.first else 0


def _subject(scene: Scene, hit: Hit, current: Open | None, start: int, before: Working | None) -> Subject | None:
    """The subject before a verb; of one inside an open content only where a new report begins."""
    items = scene.items
    if current:
        return _subject_inside(scene, hit, current)
    if found := aside_subject(items, hit, start, scene.words) or subject_of(items, hit, start, scene.words) or _behind_participle(items, hit, start):
        return found
    return leading(items, start, hit.first, scene.words) if not before and is_shared(scene, hit) else None


def _behind_participle(items: Items, hit: Hit, start: int) -> Subject | None:
    """Warning that time was short, the envoy …: the subject of the clause that a participle opens."""
    if hit.mode != PARTICIPIAL or hit.first != start:
        return None
    comma = items.letters.find(",", hit.last, hit.last + FRONTED)
    stop = phrase_after(items, comma + 1, len(items.letters)) if comma > 0 else 0
    return Subject(comma + 1, stop, comma + 1, "fronted") if stop > comma + 1 and items.letters[stop : stop + 1] in tuple("vVca") else None


def _subject_inside(scene: Scene, hit: Hit, current: Open) -> Subject | None:
    items = scene.items
    letters, before = items.letters, items.letters[hit.first - 1]
    if before == "," and opens_content(items, hit, current.content):
        return None
    if hit.mode == PARTICIPIAL and (own := beside(items, hit, current.content.first, scene.words)):
        return own
    if hit.mode == PARTICIPIAL:
        return current.subject if before in ",QB" or (before == "w" and letters[hit.first - 2] == ",") else None
    if hit.mode == INFINITIVE:
        return None
    if other := contrast_of(items, hit, current.content.first, scene.words):
        return other
    weak = current.content.kind == "noun" or current.hit.form.frame == "act" or also_does(scene, current.hit, hit)
    if before in "w," or (before == "B" and items.words[hit.first - 1] in ("but", "yet")):
        told = current.hit.form.frame in SAYING
        apart = letters[hit.first - 2 : hit.first] == ",w" or goes_outside(scene, hit, current.content.first) or of_himself(scene.items, hit, current.content)
        if before == "," and current.subject and current.subject.rule == "relative":
            return around(scene.items, current.subject)
        return current.subject if hit.form.frame in SAYING or weak or (told and apart) else None
    if aside := aside_subject(items, hit, current.content.first, scene.words):
        return aside
    own = subject_of(items, hit, current.content.first, scene.words)
    if own is None or own.first <= current.content.first:
        return None
    edge = before_time(items, own.edge)
    mark = letters[edge - 1]
    if mark == "i" and (items.words[own.edge - 1] == "whom" or (letters[own.edge - 2] == "," and is_related(items, hit.first))):
        return own
    joined = mark in "wB" and letters[edge - 2] in ",;-Q"
    contrasted = items.words[own.edge - 1] in items.known["contrast"] and letters[own.first] in "SMG"
    if mark in ";-" or (mark == "," and current.is_fronted(letters)) or is_later(items, own, loose=weak):
        return own
    if joined or (mark == "B" and weak):
        return own if hit.form.frame != "think" or contrasted else None
    return None


def _finish(scene: Scene, current: Open, stop: int) -> None:
    fronted = current.is_fronted(scene.items.letters)
    stop = close(scene.items, current.content, stop, scene.words, fronted=fronted)
    if stop > current.content.first:
        current.draft.take(*scene.span(current.content.first, stop), 0)
        current.draft.direct = scene.items.letters[current.content.first : stop].startswith("Q")
        current.draft.clausal = current.content.kind != "noun"
