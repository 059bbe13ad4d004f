"""The subject of a reporting verb, by case: a nominative before it or behind it."""

from __future__ import annotations

from detente.text.classes import edges

from ..hits import FINITE, Hit
from ..items import Items
from ..phrases import list_before
from ..subjects import Subject
from .agreement import agrees
from .phrases import ACTORS, LONGEST_TITLE, NOMINATIVE, PROPER, SURE, Phrase, phrase_at, phrases
from .related import related

SEGMENTS = 5
DESCRIBING = tuple("vDngaPdRSMYG")  # what goes on from a participle; a noun behind it is what it describes
LONGEST_DESCRIPTION = 8
SPEAKERS = frozenset("Tth")
MARKS = frozenset(",;:-()QVc")
VERBS = frozenset("Vc")
THING, SPEAKING = frozenset("nN"), frozenset("KkTtSMY")


def subject_of(items: Items, hit: Hit, floor: int) -> Subject | None:
    """Return the subject before a verb: of its own clause, past asides, or of the verb before that it goes on from."""
    verb = items.cases[hit.at]
    stop = hit.first
    if whom := related(items, stop, floor):
        return Subject(whom.first, whom.last, whom.first, "case")
    for step in range(SEGMENTS):
        start = stretch_from(items, stop, floor)
        if step and items.words[start] in items.known["whose", "whither"]:
            stop = start - 1
            continue
        if step and items.letters[start] in "lqB" and stop - start > 1 and VERBS.isdisjoint(items.letters[start:stop]):
            return None
        found = _best(items, start, stop, verb if hit.mode == FINITE else "")
        if found and step < 2 and _is_clause_of(items, found, start, floor):
            found = None
        if found and not (step and "i" in items.letters[start : min(stop, start + 2)]):
            if state := _state_apposed(items, found, floor):
                return Subject(state.first, state.last, state.first, "case")
            first = min(_apposed(items, found, floor), list_before(items, found.first, found.last, floor))
            return Subject(first, _with_title(items, found.last, hit.first), first, "case")
        if step and items.letters[start] in "l":
            return None
        stop = start - 1
        if stop <= floor:
            return None
    return None


def _is_clause_of(items: Items, found: Phrase, start: int, floor: int) -> bool:
    """Whether a participle between commas only describes who stands before it: Турция, участвовавшая в споре, призвала."""
    return start - 1 > floor and items.letters[start - 1] == "," and items.letters[found.head] == "j" and items.letters[start - 2] in PROPER


def _with_title(items: Items, stop: int, last: int) -> int:
    """Over a name in quotation marks: газета «Заря»."""
    short = stop < last and items.letters[stop] == "Q" and items.letters[stop - 1] in "hITt" and items.stops[stop] - items.starts[stop] < LONGEST_TITLE
    return stop + 1 if short else stop


def _apposed(items: Items, found: Phrase, floor: int) -> int:
    """Where a subject begins that an apposition ends: Уварова, председатель общества, говорила."""
    if found.first - 2 >= floor and items.letters[found.first - 2] == "," and items.letters[found.first - 1] in "wa":
        return _correlated(items, found, floor)
    if found.first - 2 < floor or items.letters[found.first - 1] != ",":
        return found.first
    named = phrases(items, stretch_from(items, found.first - 1, floor), found.first - 1)
    fits = named and named[-1].last == found.first - 1 and not named[-1].preposition
    told = not VERBS.isdisjoint(items.letters[stretch_from(items, found.first - 1, floor) : found.first])  # на вопрос, приедет ли президент, Иванов сказал
    named_so = fits and not told and items.letters[named[-1].head] in "KkTth" and items.cases[named[-1].head] not in "do"
    return named[-1].first if named_so else found.first


def _correlated(items: Items, second: Phrase, floor: int) -> int:
    """Where a subject of two begins: и Иванов, и Петров осудили; как Рига, так и Таллин выступают."""
    comma = second.first - 2
    named = phrases(items, stretch_from(items, comma, floor), comma)
    if not named or named[-1].last != comma or named[-1].preposition:
        return second.first
    opening = named[-1].first - 1
    opens = opening >= floor and (items.letters[opening] == "w" or items.words[opening] in items.known["as_told"])
    return named[-1].first if opens else second.first


def _state_apposed(items: Items, found: Phrase, floor: int) -> Phrase | None:
    """The state that an apposition between commas describes: Китай, главный покупатель, приветствовал сделку."""
    apart = items.letters[found.first - 1] == "," == items.letters[found.last : found.last + 1]
    if found.first - 2 < floor or not apart or items.letters[found.head] not in "hn":
        return None
    named = phrases(items, stretch_from(items, found.first - 1, floor), found.first - 1)
    fits = len(named) == 1 and named[0].last == found.first - 1 and not named[0].preposition and items.letters[named[0].head] in "SM"
    return named[0] if fits and items.cases[named[0].head] in NOMINATIVE else None


def stretch_from(items: Items, stop: int, floor: int) -> int:
    """Where the stretch between marks begins that ends before an item."""
    at = stop
    while at > floor and items.letters[at - 1] not in ",;:-()Q":
        at -= 1
    return at


def _best(items: Items, first: int, last: int, verb: str) -> Phrase | None:
    """The phrase that agrees and acts; a sure nominative before one that may be an object."""
    fit = [p for p in phrases(items, first, last) if _fits(items, p, verb)]
    actors = [p for p in fit if items.letters[p.head] in ACTORS or items.cases[p.head] in "NP" or items.letters[p.head] == "d" or _of_people(items, p)]
    sure = [p for p in actors or fit if items.cases[p.head].lower() in SURE]
    found = next(iter(sure or actors), None)
    if found and not sure and items.letters[found.head] in THING and actors[-1].last == last and items.letters[actors[-1].head] in SPEAKING:
        return actors[-1]  # обещание гостя Иванов назвал …
    if found and _is_participle(items, found.head):
        return next((p for p in sure if items.letters[p.head] in SPEAKERS), found)  # входящий в делегацию министр
    return found


def _is_participle(items: Items, at: int) -> bool:
    """Whether a word is a participle of the present or the past: входящий, прибывшая."""
    return items.letters[at] == "j" and items.words[at].endswith(edges(items.known["verb_ends", "active_ends"]))


def _of_people(items: Items, phrase: Phrase) -> bool:
    """Военные; пакистанские военные: an adjective that stands for people, behind that of their state or without."""
    head = phrase.head
    described = head > phrase.first and items.letters[head - 1 : head + 1] == "Sj"
    return items.letters[head] == "j" and items.cases[head] == "Q" and (described or items.words[head] in items.known["of_people"])


def _fits(items: Items, phrase: Phrase, verb: str) -> bool:
    if items.letters[phrase.head] in "mQ":
        return False
    if verb:
        return agrees(items, phrase, verb)
    return any(agrees(items, phrase, letter) for letter in "sp")


def subject_behind(items: Items, hit: Hit, last: int) -> Subject | None:
    """сказал он; заявил в интервью глава МИД: the first nominative behind a verb, past other phrases."""
    at = hit.last
    verb = items.cases[hit.at]
    while at < last:
        if at == hit.last and items.letters[at] == "Q" and items.stops[at] - items.starts[at] < LONGEST_TITLE:
            at += 1  # рассказал «Вестнику» дипломат
            continue
        if items.letters[at] in "aDm" and not (items.letters[at] == "m" and phrase_at(items, at, last)):
            at += 1
            continue
        if items.letters[at : at + 2] == "Pa":
            at += 2  # ответил на это посол
            continue
        if told_of := _described_subject(items, at, last, verb):
            return told_of
        phrase = phrase_at(items, at, last)
        if phrase is None:
            stop = past_date(items, at, last)
            if not stop:
                return None
            at = stop
            continue
        if _fits(items, phrase, verb) and not _is_told(items, phrase, last, verb) and not _is_object(items, phrase, last, verb):
            return Subject(phrase.first, with_name(items, phrase.last, last), hit.first, "behind")
        at = phrase.last
    return None


def _described_subject(items: Items, at: int, last: int, verb: str) -> Subject | None:
    """пожелавший остаться неизвестным чиновник: a nominative behind the participle that describes it."""
    if not _is_participle(items, at) or items.letters[at + 1 : at + 2] not in DESCRIBING:
        return None
    stop = next((k for k in range(at, min(last, at + LONGEST_DESCRIPTION)) if items.letters[k] in MARKS), min(last, at + LONGEST_DESCRIPTION))
    for k in range(at + 1, stop):
        phrase = phrase_at(items, k, last) if items.letters[k] in ACTORS and items.cases[k] in NOMINATIVE else None
        if phrase and not phrase.preposition and items.letters[k] in SPEAKERS and agrees(items, phrase, verb):
            return Subject(at, phrase.last, at, "behind")
    return None


def _is_told(items: Items, phrase: Phrase, last: int, verb: str) -> bool:
    """Whether an indeclinable name is the one who is told, since a sure subject follows: рассказал Newsweek директор."""
    after = phrase_at(items, phrase.last, last) if items.letters[phrase.head] in "kO" else None
    sure = after is not None and (items.cases[after.head] in SURE or (items.letters[phrase.head] == "O" and items.letters[after.head] in "TtKh"))
    return after is not None and sure and _fits(items, after, verb)


def _is_object(items: Items, phrase: Phrase, last: int, verb: str) -> bool:
    """Whether a thing that may be an object stands before who speaks: предложил компромисс министр."""
    if items.letters[phrase.head] != "n" or items.cases[phrase.head] not in "bq":
        return False
    after = phrase_at(items, phrase.last, last)
    return after is not None and items.letters[after.head] in SPEAKERS and not after.preposition and _fits(items, after, verb)


def past_date(items: Items, at: int, last: int) -> int:
    """Behind a date or an adverb between commas: в субботу, 11 декабря, …; сказал, в свою очередь, …; заверил, стоя рядом, …; else 0."""
    if items.letters[at : at + 1] == "P" and items.letters[at + 1 : at + 2] in ("D", "m"):
        return at + 2
    close = items.letters.find(",", at + 1, min(last, at + 6)) if items.letters[at : at + 1] == "," else -1
    inside = set(items.letters[at + 1 : close]) if close > 0 else set()
    if close > 0 and items.letters[at - 1] == "c" and items.letters[at + 1] == "g" and inside.isdisjoint("Vcl"):
        return close + 1
    aside = inside == {"a"} and items.letters[at - 1] == "c"
    return close + 1 if aside or (inside & set("mD") and inside <= set("mDng")) else 0


def with_name(items: Items, stop: int, last: int) -> int:
    """Over an apposition between commas: сказал Иванов, глава комитета, …"""
    if stop + 1 < last and items.letters[stop] == "," and items.letters[stop + 1] in "TthjS":
        inner = phrase_at(items, stop + 1, last)
        if inner and items.letters[inner.head] in "Tth" and (inner.last == last or items.letters[inner.last] == ","):
            return inner.last
    return stop


def described(items: Items, hit: Hit, first: int) -> Subject | None:
    """Премьер Чада Али Умар, обвинивший соседа: whom a participle behind a comma describes."""
    comma = items.letters.rfind(",", first, hit.at)
    before = phrases(items, stretch_from(items, comma, first), comma)
    fits = before and before[-1].last == comma and items.letters[before[-1].head] in ACTORS
    return Subject(before[-1].first, comma, before[-1].first, "described") if fits else None
