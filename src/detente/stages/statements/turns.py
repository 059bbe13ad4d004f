"""Turns of a conversation that is printed line by line: 记者问:…? 答:…"""

from __future__ import annotations

from bisect import bisect_left

from msgspec import structs

from detente.records import Record

from .clauses import Unit
from .cues import hits
from .phrases import NOUNISH, is_actor
from .quotations import is_postposed, read_told
from .scene import Scene
from .subjects import Subject
from .working import Pair

LONGEST_LABEL = 14
AROUND_NAME = NOUNISH | frozenset("aDv")


class Label(Record, frozen=True):
    """What opens a turn: the items of who speaks, those of the cue, and whether it asks."""

    speaker: tuple[int, int] | None
    cue: tuple[int, int] | None
    asks: bool


class Talk:
    """The conversation of a document: whether it has begun, and where who answers was named last."""

    def __init__(self) -> None:
        self.begun = False
        self.answerer: Pair | None = None


def label_of(scene: Scene, unit: Unit) -> Label | None:
    """Return the label that a clause before a colon is: 问:, 某社记者追问:, 某某:, 某某说:"""
    view, words = scene.view, scene.lexicon.words
    if unit.mark != ":" or unit.quoted or unit.last - unit.first > LONGEST_LABEL:
        return None
    cues = words["asking", "answering"]
    cue = next((i for i in range(unit.first, unit.last) if view.words[i] in cues), unit.last)
    named = _trimmed(scene, unit.first, cue)
    if not set(view.letters[unit.first : unit.last].replace("c", "", 1)) <= AROUND_NAME:
        return None
    if named and not is_actor(view, *named):
        return None
    if cue == unit.last:
        return Label(named, None, view.words[cue - 1] in words["asker"]) if named else None
    return Label(named, (cue, cue + 1), view.words[cue] in words["asking"])


def _trimmed(scene: Scene, first: int, last: int) -> tuple[int, int] | None:
    """The items of a name without the adverbs behind it."""
    while last > first and scene.view.letters[last - 1] in "aDv":
        last -= 1
    return (first, last) if first < last else None


def read_turns(scene: Scene, talk: Talk) -> tuple[int, list[Scene]]:
    """Open the turns at the start of a paragraph.

    Return the number of the unit behind them, and the insides of questions, whose statements are still to read.
    """
    n, told = 0, []
    while n + 1 < len(scene.units) and (label := label_of(scene, scene.units[n])) and not scene.units[n + 1].quoted:
        if not (label.asks or talk.begun):
            break
        if label.asks and not talk.begun:
            talk.begun, talk.answerer = True, _host(scene, scene.view.starts[0])
        stop = _end_of_turn(scene, n + 1)
        inside = _open(scene, n, stop, label, talk)
        if label.asks:
            told.append(inside)
        n = stop
    return n, told


def _end_of_turn(scene: Scene, first: int) -> int:
    """Number of the unit at which another turn or a sentence about who speaks begins."""
    units = scene.units
    for n in range(first + 1, len(units)):
        if units[n - 1].mark != ".":
            continue
        if units[n].quoted and n + 1 < len(units) and is_postposed(scene, units[n + 1], True):
            return n
        if label_of(scene, units[n]) or _is_told(scene, units[n]):
            return n
    return len(units)


def _is_told(scene: Scene, unit: Unit) -> bool:
    """她还说,…: the turn is over, its speaker is quoted."""
    if scene.view.words[unit.first] not in scene.lexicon.words["singular"]:
        return False
    return any(hit.entry.frame == "say" for hit in hits(scene.view, unit.first, unit.last, scene.lexicon))


def _open(scene: Scene, n: int, stop: int, label: Label, talk: Talk) -> Scene:
    """Add the draft of a turn and return the scene of its inside."""
    unit = scene.units[n]
    subject = Subject(*label.speaker, "turn") if label.speaker else None
    colon = scene.view.stops[unit.last - 1]
    cue = scene.span(*label.cue) if label.cue else (colon, colon + 1)
    lemma = scene.view.words[label.cue[0]] if label.cue else ":"
    draft = scene.new(unit, subject, cue, lemma, "say", "turn")
    if not label.asks:
        draft.speaker = talk.answerer = draft.speaker or talk.answerer
    start, last = scene.view.starts[scene.units[n + 1].first], scene.view.stops[scene.units[stop - 1].last - 1]
    draft.take(start, last, n)
    scene.last = draft
    starts = scene.source.tokens.starts
    inside = Scene(scene.source, bisect_left(starts, start), bisect_left(starts, last), outer=draft)
    if label.asks:
        inside.units = _without_questions(inside)
    else:
        read_told(inside, draft)
    return inside


def _without_questions(scene: Scene) -> list[Unit]:
    """The clauses of a question that tell something; the clause that asks ends what is told before it."""
    kept: list[Unit] = []
    for unit in scene.units:
        if not set(scene.view.words[unit.first : unit.last]).isdisjoint(scene.lexicon.words["interrogative"]):
            kept[-1:] = [structs.replace(before, mark=".") for before in kept[-1:]]
        else:
            kept.append(unit)
    return kept


def _host(scene: Scene, before: int) -> Pair | None:
    """Who holds the briefing: the first person behind an office on a line that names one, above a place of the text."""
    tokens, briefings = scene.source.tokens, scene.lexicon.words["briefing"]
    last = bisect_left(tokens.starts, before)
    host: Pair | None = None
    for i in range(1, last):
        if tokens.classes[i] in "\n\r":
            host = None
        elif host is None and tokens.classes[i] in "Kk" and tokens.classes[i - 1] in "Tt":
            host = tokens.starts[i], tokens.stops[i]
        elif host and tokens.words[i] in briefings:
            return host
    return None
