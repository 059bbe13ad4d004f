"""A span whose meaning is looked for, with who spoke before it and which two sides are named before it."""

from __future__ import annotations

import re
from bisect import bisect_left

from detente.records import Record, Span, Speaker

from .before import person_before
from .case import Attribution
from .media import is_english

# Tokens in which the pair that a joint subject means is looked for, so that a long line costs no more than a short one.
CLAUSE = frozenset("cVKTSMGYw")
PAIR_REACH = 400
SENTENCE_ENDS = frozenset(".\n")
PAIR = re.compile("[SM][TYh]{0,2}K?w[SM]|SS")


class Naming(Record, frozen=True):
    """A span under judgement with its words, from token `first` on, and their classes.

    `before` spoke last, the span stands in the report of `outer`.
    """

    span: Span
    first: int
    words: tuple[str, ...]
    letters: str
    case: Attribution
    before: Speaker | None
    outer: Speaker | None

    def speaker(self, actor_id: str, party: str | None) -> Speaker:
        """Return the span as a speaker."""
        start, stop = self.span.start, self.span.stop
        return Speaker(start, stop, actor_id, self.case.text[start:stop], party)

    def joint(self, party: str) -> Speaker:
        """Return the span as two sides that speak as one."""
        return self.speaker(f"joint:{party}", party or None)


def both(naming: Naming) -> str:
    """The two parties that a joint subject means: named together before it, else the main ones."""
    pair = _pair_before(naming.span, naming.case) or _two_people(naming.span, naming.case) or naming.case.parties[:2]
    return "+".join(sorted(pair)) if len(pair) > 1 else ""


def also_both(naming: Naming, before: Speaker) -> Speaker | None:
    """“…,” the Omani minister said. They also discussed …: one person is nobody that they means, but the two who meet."""
    tokens = naming.case.parse.tokens
    plural = naming.words[0] in naming.case.words("plural") and not before.actor_id.startswith("office:") and "+" not in (before.party or "+")
    also = tokens.words[naming.first + 1 : naming.first + 2] == ("also",)
    return naming.joint(both(naming)) if plural and also else None


def two_who_acted(naming: Naming) -> str:
    """The parties of the two who open the sentence before: Премьер Румынии и его молдавский коллега … Они …; else empty."""
    tokens, stop = naming.case.parse.tokens, naming.first
    own = max(tokens.classes.rfind(".", 0, stop), tokens.classes.rfind("\n", 0, stop)) + 1
    if CLAUSE.isdisjoint(tokens.classes[own:stop]):
        stop = own  # После разговора они объявили …
    while stop and tokens.classes[stop - 1] in SENTENCE_ENDS:
        stop -= 1
    first = max(tokens.classes.rfind(".", 0, stop), tokens.classes.rfind("\n", 0, stop), stop - PAIR_REACH) + 1
    verb = next((i for i in range(first, stop) if tokens.classes[i] in "cV,"), first)
    if "w" not in tokens.classes[first:verb]:
        several = naming.case.words("several")
        opens = "J" in tokens.classes[first:verb] or any(tokens.words[i] in several and tokens.cases[i] == "p" for i in range(first, verb))
        return both(naming) if opens else ""
    named = (naming.case.language.gazetteer.entries.get(tokens.words[i]) for i in range(first, verb) if tokens.classes[i] in "SM")
    people = (naming.case.people.find(tokens.words[i]) for i in range(first, verb) if tokens.classes[i] == "K")
    parties = {who.party for who in (*named, *people) if who and who.party}
    return "+".join(sorted(parties)) if len(parties) == 2 else ""


def _pair_before(span: Span, case: Attribution) -> tuple[str, ...]:
    """The two states that stand together last in the paragraph before a joint subject (泰国与柬埔寨…,双方).

    Where words are written apart, also in the paragraph before that one, if the text is mainly about one of them.
    """
    folded = case.parse.folded
    start = folded.rfind("\n", 0, span.start) + 1
    if pair := _pair_within(start, span.start, case):
        return pair
    before = folded.rfind("\n", 0, max(0, start - 1)) + 1
    pair = _pair_within(before, start, case) if is_english(case) else ()
    return pair if not set(case.parties[:2]).isdisjoint(pair) else ()


def _pair_within(start: int, stop: int, case: Attribution) -> tuple[str, ...]:
    """The two states that stand together last in a stretch."""
    tokens = case.parse.tokens
    last = bisect_left(tokens.starts, stop)
    first = max(bisect_left(tokens.starts, start), last - PAIR_REACH)
    entries = case.language.gazetteer.entries
    for match in reversed(list(PAIR.finditer(tokens.classes, first, last))):
        words = (tokens.words[match.start()], tokens.words[match.end() - 1])
        named = (entries.get(word) for word in words)
        parties = tuple(sorted({e.party for e in named if e and e.party}))
        if len(parties) == 2 and not _is_of_sounds(words, parties, case):
            return parties
    return ()


def _two_people(span: Span, case: Attribution) -> tuple[str, ...]:
    """The two parties whose people the sentence names before a joint subject, alone or with the one before it: A会见B。两人…"""
    if case.language.is_spaced:
        return ()
    tokens, stop = case.parse.tokens, bisect_left(case.parse.tokens.starts, span.start)
    parties: set[str] = set()
    for _ in range(2):
        first = stop
        while first and stop - first < PAIR_REACH and tokens.classes[first - 1] not in SENTENCE_ENDS:
            first -= 1
        named = (_party_of_person(i, case) for i in range(first, stop) if tokens.classes[i] in "KT")
        parties |= set(filter(None, named))
        if len(parties) > 1:
            break
        stop = max(first - 1, 0)
    return tuple(sorted(parties)) if len(parties) == 2 else ()


def _party_of_person(i: int, case: Attribution) -> str | None:
    """The party of the person that a token names, or of the office whose state stands before it."""
    tokens = case.parse.tokens
    if tokens.classes[i] == "K":
        named = case.people.find(tokens.words[i])
        return named.party if named else None
    state = case.language.gazetteer.entries.get(tokens.words[i - 1]) if i and tokens.classes[i - 1] in "SM" else None
    return state.party if state else None


def _is_of_sounds(words: tuple[str, str], parties: tuple[str, ...], case: Attribution) -> bool:
    """Whether two signs that are states elsewhere write the sounds of a name here: 德鲁日巴 is no talk of Japan and Pakistan."""
    return max(map(len, words)) == 1 and set(case.parties[:2]).isdisjoint(parties)


def last_person(naming: Naming) -> Speaker | None:
    """The person the sentence before opens with, or who spoke last."""
    case, before = naming.case, naming.before
    if told := _before_colon(naming):
        return told
    found = person_before(case.parse, case.people, naming.span.start, case.language, leading=before is not None)
    if found is None and before is None and case.parse.tokens.cases:
        return _named_within(naming)
    return found if found and (before is None or found.start > before.start) else before


def _before_colon(naming: Naming) -> Speaker | None:
    """The person who leads the part of the sentence before a colon, in a language with cases: торгпред Иван Жданов иного мнения: договор, сказал он, …"""
    case, tokens = naming.case, naming.case.parse.tokens
    first = max(naming.first - PAIR_REACH, 0, *[tokens.classes.rfind(mark, 0, naming.first) + 1 for mark in SENTENCE_ENDS])
    colon = tokens.classes.find(":", first, naming.first) if tokens.cases else -1
    for i in range(first, colon):
        if tokens.classes[i] == "K" and tokens.cases[i] in "nb" and (name := case.people.find(tokens.words[i])):
            return Speaker(tokens.starts[i], tokens.stops[i], name.actor_id, name.forms[0], name.party)
    return None


def _named_within(naming: Naming) -> Speaker | None:
    """The person whom the sentence of a pronoun names before it: интервью премьера Клауса Хофера, в котором он заявил."""
    tokens = naming.case.parse.tokens
    for i in range(naming.first - 1, max(naming.first - PAIR_REACH, 0) - 1, -1):
        if tokens.classes[i] in SENTENCE_ENDS:
            return None
        if tokens.classes[i] == "K" and (name := naming.case.people.find(tokens.words[i])):
            return Speaker(tokens.starts[i], tokens.stops[i], name.actor_id, name.forms[0], name.party)
    return None
