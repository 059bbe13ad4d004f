"""A sentence: reports behind their content first, then from left to right."""

from __future__ import annotations

import re

from ..working import Working
from .according import read_according, source_hits
from .alleged import read_alleged
from .behind import Behind, behind, describes, goes_on, own_clause
from .colon import read_colon
from .contents import Content, content_of
from .extent import close
from .fronted import read_fronted
from .having import read_having
from .hits import FINITE, INFINITIVE, PARTICIPIAL, Hit, find_hits, is_related
from .inverted import subject_behind
from .items import Items
from .nominal import find_noun, is_fronted, main_verb
from .passed import read_passed
from .passive import read_passive
from .phrases import phrase_after
from .quoted import read_quoted
from .relays import merge_quoted, name_carriers, name_quoting, name_sources, without_sources
from .scene import Scene
from .shared import (
    also_does,
    around,
    before_time,
    edge_before,
    goes_outside,
    is_later,
    is_shared,
    is_told_on,
    of_himself,
    opens_content,
)
from .silence import is_no_report, is_refusal, is_wished_thing, takes_up
from .subjects import Subject, aside_subject, beside, contrast_of, leading, subject_of
from .summed import read_summed
from .viewed import read_viewed

NOUNS = re.compile("[Nx]")
ADDING = frozenset(("but", "while", "as", "so", "yet"))  # what opens the narrator's own words behind a report
ONLY_THEN = frozenset(("until", "unless"))
FRONTED = 40  # items of a participle with its content in front of its clause
ANEW = re.compile("(,w)(?:R|[dSMGYTjKk]{1,6})a*c")  # …, she said, was dead, and she accused …
SAYING = frozenset({"say", "tell"})
CONTRASTS = frozenset(("while", "whereas", "but"))


class Open:
    """The report whose content is open: where it began, what kind it is, and who speaks."""

    __slots__ = ("content", "draft", "hit", "start", "subject")

    def __init__(self, draft: Working, hit: Hit, subject: Subject | None, content: Content, start: int) -> None:
        self.draft, self.hit, self.subject, self.content, self.start = draft, hit, subject, content, start

    def is_fronted(self, letters: str) -> bool:
        """Whether a clause in front of another, or a relative one, reports: while X says …, Y says."""
        return letters[self.start] in "Bq" or (self.subject is not None and self.subject.rule in ("relative", "fronted"))


def read_sentence(scene: Scene, first: int, last: int) -> None:
    """Read a sentence of a paragraph."""
    before, known = scene.last, len(scene.found)
    if read_according(scene, first, last):
        _read_forward(scene, source_hits(scene, known, first, last), first, last, None)
        name_carriers(scene, known)
        name_sources(scene, known, first, last)
        return
    if read_viewed(scene, first, last) or read_fronted(scene, first, last):
        name_sources(scene, known, first, last)
        return
    hits = merge_quoted(scene.items, find_hits(scene.items, first, last, scene.verbs, scene.words), scene.words)
    if read_having(scene, hits, first, last) or read_quoted(scene, hits, first, last):
        hits = []
    if hits := without_sources(scene.items, hits, first, last, scene.words):
        _read_verbs(scene, hits, first, last, before)
        read_summed(scene, hits, first, last, known)
    _read_nouns(scene, first, last, known)
    name_sources(scene, known, first, last)
    name_quoting(scene, known, first, last)
    read_passed(scene, first, last, known)
    read_passive(scene, first, last, known)
    read_colon(scene, first, last, known)
    read_alleged(scene, first, last, known)


def _read_nouns(scene: Scene, first: int, last: int, known: int) -> None:
    """Add the reports of nouns outside the contents that the sentence has already."""
    covered = [piece for draft in scene.found[known:] for piece in (*draft.pieces, draft.cue)]
    before = scene.last
    nouns = [match.start() for match in NOUNS.finditer(scene.items.letters, first, last)]
    for at in [at for at in nouns if scene.items.words[at] in scene.verbs.nouns]:
        start = scene.items.starts[at]
        if any(a <= start < b for a, b in covered):
            continue
        if noun := find_noun(scene.items, at, first, last, scene.verbs, scene.words):
            draft = scene.new(noun.form, (at, at + 1), scene.span(noun.subject.first, noun.subject.last),
                              scene.span(first, last), f"nominal/{noun.subject.rule}")  # fmt: skip
            end = main_verb(scene.items, noun, first, last)
            content = Content(noun.content, "noun" if noun.kind == "to" else noun.kind)
            stop = close(scene.items, content, end, scene.words, fronted=is_fronted(scene.items, noun, first))
            draft.take(*scene.span(noun.content, _free(scene, noun.content, stop, covered)), 0)
            covered += draft.pieces
    scene.last = before or scene.last


def _free(scene: Scene, first: int, stop: int, covered: list[tuple[int, int]]) -> int:
    """Where a content ends before those of other reports."""
    begins = [a for a, _ in covered if a > scene.items.starts[first]]
    while begins and stop > first + 1 and scene.items.stops[stop - 1] > min(begins):
        stop -= 1
    return stop


def _read_opening(scene: Scene, hit: Hit, last: int) -> bool:
    """Said one diplomat: “…”"""
    if hit.mode != FINITE or "behind" not in hit.form.takes:
        return False
    subject = subject_behind(scene.items, hit, last)
    if subject is None or scene.items.letters[subject.last : subject.last + 2] != ":Q":
        return False
    draft = scene.report(hit, subject, (hit.first, last), "opening")
    draft.take(*scene.span(subject.last + 1, last), 0)
    draft.direct = True
    return True


def _read_verbs(scene: Scene, hits: list[Hit], first: int, last: int, scene_last: Working | None) -> None:
    if hits[0].first == first and _read_opening(scene, hits[0], last):
        return
    start, rest = first, hits
    for n, hit in enumerate(hits):
        if found := behind(scene.items, hit, first, last, scene.words):
            if begin := own_clause(scene.items, hits[0], found, first):
                _read_forward(scene, hits[:n], first, begin - 1, scene.last if scene.last is not scene_last else None)
            start = _read_behind(scene, found, begin or first, last)
            rest = [h for h in hits[n + 1 :] if h.first >= start]
            break
    _read_forward(scene, rest, start, last, scene.last if scene.last is not scene_last else None)


def _read_behind(scene: Scene, found: Behind, first: int, last: int) -> int:
    """Add a report behind its content, and return where the rest of the sentence begins."""
    items = scene.items
    draft = scene.report(found.hit, found.subject, (first, last), "behind")
    begin = _quotation(scene, first, found.stop)
    if describes(items, found, last):
        draft.take(*scene.span(found.last + 1, last), 0)
        return last
    draft.take(*scene.span(begin, found.stop), 0)
    draft.direct = "Q" in items.letters[begin : found.stop]
    draft.addressee = scene.span(*found.told) if found.told else None
    at = found.last
    if at < last and items.letters[at] in ",:-Q":
        begin = at if items.letters[at] == "Q" else at + 1
        if not draft.direct and _interrupted(scene, first, found, begin, last):
            own = ANEW.search(items.letters, begin + 1, last)
            stop = own.start() if own else last
            draft.take(*scene.span(begin + (items.letters[begin] == "w"), stop), 9)
            return own.end(1) if own else last
    quotation = items.letters.find("Q", at, last)
    free = quotation >= 0 and "c" not in items.letters[at:quotation]
    if draft.direct and free and goes_on(items.letters, at):
        draft.take(*scene.span(at + 1, last), 9)
        return last
    if draft.direct and free and (quotation == at or items.letters[quotation - 1] in ",:-"):
        draft.take(*scene.span(quotation, last), 9)
        return last
    return at


def _quotation(scene: Scene, first: int, stop: int) -> int:
    """Where a content begins that ends before `stop`: with its quotation, if a comma or a mark stands before that."""
    letters = scene.items.letters
    if letters[stop - 1] == "Q" and stop - 1 > first and letters[stop - 2] in ",:(":
        return stop - 1
    return first


def _interrupted(scene: Scene, first: int, found: Behind, begin: int, last: int) -> bool:
    """The deal, he said, was dead: the content goes on behind the report."""
    letters = scene.items.letters
    word = scene.items.words[begin] if begin < last else ""
    word = scene.items.words[begin + 1] if letters[begin : begin + 2] == "aB" else word  # …, even as she conceded
    if word in ONLY_THEN:
        return True  # Manila will not do so, he told reporters, until …
    if begin >= last or letters[begin] in "ci" or (letters[begin] == "w" and not is_told_on(scene, begin + 1, last)) or word in ADDING or word.endswith("ing"):
        return False
    told = not {"v", "V", "c"}.isdisjoint(letters[first : found.stop])
    return letters[begin] == "w" or not (told and letters[begin] in "PDd")


def _read_forward(scene: Scene, hits: list[Hit], start: int, last: int, before: Working | None) -> None:
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
    draft.speaker, draft.continued = speaker, subject is None
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
    contrasted = items.words[own.edge - 1] in CONTRASTS and letters[own.first] in "SMG"
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
