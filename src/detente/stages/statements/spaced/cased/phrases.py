"""Noun phrases by case: where one ends, and whether it can be a subject."""

from __future__ import annotations

import re
from typing import NamedTuple

from detente.text.classes import edges

from ..items import Items

HEADS = frozenset("SMGYTtKkOhInNJmRQp")
ACTORS = frozenset("SMGYTtKkOhIJRNp")
TITLES = frozenset("TtYGhN")
PROPER = frozenset("SMKkpOYG")
PLACES = frozenset("SMp")  # what follows them with an adjective is another phrase: в Праге | такой подход
NOMINATIVE = frozenset("npqb")
SURE = frozenset("np")
PLURAL = frozenset("pq")
ADJECTIVAL = frozenset("NBGDOPQ")
FIELD = frozenset("PwjnhYSGMTtdIpNJQ")  # what stands in a title before a name
LONGEST_FIELD = 12
BEHIND_NAME = ("", "c", "V", ",", "z", "a", ":", ".", ")", "P", "D", "-", "(")
RANKED = re.compile("j?[hn]K")
LONGEST_TITLE = 40  # characters of a name in quotation marks
CONSONANTS = frozenset("бвгджзйклмнпрстфхцчшщ")
VOWELS = frozenset("аеиоуыэюя")  # a word without one is an abbreviation: глава ВТБ Андрей Костин


class Phrase(NamedTuple):
    """Items `first` to `last` (exclusive) with the item of the head, and the preposition before it."""

    first: int
    last: int
    head: int
    preposition: str


def phrase_at(items: Items, first: int, last: int) -> Phrase | None:
    """Return the noun phrase that begins at an item, with genitives, names and what prepositions bind to it."""
    at, preposition = first, ""
    if at < last and items.letters[at] == "P":
        preposition, at = items.words[at], at + 1
    start = at
    while at < last and (_describes(items, at) or (at > start and items.words[at] in items.known["emphasis"])):
        at += 1
    at += _by_whom(items, at, last) if at > start else 0
    if at >= last or items.letters[at] not in HEADS:
        if at == start or items.cases[at - 1] not in ADJECTIVAL:
            return None
        at -= 1
    if at > start and items.cases[at - 1] == "O" and items.cases[at] in "npq" and items.letters[at] in ACTORS:  # в главном | стороны сошлись
        at -= 1
        return Phrase(start, at + 1, at, preposition)
    if at > start and items.cases[at - 1] == "N" and items.cases[at] in "gqdo":  # уполномоченная правительства
        at -= 1
    at -= at > start and _is_of_people(items, at - 1, at)
    head = at
    if preposition in items.known["time_preposition"] and items.cases[head] in SURE:
        preposition = ""
    if items.letters[at] == "R":
        return Phrase(start, at + 1, head, preposition)
    at = _dependents(items, at + 1, last, head)
    return Phrase(start, _past_field(items, at, last, head), head, preposition)


def _past_field(items: Items, at: int, last: int, head: int) -> int:
    """Behind the name of who has a title, past what its body deals with: директор Службы по управлению запасами Грузии Темур Абашидзе."""
    if items.letters[head] not in "Tth" or items.letters[at : at + 1] not in tuple("PwjnQ") or "K" in items.letters[head:at]:
        return at
    if items.letters[at] == "P" and items.words[at].split(" ")[0] not in items.known["field_begins"]:
        return at
    stop = min(last, at + LONGEST_FIELD)
    name = next((k for k in range(at, stop) if items.letters[k] not in FIELD), stop)
    if name == stop or items.letters[name] != "K" or items.letters[name + 1 : name + 2] not in BEHIND_NAME:
        return at
    same = items.cases[name] in ("nb" if items.cases[head] in NOMINATIVE else f"{items.cases[head]}b")
    return name + 1 if same and all(items.cases[k] not in SURE for k in range(at, name)) else at


def _is_of_people(items: Items, people: int, state: int) -> bool:
    """Whether an adjective that stands for people is of a state: военные Турции."""
    return items.cases[people] == "Q" and items.words[people] in items.known["of_people"] and items.letters[state] in "SMG" and items.cases[state] == "g"


def _by_whom(items: Items, at: int, last: int) -> int:
    """Items of who did what a participle tells, inside its phrase: в распространенном Госдепартаментом заявлении."""
    told = items.letters[at - 1] == "j" and at + 1 < last and items.letters[at] in PROPER and items.cases[at] == "o"
    return 1 if told and items.letters[at + 1] in "nN" and items.cases[at + 1] == items.cases[at - 1].lower() else 0


def _describes(items: Items, at: int) -> bool:
    """An adjective or a determiner before a noun."""
    letter, case = items.letters[at], items.cases[at]
    return letter in "jd" or (letter in "SM" and case in ADJECTIVAL) or (letter == "m" and (case == "b" or items.words[at] in items.known["counted_off"]))


def _dependents(items: Items, at: int, last: int, head: int) -> int:
    """Behind the genitives, names, quoted names and bound phrases that follow a head."""
    while at < last and (stop := _dependent(items, at, last, head)):
        at = stop
    return at


def _dependent(items: Items, at: int, last: int, head: int) -> int:
    """Behind what depends on a head and begins at an item; 0 where nothing does."""
    letter, case = items.letters[at], items.cases[at]
    if letter == "O" and items.letters[at - 1] in "OY":
        return 0  # со ссылкой на газету «Заря» | ТАСС пишет
    if letter in "QO" and items.letters[head] == "Y" and items.letters[at + 1 : at + 2] == "c":
        return 0  # в Минэнерго | «Ъ» рассказали
    if letter in "SMGYTtKkOhInNmpx" and case not in ADJECTIVAL:
        return at + 1 if _depends(items, head, at) else 0
    if letter == "J":
        return at + 1 if case == "g" and items.letters[head] in "YTht" and items.cases[head] in "pq" else 0  # министерства обороны двух стран
    if letter == "Q":
        return at + 1 if items.stops[at] - items.starts[at] < LONGEST_TITLE and items.letters[at - 1] not in "RSMK" else 0
    if letter == "w":
        return _joined(items, at, last, head)
    if letter == "P":
        titled = items.letters[head] in TITLES or items.cases[head] in ADJECTIVAL
        return _bound(items, at, last) if titled else _dealt_with(items, at, last)
    if items.words[at] in items.known["third_person"] and letter == "d" and not items.known["asked_of"].isdisjoint(items.words[max(0, head - 2) : head]):
        return 0  # потребовал от властей | их выдачи
    if items.words[at] in items.known["likening"] and items.letters[head] in PROPER:
        return 0  # банк | таких планов не подтверждает
    described = _describes(items, at) and case in "GgbB-" and items.letters[head] not in PLACES
    return _described(items, at, last) if described else 0


def _depends(items: Items, head: int, at: int) -> bool:
    """Whether a noun behind a head belongs to it: a genitive, an indeclinable word, or the name of who has the title."""
    case = items.cases[at]
    if items.letters[head] in PROPER and items.letters[at] in "nNhm":
        return items.letters[head] == "Y" and items.words[at] in items.known["country"]  # МИД республики
    if items.letters[head] in PLACES and items.cases[head] not in ADJECTIVAL and items.letters[at] in "Tt":
        return False
    if items.letters[head] == "n" and items.letters[at] in "Tt" and case in "nb":
        return False
    if items.letters[head] == "O" and items.letters[at] in "Tt":
        return False
    if items.letters[at] in "Ox" and items.capital[at] and items.letters[head] == "h":
        return True
    if items.letters[at] in "Kk":
        if items.letters[head] == "O" and items.cases[head] == "d" and items.capital[at]:
            return False  # объяснил «Ведомостям» | Кулкешри
        if items.letters[head] in "Tth" and items.cases[head] in "do" and case in "nb" and _is_whole(items, at):
            return False  # сказал журналистам | Салиев
        kept = items.letters[head] in "nN" and case == "b" and items.words[at].endswith(edges(items.known["undeclined_end"]))  # слова Саари
        acts = items.letters[head] == "n" and items.cases[head] == "g" and items.letters[at + 1 : at + 2] == "c"  # до зимы | Саари назвал
        return kept or items.letters[head] in "TthKk" or case == "g" or (case == "b" and items.cases[head] in "gdo" and not acts)
    if items.letters[at] in "Tth" and items.cases[head] in "gdo" and case == "b" and _is_upright(items, at):
        return False  # заверил журналистов | источник
    if items.letters[at] in "Tth" and items.letters[head] in "Tth" and items.letters[at + 1 : at + 2] in ("K", "k"):
        return case not in SURE or (items.cases[head] in NOMINATIVE and not _is_governed(items, head))
    if items.letters[at] == "Y" and case == "b" and items.letters[head] == "n" and items.cases[head] == "g" and items.letters[at + 1 : at + 2] == "c":
        return False  # накануне визита | МИД сообщил
    if items.letters[at] in "Tt" and case in NOMINATIVE and items.letters[head] in "Kk":
        return False
    if items.letters[at] == "T" and items.letters[head] in "Th" and case == items.cases[head] == "n" and RANKED.match(items.letters, at + 1):
        return True  # начальник отдела майор внутренней службы Антонов
    if items.letters[at] in "nN" and case == "b" and _is_object(items, at):
        return False  # посол Рахимов | доступ к рынку исключил
    if items.letters[at] in "hIN" and case == "b" and items.words[at].endswith(edges(items.known["neuter_end"])):
        return False  # накануне визита | управление призвало
    return case in "gbq" or (case in "do" and items.cases[head] == case and items.letters[head] in "TtKkh")


def _is_governed(items: Items, head: int) -> bool:
    """Whether a preposition stands before a head and its adjectives: в кулуарах правительства | министр сказал."""
    while head and items.letters[head - 1] in "jd":
        head -= 1
    return items.letters[head - 1 : head] == "P"


def _is_whole(items: Items, at: int) -> bool:
    """Whether a name stands as in the dictionary, with an ending that no other case of it has."""
    return items.stops[at] - items.starts[at] == len(items.words[at]) and items.words[at][-1] in CONSONANTS


def _is_upright(items: Items, at: int) -> bool:
    """Whether a noun that may be a nominative stands as in the dictionary, with an ending that no genitive has: источник."""
    word = items.words[at]
    return items.stops[at] - items.starts[at] == len(word) and " " not in word and word[-1] in CONSONANTS and not VOWELS.isdisjoint(word)


def _is_object(items: Items, at: int) -> bool:
    """Whether a noun stands as in the dictionary, with an ending that no genitive has: министр | доступ закрыл; призыв | вмешательство."""
    word, before = items.words[at], items.letters[at - 1]
    neuter = items.stops[at] - items.starts[at] == len(word) and " " not in word and word.endswith(edges(items.known["neuter_end"]))
    named = before in "Kk" and items.letters[at + 1 : at + 2] != "c"  # Ю Мин Сок сообщил
    return neuter if before in "nN" else (named or before in "MSGTt") and (neuter or _is_upright(items, at))


def _described(items: Items, at: int, last: int) -> int:
    """Behind a described genitive: правительства соседней страны; 0 where there is none."""
    while at < last and _describes(items, at):
        at += 1
    genitive = at < last and items.letters[at] in HEADS and items.cases[at] in "gbq"
    acts = genitive and items.letters[at] in "Tth" and items.cases[at] == "b" and _is_upright(items, at)  # сообщил агентству | египетский источник
    return at + 1 if genitive and not acts else 0


def _bound(items: Items, at: int, last: int) -> int:
    """Behind a preposition that a title takes: министр по делам Европы, посол в США; 0 where it takes none."""
    word = items.words[at].split(" ")[0]  # also по вопросу
    inner = phrase_at(items, at, last)
    if inner is None or inner.head >= last:
        return 0
    named = items.letters[inner.last - 1] == "K" and items.cases[inner.last - 1] in "nb" and items.letters[inner.head] in PLACES
    seated = items.letters[inner.head] in "SMGYTkp" or items.letters[inner.first] == "S"
    seated = seated or (word in items.known["asked_of"] and items.letters[inner.head] == "h")
    region = items.letters[inner.head] == "n" and items.words[inner.head] in items.known["province"]
    region = region and items.letters[inner.last : inner.last + 1] not in ("V", "c")
    seated = seated or region  # полпред в Ошской области Алиев
    owned = items.letters[inner.head] in "hnI" and not set("SMYT").isdisjoint(items.letters[inner.head : inner.last])
    seated = seated or (owned and items.letters[at - 1] in "th")  # источник в аппарате правительства
    elected = word in items.known["asked_of"] and items.letters[inner.head] in "hY" and items.letters[at - 1] == "n"  # депутат Великого Хурала от оппозиции
    manned = word in items.known["inside"] and items.letters[inner.head] == "h" and items.letters[inner.last - 1] == "K" and items.letters[at - 1] in "Tth"
    inside = word in items.known["seat_preposition"] and seated and (items.letters[at - 1] in "TthYOSQ" or items.words[at - 1] in items.known["country"])
    if named or elected or manned or inside or (word in items.known["field_preposition"] and items.words[at] not in items.known["occasion"]):
        field = _field_joined(items, inner.last, last) if items.letters[inner.head] == "n" else 0
        return field or inner.last  # комиссия по телевидению и радио | Лусине Маркарян
    return 0


def _field_joined(items: Items, at: int, last: int) -> int:
    """Behind a noun that a conjunction joins to a field, where a name, a state or a report follows; 0 where none does: и защите растений РУз."""
    second = phrase_at(items, at + 1, last) if items.letters[at : at + 1] == "w" else None
    if second is None or second.preposition or items.letters[second.head] != "n" or items.cases[second.head] in SURE:
        return 0
    named = next((k for k in range(second.head + 1, second.last) if items.letters[k] in "KkSMG"), second.last)
    ends = named < second.last or (named < last and items.letters[named] in "Kkc") or items.letters[named : named + 3] in ("(O)", "(k)")
    return named if ends else 0


def _dealt_with(items: Items, at: int, last: int) -> int:
    """Behind a state before a name, which the field of an office deals with: по нормализации отношений с Турцией Ашот Минасянц."""
    inner = phrase_at(items, at, last) if items.words[at] in items.known["seat_preposition"] and items.letters[at - 1] == "n" else None
    state = inner is not None and items.letters[inner.head] in "SM" and items.letters[inner.last : inner.last + 1] == "K"
    return inner.last if inner and state else 0


def _joined(items: Items, at: int, last: int, head: int) -> int:
    """Behind a second noun phrase in the same case; 0 where something else is joined."""
    body = items.letters[head] in "TthYI" and items.letters[at - 1] == "n" and items.cases[at - 1] in "gqd"
    if body and (field := _field_joined(items, at, last)):
        return field  # организация хаджа и паломничества
    inner = phrase_at(items, at + 1, last)
    if inner is None or inner.preposition or items.letters[inner.head] not in HEADS - {"R", "Q"}:
        return 0
    left, right = items.cases[head], items.cases[inner.head]
    same = (left in NOMINATIVE and right in NOMINATIVE) or (left not in SURE and right not in SURE)
    seats = left not in SURE and items.letters[head] == items.letters[inner.head] == "M"
    same = same or seats or items.cases[at - 1] == right == "g"
    field = items.letters[head] == "T" and items.letters[at - 1] in "nTY" and not set("SMK").isdisjoint(items.letters[inner.head : inner.last])
    return inner.last if same and (items.letters[inner.head] in ACTORS or field) else 0  # министр нефти и газа Индии


def phrases(items: Items, first: int, last: int) -> list[Phrase]:
    """Return the noun phrases of a clause, from left to right."""
    found = []
    at = first
    while at < last:
        if phrase := phrase_at(items, at, last):
            found.append(phrase)
            at = phrase.last
        else:
            at += 1
    return found
