"""Reports that an outlet passes on: …, сообщает ТАСС со ссылкой на МИД; как пишет газета «…», …"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from detente.resources.verbs import VerbForm
from detente.text.outlets import is_latin

from ...working import Working
from ..hits import FINITE, Hit, Words
from ..items import Items
from ..scene import Scene
from ..subjects import Subject
from .messages import owner_of
from .phrases import LONGEST_TITLE, Phrase, phrase_at
from .subjects import subject_behind

CARRIED = re.compile(",(?:[nN][ThY]?)?P?i[^,.;:Q-]{0,6}[OQ](?:,?[wB][^,.;:Q-]{0,6}[OQ])?,")
ACTS = re.compile("[Rd]?[az]*c")  # …, ему посоветовали
AS_TOLD, IMPERSONAL = re.compile(",qc(?:P[^,c]{1,8})?,"), "ся"
SECONDHAND = "со слов"
LEARNED = VerbForm("узнать", (), frozenset(), "say", frozenset({"behind"}))
IN_INTERVIEW = re.compile(",[cV]Pd[nN]")  # …, следует из его интервью газете
REFERRED, ONTO, REFERRING = "сослаться", "на", "ссылаясь на"
WHOSE_WORDS = frozenset("SMGYTtKkh")
NEAR = 6  # items between a verb of learning and its source


class Relay(NamedTuple):
    """An outlet that passes on what items `first` to `last` (exclusive) say, and the source that it names."""

    hit: Hit
    outlet: Subject
    source: Phrase | None
    first: int
    last: int
    aside: tuple[int, int] | None = None  # where it stands inside what it passes on


def pass_over_carriers(scene: Scene, first: int, last: int) -> int:
    """Let a clause that only tells who carried somebody's words count as adverbs: посол, слова которого привел «Спутник», …

    Return where the sentence ends before a clause that tells in which interview he said so.
    """
    items = scene.items
    _name_alike(items, first, last)
    carrying = scene.words["carrying", "sourcing", "publishing"]
    for match in CARRIED.finditer(items.letters, first, last):
        told = items.words[match.start() : match.end()]
        if not carrying.isdisjoint(told) and (items.letters[match.start() + 1] != "q" or told[1] in items.known["whose"]):
            pass_over(items, match.start(), match.end())
    for match in AS_TOLD.finditer(items.letters, first, last):
        impersonal = items.words[match.start() + 1] in items.known["as_told"] and items.words[match.start() + 2].endswith(IMPERSONAL)
        if impersonal and _goes_on_reporting(items, match.end(), last) and "c" not in items.letters[first : match.start()]:
            pass_over(items, match.start(), match.end())  # министр, как отмечается в сообщении, поблагодарил …
    said = IN_INTERVIEW.search(items.letters, first, last)
    in_own = said is not None and items.words[said.end() - 2] in items.known["third_person"] and items.words[said.end() - 1] in items.known["spoken"]
    return said.start() if said and in_own and "c" in items.letters[first : said.start()] else last


def _goes_on_reporting(items: Items, first: int, last: int) -> bool:
    """Whether a reporting verb stands in a stretch, or one that reports with its noun."""
    return "c" in items.letters[first:last] or not items.known["expressing"].isdisjoint(items.words[first:last])


def _name_alike(items: Items, first: int, last: int) -> None:
    """Let сославшись на, whose other forms say something else, count as ссылаясь на."""
    if REFERRED not in items.words[first:last]:
        return
    for k in range(first, last - 1):
        if items.words[k] == REFERRED and items.cases[k] == "d" and items.words[k + 1] == ONTO:
            items.letters, items.words[k] = items.letters[:k] + "r" + items.letters[k + 1 :], REFERRING


def pass_over(items: Items, first: int, last: int) -> None:
    """Let an aside count as one of adverbs: посол, как пишет «Заря», отказался."""
    items.letters = items.letters[:first] + "a" * (last - first) + items.letters[last:]


def find_relay(items: Items, hits: list[Hit], first: int, last: int, words: Words) -> Relay | None:
    """Return the outlet that passes on a sentence, at its end or at its head."""
    for hit in (*hits, *_learned(items, first, last, words)):
        if hit.mode != FINITE or (hit.form is not LEARNED and items.words[hit.at] not in words["passing_on"]):
            continue
        start = _start(items, hit, first)
        if start is None or not items.known["own_words"].isdisjoint(items.words[hit.last : hit.last + 1]):
            continue
        quoted = _learner(items, hit, last) if hit.form is LEARNED else _quoted_name(items, hit.last, last)
        outlet = quoted or subject_behind(items, hit, last)
        if outlet is None or not (quoted or is_medium(items, outlet, words)):
            continue
        if not items.known["own_words"].isdisjoint(items.words[outlet.first : outlet.last]):
            continue
        source, end = _source(items, outlet.last, last, words)
        if source is None and hit.form is LEARNED and not (start == first and is_medium(items, outlet, words)):
            continue
        if start == first and end < last and items.letters[end] == ",":
            return Relay(hit, outlet, source, end + 1, last)
        if start > first and end >= last:
            return Relay(hit, outlet, source, first, _before(items, start, first))
        inside = start > first and items.letters[start - 1] == "," and items.letters[end : end + 1] == ","
        if inside and (items.letters[start] == "q" or _divides(items, first, start, end)):
            return Relay(hit, outlet, source, first, last, (start - 1, end + 1))
    return None


def _learned(items: Items, first: int, last: int, words: Words) -> list[Hit]:
    """узнал Bloomberg от чиновников: verbs by which an outlet has from somebody what it reports."""
    if words["learning"].isdisjoint(items.words[first:last]):
        return []
    found = [k for k in range(first, last) if items.words[k] in words["learning"]]
    return [Hit(k - (items.words[k - 1] in items.known["become"]), k, k + 1, LEARNED, FINITE, False) for k in found]


def _learner(items: Items, hit: Hit, last: int) -> Subject | None:
    """The outlet between a verb of learning and its source: стало известно «Коммерсанту» от двух чиновников."""
    stop = next((k for k in range(hit.last + 1, min(last, hit.last + NEAR)) if items.words[k] in items.known["obtained_from"]), None)
    if stop is None and items.letters[hit.first - 1 : hit.first] == "q":  # как стало известно газете
        told = phrase_at(items, hit.last, last)
        return Subject(told.first, told.last, hit.at, "behind") if told and not told.preposition and items.cases[told.head] in "db" else None
    return Subject(hit.last, stop, hit.at, "behind") if stop and items.letters[hit.last] in "QOkKhj" else None


def _divides(items: Items, first: int, start: int, end: int) -> bool:
    """Whether the report of an outlet stands between a subject and its verb: Президент, пишет Politico, сообщил …"""
    return set("Vc").isdisjoint(items.letters[first:start]) and ACTS.match(items.letters, end + 1) is not None


def only_carries(scene: Scene, relay: Relay) -> bool:
    """Whether what an outlet passes on only tells who else carried what was told before: Его слова приводит News.am, передает ТАСС."""
    items, (first, last) = scene.items, (relay.first, relay.last)
    at = first + (items.letters[first : first + 1] == "d")
    carrying = scene.words["carrying", "sourcing", "publishing", "following"]
    takes_up = not scene.words["taken_up", "this", "cited_noun"].isdisjoint(items.words[at : at + 1])
    return bool(scene.found) and takes_up and set("l:Q").isdisjoint(items.letters[first:last]) and not carrying.isdisjoint(items.words[first:last])


def find_aside(items: Items, hits: list[Hit], first: int, last: int, words: Words) -> Relay | None:
    """Return the outlet by whose data a sentence is told that has a report of its own: Берн, по данным «Зари», согласился …"""
    at = items.letters.find("A", first + 1, last)
    phrase = phrase_at(items, at + 1, last) if at > first else None
    if phrase is None or items.letters[at - 1] != "," or items.letters[phrase.last : phrase.last + 1] != ",":
        return None
    own = next((h for h in hits if h.mode == FINITE and h.first >= phrase.last), None)
    outlet = Subject(phrase.first, phrase.last, at, "according")
    return Relay(own, outlet, None, first, last, (at - 1, phrase.last + 1)) if own and is_medium(items, phrase, words) else None


def _quoted_name(items: Items, at: int, last: int) -> Subject | None:
    """сообщает «Мир 24»: an outlet that no list knows, by the marks around its name."""
    ends = items.letters[at + 1 : at + 2] in ("", ".", ",", "(", "r")
    short = ends and at < last and items.letters[at] == "Q" and items.stops[at] - items.starts[at] < LONGEST_TITLE
    return Subject(at, at + 1, at, "quoted") if short else None


def _start(items: Items, hit: Hit, first: int) -> int | None:
    """Where the report of a relay begins: at its verb, or at как or об этом before it."""
    at = hit.first
    if at > first and items.letters[at - 1] == "q" and items.words[at - 1] in items.known["as_told"]:
        at -= 1
    elif at > first + 1 and items.words[at - 2 : at] == ["о", "чем"]:
        at -= 2
    if at == first:
        return at if items.letters[at] == "q" else None
    return at if items.letters[at - 1] in ",-Q" else None


def _before(items: Items, start: int, first: int) -> int:
    while start > first and items.letters[start - 1] in ",-":
        start -= 1
    return start


def _source(items: Items, at: int, last: int, words: Words) -> tuple[Phrase | None, int]:
    """The source that an outlet names, and where the report of the relay ends."""
    named = at < last and (items.words[at] in words["words_of"] or items.words[at] in items.known["obtained_from"])
    owner = phrase_at(items, at + 1, last) if named else None
    if owner and not owner.preposition:
        close = items.letters.find(",", owner.last, last)
        return owner, close if close >= 0 else last
    relay = next((k for k in range(at, last) if items.letters[k] == "r" or items.words[k] == SECONDHAND), -1)
    if relay >= 0 and not set(items.letters[at:relay]) & set("VcQl") and "," not in items.letters[at : relay - 1]:
        source = phrase_at(items, relay + 1, last)
        if source:
            comma = items.letters.find(",", source.last, last)
            own = items.words[source.first] in items.known["third_person"] and items.words[source.head] in items.known["spoken"]  # на его интервью газете
            return None if own else source, comma if comma >= 0 else last
    close = at
    while close < last and items.letters[close] not in ",;:-":
        close += 1
    return None, close


def name_sources(scene: Scene, known: int, first: int, last: int) -> None:
    """Give the reports of outlets found since `known` their relays, and let the sources that these name speak."""
    items = scene.items
    relay = items.letters.find("r", first, last)
    source = phrase_at(items, relay + 1, last) if relay >= 0 and items.words[relay] in scene.words["referring"] else None
    for draft in scene.found[known:]:
        if draft.relays or draft.speaker is None:
            continue
        begin = bisect_left(items.starts, draft.speaker[0])
        outlet = Subject(begin, bisect_left(items.starts, draft.speaker[1], begin), begin, "relay")
        if is_medium(items, outlet, scene.words):
            draft.relays = ((draft.speaker,),)
            _quote(scene, draft, None if _is_inside(items, draft, relay, last) else source)
        elif owner := _passed_on(scene, outlet.last, bisect_left(items.starts, draft.cue[0])):
            draft.relays, draft.speaker = ((draft.speaker,),), scene.span(owner.first, owner.last)


def _passed_on(scene: Scene, first: int, last: int) -> Phrase | None:
    """Whose words somebody passes on who reports them: Посол, передавая слова султана, сообщил, что …"""
    items, passing = scene.items, scene.words["retelling", "citing", "referring"]
    at = next((k for k in range(first, last) if items.words[k] in passing and (items.letters[k] in "gr" or items.cases[k] == "d")), -1)
    if at < 0 or items.letters[at - 1] != ",":
        return None
    words = next((k for k in range(at + 1, min(last, at + NEAR)) if items.words[k] in items.known["cited_noun"]), None)
    owner = owner_of(items, words, last) if words is not None else phrase_at(items, at + 1, last) if items.words[at] in scene.words["citing"] else None
    named = owner is not None and not owner.preposition and items.letters[owner.head] in WHOSE_WORDS and items.letters[owner.last] == ","
    return owner if named else None


def _is_inside(items: Items, draft: Working, relay: int, last: int) -> bool:
    """Whether another who reports inside a content names a source: ТАСС сообщает, что газета со ссылкой на министра пишет, что …"""
    within = relay >= 0 and any(start <= items.starts[relay] < stop for start, stop in draft.pieces)
    return within and ("c,l" in items.letters[relay:last] or "c:" in items.letters[relay:last])


def _quote(scene: Scene, draft: Working, source: Phrase | None) -> None:
    if source is None:
        return
    span = scene.span(source.first, source.last)
    draft.speaker = span
    if is_medium(scene.items, source, scene.words):
        draft.relays = (*draft.relays, (span,))


def is_medium(items: Items, subject: Subject | Phrase, words: Words) -> bool:
    """Whether a subject is an outlet, by its name or by its kind, not somebody who speaks for one or to one."""
    named = items.words[subject.first : subject.last]
    if not words["source"].isdisjoint(named) or "T" in items.letters[subject.first : subject.last]:
        return False
    span = range(subject.first, subject.last)
    letters = items.letters[subject.first : subject.last]
    if letters[0] == "h" and letters[-1] == "K" and "O" not in letters and words["medium"].isdisjoint(named[:1]):
        return False  # заместитель директора агентства Ривас
    if any(items.words[k] in words["body_alone"] and (items.words[k] not in words["medium"] or items.letters[k + 1] == "P") for k in span[:-1]):
        return False  # французский регулятор ARCEP, агентство по атомной энергии
    return any(items.letters[k] == "O" or items.words[k] in words["medium"] or _is_latin(items, k) for k in span)


def _is_latin(items: Items, k: int) -> bool:
    """Whether a name is written in Latin letters, as those of foreign outlets are: пишет La Razon."""
    return items.letters[k] in "kK" and is_latin(items.words[k])
