"""Words that others pass on: ТАСС цитирует посла: «…»; «…», — приводит агентство слова посла; его слова о том, что …"""

from __future__ import annotations

from detente.resources.verbs import VerbForm

from ..contents import Content
from ..hits import FINITE, Hit, Words
from ..items import Items
from ..scene import Scene
from ..subjects import Subject
from .ends import close
from .phrases import Phrase, agrees, phrase_at, phrases
from .subjects import subject_behind, subject_of

CITED = VerbForm("cite", (), frozenset(), "say", frozenset({"quote", "behind"}))
WORDS = "слово"
MESSAGES = frozenset((
    WORDS, "предупреждение", "послание", "позиция", "ответ", "просьба", "мнение",
    "заверение", "обещание", "угроза", "поручение", "высказывание", "цитата",
))  # fmt: skip
FROM, HEARING = "от", VerbForm("слышать", (), frozenset(), "say", frozenset({"that"}))
THEM = frozenset(("он", "она", "они"))
SECONDHAND = "со слов"
APART = frozenset(",;:-()Ql")
REACH = 8
WHOSE = frozenset("RdKkTthSMJGY")


def read_cited(scene: Scene, first: int, last: int) -> bool:
    """Read a sentence in which somebody cites another's words."""
    items = scene.items
    citing = scene.words["citing"] | scene.words["retelling"]
    if citing.isdisjoint(items.words[first:last]):
        return False
    at = next((k for k in range(first, last) if items.words[k] in citing and items.cases[k] not in "id"), None)
    if at is None or (items.words[at] not in scene.words["citing"] and MESSAGES.isdisjoint(items.words[at : at + REACH])):
        return False
    hit = Hit(at, at, at + 1, CITED, "finite", False)
    theirs = _theirs(items, hit, last)
    by, stop = subject_of(items, hit, first) or subject_behind(items, hit._replace(last=hit.last + bool(theirs)), last), last
    if by and (words := next((k for k in range(by.first, by.last) if items.words[k] in MESSAGES), None)):
        by = Subject(by.first, words, by.edge, by.rule)
    if by is None and (by := _past_object(items, hit, last)):
        stop = by.first
    cited = theirs or _cited(items, at, stop)
    content = _content(items, first, at, cited, last) if by and cited else None
    if by is None or cited is None or content is None:
        return False
    draft = scene.report(hit, Subject(cited.first, cited.last, cited.first, "cited"), (first, last), "cited")
    draft.relays = ((scene.span(by.first, by.last),),)
    draft.take(*scene.span(*content), 0)
    draft.direct = items.letters[content[0]] == "Q"
    return True


def retold(items: Items, first: int, last: int, words: Words) -> tuple[int, Subject | None]:
    """Return where what somebody retells begins, and who retells it: Дипломат пересказал ход беседы: глава совета настаивает, …"""
    if words["retelling"].isdisjoint(items.words[first:last]):
        return first, None
    colon = items.letters.find(":", first, last)
    at = next((k for k in range(first, colon) if items.words[k] in words["retelling"] and items.cases[k] not in "id"), None)
    if at is None or set("lQ") & set(items.letters[first:at]) or "c" not in items.letters[colon:last] or items.letters[colon + 1 : colon + 2] == "Q":
        return first, None
    hit = Hit(at, at, at + 1, CITED, "finite", False)
    by = subject_of(items, hit, first) or subject_behind(items, hit, colon)
    return (colon + 1, by) if by else (first, None)


def read_heard(scene: Scene, first: int, last: int) -> bool:
    """Read what somebody says that he has from another: слышал от чиновников, что базу закроют."""
    items = scene.items
    if scene.words["heard"].isdisjoint(items.words[first:last]):
        return False
    at = next(k for k in range(first, last) if items.words[k] in scene.words["heard"])
    source = phrase_at(items, at + 1, last) if items.words[at + 1 : at + 2] == [FROM] else None
    if source is None or items.letters[source.last : source.last + 2] != ",l":
        return False
    hit = Hit(at, at, at + 1, HEARING, "finite", False)
    by = subject_of(items, hit, first)
    draft = scene.report(hit, Subject(source.first, source.last, source.first, "heard"), (first, last), "cited")
    draft.relays = ((scene.span(by.first, by.last),),) if by and items.letters[by.first : by.last] != "R" else ()
    start = source.last + 2
    draft.take(*scene.span(start, close(items, Content(start, "that"), last)), 0)
    return True


def read_secondhand(scene: Scene, first: int, last: int, hits: list[Hit]) -> bool:
    """Read what somebody tells in the words of another: сообщил со слов министра, что …; со слов чиновников агентство сообщило, что …"""
    items = scene.items
    at = next((k for k in range(first, last) if items.words[k] == SECONDHAND), None)
    source = phrase_at(items, at + 1, last) if at is not None else None
    if at is None or source is None:
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


def _theirs(items: Items, hit: Hit, last: int) -> Phrase | None:
    """цитирует ее телеканал: the pronoun of whose words are cited, which is no part of who cites."""
    at = hit.last
    cites = items.letters[at : at + 1] == "d" and items.words[at] in THEM and phrase_at(items, at + 1, last)
    return Phrase(at, at + 1, at, "") if cites else None


def _past_object(items: Items, hit: Hit, last: int) -> Subject | None:
    """цитирует министра агентство «Север»: who cites stands behind whom it cites, where its form may be a genitive too."""
    whom = phrase_at(items, hit.last, last)
    by = phrase_at(items, whom.head + 1, last) if whom and not whom.preposition else None
    return Subject(by.first, by.last, hit.first, "behind") if by and agrees(items, by, items.cases[hit.at]) else None


def _cited(items: Items, at: int, last: int) -> Phrase | None:
    """Whose words are cited: the object of the verb, or whom слова belongs to."""
    stop = min(last, at + REACH)
    words = next((k for k in range(at + 1, stop) if items.words[k] in MESSAGES), None)
    if words is None:
        found = (p for p in phrases(items, at + 1, last) if items.cases[p.head] in "gd" or items.letters[p.head] in "Rd")
        return next((p for p in found if not p.preposition and items.letters[p.head] in WHOSE), None)
    if items.letters[words - 1] == "d":
        return Phrase(words - 1, words, words - 1, "")
    owner = phrase_at(items, words + 1, last)
    return _with_name(items, owner, last) if owner and not owner.preposition else None


def _with_name(items: Items, owner: Phrase, last: int) -> Phrase:
    """An office with the name behind its state: слова премьера Словении Матьяжа Кобала."""
    stop = owner.last
    while stop < last and items.letters[stop] in "Kk" and items.cases[stop] in "gb":
        stop += 1
    return Phrase(owner.first, stop, owner.head, owner.preposition)


def _content(items: Items, first: int, at: int, cited: Phrase, last: int) -> tuple[int, int] | None:
    """What is cited: a quotation before the verb, one behind a colon, or о том, что …"""
    letters = items.letters
    quotation = letters.rfind("Q", first, at)
    if quotation >= 0 and set(letters[quotation + 1 : at]) <= set(",-aR"):
        return quotation, quotation + 1
    behind = max(cited.last, at + 1)
    if letters[behind : behind + 1] == ":":
        return behind + 1, last
    told = letters.find("PR,l", behind, min(last, behind + REACH))
    if told != behind:
        return None
    return told + 4, close(items, Content(told + 4, "that"), last)
