"""Whom a noun phrase names: one chain of nouns, or several that conjunctions join."""

from __future__ import annotations

import re

from .case import Attribution, Phrase
from .chain import Chain, named_by
from .media import is_english

APPOSED = re.compile("[^KkwJR]*[Tt](?:w[^SMGKkJRw]*[Tt])+[Kkxnjvm]+")
OWN_BODY = re.compile("(?:[SM]e?)?[xk]+w[xk]{0,3}Y")
ONE_NAME = re.compile("[kKx]*([kK])w[kKx]*([kKI])")
ONE_TITLE = re.compile("[SMGY]?Y?[^SMGYTKkJROhw]+(?:w[^SMGYTKkJROhw]+)+T[Kk]+")
PLACES = re.compile(r"P[SMKkx]+(?:w[SMKkx]+)+\Z")
LISTED = re.compile("[SMG],[SMG](?=[,w])")  # Britain, Germany and France
ACTORS = ("S", "M", "G", "K", "k", "J", "T", "t", "h", "O", "R", "Y", "x")

ACTING = frozenset("TtKhGOJR")

Part = tuple[tuple[str, ...], str]


def phrase_named_by(words: tuple[str, ...], letters: str, near: str | None, case: Attribution) -> Phrase:
    """Return whom the words of a noun phrase name; the same words are asked about once a document."""
    key = words, letters, near
    if (phrase := case.phrases.get(key)) is None:
        phrase = case.phrases[key] = _phrase(words, letters, near, case)
    return phrase


def _phrase(words: tuple[str, ...], letters: str, near: str | None, case: Attribution) -> Phrase:
    found = [named_by(Chain(part, classes, near, case)) for part, classes in _parts(words, letters, case)]
    if len(found) == 1:
        party, actor = found[0]
        return Phrase(party, actor, False)
    parties = sorted({party for party, _ in found if party})
    return Phrase("+".join(parties) or None, "joint:" + "+".join(sorted({actor for _, actor in found})), True)


def _parts(words: tuple[str, ...], letters: str, case: Attribution) -> list[Part]:
    """The chains of a phrase; places behind private people, a title that a conjunction divides (外长兼副总理) and a known name are one."""
    if "w" not in letters and "SS" not in letters:
        return [(words, letters)]
    if (places := PLACES.search(letters)) and words[places.start() - 1].lower() in case.words("private"):
        return [(words, letters)]  # ranchers in Sonora and Chihuahua
    if not case.language.is_spaced and ONE_TITLE.fullmatch(letters):
        return [(words, letters)]
    apposed = APPOSED.fullmatch(letters) and case.words("joining").isdisjoint(words)
    return [(words, letters)] if apposed or _is_one_title(words, letters, case) or case.people.find(case.language.joint.join(words)) else _split(words, letters)


def _is_one_title(words: tuple[str, ...], letters: str, case: Attribution) -> bool:
    """Trade and Industry Minister X, Peru's mines and energy ministry: a field stands before the conjunction, nobody who acts."""
    at = letters.find("w")
    if at < 1 or not ACTING.isdisjoint(letters[:at]):
        return False
    if OWN_BODY.fullmatch(letters):
        return words[at - 1] not in case.words("private") and (letters[at - 1] == "x" or words[at - 1] in case.words("office_field"))
    if is_english(case) and ONE_NAME.fullmatch(letters) and words[-1].lower() in case.words(("official_body", "private_body")):
        return words[at - 1].lower() not in case.words(("official_body", "private_body"))  # the Bakers and Millers Association
    return words[at - 1] in case.words("office_field") and "T" in letters[at:]


def _split(words: tuple[str, ...], letters: str) -> list[Part]:
    """Cut a joint subject at its conjunctions, and two states that stand together."""
    parts: list[Part] = []
    first = 0
    for i, letter in enumerate(letters):
        second_state = i > first and letters[i - 1 : i + 1] == "SS" and len(words[i]) == 1 and letters[i - 2 : i - 1] != "j"  # 驻港澳
        if second_state or (letter == "w" and _joins_actors(letters, first, i)) or LISTED.match(letters, i - 1):
            if i > first:
                parts.append((words[first:i], letters[first:i]))
            first = i + 1 if letter in "w," else i
    if first < len(letters):
        parts.append((words[first:], letters[first:]))
    return parts


def _joins_actors(letters: str, first: int, i: int) -> bool:
    """Whether a conjunction stands between two who act, not inside a title (水资源和灌溉部长)."""
    behind = i + 1 + letters.startswith("d", i + 1)
    return letters[i - 1 : i] in ACTORS and letters[behind : behind + 1] in ACTORS and first < i
