"""What stands before a reporting verb as its content: Токио обвинения отверг; снять запрет Каир отказался."""

from __future__ import annotations

from typing import NamedTuple

from ..hits import FINITE, Hit
from ..items import Items
from ..subjects import Subject
from .agreement import agrees
from .among import parties_among, stances
from .called import judged_until
from .contents import DOING, is_infinitive
from .datives import is_dative
from .marks import MARKS, behind_mark
from .moved import also, spoken_of
from .phrases import ACTORS, ADJECTIVAL, PROPER, SURE, Phrase, phrase_at, phrases
from .seats import speaking_place
from .subjects import subject_behind, subject_of

OBJECTS = frozenset({"noun", "to"})
OBJECT_CASES = frozenset("bqgoBQGO")
OWN = ["свой"]
THINGS = frozenset("nN")
PREDICATES = frozenset("Vcg")
SEATS = ("PS", "PM", "PY", "PG")


class Fronted(NamedTuple):
    """Who reports what stands in items `first` to `last` (exclusive)."""

    subject: Subject
    first: int
    last: int

    def is_clause(self, items: Items) -> bool:
        """Whether it begins a clause of its own: …, но в оценке договора их позиции расходятся."""
        at = min(self.first, self.subject.edge)
        at -= items.letters[at - 1] == "P"
        return items.letters[at - 2 : at] in (",B", ",w") or items.letters[at - 1 : at] == ";"


def fronted(items: Items, hit: Hit, floor: int, last: int) -> Fronted | None:
    """Return the report of a verb whose content stands before it in its clause, or None."""
    start = clause_of(items, hit, floor)
    if hit.form.frame == "joint":
        return _topic(items, hit, start, last) or _topic(items, hit, _before_aside(items, start, floor), last)
    if hit.form.frame == "agree" and hit.negated and (topic := _topic(items, hit, start, last)):
        return topic
    if "called" in hit.form.takes and "noun" not in hit.form.takes and hit.negated:
        return None
    found = _infinitive(items, hit, start, last) or _directly(items, hit, floor, last) or _past_subject(items, hit, start)
    return found or _past_relative(items, hit, start, floor) or _agreed_on(items, hit, start, last)


def _agreed_on(items: Items, hit: Hit, start: int, last: int) -> Fronted | None:
    """По транзиту стороны договорились: the matter on which they agreed."""
    topic = _topic(items, hit, start, last) if hit.form.frame == "agree" and hit.mode == FINITE else None
    return topic if topic and items.words[topic.first - 1] in items.known["upon"] else None


def not_managed(items: Items, hit: Hit, start: int, last: int) -> Fronted | None:
    """Договориться о границе сторонам не удалось; по границе стороны прийти к согласию не смогли: what the sides did not manage to do."""
    if hit.form.frame not in ("agree", "joint"):
        return None
    at = next((k for k in range(hit.last, last) if items.letters[k] in MARKS or items.words[k] in items.known["managing"]), last)
    if at == last or items.letters[at] in MARKS or items.letters[at - 1] != "z":
        return None
    around = [*phrases(items, clause_of(items, hit, start), hit.first), *phrases(items, hit.last, at)]
    sides = [p for p in around if (is_dative(items, p) if items.words[at] in items.known["dative_verb"] else agrees(items, p, items.cases[at]))]
    if not sides:
        return None
    who = Subject(sides[-1].first, sides[-1].last, sides[-1].first, "dative")
    if who.first > hit.last:
        first = hit.last + (items.letters[hit.last] == "P")
        return Fronted(who, first, who.first) if first < who.first else _differed(items, hit, start, who)
    governed = hit.last + (items.letters[hit.last] == "P")
    return Fronted(who, governed, at - 1) if governed < at - 1 else _differed(items, hit, start, who)


def _differed(items: Items, hit: Hit, start: int, who: Subject) -> Fronted | None:
    """По вопросу о том, как делить воду, сторонам сблизить позиции не удалось: the matter at the head of the sentence."""
    stop = min(who.first, hit.first)
    at = next((k for k in range(start, stop - 1) if items.words[k] in items.known["matter_preposition"]), None)
    if at is None or _told(items, at, stop):
        return None
    first = at + 1 + (items.letters[at + 1] == "P")
    stop -= items.letters[stop - 1] == ","
    return Fronted(who, first, stop) if first < stop else None


def clause_of(items: Items, hit: Hit, floor: int) -> int:
    """Return where the clause of a verb begins."""
    return behind_mark(items.letters, floor, hit.first)


def _before_aside(items: Items, start: int, floor: int) -> int:
    """Where a clause begins that a participle parts: О рейсах, прерванных весной, стороны поговорили."""
    comma = items.letters.rfind(",", floor, max(floor, start - 1))
    return behind_mark(items.letters, floor, comma) if comma >= 0 and items.letters[comma + 1] == "j" else start


def _directly(items: Items, hit: Hit, floor: int, last: int) -> Fronted | None:
    """Токио обвинения отверг; с этим не согласен посол: the object directly before the verb."""
    span = object_before(items, hit, floor)
    if span is None:
        return None
    moved = hit._replace(first=span[0])
    clause = clause_of(items, moved, floor)
    near = subject_of(items, moved, clause) or speaking_place(items, moved, clause, hit.at)
    floor = max(floor, items.letters.rfind(":", floor, span[0]) + 1)
    subject = near or subject_of(items, moved, floor) or speaking_place(items, moved, floor, hit.at)
    subject = subject or subject_behind(items, hit._replace(last=hit.last + also(items, hit)), last)
    acts = subject is not None and items.letters[span[1] - 1] in PROPER and THINGS.issuperset(items.letters[subject.first : subject.last])
    return Fronted(subject, *span) if subject and not acts else None  # Минфин оценил ущерб


def _infinitive(items: Items, hit: Hit, start: int, last: int) -> Fronted | None:
    """Снять запрет Каир отказался; Каир снять запрет отказался; создать фонд предложил посол."""
    if "to" not in hit.form.takes or hit.mode != FINITE or (hit.negated and hit.form.frame not in DOING):
        return None
    at = next((k for k in range(start, hit.first) if is_infinitive(items, k)), None)
    if at is None or _told(items, start, at) or _told(items, at + 1, hit.first):
        return None
    if before := subject_of(items, hit._replace(first=at), start):
        return Fronted(before, *(spoken_of(items, hit, start, before) or (at, hit.first)))
    if near := _subject_near(items, hit, at + 1):
        return Fronted(near, at, near.first) if at == start else None
    place = _place_near(items, hit, at)
    if place and at == start:
        return Fronted(place, at, place.edge)
    behind = subject_behind(items, hit._replace(last=hit.last + also(items, hit)), last)
    return Fronted(behind, at, hit.first) if behind and at == start else None


def _past_subject(items: Items, hit: Hit, start: int) -> Fronted | None:
    """Отмену виз премьер приветствовал; эти слова в Осло осудили: the object opens the clause, who reports is next to the verb."""
    start += items.letters[start] in "Bw"  # но идею министр отверг
    governed = governs(items, hit, start)
    if hit.mode != FINITE or not (governed or (_takes_object(hit) and items.letters[start] != "P")):
        return None
    pointed = items.letters[start + governed] == "a" and items.words[start + governed] in items.known["all_this"]
    opening = phrase_at(items, start + (pointed and not governed), hit.first)
    fits = opening and (governed or items.cases[opening.head] in OBJECT_CASES) and items.letters[opening.head] not in "KkR"
    if not (fits or (governed and pointed)):
        return None
    subject = _subject_near(items, hit, start + 1) or _place_near(items, hit, start)
    if subject is None or _told(items, start, subject.edge) or (opening and _describes_subject(items, opening, subject)):
        return None
    return Fronted(subject, start + governed, subject.edge)


def governs(items: Items, hit: Hit, at: int) -> bool:
    """От поставок Киев отказался: whether an item is a preposition that a deed's verb takes."""
    word = "о" if items.words[at] == "об" else items.words[at]
    return items.letters[at] == "P" and hit.form.frame in DOING and f"+{word}" in hit.form.takes


def relative_object(items: Items, hit: Hit, floor: int) -> tuple[int, int] | None:
    """Выборы, которые прошли в мае, Анкара назвала фарсом: an object that a clause of its own parts from who judges it."""
    start = clause_of(items, hit, floor)
    opens = max(items.letters.rfind(mark, floor, max(start - 1, floor)) for mark in (",i", ",Pi", ",j"))
    if "called" not in hit.form.takes or hit.mode != FINITE or opens < 0 or items.letters[start - 1] != ",":
        return None
    begin = clause_of(items, hit._replace(first=opens), floor)
    opening = phrase_at(items, begin, opens)
    fits = opening and not opening.preposition and opening.last == opens and items.letters[opening.head] in THINGS
    return (begin, start - 1) if fits and opening and items.cases[opening.head] in OBJECT_CASES else None


def _past_relative(items: Items, hit: Hit, start: int, floor: int) -> Fronted | None:
    span = relative_object(items, hit, floor)
    subject = (_subject_near(items, hit, start) or _place_near(items, hit, start - 1)) if span else None
    return Fronted(subject, *span) if span and subject else None


def _describes_subject(items: Items, opening: Phrase, subject: Subject) -> bool:
    """Whether what opens the clause is only the adjective of who reports: Эфиопский премьер назвал …"""
    return items.cases[opening.head] in ADJECTIVAL and opening.last == subject.first


def _topic(items: Items, hit: Hit, start: int, last: int) -> Fronted | None:
    """По тарифам стороны к согласию не пришли; в оценке договора их позиции расходятся: what the sides differ on."""
    subject = _subject_near(items, hit, start) or parties_among(items, hit, start, last) or stances(items, hit, start)
    if subject is None:
        return None
    stop = subject.edge if start < subject.edge < hit.first else hit.first
    at = next((k for k in range(start, stop - 1) if items.words[k] in items.known["matter_preposition"]), None)
    if at is None or _told(items, start, stop):
        return None
    at += items.letters[at + 1] == "P"
    topic = phrase_at(items, at, stop)
    return Fronted(subject, topic.first, topic.last if subject.edge < at else stop) if topic else None


def _takes_object(hit: Hit) -> bool:
    return "called" in hit.form.takes or (hit.form.frame in (*DOING, "say") and "noun" in hit.form.takes)


def _subject_near(items: Items, hit: Hit, first: int) -> Subject | None:
    """The longest phrase that ends at the verb and can be its subject."""
    for at in range(first, hit.first):
        phrase = phrase_at(items, at, hit.first)
        theirs = items.letters[at] == "d" and items.words[at] in items.known["their"]
        acts = phrase and (items.letters[phrase.head] in ACTORS or theirs)
        if phrase and acts and phrase.last == hit.first and not phrase.preposition and agrees(items, phrase, items.cases[hit.at]):
            return Subject(phrase.first, phrase.first + 1 if theirs else phrase.last, phrase.first, "near")
    return None


def _place_near(items: Items, hit: Hit, first: int) -> Subject | None:
    if items.letters[hit.first - 2 : hit.first] in SEATS:
        first_of_place = hit.first - 2
        return speaking_place(items, hit, first_of_place, hit.first) if first_of_place > first else None
    found = phrases(items, first, hit.first)
    if not found:
        return None
    place = found[-1]
    spoken = speaking_place(items, hit, place.first - 1, hit.first) if place.preposition in items.known["seated_in"] and place.last == hit.first else None
    return spoken if spoken and spoken.edge > first else None


def _told(items: Items, first: int, last: int) -> bool:
    """Whether another predicate stands between two items."""
    return any(items.letters[k] in PREDICATES and not is_infinitive(items, k) for k in range(first, last))


def object_before(items: Items, hit: Hit, first: int) -> tuple[int, int] | None:
    """Return the object that stands directly before a verb: обвинения отверг."""
    plain = hit.form.frame in DOING or _takes_object(hit)
    if "called" not in hit.form.takes and (not plain or not any(t in OBJECTS or t[0] == "+" for t in hit.form.takes)):
        return None
    if "это" in items.words[hit.first : hit.at] and (hit.form.frame == "act" or hit.negated or "noun" in hit.form.takes):
        at = items.words.index("это", hit.first)
        return at, at + 1
    dative = items.letters[hit.first - 1] == "d" and items.cases[hit.first - 1] == "D"
    if dative and items.words[hit.first - 1] in items.known["this_one"] and "noun" in hit.form.takes:
        return hit.first - 1, hit.first  # в МИД этому обрадовались
    whom = items.words[hit.first - 1] in items.known["whom"] and items.letters[hit.first - 1] == "d"
    if whom and (hit.form.frame == "act" or ("called" in hit.form.takes and judged_until(items, hit, len(items.letters)))):
        return hit.first - 1, hit.first
    start = max(first, *(items.letters.rfind(mark, first, hit.first) + 1 for mark in ",;:-"))
    stop = _before_time(items, start, hit) if hit.form.frame in ("agree", "joint") else hit.first
    before = phrases(items, start, stop)
    if not before or before[-1].last != stop:
        return None
    preposition, told = before[-1].preposition, before[1:] and before[-2].last == before[-1].first - 1
    if told and preposition in items.known["manner_preposition"] and f"+{preposition}" not in hit.form.takes:
        before = before[:-1]  # эти слова с негодованием отверг
    last = before[-1] = whole(before, hit)
    if last.preposition:
        firm = items.words[last.first : last.last] == OWN  # сенатор на своем настаивает
        return (last.first, last.last) if governs(items, hit, last.first - 1) and not firm else None
    first = last.first - (items.words[last.first - 1] in items.known["all_this"])
    if items.letters[last.head] == "J" and agrees(items, last, items.cases[hit.at]):
        return None
    if items.cases[last.head] in SURE and items.letters[last.last - 1] in "nN" and items.cases[last.last - 1] in "bq":
        return last.last - 1, last.last
    return (first, last.last) if items.cases[last.head] in "bqgo" else None


def _before_time(items: Items, start: int, hit: Hit) -> int:
    """Where a time before a verb begins: о полете в 2028 году условились."""
    at = hit.first
    while at > start and items.letters[at - 1] in "mD":
        at -= 1
    return at - (start < at < hit.first and items.letters[at - 1] == "P")


def whole(before: list[Phrase], hit: Hit) -> Phrase:
    """The last phrase before a verb, or the one that it belongs to: доступ к прилавкам исключил; об открытии моста в Измире договорились."""
    last, k = before[-1], len(before) - 1
    while k and before[k].preposition and f"+{before[k].preposition}" not in hit.form.takes and before[k - 1].last == before[k].first - 1:
        k -= 1
    found = before[k]
    governed = f"+{found.preposition}" in hit.form.takes or (found.preposition == "об" and "+о" in hit.form.takes)
    return found._replace(last=last.last) if k < len(before) - 1 and (governed or not found.preposition) else last


def opening_object(items: Items, hit: Hit, first: int, subject: Subject | None) -> tuple[int, int] | None:
    """Обещание гостя вернуть долг премьер назвал «смелым»: what opens the clause of a verb that judges it, its subject between."""
    start = clause_of(items, hit, first)
    if subject is None or subject.last != hit.first or subject.first <= start or _told(items, start, subject.first):
        return None
    opening = phrase_at(items, start, subject.first)
    fits = opening and not opening.preposition and items.letters[opening.head] in THINGS and items.cases[opening.head] in OBJECT_CASES
    return (start, subject.first) if fits else None


def judged_of(items: Items, hit: Hit, start: int, subject: Subject | None) -> tuple[tuple[int, int] | None, ...]:
    """Where may stand what a verb judges that has its judgement behind it."""
    return object_before(items, hit, start), opening_object(items, hit, start, subject), relative_object(items, hit, start)
