"""Clauses between cues: what they name, and whether they still belong to the open content."""

from __future__ import annotations

from .clauses import Unit
from .cues import is_refusal
from .headlines import may_speak
from .nominal import fronted_topic
from .phrases import SKIPPED, is_actor, prepositional
from .scene import Scene
from .subjects import Subject, leading

UNTOLD = frozenset("aDRKTSMYw")
FEW = 4  # words in which a condition says that it is one


def is_bare(scene: Scene, first: int, cue: int) -> bool:
    """Whether only adverbs, times and prepositional phrases stand before a cue."""
    ranges = prepositional(scene.view, first, cue)
    covered = {i for start, stop in ranges for i in range(start, stop)}
    return all(
        i in covered or scene.view.letters[i] in SKIPPED or scene.view.letters[i] == "w" for i in range(first, cue)
    )


def without_cue(scene: Scene, unit: Unit) -> None:
    """A clause that reports nothing may name the subject or the topic of the next one."""
    topic = fronted_topic(scene.view, unit.first, unit.last)
    if scene.fronted and scene.view.letters[unit.first] == "w":
        scene.fronted = (scene.fronted[0], scene.view.stops[unit.last - 1])  # 对A，以及B，…
    elif topic:
        scene.fronted = topic
    if topic or scene.fronted and scene.view.letters[unit.first] == "w":
        return
    ranges = prepositional(scene.view, unit.first, unit.last)
    subject = leading(scene.view, unit.first, unit.last, ranges)
    if subject and subject[1] < unit.last and is_actor(scene.view, *subject):
        scene.topic_subject = Subject(subject[0], _companion_too(scene, unit, subject), "earlier")
        if "K" in scene.view.letters[slice(*subject)]:
            scene.protagonist = scene.span(*subject)
        if scene.is_headline and unit.mark == ":" and scene.view.words[subject[1]] in scene.lexicon.words["on_matter"]:
            open_colon(scene, unit, Subject(*subject, "earlier"))  # 某某谈中日关系:…
    elif subject and unit.mark == ":" and subject[1] == unit.last and is_actor(scene.view, *subject):
        open_colon(scene, unit, Subject(*subject, "colon"))


def _companion_too(scene: Scene, unit: Unit, subject: tuple[int, int]) -> int:
    """Where a subject ends that acts together with somebody: A与来访的B今天发表联合声明,…"""
    view, stop = scene.view, subject[1]
    beside = view.words[stop] in view.sets["with_preposition"]
    issued = next((i for i in range(stop, unit.last) if view.words[i] in scene.lexicon.words["issued_together"]), None) if beside else None
    last = max(view.letters.rfind(letter, stop, issued) for letter in "KTS") + 1 if issued else 0
    return last or stop


def open_colon(scene: Scene, unit: Unit, subject: Subject) -> None:
    """王毅:「…」: the colon is the cue; in a headline no outlet's report is one (外媒:…)."""
    if scene.is_headline and not may_speak(scene.view, subject, unit.last):
        return
    stop = scene.view.stops[unit.last - 1]
    draft = scene.current = scene.new(unit, subject, (stop, stop + 1), ":", "say", "colon")
    if scene.is_outlet(subject):
        scene.passes_on(draft)


def continues(scene: Scene, unit: Unit) -> bool:
    """Whether a clause without a cue of its own still belongs to the open content."""
    current = scene.current
    if current is None or opens_refusal(scene, unit) or (current.pieces and (says_no_more(scene, unit) or leads_to_refusal(scene, unit))):
        return False
    if current.pieces and current.frame in ("act", "agree") and scene.view.letters[unit.first - 1 : unit.first] == ";":
        return False
    if scene.is_headline:
        return current.reports
    quoted = current.direct and len(current.pieces) == 1 and not current.method.startswith("postposed")
    if (current.reports and not quoted) or is_condition(scene, unit):
        return True
    if scene.view.words[unit.first] in scene.lexicon.words["otherwise"]:
        return True
    ranges = prepositional(scene.view, unit.first, unit.last)
    subject = leading(scene.view, unit.first, unit.last, ranges)
    return subject is None or not is_actor(scene.view, *subject) or subject[1] == unit.last


def is_condition(scene: Scene, unit: Unit) -> bool:
    """警告A,若不B,就C: behind a condition stands what follows from it."""
    stop = unit.first - 1
    while stop > 0 and scene.view.letters[stop - 1] not in ",;:.\n":
        stop -= 1
    opening = scene.view.words[stop : min(stop + FEW, unit.first)]
    return not scene.lexicon.words["conditional"].isdisjoint(opening)


def opens_refusal(scene: Scene, unit: Unit) -> bool:
    """…,惟拒绝透露细节: the speaker says no more."""
    if "refusing" not in scene.view.met:
        return False
    at = unit.first
    while at < unit.last and scene.view.letters[at] in "aDRKTSMY" and not is_refusal(
        scene.view, at, unit.last, scene.lexicon
    ):
        at += 1
    return is_refusal(scene.view, at, unit.last, scene.lexicon)


def says_no_more(scene: Scene, unit: Unit) -> bool:
    """…,但她未作说明: no more than that the speaker tells nothing else; a denial of having told is something said."""
    words, letters = scene.view.words, scene.view.letters
    for i in range(unit.first, unit.last):
        if words[i] in scene.lexicon.words["negation"]:
            behind = words[i + 1 : min(i + 4, unit.last)]
            return not scene.lexicon.words["nothing_more"].isdisjoint(behind)
        if letters[i] not in UNTOLD:
            return False
    return False


def leads_to_refusal(scene: Scene, unit: Unit) -> bool:
    """…;对于名单,她拒绝回答: a clause that only names what the next one says no more about."""
    if unit.mark != "," or fronted_topic(scene.view, unit.first, unit.last) is None:
        return False
    at = next((n + 1 for n, each in enumerate(scene.units) if each.first == unit.first), len(scene.units))
    return at < len(scene.units) and (opens_refusal(scene, scene.units[at]) or says_no_more(scene, scene.units[at]))
