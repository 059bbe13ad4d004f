"""The walk over a document's paragraphs."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from detente.records import Draft, Tokens
from detente.resources.lexicon import Lexicon
from detente.resources.reports import Reports
from detente.resources.verbs import Verbs

from ..working import Working, finish
from .afterwards import only_tells_where, read_afterwards, read_source
from .asides import drop_asides
from .items import Items, build_items, written
from .labels import read_headline, read_label
from .nested import with_nested
from .paragraphs import quoted_through
from .scene import Scene
from .sentence import read_sentence
from .sentences import sentences

NO_VERBS = Verbs({}, {})
Reader = Callable[[Scene, int, int], None]


def find_spaced_drafts(
    tokens: Tokens, paragraphs: Iterable[tuple[int, int, bool]], lexicon: Lexicon, reports: Verbs | Reports
) -> tuple[Draft, ...]:
    """Return the drafts of a document; `paragraphs` are ranges of tokens, in order, with whether each is a headline."""
    verbs, read = (reports, read_sentence) if isinstance(reports, Verbs) else (NO_VERBS, _cased_reader(reports))
    source = written(tokens, lexicon.words)
    found: list[Working] = []
    running: Working | None = None
    before: Working | None = None
    stretches = list(paragraphs)
    is_open = False
    earlier: Items | None = None
    for n, (first, last, is_headline) in enumerate(stretches):
        begin = quoted_through(tokens, stretches, n) if is_open and running else first
        if running and begin > first:
            running.pieces.append((tokens.starts[first], tokens.stops[begin - 1]))
            if begin == last:
                continue
        items = build_items(source, begin, last)
        if not items.letters:
            continue
        scene = Scene(items, verbs, lexicon.words, found, running if begin > first else None, earlier)
        if is_headline and read_headline(scene):
            continue
        alone = before if items.letters == "Q" else None
        if items.letters[0] == "Q" and (running := running or alone):
            running.pieces.append((items.starts[0], items.stops[0]))
            scene.last = running
            _read(scene, read, 1)
        elif not read_label(scene):
            _read(scene, read)
        running = _running(scene, running)
        before = scene.last if scene.last and scene.last.direct else None
        earlier = None if is_headline else items
        is_open = items.open is not None
    return finish(with_nested(source, found, lexicon.words, _reading_inside(verbs, lexicon, read)))


def _reading_inside(verbs: Verbs, lexicon: Lexicon, read: Reader) -> Callable[[Items], list[Working]]:
    """The function that reads what is told inside a content."""

    def inside(items: Items) -> list[Working]:
        scene = Scene(items, verbs, lexicon.words)
        _read(scene, read)
        return scene.found

    return inside


def _cased_reader(reports: Reports) -> Reader:
    from .cased import sentence_reader  # a grammar of its own, which English does not wait for

    return sentence_reader(reports)


def _read(scene: Scene, read: Reader, skip: int = 0) -> None:
    """Read the sentences of a paragraph; a quotation alone goes on with the speaker before it, or waits for the next."""
    waiting: list[tuple[int, int]] = []
    drop_asides(scene.items, scene.words)
    for first, last in sentences(scene.items):
        if last <= skip:
            continue
        if scene.items.letters[first:last] == "Q":
            if scene.last is not None and not waiting:
                scene.last.pieces.append(scene.span(first, last))
            else:
                waiting.append((first, last))
            continue
        before = scene.last
        if read_source(scene, first, last) or (before is not None and only_tells_where(scene, first, last)):
            continue
        if not (waiting and read_afterwards(scene, first, last)):
            read(scene, first, last)
        told = scene.last if scene.last is not before else None
        if waiting and told and (told.direct or _ends_speech(scene, told, first)):
            told.pieces[:0] = [scene.span(*w) for w in waiting]
        elif told is None and _is_speech(scene, first, waiting):
            waiting.append((first, last))
            continue
        waiting = []


def _is_speech(scene: Scene, first: int, waiting: list[tuple[int, int]]) -> bool:
    """Whether a sentence without a report belongs to the speech that a dash opens: — Мы ждали. Теперь дождались, — сказал он."""
    items = scene.items
    return items.cased and items.letters[0] == "-" and (first < 2 or bool(waiting))


def _ends_speech(scene: Scene, told: Working, first: int) -> bool:
    """Whether a report behind a comma and a dash ends the speech of its paragraph, from sentence `first` on."""
    items = scene.items
    return items.letters[0] == "-" and told.pieces[0][0] == items.starts[first] and told.method.startswith("behind")


def _running(scene: Scene, running: Working | None) -> Working | None:
    """The report whose quotation goes on in the next paragraph: one left open, or announced by a colon at the end."""
    items = scene.items
    if items.open is not None:
        return scene.last or running
    if items.letters[-1] == ":" and scene.last and not scene.last.pieces:
        return scene.last
    return None
