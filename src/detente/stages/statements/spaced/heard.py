"""Whose words somebody has or brings: was told by X, has it from X, conveyed a message from X, what X had answered: …"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from detente.resources.verbs import VerbForm

from .hits import FINITE, Hit, Words
from .items import Items
from .phrases import phrase_after
from .scene import Scene
from .subjects import leading, subject_of

PASSED = VerbForm("pass on", (), frozenset(), "say", frozenset({"that"}))
Range = tuple[int, int]
OWNED = "e"
NEAR = 8  # items between who gives his word and the word
REACH = 12  # items between whose words they are and what they say
MEANS = 5  # items that tell how and when somebody was told
OPENS = frozenset("l:")
BETWEEN = frozenset("PdxaDnNhSMGYTKkmObVu,c")  # what may stand there: in a phone call on Friday
SPEAKING = frozenset("SMGYTKkhtRJ")
TELLING = ("heard", "conveying", "manner", "giving_word", "receiving_word")
IT, WHAT, WITH = frozenset(("it", "this")), "what", "with"
OTHER = IT | {WHAT, WITH}


class Heard(NamedTuple):
    """Whose words they are, where these begin, and who has them, None where that is nobody who is named."""

    source: Range
    start: int
    by: Range | None


def may_tell(told: list[str], words: Words) -> bool:
    """Whether words may tell whose words somebody has or brings."""
    if not words[TELLING].isdisjoint(told) or WHAT in told:
        return True
    return ("it" in told and "from" in told) or (WITH in told and not words["message"].isdisjoint(told))


def tells(word: str, words: Words) -> bool:
    """Whether a word may be the one that tells so."""
    return word in words[TELLING] or word in OTHER


def heard_at(scene: Scene, at: int, first: int, last: int) -> Heard | None:
    """Return whose words are told of at an item of a sentence."""
    return next((found for rule in RULES if (found := rule(scene, at, first, last))), None)


def _told_by(scene: Scene, at: int, first: int, last: int) -> Heard | None:
    """was told by X, was told on the phone by X, heard from X."""
    items = scene.items
    if items.words[at] not in scene.words["heard"]:
        return None
    by = _past_means(scene, at + 1, last)
    told = items.words[by] == "by" and items.letters[at - 1] in "va" and items.letters[at] == "c"
    return _from(scene, by + 1, at, first, last) if told or items.words[by] == "from" else None


def _past_means(scene: Scene, at: int, last: int) -> int:
    """Where stands by whom somebody was told: behind on the phone, by letter, on Tuesday."""
    items = scene.items
    near = range(at, min(at + MEANS, last - 1))
    by = next((k for k in near if items.words[k] in ("by", "from") and items.words[k + 1] not in scene.words["by_means"]), at)
    return by if by == at or (items.letters[at] in "PD" and set(items.letters[at:by]) <= set("PdxaDNn")) else at


def _has_it(scene: Scene, at: int, first: int, last: int) -> Heard | None:
    """says he has it from X that …; had it on the word of X."""
    items = scene.items
    having = items.words[at] in IT and items.words[at - 1] in scene.words["having_it"] and items.words[at + 1] == "from"
    return _from(scene, at + 2, at - 1, first, last) if having else None


def _from(scene: Scene, begin: int, at: int, first: int, last: int) -> Heard | None:
    stop = phrase_after(scene.items, begin, last)
    start = _content(scene.items, stop, last) if stop > begin else 0
    return Heard((begin, stop), start, _who(scene, at, first)) if start else None


def _conveyed(scene: Scene, at: int, first: int, last: int) -> Heard | None:
    """conveyed a message from X, passed on X's warning, came back with a message from X."""
    items = scene.items
    brings = items.words[at] in scene.words["conveying"] and items.letters[at] in "cV"
    if not brings and not (items.words[at] == WITH and items.letters[at] == "P"):
        return None
    source = _owner(scene, at, last)
    start = _content(items, source[1], last) if source else 0
    if source is None or not start:
        return None
    return Heard(source, start, _who(scene, at, first) if brings else _leading(scene, first, at))


def _owner(scene: Scene, at: int, last: int) -> Range | None:
    """Whose message is brought: a message from X, X's warning."""
    items = scene.items
    begin = at + 1 + (items.words[at + 1] in ("on", "along", "out", "over", "back"))
    noun = next((k for k in range(begin, min(last, begin + REACH)) if items.words[k] in scene.words["message"]), None)
    if noun is None or not set(items.letters[begin:noun]) <= set("dxjSMGYTKkheO"):
        return None
    if OWNED in items.letters[begin:noun]:
        return begin, items.letters.rindex(OWNED, begin, noun)
    stop = phrase_after(items, noun + 2, last) if items.words[noun + 1 : noun + 2] and items.words[noun + 1] in items.known["author"] else noun
    return (noun + 2, stop) if stop > noun + 2 else None


def _conveyed_to(scene: Scene, at: int, first: int, last: int) -> Heard | None:
    """Israel had conveyed to Cairo that …: who conveys it speaks."""
    items = scene.items
    stop = phrase_after(items, at + 2, last) if items.words[at] in scene.words["conveying"] and items.words[at + 1] == "to" else 0
    who = _who(scene, at, first) if stop > at + 2 and items.letters[stop : stop + 1] == "l" else None
    return Heard(who, stop + 1, None) if who and items.letters[who[1] - 1] in SPEAKING else None


def _given(scene: Scene, at: int, first: int, last: int) -> Heard | None:
    """Washington had given Beirut assurances that …; had received assurances from Washington that …; gave Oman his word that …"""
    items, words = scene.items, scene.words
    gives, receives = items.words[at] in words["giving_word"], items.words[at] in words["receiving_word"]
    if not (gives or receives) or items.letters[at] not in "cV":
        return None
    noun = next((k for k in range(at + 1, min(last - 1, at + NEAR)) if items.words[k] in words["word_given"]), None)
    if noun is None or not set(items.letters[at + 1 : noun]) <= set("dxjSMGYTKkhtuReowV"):
        return None
    if receives:
        return _from(scene, noun + 2, at, first, last) if items.words[noun + 1] == "from" else None
    start, who = _content(items, noun + 1, last), _who(scene, at, first)
    return Heard(who, start, None) if start and who and items.letters[who[1] - 1] in SPEAKING else None


def _what_said(scene: Scene, at: int, first: int, last: int) -> Heard | None:
    """told guests what X had answered: …; what the families had heard from X: …"""
    items = scene.items
    if items.words[at] != WHAT or ":" not in items.letters[at:last]:
        return None
    stop = verb = phrase_after(items, at + 1, last)
    while verb < last and items.letters[verb] in "va":
        verb += 1
    if stop == at + 1 or verb >= last - 1 or items.letters[verb] != "c":
        return None
    told = items.words[verb] in scene.words["heard"] and items.words[verb + 1] == "from"
    source = (verb + 2, phrase_after(items, verb + 2, last)) if told else (at + 1, stop)
    colon = items.letters.find(":", source[1], min(last, verb + REACH))
    if colon < 0 or colon + 1 >= last or source[0] >= source[1] or not set(items.letters[max(source[1], verb + 1) : colon]) <= BETWEEN:
        return None
    return Heard(source, colon + 1, (at + 1, stop) if told else _leading(scene, first, at))


def _plainly(scene: Scene, at: int, first: int, last: int) -> Heard | None:
    """The senators were blunt: …"""
    items = scene.items
    if items.words[at] not in scene.words["manner"] or items.letters[at + 1] != ":" or items.letters[at - 1] not in "va":
        return None
    who = _who(scene, at, first)
    return Heard(who, at + 2, None) if who and items.letters[who[1] - 1] in SPEAKING else None


def _content(items: Items, at: int, last: int) -> int:
    """Where what was passed on begins: behind that, a colon or saying; 0 where nothing does."""
    for k in range(at, min(last - 1, at + REACH)):
        if items.letters[k] in OPENS:
            return k + 1
        if items.words[k] in items.known["message_saying"]:
            return k + 1 + (items.letters[k + 1] == "l")
        if items.letters[k] not in BETWEEN:
            return 0
    return 0


def _who(scene: Scene, at: int, first: int) -> Range | None:
    """The subject of what stands at an item."""
    items, begin = scene.items, at
    while begin > first and items.letters[begin - 1] in "avz":
        begin -= 1
    if items.words[begin] == "being":
        return _leading(scene, first, begin)
    found = subject_of(items, Hit(begin, at, at + 1, PASSED, FINITE, False), first, scene.words)
    return (found.first, found.last) if found else None


def _leading(scene: Scene, first: int, at: int) -> Range | None:
    found = leading(scene.items, first, at, scene.words)
    return (found.first, found.last) if found else None


RULES: tuple[Callable[[Scene, int, int, int], Heard | None], ...] = (
    _told_by,
    _has_it,
    _conveyed,
    _conveyed_to,
    _given,
    _what_said,
    _plainly,
)
