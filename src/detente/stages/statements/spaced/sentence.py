"""A sentence: reports behind their content first, then from left to right."""

from __future__ import annotations

import re

from ..working import Working
from .according import read_according, source_hits
from .alleged import read_alleged
from .behind import Behind, behind, describes, goes_on, own_clause
from .colon import read_colon
from .contents import Content
from .extent import close
from .forward import read_forward
from .fronted import read_fronted
from .having import read_having
from .hits import FINITE, Hit, find_hits
from .inverted import subject_behind
from .nominal import find_noun, is_fronted, main_verb
from .passed import read_passed
from .passive import read_passive
from .quoted import read_quoted
from .relays import merge_quoted, name_carriers, name_quoting, name_sources, without_sources
from .scene import Scene
from .shared import (
    is_told_on,
)
from .summed import read_summed
from .viewed import read_viewed

NOUNS = re.compile("[Nx]")
ANEW = re.compile("(,w)(?:R|[dSMGYTjKk]{1,6})a*c")  # …, she said, was dead, and she accused …


def read_sentence(scene: Scene, first: int, last: int) -> None:
    """Read a sentence of a paragraph."""
    before, known = scene.last, len(scene.found)
    if read_according(scene, first, last):
        read_forward(scene, source_hits(scene, known, first, last), first, last, None)
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
                read_forward(scene, hits[:n], first, begin - 1, scene.last if scene.last is not scene_last else None)
            start = _read_behind(scene, found, begin or first, last)
            rest = [h for h in hits[n + 1 :] if h.first >= start]
            break
    read_forward(scene, rest, start, last, scene.last if scene.last is not scene_last else None)


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
    if word in scene.words["only_then"]:
        return True  # Manila will not do so, he told reporters, until …
    if begin >= last or letters[begin] in "ci" or word in scene.words["adding"] or word.endswith("ing"):
        return False
    if letters[begin] == "w" and not is_told_on(scene, begin + 1, last):
        return False
    told = not {"v", "V", "c"}.isdisjoint(letters[first : found.stop])
    return letters[begin] == "w" or not (told and letters[begin] in "PDd")
