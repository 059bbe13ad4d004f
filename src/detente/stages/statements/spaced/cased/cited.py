"""Words that others pass on: ТАСС цитирует посла: «…»; «…», — приводит агентство слова посла; его слова о том, что …"""

from __future__ import annotations

import re

from detente.resources.verbs import VerbForm
from detente.text.classes import edges

from ..contents import Content
from ..hits import FINITE, Hit, Words
from ..items import Items
from ..scene import Scene
from ..subjects import Subject
from .agreement import agrees
from .ends import close
from .marks import LATTER
from .messages import CITED, owner_of, with_name
from .phrases import Phrase, phrase_at, phrases
from .related import related
from .relays import is_medium
from .seats import speaking_place
from .subjects import subject_behind, subject_of
from .voiced import document_of

HEARING = VerbForm("слышать", (), frozenset(), "say", frozenset({"that"}))
SECONDHAND, ONTO = "со слов", " на"
TOLD = re.compile("c[^.;:Q]*,l")
SAID = re.compile(",j[hOkQSPpnaDm]{0,7}(?:,l|:)")  # слова посла, заявившего газете, что
APART = frozenset(",;:-()Ql")
REACH, NEAR, FAR = 8, 5, 12
PLACES = ("PM", "PS", "Pp")
BEFORE, NESTED = frozenset("VcgQ"), frozenset("lqi")
WHOSE = frozenset("RdKkTthSMJGY")


def read_cited(scene: Scene, first: int, last: int) -> bool:
    """Read a sentence in which somebody cites another's words."""
    items = scene.items
    citing = scene.words["citing", "retelling", "conveying"]
    if citing.isdisjoint(items.words[first:last]):
        return False
    at = next((k for k in range(first, last) if items.words[k] in citing and items.cases[k] not in "id"), None)
    if at is None or (items.words[at] not in scene.words["citing"] and _message(items, at, last) is None):
        return False
    if TOLD.search(items.letters, first, at):
        return False  # пишет, что посол передал слова министра: inside what is told
    hit = Hit(at, at, at + 1, CITED, "finite", False)
    by, stop = _citing(items, hit, first, last), last
    if by is None and (by := _past_object(items, hit, last)):
        stop = by.first
    outlet = _cited_outlet(scene, at, stop)
    whom = phrase_at(items, by.last, last) if by and by.rule == "next" else None
    cites_further = outlet is not None and LATTER.match(items.letters, outlet.last, last)
    beside = with_name(items, whom, last) if whom and not whom.preposition else None
    cited = _theirs(items, hit, last) or beside or (outlet if cites_further else _cited(items, at, stop) or outlet)
    cited, through = _further(items, cited, last) if cited else (cited, [])
    cites = items.words[at] in scene.words["citing"]
    content = _content(items, first, at, cited, last, cites=cites) if by and cited else None
    if by is None or cited is None or content is None or content[0] >= content[1]:
        return False
    draft = scene.report(hit, Subject(cited.first, cited.last, cited.first, "cited"), (first, last), "cited")
    draft.relays = ((scene.span(by.first, by.last),), *((scene.span(each.first, each.last),) for each in through))
    draft.take(*scene.span(*content), 0)
    draft.direct = items.letters[content[0]] == "Q"
    return True


def _cited_outlet(scene: Scene, at: int, last: int) -> Phrase | None:
    """The outlet next to the verb: Kyodo цитирует газету «Заря»: …"""
    found = phrase_at(scene.items, at + 1, last)
    return found if found and not found.preposition and is_medium(scene.items, found, scene.words) else None


def _further(items: Items, cited: Phrase, last: int) -> tuple[Phrase, list[Phrase]]:
    """Whom the one who is cited cites in turn, and who stands between: …, а тот — главу МВД: …"""
    through: list[Phrase] = []
    while (match := LATTER.match(items.letters, cited.last, last)) and items.known["latter"] & set(items.words[cited.last : match.end()]):
        after = phrase_at(items, match.end(), last)
        if after is None:
            break
        through, cited = [*through, cited], with_name(items, after, last)
    return cited, through


def _citing(items: Items, hit: Hit, first: int, last: int) -> Subject | None:
    """Who cites: the subject, less the words that are cited, or the document that holds them."""
    theirs = _theirs(items, hit, last)
    behind = items.letters[hit.at - 1 : hit.at] in (",", "-") and not _is_past_gerund(items, hit.at - 1, first)
    by = _outlet_next(items, hit, last) if behind else None
    by = by or (subject_behind(items, hit, last) if behind and not theirs else None)
    by = by or subject_of(items, hit, first) or subject_behind(items, hit._replace(last=hit.last + bool(theirs)), last)
    if by and (words := next((k for k in range(by.first, by.last) if items.words[k] in items.known["cited_noun"]), None)) is not None:
        by = Subject(by.first, words, by.edge, by.rule)
    return by if by and by.first < by.last else document_of(items, hit.at, first)


def _is_past_gerund(items: Items, comma: int, first: int) -> bool:
    """Whether a comma ends what somebody did meanwhile: посол, вернувшись из Рима, передал ответ короля."""
    at = items.letters.rfind(",", first, comma) + 1
    return at > first and (items.letters[at] == "g" or items.cases[at] == "d")


def retold(items: Items, first: int, last: int, words: Words) -> tuple[int, Subject | None]:
    """Return where what somebody retells begins, and who retells it: Дипломат пересказал ход беседы: глава совета настаивает, …"""
    telling = words["retelling", "citing"]
    if telling.isdisjoint(items.words[first:last]):
        return first, None
    colon = items.letters.find(":", first, last)
    at = next((k for k in range(first, colon if colon >= 0 else last) if items.words[k] in telling and items.cases[k] not in "id"), None)
    if at is None:
        return first, None
    hit = Hit(at, at, at + 1, CITED, "finite", False)
    if by := _of_whom(items, hit, first, last):
        return first, by
    before, behind = items.letters[first:at], items.letters[colon:last]
    if items.words[at] not in words["retelling"] or set("lQ") & set(before) or "c" not in behind or behind.startswith(":Q"):
        return first, None
    by = subject_of(items, hit, first) or subject_behind(items, hit, colon)
    return (colon + 1, by) if by else (first, None)


def _of_whom(items: Items, hit: Hit, first: int, last: int) -> Subject | None:
    """Who retells what somebody says of whom a relative clause is: Губернатор пересказал беседу с акимом, который считает, что …"""
    relative = items.letters.find(",i", hit.last, last)
    verb = next((k for k in range(relative + 2, min(last, relative + FAR)) if items.letters[k] in "cV"), -1) if relative >= 0 else -1
    if verb < 0 or items.letters[verb] != "c" or related(items, verb, hit.last) is None or not APART.isdisjoint(items.letters[hit.last : relative]):
        return None
    return subject_of(items, hit, first)


def read_heard(scene: Scene, first: int, last: int) -> bool:
    """Read what somebody says that he has from another: слышал от чиновников, что базу закроют."""
    items = scene.items
    if scene.words["heard"].isdisjoint(items.words[first:last]):
        return False
    at = next(k for k in range(first, last) if items.words[k] in scene.words["heard"])
    begin = next((k for k in range(at + 1, min(last, at + NEAR)) if items.words[k] in items.known["asked_of"] or items.letters[k] in APART), at)
    source = phrase_at(items, begin, last) if items.words[begin] in items.known["asked_of"] else None
    colon = source is not None and items.letters[source.last : source.last + 1] == ":"
    if source is None or source.last + 2 >= last or not (colon or items.letters[source.last : source.last + 2] == ",l"):
        return False
    hit = Hit(at, at, at + 1, HEARING, "finite", False)
    by = subject_of(items, hit, first) or speaking_place(items, hit, first, at)
    draft = scene.report(hit, Subject(source.first, source.last, source.first, "heard"), (first, last), "cited")
    draft.relays = ((scene.span(by.first, by.last),),) if by and items.letters[by.first : by.last] != "R" else ()
    start = source.last + 2 - colon
    draft.take(*scene.span(start, close(items, Content(start, "that"), last)), 0)
    return True


def read_secondhand(scene: Scene, first: int, last: int, hits: list[Hit]) -> bool:
    """Read what somebody tells in the words of another: сообщил со слов министра, что …; со слов чиновников агентство сообщило, что …"""
    items = scene.items
    if SECONDHAND not in items.words[first:last]:
        return False
    at = items.words.index(SECONDHAND, first)
    source = phrase_at(items, at + 1, last)
    if source is None:
        return False
    hit = next((h for h in hits if h.mode == FINITE and "that" in h.form.takes), None)
    if hit is None or not APART.isdisjoint(items.letters[min(hit.first, at) : max(hit.last, source.last)]):
        return False
    stop = max(hit.last, source.last)
    colon = items.letters[stop : stop + 1] == ":"
    by = subject_of(items, hit, source.last if at < hit.first else first) or subject_behind(items, hit, at if at > hit.first else last)
    if by is None or not (colon or items.letters[stop : stop + 2] == ",l"):
        return False
    draft = scene.report(hit, Subject(source.first, source.last, source.first, "heard"), (first, last), "cited")
    draft.relays = ((scene.span(by.first, by.last),),)
    start = stop + 2 - colon
    draft.take(*scene.span(start, close(items, Content(start, "that"), last)), 0)
    return True


def _outlet_next(items: Items, hit: Hit, last: int) -> Subject | None:
    """цитирует Mehr замглавы генштаба, цитирует портал «Заря» посла: an outlet next to the verb, with the one whom it cites behind."""
    at = hit.last + (items.letters[hit.last : hit.last + 1] == "h" and items.cases[hit.last] in "nb")
    stop = at + 1
    while stop < last and items.letters[at] == "k" and items.letters[stop] == "k":
        stop += 1
    apart = at > hit.last and items.letters[at : at + 1] in ("Q", "k", "O")
    whom = phrase_at(items, stop, last) if apart or items.letters[at : at + 1] == "O" else None
    named = whom is not None and (at == hit.last or (not whom.preposition and items.letters[whom.head] in "TthK"))
    return Subject(hit.last, stop, hit.first, "next") if named else None


def _theirs(items: Items, hit: Hit, last: int) -> Phrase | None:
    """цитирует ее телеканал: the pronoun of whose words are cited, which is no part of who cites."""
    at = hit.last
    cites = items.letters[at : at + 1] == "d" and items.words[at] in items.known["third_person"] and phrase_at(items, at + 1, last)
    return Phrase(at, at + 1, at, "") if cites else None


def _past_object(items: Items, hit: Hit, last: int) -> Subject | None:
    """цитирует министра агентство «Север»: who cites stands behind whom it cites, where its form may be a genitive too."""
    whom = phrase_at(items, hit.last, last)
    by = phrase_at(items, whom.head + 1, last) if whom and not whom.preposition else None
    return Subject(by.first, by.last, hit.first, "behind") if by and agrees(items, by, items.cases[hit.at]) else None


def _cited(items: Items, at: int, last: int) -> Phrase | None:
    """Whose words are cited: the object of the verb, or whom слова belongs to."""
    words = _message(items, at, last)
    if words is None:
        next_to = at + 1 if not items.words[at].endswith(ONTO) else at
        found = (p for p in phrases(items, at + 1, last) if items.cases[p.head] in ("gdo" if p.first == next_to else "gdobq") or items.letters[p.head] in "Rd")
        return next((p for p in found if not p.preposition and items.letters[p.head] in WHOSE), None)
    return owner_of(items, words, last)


def _message(items: Items, at: int, last: int) -> int | None:
    """The noun of the words that a verb passes on."""
    return next((k for k in range(at + 1, min(last, at + REACH)) if items.words[k] in items.known["cited_noun"]), None)


def _content(items: Items, first: int, at: int, cited: Phrase, last: int, *, cites: bool) -> tuple[int, int] | None:
    """What is cited: a quotation before the verb, or a clause, one behind a colon, or о том, что …"""
    letters = items.letters
    quotation = letters.rfind("Q", first, at)
    if quotation >= 0 and set(letters[quotation + 1 : at]) <= set(",-aR") and letters[quotation + 1] in ",-":
        return quotation, quotation + 1
    if cites and items.letters[at - 1] in ",-" and not BEFORE.isdisjoint(letters[first:at]) and NESTED.isdisjoint(letters[first:at]):
        return first, at - 1
    behind = max(cited.last, at + 1)
    behind += 2 * (letters[behind : behind + 2] in PLACES)
    if (whom := phrase_at(items, behind, last)) and not whom.preposition and items.cases[whom.head] == "d":
        behind = whom.last  # комментарий посла агентству
    if (said := SAID.match(letters, behind, last)) and items.words[behind + 1].endswith(edges(items.known["verb_ends"])):
        return said.end(), close(items, Content(said.end(), "that"), last)
    if letters[behind : behind + 1] == ":":
        return behind + 1, last
    if letters[behind : behind + 3] == ",Ai":  # пресс-службу, по версии которой …
        return behind + 3, last
    if letters[behind : behind + 2] == ",l" and _message(items, at, cited.first + 1) is not None:
        return behind + 2, close(items, Content(behind + 2, "that"), last)
    told = letters.find("PR,l", behind, min(last, behind + REACH))
    if told != behind:
        return None
    return told + 4, close(items, Content(told + 4, "that"), last)
