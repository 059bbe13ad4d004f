"""What may be the content behind a reporting verb, and where it begins."""

from __future__ import annotations

import re
from typing import NamedTuple

from .hits import PARTICIPIAL, VERBAL, Hit, Words, is_dated_noun, is_related
from .items import Items
from .phrases import SET_SIZES, is_set_phrase, phrase_after

CLAUSE = frozenset("vdRkKSMTtjGYOhIxmJNuecQ")
NAMED = frozenset(("over", "on"))  # prepositions before the content of a verb with its noun: lodged a protest over
NOUN = frozenset("RdkKSMTtjGYOhIxmJNuceQVq")
OWN_NOUN = frozenset("xNhSMGkKTYu")
JUDGED = re.compile(
    r"(?:un|il|in|im|ir|dis)\w{4,}|\w{3,}(?:able|ible|ful|ous|less)"
    r"|wrong|null|void|legal|vital|crucial|essential|critical|legitimate|fair|premature|overdue|important|appropriate|necessary|absurd|closed|settled|excessive"
)
REACH = 14
ASIDE = re.compile(",[ci]|B[^l]|w[vVc]")  # recalled its envoy, accusing …; confirmed the call but gave no details


class Content(NamedTuple):
    """A content from item `first`; `kind` says what it is, `told` is who is told."""

    first: int
    kind: str
    told: tuple[int, int] | None = None


def content_of(items: Items, hit: Hit, last: int, words: Words) -> Content | None:
    """Return the content behind a reporting verb, or None where nothing fits what the verb takes."""
    takes, letters = hit.form.takes, items.letters
    if "called" in takes and not words["particle"].isdisjoint(items.words[hit.last : hit.last + 1]):
        return None
    at = _past_adverbials(items, hit, hit.last, last, words)
    told = None
    if "told" in takes:
        told = _told(items, hit, at, last, words)
        if told is None and hit.form.frame == "tell" and letters[at : at + 1] not in ("Q", ":", ",", "l"):
            return None
        at = _past_adverbials(items, hit, told[1], last, words) if told else at
    if at >= last:
        return None
    if letters[at] == "," and hit.form.frame == "say" and at + 2 < last and _as_told(items, hit):
        return Content(_past_source(items, at + 1, last), "clause")
    if hit.form.frame in ("say", "think") and letters[at] in VERBAL and is_related(items, hit.first):
        return Content(at, "clause")
    found = _plain(items, hit, at, last, words) or _governed(items, hit, at, last, words) or _announced(items, hit, at, last)
    if found and told and found.kind == "to" and hit.form.lemma == "ask":
        return Content(told[0], "to", told)
    return found._replace(told=told) if found else None


def _as_told(items: Items, hit: Hit) -> bool:
    """As Zarif pointed out, …"""
    opening = max(items.letters.rfind(mark, max(0, hit.first - REACH), hit.first) for mark in ".,;") + 1
    return "as" in items.words[opening : opening + 2]


def _past_source(items: Items, at: int, last: int) -> int:
    """As Reuters reported, citing officials, …"""
    comma = items.letters.find(",", at, last) if items.words[at] in ("citing", "quoting") else -1
    return comma + 1 if 0 <= comma < last - 1 else at


def _past_set_phrase(items: Items, at: int) -> int:
    """Behind a set phrase that begins at an item: asked Juba | once more | to; the item where none does."""
    return next((at + size for size in reversed(SET_SIZES) if is_set_phrase(items, at, at + size)), at)


def _past_adverbials(items: Items, hit: Hit, at: int, last: int, words: Words) -> int:
    """Behind adverbs, times, and phrases (in a statement) after which that, a quotation or a colon follows."""
    letters = items.letters
    while at < last and (letters[at] in "aD" or letters.startswith(",a,", at)) and not is_dated_noun(letters, at):
        at += 3 if letters[at] == "," else 1
    if at < last and letters[at] in "bo":
        stop = phrase_after(items, at + 1, last)
        if stop > at + 1 and (letters[stop : stop + 1] in tuple("lqQ:") or letters[stop : stop + 2] == ",Q"):
            return stop
    if at < last and letters[at] in ",-":
        stop = letters.find(letters[at] + "l", at + 1, min(last, at + REACH))
        if stop < 0 and hit.form.frame == "agree" and letters[at + 1 : at + 2] == "P":
            stop = letters.find(",b", at + 1, min(last, at + REACH))  # agreed, in the hall at Narva, to reopen
        return stop + 1 if stop > 0 else at
    if at < last and (letters[at] == "P" or items.words[at] == "since"):
        stop = at + (letters[at] == "B")
        while stop < min(last, at + REACH) and (letters[stop] not in "lQ:,.;vVcbq" or _goes_on(items, stop, words)):
            stop += 1
        if stop < last and (letters[stop] in "lQ:" or letters[stop : stop + 2] == ",Q" or items.words[stop] == "how"):
            return stop
        if letters[stop : stop + 2] == ",l":
            return stop + 1
        if letters[stop : stop + 1] == "b" and not words["venue"].isdisjoint(items.words[at:stop]):
            return stop
        if (said := next((k + 1 for k in range(at + 1, stop - 1) if items.words[k] in words["venue"]), 0)) and letters[said] in "dRkKSMYT":
            return said  # said in a statement the deal was off
        timed = letters.find("D", at, stop)
        while timed > 0 and letters[timed : timed + 1] == "D":
            timed += 1
        timed += timed > 0 and letters[timed : timed + 1] == "m"  # on March 26 the port …
        if timed > 0 and letters[timed : timed + 1] in tuple("RdkKSM"):
            return timed
        if stop == at + 2 and letters[stop - 1] == "D":
            return _past_adverbials(items, hit, stop, last, words) if letters[stop : stop + 1] == "," else stop
        if letters[at + 1 : at + 2] == "D":
            return _past_adverbials(items, hit, at + 2 + (letters[at + 2 : at + 3] == "m"), last, words)
    return at


def _describes(letters: str, at: int) -> bool:
    """in a televised speech, behind closed doors: a participle before a noun."""
    return letters[at] == "V" and letters[at - 1] in "dP" and letters[at + 1 : at + 2] in tuple("xIhN")


def _goes_on(items: Items, at: int, words: Words) -> bool:
    """Whether a word that may begin a content goes on with a phrase of place or occasion."""
    return _towards(items.letters, at) or _describes(items.letters, at) or _carried(items, at, words)


def _carried(items: Items, at: int, words: Words) -> bool:
    """in a statement read on state television that: a participle behind the venue of a report."""
    return items.letters[at] in "Vc" and items.words[at - 1] in words["venue"] and items.words[at] in words["carrying", "reduced_relative"]


def _towards(letters: str, at: int) -> bool:
    """a visit to Kyiv: to before a noun."""
    return letters[at] == "b" and letters[at + 1 : at + 2] in tuple("dSMkKGYO")


def _told(items: Items, hit: Hit, at: int, last: int, words: Words) -> tuple[int, int] | None:
    """Who is told; of a verb that may do without, only before what must be a content."""
    letters = items.letters
    if at < last and items.words[at] == "to":
        at += 1
    if at < last and letters[at] in "uR":
        return (at, at + 1) if letters[at] == "u" or letters[at + 1 : at + 2] not in ("v", "c", "V") else None
    stop = phrase_after(items, at, last)
    if "of" in hit.form.takes and (of := letters.find("o", at, stop)) > at:
        return at, of
    stop = _past_set_phrase(items, stop) if stop > at else stop
    while stop > at and letters[stop : stop + 1] in tuple("Da"):
        stop += 1
    if "to" in hit.form.takes and stop > at and letters[stop : stop + 1] == "P" and letters[(venue := phrase_after(items, stop + 1, last)) : venue + 1] == "b":
        return (at, stop) if not words["venue"].isdisjoint(items.words[stop:venue]) else None  # asked Riga in a letter to open it
    if stop > at and (hit.form.frame == "tell" or letters[stop : stop + 1] in tuple("lQ:q") or (
        letters[stop : stop + 1] == "b" and "to" in hit.form.takes)):
        return at, stop
    return None


def _plain(items: Items, hit: Hit, at: int, last: int, words: Words) -> Content | None:
    """A quotation, a that-clause, a question, an infinitive, or a bare clause."""
    takes, letters = hit.form.takes, items.letters
    letter, after = letters[at], letters[at + 1 : at + 2]
    if "quote" in takes:
        if letter == "Q":
            return Content(at, "quote")
        if letter == ":":
            return Content(at + 1, "quote")
        if letter == "," and after == "Q":
            return Content(at + 1, "quote")
    if "that" in takes and letter == "l" and at + 1 < last and items.words[at + 1] != "as" and not _points(items, hit, at, last):
        return Content(at + 1, "that")
    if "wh" in takes and (letter == "q" or (letter == "i" and ("told" not in takes or at == hit.last))):
        return Content(at, "wh")
    if "if" in takes and items.words[at] == "if":
        return Content(at, "wh")
    if "to" in takes and letter in "az" and after == "b" and hit.form.frame == "act":
        return Content(at, "to")
    if "to" in takes and letter == "b" and after in tuple("cxtvaPVQ"):
        return Content(at, "to")
    if "clause" in takes and _is_clause(items, hit, at, last, words):
        return Content(at, "clause")
    return None


def _points(items: Items, hit: Hit, at: int, last: int) -> bool:
    """Whether that points to what was said: rejected that demand."""
    stop = at + 2 if items.letters[at + 1] == "c" else phrase_after(items, at + 1, last)
    named = items.letters[at + 1] in "xN" or stop == last
    return "noun" in hit.form.takes and stop > at + 1 and named and VERBAL.isdisjoint(items.letters[stop:last])


def _announced(items: Items, hit: Hit, at: int, last: int) -> Content | None:
    """told those who had come, “…”: a quotation behind a comma or a colon farther on."""
    quotation = items.letters.find("Q", at, last) if "quote" in hit.form.takes else -1
    return Content(quotation, "quote") if quotation > 0 and items.letters[quotation - 1] in ",:" else None


def _is_amount(items: Items, at: int, last: int, words: Words) -> bool:
    """at least nine people had died; under the deal, the port would open."""
    if items.letters[at] != "P" or at + 1 >= last:
        return False
    if items.words[at] in words["opening_preposition"]:
        return items.letters[at + 1] in "dSMkxR"
    return items.words[at] in ("at", "about", "over", "around") and (items.letters[at + 1] == "m" or items.words[at + 1] in words["amount"])


def _is_clause(items: Items, hit: Hit, at: int, last: int, words: Words) -> bool:
    letters = items.letters
    if hit.form.frame in ("say", "tell") and hit.mode != PARTICIPIAL and _is_amount(items, at, last, words):
        return bool(VERBAL & set(letters[at + 1 : last]))
    if letters[at] not in CLAUSE and not (letters[at] == "l" and hit.form.frame == "say") and not is_dated_noun(letters, at):
        return False
    if letters[at] == "R" and items.words[at] in ("i", "you") and hit.form.frame == "think":
        return False
    if letters[at] == "R" and last - at > 1:
        return True
    own = ASIDE.search(letters, at + 1, last)
    return bool((VERBAL | {"Q"}) & set(letters[at + 1 : own.start() if own else last])) or (hit.form.lemma in items.known["plain_report"] and last - at > 3)


def _is_judged(items: Items, at: int, last: int) -> bool:
    """Whether a judgement ends a phrase at an item: considers such a link unacceptable."""
    ends = at + 1 == last or items.letters[at + 1] in ".,;wBPb"
    if items.letters[at] == "Q":
        return ends and items.letters[at - 1] in OWN_NOUN  # considered the statements “an electoral show”
    return ends and items.letters[at] in "xV" and items.letters[at - 1] != "d" and JUDGED.fullmatch(items.words[at]) is not None


def _governed(items: Items, hit: Hit, at: int, last: int, words: Words) -> Content | None:
    """A noun phrase, alone or with what a preposition or as adds to it."""
    takes, letters, names = hit.form.takes, items.letters, items.words
    reach = min(last, at + REACH)
    if named := takes & NAMED:
        stop = next((k for k in range(at, reach) if names[k] in named and letters[k + 1 : k + 2] != "D"), None)
        return Content(stop + 1, "noun") if stop and stop + 1 < last else None
    if "for" in takes and (stop := phrase_after(items, at, last)) > at and names[stop : stop + 1] == ["for"]:
        return Content(at, "noun")
    if letters[at] == "o" and "of" in takes and at + 1 < last:
        return Content(at + 1, "noun")
    if names[at] == "as" and "noun" in takes and letters[at + 1 : at + 2] == "Q":
        return Content(at + 1, "noun")
    if letters[at] not in NOUN and letters[at] != "l" and names[at] not in items.known["gerund", "both"] and not is_dated_noun(letters, at):
        return None
    if "of" in takes and letters[at] != "o":
        stop = next((k for k in range(at + 1, reach) if letters[k] == "o"), None)
        if hit.form.lemma == "accuse":
            return Content(at, "of") if stop and stop + 1 < last else None
    if "judged" in takes and any(_is_judged(items, k, last) for k in range(at + 1, reach)):
        return Content(at, "noun")
    if "as" in takes:
        stop = next((k for k in range(at + 1, reach) if names[k] == "as"), None)
        if stop or "noun" not in takes:
            return Content(at, "noun") if stop else None
    if "at" in takes:
        stop = next((k for k in range(at + 1, reach) if names[k] == "at"), last - 1)
        counted = letters[stop + 1 : stop + 2] == "m" or not words["amount"].isdisjoint(names[stop + 1 : stop + 2])
        return Content(at, "noun") if counted else None
    if "called" in takes:
        return Content(at, "noun") if last - at > 1 or letters[at] == "Q" else None
    if "person" in takes:
        stop = next((k for k in range(at + 1, reach) if letters[k] in "bl"), None)
        if stop:
            return Content(at, "person")
    return Content(at, "noun") if "noun" in takes else None
