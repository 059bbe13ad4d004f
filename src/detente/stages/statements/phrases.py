"""Phrases of a clause: what a preposition governs, and which nouns can be a subject."""

from __future__ import annotations

from detente.text.classes import edges

from .view import View, between

NOUNISH = frozenset("SMGYTtIKORJhnjxmqbkDwuEi")
ACTORS = frozenset("SMGYTtKORJhkb")
SKIPPED = frozenset("aDeLBpm")
NAMING = frozenset("JKRTtpPcu")


def prepositional(view: View, first: int, last: int) -> list[tuple[int, int]]:
    """Return the ranges (start, stop) of items in a clause that prepositions govern, up to item `last`.

    在…时 runs to its localiser; 对/向/就… and a comitative 与/同/跟 run over the nouns that follow.
    """
    ranges: list[tuple[int, int]] = []
    letters = view.letters
    stop = first
    for i in between(view.prepositions, first, last):
        if i >= stop:
            stop = _localised(view, i, last) if letters[i] == "P" else _led_to(view, i, first, last)
            ranges.append((i, stop))
    return ranges


def _led_to(view: View, i: int, first: int, last: int) -> int:
    return _up_to_stand(view, i, first, last) or _up_to_result(view, i, last) or _governed(view.letters, i, last)


def _up_to_stand(view: View, i: int, first: int, last: int) -> int | None:
    """就建立通报机制达成共识: before a stand, 对/就… governs all up to it, whatever verbs are inside."""
    letters = view.letters
    if view.words[i] not in view.sets["stand_governor"]:
        return None
    stop = letters.find("g", i + 1, last + 1)
    if stop < 0:
        return None
    subject = max(letters.rfind("J", i + 2, stop), letters.rfind("K", i + 2, stop) if i == first else -1)
    if subject > 0 and set(letters[subject + 1 : stop]) <= SKIPPED:
        return subject
    while stop > i + 2 and letters[stop - 1] in "aDe":
        stop -= 1
    return stop


def _up_to_result(view: View, i: int, last: int) -> int | None:
    """因对方威胁而取消: a cause runs to what it brings about."""
    if view.words[i] not in view.sets["causal"]:
        return None
    return next((k for k in range(i + 2, last) if view.words[k] in view.sets["resulting"]), None)


def _localised(view: View, i: int, last: int) -> int:
    """End of 在…: behind its localiser or an adverb that ends in one (在电台受访时), else behind the nouns that follow."""
    letters, occasions = view.letters, edges(view.sets["occasion"])
    for j in range(i + 1, last):
        if letters[j] == "a" and len(view.words[j]) > 1 and view.words[j].endswith(occasions):
            return j + 1
        if letters[j] == "L" and letters[j + 1 : j + 2] not in ("u", "L"):
            return j + 1
    j = i + 1
    ends = "KRJu" if letters[i - 1 : i] == "v" else "KRJ"  # 住在边境的|村民
    while j < last and letters[j] in NOUNISH and letters[j] not in ends:
        j += 1
    return j


def _governed(letters: str, i: int, last: int) -> int:
    """End of 对/向/就…: behind its nouns; a verb inside is passed over while nouns and 的 go on behind it."""
    stand = letters.find("g", i + 1, last + 1)
    if stand > 0 and NAMING.isdisjoint(letters[i + 1 : stand]):
        return i + 1 + len(letters[i + 1 : stand].rstrip("aDe"))  # 向|遇袭企业员工|表示慰问
    last = stand if 0 < stand < last else last
    j = i + 1
    while j < last and (letters[j] in NOUNISH or letters[j] == "L"):
        j += 1
    if j < last and letters[j] in "vcajB":
        rest = letters[j:last]
        at = rest.rfind("u")
        if at >= 0:
            j += at + 1
            while j < last and (letters[j] in NOUNISH or letters[j] in "cL"):
                j += 1
    return j


def inside(ranges: list[tuple[int, int]], i: int) -> tuple[int, int] | None:
    """Return the range that holds item `i`, if any."""
    for held in ranges:
        if held[0] <= i < held[1]:
            return held
    return None


def is_actor(view: View, first: int, last: int) -> bool:
    """Whether items `first` to `last` (exclusive) can name somebody who speaks."""
    letters = view.letters[first:last]
    if set(letters) & ACTORS:
        return True
    word = view.words[last - 1]
    if word in view.sets["rumour"]:
        return True
    if letters.endswith("x") and len("".join(view.words[first:last])) >= 2:
        return True
    return letters[-1:] in ("n", "x", "I") and len(word) > 1 and ends_human(view, word)


def ends_human(view: View, word: str) -> bool:
    """Whether a word ends as words for people and bodies do: 渔民者, 海关署."""
    return word[-1:] in view.sets["human_ending"]


def trim_subject(view: View, first: int, last: int) -> tuple[int, int] | None:
    """Drop what does not belong to a subject at the edges of a noun chunk, and a relative clause before its head."""
    letters = view.letters
    while last > first and (letters[last - 1] in "mDwuaeL" or _is_apart(view, last - 1, first)) and not is_side(view, last - 1, first):
        last -= 1
    while first < last and letters[first] in "wuDeLm":
        first += 1
    return (first, last) if first < last else None


def _is_apart(view: View, i: int, first: int) -> bool:
    """Whether a word behind somebody tells how he spoke: 官员|不愿具名."""
    return i > first and view.letters[i] == "j" and view.words[i] in view.sets["attribute"]


def is_side(view: View, i: int, first: int) -> bool:
    """Whether 方面 stands behind a side: 伊拉克方面."""
    return i > first and view.letters[i] == "L" and view.words[i] in view.sets["trailing"] and view.letters[i - 1] in "SMGY"


def split_companion(view: View, first: int, last: int, *, during: bool) -> tuple[int, int]:
    """Cut 王毅与布林肯 before the companion: in 王毅与布林肯通电话时表示 only the first speaks.

    和 joins speakers unless the clause tells `during` what one spoke.
    """
    companions = view.sets["companion_during" if during else "companion"]
    for i in range(first + 1, last):
        beside = view.letters[i - 1] in "SMKkRTJG" and view.letters[i + 1 : i + 2] in "SMKkRTJG"
        if view.letters[i] == "w" and view.words[i] in companions and beside:
            return first, i
    return first, last
