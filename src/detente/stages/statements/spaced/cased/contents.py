"""What may be the content behind a reporting verb, and where it begins and ends."""

from __future__ import annotations

from ..contents import Content
from ..hits import Hit
from ..items import Items
from .agreement import agrees
from .phrases import SURE, Phrase, phrase_at

REACH = 30
OBJECT = 3
PLACES = "pM"
DOING = frozenset({"act", "agree"})
ASKED = frozenset("TthSMGYKk")
FINITE = frozenset("Vc")


def content_of(items: Items, hit: Hit, last: int) -> Content | None:
    """Return the content behind a reporting verb, or None where nothing fits what the verb takes."""
    takes = hit.form.takes
    if items.letters[hit.last : hit.last + 2] == "wP":
        hit = hit._replace(last=hit.last + 1)  # не пришли к согласию и по поводу
    at, told, asked = hit.last, None, -1
    while at < min(last, hit.last + REACH):
        if told is None and "told" in takes and (end := _is_told(items, at, last)):
            told, at = (at, end), end
            continue
        if _is_quoted(items, at) and not takes & {"quote", "noun", "called", "person"} and items.letters[at] != ":":
            return None
        if content := _begins(items, hit, at, last):
            first = asked if asked >= 0 and content.kind in ("to", "noun") else content.first
            first -= content.kind == "person" and items.words[first - 1] in items.known["everybody"] and items.letters[first - 1] == "a"
            return content._replace(told=told, first=first) if content.first < last else None
        stop = _past(items, hit, at, last)
        if items.words[at] in items.known["demanded_of"] and hit.form.frame in DOING:
            asked = at
            if "noun" in takes and stop > at and _is_asked(items, at, stop):
                return Content(at, "noun", told)
        phrase = phrase_at(items, at, last) if told is None and "told" in takes else None
        if phrase and stop == phrase.last and not phrase.preposition and items.cases[phrase.head] in "dog":
            told = (phrase.first, phrase.last)
        if not stop:
            return None
        at = stop
    return None


def _is_asked(items: Items, at: int, stop: int) -> bool:
    """Whether what is asked for stands behind whom one asks, in the same case: потребовал от властей Чада разъяснений."""
    asked = any(items.letters[k] in "nN" and items.letters[k - 1] in ASKED for k in range(at + 2, stop))
    return asked and items.words[at] in items.known["asked_of"] and items.letters[stop : stop + 1] != "v"


def _begins(items: Items, hit: Hit, at: int, last: int) -> Content | None:
    """The content that begins at an item, or behind the mark there."""
    takes, letters = hit.form.takes, items.letters
    letter, after = letters[at], letters[at + 1 : at + 2]
    if letter == "d" and items.words[at] in items.known["third_person"] and "called" in takes and at == hit.last and _judges_next(items, at + 1, last):
        return Content(at, "noun")  # назвали его необоснованным
    if items.words[at] in items.known["all_this"] and letter == "a" and takes & {"noun", "called", "as"} and (at + 1 < last or "noun" in takes):
        return Content(at, "noun")
    if first := _about(items, hit, at):
        return Content(first, "that")
    if letter == "Q" and letters[at + 1 : at + 3] == ",l":
        return None
    if letter == "Q" and "person" in takes and after == "P" and f"+{items.words[at + 1]}" in takes:
        return Content(at, "person")
    if letter == ":" and another_reports(items, at + 1, last):
        return None
    if _is_quoted(items, at):
        quoted = "quote" in takes or letter == ":"
        return Content(at + (letter != "Q"), "quote") if quoted else _nominal(items, hit, at, last)
    if letter == "," and after == "l" and "that" in takes:
        return Content(at + 2 + letters.startswith(",", at + 2), "that")
    if letter == "," and (after == "q" or (after == "i" and at == hit.last)) and takes & {"wh", "that"} and hit.form.frame in ("say", "tell", "joint", "agree"):
        return Content(at + 1, "wh")
    if letter == "l" and "that" in takes:
        return Content(at + 1, "that")
    if letter in "jV" and "called" in takes and items.cases[at] in "OoD" and letters[at + 1 : at + 3] == ",l":
        return Content(at, "that")  # считает неприемлемым, что
    if "to" in takes and is_infinitive(items, _past_object(items, at, last)):
        return Content(at, "to")
    return None if letter == "," else _nominal(items, hit, at, last)


def _judges_next(items: Items, at: int, last: int) -> bool:
    """Whether a pronoun's judgement is at an item: назвали его необоснованным, называют их фантазией."""
    judged = phrase_at(items, at, last)
    ends = judged is not None and (judged.last >= last or items.letters[judged.last] in ",;.w-:")
    return items.letters[at : at + 1] == "j" or (items.letters[at : at + 1] in tuple("nNhT") and items.cases[at] == "o" and ends)


def _past_object(items: Items, at: int, last: int) -> int:
    """Behind what may stand before an infinitive: немедленно их освободить, не вводить."""
    stop = min(last - 1, at + OBJECT)
    while at < stop and items.letters[at] in "azdR":
        at += 1
    return at


def _is_quoted(items: Items, at: int) -> bool:
    """Whether a quotation or a colon is at an item."""
    return items.letters[at] in ":Q" or (items.letters[at] in ",-" and items.letters[at + 1 : at + 2] == "Q")


def _past(items: Items, hit: Hit, at: int, last: int) -> int:
    """Behind what may stand between a verb and its content; 0 where something else does."""
    letter, after = items.letters[at], items.letters[at + 1 : at + 2]
    if letter == ",":
        return _aside(items, at, last)
    if letter == "r" and (source := phrase_at(items, at + 1, last)):
        return source.last  # утверждает со ссылкой на источники, что
    if letter in "aDmzwQ" or (letter == "-" and hit.form.frame != "act"):
        return at + 1
    if phrase := phrase_at(items, at, last):
        return phrase.last
    return at + 2 if letter == "P" and after in ("D", "m", "a") else 0


def _about(items: Items, hit: Hit, at: int) -> int:
    """Behind о том, что; с тем, что; то, что: where a that-clause begins; 0 where none does."""
    k = at + (items.letters[at] == "P")
    follows = items.letters[k + 1 : k + 3] == ",l" or (items.letters[k + 1 : k + 2] == "," and _asks(items, k + 2))
    pointed = items.words[k : k + 1] and items.words[k] in items.known["taking_up"] and follows
    if pointed and items.letters[k + 2] != "l" and not hit.form.takes.isdisjoint(("any", f"+{items.words[at]}")):
        return k + 2
    return k + 3 if pointed and not hit.form.takes.isdisjoint(("that", "any", f"+{items.words[at]}")) else 0


def is_infinitive(items: Items, at: int) -> bool:
    """Whether an item is an infinitive, of a reporting verb too."""
    return items.letters[at] in "vc" and items.cases[at] == "i"


def _asks(items: Items, at: int) -> bool:
    """Whether an indirect question begins at an item: …, кто будет платить."""
    return items.letters[at : at + 1] == "q" or not items.known["asking_who"].isdisjoint(items.words[at : at + 1])


def _is_told(items: Items, at: int, last: int) -> int:
    """Behind a dative before another object: пригрозил Лондону пошлинами; 0 where there is none."""
    phrase = phrase_at(items, at, last)
    if phrase is None or phrase.preposition or items.cases[phrase.head] != "d":
        return 0
    after = _past_object(items, phrase.last, last)
    to = after < last and is_infinitive(items, after)
    goes_on = to or items.letters[phrase.last : phrase.last + 2] == ",l" or phrase_at(items, phrase.last, last)
    return phrase.last if goes_on else 0


def _aside(items: Items, comma: int, last: int) -> int:
    """Behind a short aside between commas: сказал он, улыбаясь, что; 0 where none closes."""
    close = items.letters.find(",", comma + 1, last)
    if close > 0 and set(items.letters[comma + 1 : close]) == {"a"} and items.letters[close + 1 : close + 2] == "v":
        return close + 1  # пообещав, впрочем, направить
    if close < 0 or FINITE & set(items.letters[comma + 1 : close]) and items.letters[comma + 1] != "i":
        return 0
    return close if items.letters[close + 1 : close + 2] in ("l", "q", "Q") else 0


def _nominal(items: Items, hit: Hit, at: int, last: int) -> Content | None:
    """A noun phrase, alone or behind a preposition that the verb takes, or the person whom the verb is about."""
    takes, letters = hit.form.takes, items.letters
    doubled = letters[at : at + 2] == "PP" and " " in items.words[at]  # по вопросу | о границе
    phrase = phrase_at(items, at + doubled, last)
    if "called" in takes and letters[at] == "j" and items.cases[at] in "OD" and _is_object(items, at + 1, last):
        return Content(at, "noun")  # назвал незаконными разрешения
    if phrase is None and letters[at] == "d" and items.words[at] in items.known["third_person"]:
        phrase = Phrase(at, at + 1, at, "")  # обвиняет их в слежке
    if phrase is None:
        return None
    if "seen" in takes:
        return _seen(items, phrase, last)
    if phrase.preposition:
        return _prepositional(items, hit, at, phrase.first, last)
    if items.cases[phrase.head] in SURE and phrase.first == hit.last and agrees(items, phrase, items.cases[hit.at]):
        return None
    if "any" in takes:
        return Content(phrase.first, "noun") if at == hit.last else None
    if "person" in takes:
        return _person(items, hit, phrase.first, phrase.last, last)
    if "called" in takes or "as" in takes:
        if "called" not in takes:
            return Content(phrase.first, "noun") if not items.known["as_told"].isdisjoint(items.words[phrase.last : last]) else None
        judged = "Q" in letters[phrase.first : phrase.last] or _is_judged(items, phrase.last, last) or _is_graded(items, hit, last)
        if judged or "noun" not in takes or not hit.negated:
            return Content(phrase.first, "noun") if judged or ("noun" in takes and items.words[phrase.head] in items.known["admitted"]) else None
    return Content(phrase.first, "noun") if "noun" in takes and items.cases[phrase.head] not in SURE else None


def _seen(items: Items, where: Phrase, last: int) -> Content | None:
    """видит в этом шаге попытку давления: what one sees, and in what."""
    what = phrase_at(items, where.last, last) if where.preposition in items.known["inside"] else None
    fits = what and not what.preposition and items.letters[what.head] in "nN" and items.cases[what.head] not in SURE
    return Content(where.first - 1, "noun") if fits else None


def _is_object(items: Items, at: int, last: int) -> bool:
    """Whether what begins at an item may be an object."""
    phrase = phrase_at(items, at, last)
    return phrase is not None and not phrase.preposition and items.cases[phrase.head] in "bqg"


def _is_judged(items: Items, at: int, last: int) -> bool:
    """Whether an instrumental or как follows within the clause: назвал решение ошибкой."""
    stop = next((k for k in range(at, last) if items.letters[k] in ",:;"), last)
    rest = range(at, stop)
    if any(items.letters[k] == "j" and items.cases[k] == "G" and items.letters[k + 1 : k + 2] in ("", "w", "P", *",:;.") for k in rest):
        return True  # считает цену завышенной
    return any(items.words[k] in items.known["as_told"] or items.letters[k] == "Q" or (items.cases[k] in "oOD" and items.letters[k - 1] != "P") for k in rest)


def _is_graded(items: Items, hit: Hit, last: int) -> bool:
    """Whether an adverb ends the clause: оценил работу положительно."""
    stop = items.letters.find(",", hit.last, last)
    return "graded" in hit.form.takes and items.letters[(stop if stop > 0 else last) - 1] == "a"


def _prepositional(items: Items, hit: Hit, at: int, first: int, last: int) -> Content | None:
    takes, word = hit.form.takes, items.words[at].split(" ")[0]  # also по вопросу
    if f"+{word}" in takes or (word == "об" and "+о" in takes):
        return None if items.words[first] in items.known["taking_up"] else Content(_matter(items, first, last) if hit.form.frame == "joint" else first, "noun")
    if "any" in takes and at == hit.last and not (word in items.known["inside"] and items.letters[first] in PLACES):
        return Content(first, "noun")
    return None


def _matter(items: Items, first: int, last: int) -> int:
    """Where begins what the sides see alike or not: во взглядах на судьбу завода."""
    views = first + 1 < last and items.words[first] in items.known["view"] and items.words[first + 1] in items.known["view_of"]
    matter = phrase_at(items, first + 1, last) if views else None
    return matter.first if matter else first


def _person(items: Items, hit: Hit, first: int, stop: int, last: int) -> Content | None:
    """Whom one asks, accuses or thanks, if what for follows."""
    takes = hit.form.takes
    governed = {t[1:] for t in takes if t.startswith("+")}
    if "noun" in takes or ("to" in takes and items.letters[stop - 1] == "Q"):
        return Content(first, "person")  # призвал соседей «не ждать»
    for k in range(stop, min(last, stop + REACH)):
        if items.letters[k] == "P" and items.words[k] in governed and _about(items, hit, k):
            return Content(first, "that")
        if "to" in takes and is_infinitive(items, k):
            return Content(first, "person")
        if (items.letters[k] == "P" and items.words[k] in governed) or (items.letters[k] == "Q" and "to" in takes):
            return Content(first, "person")
        if items.letters[k] in ",l" and "l" in items.letters[k : k + 2] and "that" in takes:
            return Content(first, "person")
    return None


def another_reports(items: Items, at: int, last: int) -> bool:
    """Whether somebody else reports behind a colon: Анкара обеспокоена: министр заявил, что …"""
    phrase = phrase_at(items, at, last)
    if phrase is None or phrase.preposition or items.letters[phrase.head] not in "TKS" or phrase.last >= last:
        return False
    verb = items.letters[phrase.last] == "c" and agrees(items, phrase, items.cases[phrase.last])
    return verb and items.letters[phrase.last + 1 : phrase.last + 3] == ",l"
