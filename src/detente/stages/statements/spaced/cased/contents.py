"""What may be the content behind a reporting verb, and where it begins and ends."""

from __future__ import annotations

from ..contents import Content
from ..hits import Hit
from ..items import Items
from .phrases import SURE, phrase_at

REACH = 30
LONGEST_OBJECT = 8
FINITE = frozenset("Vc")
ABOUT = frozenset(("то", "тот", "это"))


def content_of(items: Items, hit: Hit, last: int) -> Content | None:
    """Return the content behind a reporting verb, or None where nothing fits what the verb takes."""
    takes, letters = hit.form.takes, items.letters
    at, told = hit.last, None
    while at < min(last, hit.last + REACH):
        letter, after = letters[at], letters[at + 1 : at + 2]
        if letter == "Q" and letters[at + 1 : at + 3] == ",l":
            at += 1
        elif letter in ":Q" or (letter in ",-" and after == "Q"):
            return _quoted(items, at, last, told) if "quote" in takes or letter == ":" else _nominal(items, hit, at, last)
        elif letter == ",":
            if after == "l" and "that" in takes:
                return Content(at + 2, "that", told) if at + 2 < last else None
            if after in ("q", "i") and takes & {"wh", "that"} and hit.form.frame in ("say", "tell", "joint"):
                return Content(at + 1, "wh", told)
            stop = _aside(items, at, last)
            if not stop:
                return None
            at = stop
        elif letter == "l" and "that" in takes:
            return Content(at + 1, "that", told) if at + 1 < last else None
        elif "to" in takes and is_infinitive(items, at):
            return Content(at, "to", told)
        elif told is None and "told" in takes and (end := _is_told(items, at, last)):
            told, at = (at, end), end
        elif governed := _nominal(items, hit, at, last):
            return governed._replace(told=told)
        elif letter in "aDmzw" or (letter == "-" and hit.form.frame != "act"):
            at += 1
        elif phrase := phrase_at(items, at, last):
            if "told" in takes and not phrase.preposition and items.cases[phrase.head] in "dog" and told is None:
                told = (phrase.first, phrase.last)
            at = phrase.last
        elif letter == "P" and after in ("D", "m", "a"):
            at += 2
        else:
            return None
    return None


def is_infinitive(items: Items, at: int) -> bool:
    """Whether an item is an infinitive, of a reporting verb too."""
    return items.letters[at] in "vc" and items.cases[at] == "i"


def _is_told(items: Items, at: int, last: int) -> int:
    """Behind a dative before another object: пригрозил Лондону пошлинами; 0 where there is none."""
    phrase = phrase_at(items, at, last)
    if phrase is None or phrase.preposition or items.cases[phrase.head] != "d":
        return 0
    return phrase.last if phrase_at(items, phrase.last, last) else 0


def _quoted(items: Items, at: int, last: int, told: tuple[int, int] | None) -> Content | None:
    first = at + 1 if items.letters[at] in ":,-" else at
    return Content(first, "quote", told) if first < last else None


def _aside(items: Items, comma: int, last: int) -> int:
    """Behind a short aside between commas: сказал он, улыбаясь, что; 0 where none closes."""
    close = items.letters.find(",", comma + 1, last)
    if close < 0 or FINITE & set(items.letters[comma + 1 : close]) and items.letters[comma + 1] != "i":
        return 0
    return close if items.letters[close + 1 : close + 2] in ("l", "q", "Q") else 0


def _nominal(items: Items, hit: Hit, at: int, last: int) -> Content | None:
    """A noun phrase, alone or behind a preposition that the verb takes, or the person whom the verb is about."""
    takes, letters = hit.form.takes, items.letters
    phrase = phrase_at(items, at, last)
    if phrase is None:
        return None
    if phrase.preposition:
        return _prepositional(items, hit, at, phrase.first, last)
    if items.cases[phrase.head] in SURE and phrase.first == hit.last:
        return None
    if "any" in takes:
        return Content(phrase.first, "noun") if at == hit.last else None
    if letters[phrase.head] == "R" and items.words[phrase.head] in ABOUT and letters[phrase.last : phrase.last + 2] == ",l":
        return Content(phrase.last + 2, "that")
    if "person" in takes:
        return _person(items, hit, phrase.first, phrase.last, last)
    if "called" in takes or "as" in takes:
        judged = "Q" in letters[phrase.first : phrase.last] or _is_judged(items, phrase.last, last)
        return Content(phrase.first, "noun") if judged else None
    return Content(phrase.first, "noun") if "noun" in takes and items.cases[phrase.head] not in SURE else None


def _is_judged(items: Items, at: int, last: int) -> bool:
    """Whether an instrumental or как follows within the clause: назвал решение ошибкой."""
    stop = items.letters.find(",", at, last)
    rest = range(at, stop if stop >= 0 else last)
    return any(items.words[k] == "как" or items.letters[k] == "Q" or (items.cases[k] in "oO" and items.letters[k - 1] != "P") for k in rest)


def _prepositional(items: Items, hit: Hit, at: int, first: int, last: int) -> Content | None:
    takes, letters = hit.form.takes, items.letters
    word = items.words[at]
    if letters[first : first + 3] == "R,l" and items.words[first] in ABOUT and "that" in takes:
        return Content(first + 3, "that")
    if f"+{word}" in takes or (word == "об" and "+о" in takes):
        return None if letters[first] == "R" and items.words[first] in ABOUT else Content(first, "noun")
    if "any" in takes and at == hit.last:
        return Content(first, "noun")
    return None


def _person(items: Items, hit: Hit, first: int, stop: int, last: int) -> Content | None:
    """Whom one asks, accuses or thanks, if what for follows."""
    takes = hit.form.takes
    governed = {t[1:] for t in takes if t.startswith("+")}
    if "noun" in takes:
        return Content(first, "person")
    for k in range(stop, min(last, stop + REACH)):
        if "to" in takes and is_infinitive(items, k):
            return Content(first, "person")
        if items.letters[k] == "P" and items.words[k] in governed:
            return Content(first, "person")
        if items.letters[k] in ",l" and "l" in items.letters[k : k + 2] and "that" in takes:
            return Content(first, "person")
    return None


def object_before(items: Items, hit: Hit, first: int) -> tuple[int, int] | None:
    """Return the object that stands directly before a verb: обвинения отверг."""
    if not {"noun", "to"} & hit.form.takes or hit.form.frame != "act":
        return None
    for at in range(max(first, hit.first - LONGEST_OBJECT), hit.first):
        phrase = phrase_at(items, at, hit.first)
        if phrase and phrase.last == hit.first and not phrase.preposition and items.cases[phrase.head] in "bqgo":
            return phrase.first, phrase.last
    return None


def close(items: Items, content: Content, stop: int) -> int:
    """Return where a content ends at the latest before item `stop`."""
    letters = items.letters
    last = stop
    if content.kind in ("noun", "to", "person"):
        last = _loose_end(items, content, stop)
    while last > content.first and letters[last - 1] in ",;:-wB":
        last -= 1
    return last


def _loose_end(items: Items, content: Content, stop: int) -> int:
    """A noun phrase or an infinitive ends before a clause or a gerund of its own."""
    letters = items.letters
    for at in range(content.first + 1, stop):
        if letters[at] in ";-:" or (letters[at] == "," and letters[at + 1 : at + 2] in ("B", "g", "w", "q")):
            return at
        if letters[at] == "," and letters[at + 1 : at + 2] == "c" and items.cases[at + 1] == "d":
            return at
    return stop
