"""Whose an office is of a body that a common noun takes up: the bank's governor, the bloc's envoy, the chair of its council."""

from __future__ import annotations

import re

from detente.languages import Language
from detente.records import Tokens

OWNED = re.compile("([xkTYI])e")
OF_BODY = re.compile("T[xk]{0,2}[oP]d?")
FIELD_FOR = re.compile("TP")
BEFORE = re.compile("([SM])e?[xk]{0,2}$")
BEHIND = re.compile("[Po]d?([SM])")
FARTHEST = 250
LONGEST_BODY = 4
OPENING = 4
ENDS = frozenset(".\n")
LEADER, POSSESSIVES = "leader", frozenset(("their", "its"))
FOR_GROUP = re.compile("TPd?x?(k+)(?![SMGYTe])")  # a spokesman for SLM-N
OF_PARTY = re.compile("(?:o|,od)(?:d?[kGx]){1,4}")
SUBJECT, SIDES = re.compile("[vVc]"), frozenset("SMGYTKJR")

Office = tuple[int, int]


def body_told_of(tokens: Tokens, office: Office, language: Language) -> str | None:
    """Return the party of the body or the bloc whose an office is, where the text named that before.

    Sri Lanka's central bank …: the bank's governor; ASEAN …: the bloc's envoy; the African Union …: its envoy.
    """
    first, last = office
    if owned := OWNED.search(tokens.classes, max(0, first - 1), last + 1):
        return _of_noun(tokens, owned.start(), first, language)
    if tokens.words[first - 1].lower() == "its" or tokens.words[first].lower() == "its":
        return _leading_bloc(tokens, first, language)
    of = OF_BODY.match(tokens.classes, _head(tokens, office))
    if of is None or of.end() >= len(tokens.words):
        return None
    if tokens.words[of.end() - 1] == "its":
        return _leading_bloc(tokens, first, language)
    return _of_noun(tokens, of.end(), first, language) if tokens.classes[of.end() - 1] == "d" else None


def is_neutral(tokens: Tokens, office: Office, language: Language) -> bool:
    """Whether an office is of a body that sits over both sides: the president of the court, the tribunal's registrar."""
    owned, of = OWNED.search(tokens.classes, max(0, office[0] - 1), office[1] + 1), OF_BODY.match(tokens.classes, _head(tokens, office))
    at = owned.start() if owned else of.end() if of else len(tokens.words)
    return at < len(tokens.words) and tokens.words[at] in language.lexicon.words["neutral_body"]


def is_of_unknown(tokens: Tokens, office: Office, language: Language, home: str | None) -> bool:
    """SNP leader, a spokesman for SLM-N: an office of a party or a body that no list knows; no council's chair."""
    words = language.lexicon.words
    led = FOR_GROUP.search(tokens.classes, office[0], office[1] + 1)
    if led and "for" in tokens.words[led.start() : led.start(1)] and tokens.words[led.start(1)].isupper():
        return True
    at = next((i for i in range(office[0], office[1] + 1) if tokens.classes[i] == "T"), 0)
    office_word = tokens.words[at].lower()
    at -= tokens.classes[at - 1 : at] == "x" and tokens.classes[at - 3 : at - 1] == "ke"  # Sinn Féin's health spokesman
    at -= tokens.classes[at - 2 : at] == "kx" and tokens.words[at - 1] in language.lexicon.words["business_rank"]  # Escom commercial director
    at -= tokens.classes[at - 1 : at] == "e" and (office_word == LEADER or tokens.classes[at] == "x")  # no Hollister's spokeswoman
    own, head = tokens.words[at - 1], office_word.rsplit(" ", 1)[-1]
    public = own in words["place_kind"] or own.lower() in words["official_body"] or (head in words["sitting"] and _is_seat(own, home, language))
    named = at > 0 and tokens.classes[at - 1] == "k" and own.lower() not in words["of_any_state"]
    return named and not public and head in words["leading_office"]


def _is_seat(name: str, home: str | None, language: Language) -> bool:
    """Whether a name before a member of parliament is that of a constituency: where papers call members so, and no letters of a party."""
    return home in language.lexicon.words["by_constituency"] and not name.isupper()


def is_of_party(tokens: Tokens, last: int, office: Office, language: Language) -> bool:
    """Whether a member of parliament is told to be of a party: Senator Ana Ruiz of the PTI; of no state."""
    of = OF_PARTY.match(tokens.classes, last) if tokens.words[office[1]].lower() in language.lexicon.words["member_of_parliament"] else None
    own = map(str.lower, tokens.words[last : of.end()]) if of else ()
    return of is not None and tokens.words[of.end() - 1][0].isupper() and language.lexicon.words["official_body"].isdisjoint(own)


def is_of_group(tokens: Tokens, office: Office, language: Language) -> bool:
    """Some 60 clearing agents marched. Their chairperson …; The bar owners' association warned of layoffs. Its president …

    Of those who open the sentence before, no side and nobody with an office, or of the body of citizens that it names last.
    """
    first, last = office
    own = first - 1 if tokens.words[first - 1].lower() in POSSESSIVES else first
    if tokens.words[own].lower() not in POSSESSIVES:
        return False
    stop = own
    while stop and tokens.classes[stop - 1] in ENDS:
        stop -= 1
    begin = max(tokens.classes.rfind(".", 0, stop), tokens.classes.rfind("\n", 0, stop)) + 1
    subject = SUBJECT.search(tokens.classes, begin, stop)
    people = subject is not None and tokens.words[subject.start() - 1].lower() in language.lexicon.words["private"]
    if subject is None or not (people or SIDES.isdisjoint(tokens.classes[begin : subject.start()])):
        return False
    if tokens.words[own].lower() == "its":
        return _ends_with_citizens(tokens, begin, stop, language)
    return tokens.words[last].lower() in language.lexicon.words["leading_office"]


def _ends_with_citizens(tokens: Tokens, begin: int, stop: int, language: Language) -> bool:
    """Whether the last body that a sentence names is one of citizens, not one of a state."""
    words = language.lexicon.words
    bodies = [tokens.words[i].lower() for i in range(begin, stop) if tokens.classes[i] in "xkYI"]
    last = next((word for word in reversed(bodies) if word in words["private_body", "official_body", "enterprise"]), "")
    return last in words["private_body", "enterprise"]


def _head(tokens: Tokens, office: Office) -> int:
    """The token of the office itself."""
    at = tokens.classes.find("T", office[0], office[1] + 1)
    return at if at >= 0 else office[1]


def _of_noun(tokens: Tokens, at: int, before: int, language: Language) -> str | None:
    """The party of what the noun at a token was named as before another."""
    noun, words = tokens.words[at].lower(), language.lexicon.words
    if bloc := _last_bloc(tokens, before, "" if noun in words["bloc"] else noun, language):
        return bloc
    if noun not in words["official_body"] and noun not in words["body_noun"]:
        return None
    for i in range(min(at, before) - 1, max(before - FARTHEST, 0) - 1, -1):
        if tokens.words[i].lower().rsplit(" ", 1)[-1] == noun and (party := _beside(tokens, i, language)):
            return party
    return None


def _beside(tokens: Tokens, i: int, language: Language) -> str | None:
    """The party of the state before a body or behind it: Sri Lanka's central bank, a delegation from Chile."""
    found = BEFORE.search(tokens.classes, max(0, i - LONGEST_BODY), i) or BEHIND.match(tokens.classes, i + 1)
    entry = language.gazetteer.entries.get(tokens.words[found.start(1)]) if found else None
    return entry.party if entry else None


def _last_bloc(tokens: Tokens, before: int, noun: str, language: Language) -> str | None:
    """The organisation of states that is named last before a token, with a noun in its name: the European Union, the union's envoy."""
    near = range(before - 1, max(before - FARTHEST, 0) - 1, -1)
    named = (_bloc(tokens, i, language) for i in near if noun in tokens.words[i].lower())
    return next(filter(None, named), None)


def _leading_bloc(tokens: Tokens, before: int, language: Language) -> str | None:
    """The organisation that opens the sentence before that of a token."""
    stop = before
    for _ in range(2):
        while stop and tokens.classes[stop - 1] in ENDS:
            stop -= 1
        while stop and tokens.classes[stop - 1] not in ENDS:
            stop -= 1
    named = (_bloc(tokens, i, language) for i in range(stop, min(before, stop + OPENING)))
    return next(filter(None, named), None)


def _bloc(tokens: Tokens, i: int, language: Language) -> str | None:
    entry = language.gazetteer.entries.get(tokens.words[i]) if tokens.classes[i] == "G" else None
    return entry.party if entry and entry.kind == "organisation" else None


def field_at(tokens: Tokens, office: Office) -> int:
    """Where the field of an office begins, else behind the office: minister for East African Affairs."""
    field = FIELD_FOR.search(tokens.classes, office[0], office[1] + 1)
    return field.end() - 1 if field and tokens.words[field.end() - 1] == "for" else office[1] + 1
