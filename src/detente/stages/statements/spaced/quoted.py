"""Who is quoted by whom, and speaks behind that: A quoted B, who in turn quoted C: …; A cites two judges who complain that …"""

from __future__ import annotations

from .contents import Content, content_of
from .extent import close
from .heard import PASSED as QUOTE
from .hits import FINITE, Hit, Words
from .items import Items
from .phrases import phrase_before
from .relays import is_medium
from .scene import Scene
from .subjects import Subject, subject_of

Range = tuple[int, int]
NAMED = frozenset("SMGYTKkhtOIx")
APART = frozenset(".;:lcBQq")  # what does not stand in the name of who is quoted
FARTHEST = 18
IN_TURN = ["in", "turn"]


def read_quoted(scene: Scene, hits: list[Hit], first: int, last: int) -> bool:
    """Read a sentence in which whoever is quoted speaks behind a colon, or in a relative clause."""
    return bool(hits) and (_behind_colon(scene, hits, first, last) or _in_relative(scene, hits, first, last))


def _behind_colon(scene: Scene, hits: list[Hit], first: int, last: int) -> bool:
    items = scene.items
    colon = items.letters.find(":", first, last)
    hit = next((hit for hit in reversed(hits) if hit.at < colon), None)
    if hit is None or colon + 2 >= last or items.words[hit.at] not in scene.words["quoting"] or not _is_name(items, hit.last, colon):
        return False
    _add(scene, hit, hit.at, (hit.last, colon), Content(colon + 1, "clause"), (first, last))
    return True


def _in_relative(scene: Scene, hits: list[Hit], first: int, last: int) -> bool:
    items = scene.items
    for hit in hits:
        if hit.mode != FINITE or items.words[hit.first - 1] != "who" or hit.form.frame not in ("say", "tell"):
            continue
        stop = hit.first - 1 - (items.letters[hit.first - 2] == ",")
        verb = _asking(scene, first, stop)
        content = content_of(items, hit, last, scene.words) if verb else None
        if verb is None or content is None or items.words[hit.at] in scene.words["quoting"]:
            continue
        begin = verb + 1 + (items.words[verb + 1] in items.known["spoken_with"])
        by = quoters(items, verb, first, scene.words)
        cites = items.words[verb] in scene.words["quoting"]
        if by and _is_name(items, begin, stop) and (cites or is_medium(items, *by[-1], scene.words)):
            _add(scene, hit, verb, (begin, stop), content, (first, last))
            return True
    return False


def _asking(scene: Scene, first: int, stop: int) -> int | None:
    """The verb by which an outlet says whom it quotes or spoke to."""
    words = scene.words["quoting", "interviewing"]
    return next((k for k in range(stop - 1, max(first, stop - FARTHEST), -1) if scene.items.words[k] in words and scene.items.letters[k] in "cV"), None)


def _is_name(items: Items, first: int, stop: int) -> bool:
    letters = set(items.letters[first:stop])
    return first < stop <= first + FARTHEST and letters.isdisjoint(APART) and not letters.isdisjoint(NAMED) and items.letters[first] not in "ui"


def _add(scene: Scene, hit: Hit, verb: int, speaker: Range, content: Content, sentence: Range) -> None:
    first, last = sentence
    draft = scene.report(hit, Subject(*speaker, speaker[0], "quoted"), sentence, "finite")
    draft.take(*scene.span(content.first, close(scene.items, content, last, scene.words, fronted=False)), 0)
    draft.clausal = True
    draft.relays = tuple((scene.span(*each),) for each in quoters(scene.items, verb, first, scene.words))


def quoters(items: Items, at: int, first: int, words: Words) -> tuple[Range, ...]:
    """Return who quotes by the verb at an item, with who quotes these before them."""
    stop = at
    while stop > first and items.letters[stop - 1] in "avz":
        stop -= 1
    stop -= 2 * (items.words[stop - 2 : stop] == IN_TURN)
    stop -= items.words[stop - 1] in items.known["each_of_them"]
    if stop <= first or items.letters[stop - 1] != "i":
        found = subject_of(items, Hit(stop, at, at + 1, QUOTE, FINITE, False), first, words) if stop == at else None
        begin = found.first if found else phrase_before(items, stop, first, words)
        end = found.last if found else stop
        return ((begin, end),) if begin < end else ()
    end = stop - 1 - (items.letters[stop - 2] == ",")
    verb = next((k for k in range(end - 1, max(first, end - FARTHEST), -1) if items.words[k] in words["quoting"]), None)
    return (*quoters(items, verb, first, words), (verb + 1, end)) if verb else ()
