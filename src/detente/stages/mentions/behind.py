"""What stands behind a name, or far before it, and tells for which side its bearer speaks: of Slovakia; who leads the Mexican side."""

from __future__ import annotations

import re

from detente.languages import Language, has_will, place_at
from detente.records import Tokens
from detente.text.classes import WordClasses

OF_STATE = re.compile("od?([SM])")
COMES = re.compile(",i([cVx])d?(x?)([hx])(?![TYI])")
CLAUSE_ENDS = frozenset(",.;\n")
LED = re.compile(",(?:d[SM]x)?i([cVxT])P?d?([SMYG])([^I,.])")
LEADS = re.compile("(?:,[^,.\\n;“]{1,14},)?([cVx])d?([SM])[xYIhn]")  # Colonel Ana Ruiz, commander of a battalion, led the Peruvian side
OF_FORCES = re.compile("od?([GY])")
AIMED = re.compile("[aDVv]{0,3}([cV])[bP]?[eud]?([SM])(?![TYhKk])")
BRIEFED = re.compile("[aDV]{0,2}c([xhtnTkY])P([M])")
HEADED = re.compile("[SMY]([xkITYhd]{0,4}?)((?:[wv,]?v?a?[VcxT])?)(P)d?[TtjhxkeSM]{0,7}$")
SAID_OF = re.compile(",?[aD]{0,2}c(?:d?[xhtOkKYT]{1,3}(?:P[SMkD]{1,2})?l)?l?d?([SM])[vcV]")  # told Radio Fiji that Tonga had
SPOKE = re.compile(",(?!i)[^,.“S\\n]{0,6}(P)([M]),")
LONGEST_HEADED = 16


def of_state(tokens: Tokens, last: int, language: Language) -> str | None:
    """President Dvorsky of Slovakia; Governor Patel of Gujarat."""
    if match := OF_STATE.match(tokens.classes, last):
        return language.gazetteer.party_of(tokens.words[match.start(1)])
    place = place_at(tokens.words, last + 1, language) if tokens.classes[last : last + 1] == "o" else None
    return place[0].state if place else None


def of_state_alone(tokens: Tokens, run: tuple[int, int], alone: frozenset[str], language: Language) -> str | None:
    """Hrant Danielyan of Armenia, whose surname stands alone elsewhere in the text."""
    first, last = run
    named = last - first > 1 and tokens.words[last - 1] in alone and tokens.classes[first - 1 : first] not in ("d", "a")
    return of_state(tokens, last, language) if named else None


def led_by(tokens: Tokens, last: int, language: Language) -> str | None:
    """…, who led the Mexican side; no institute."""
    match = LED.match(tokens.classes, last)
    words = language.lexicon.words
    if match is None or tokens.words[match.start(1)] not in words["leading_verb"]:
        return None
    stop = next((i for i in range(match.end(), len(tokens.classes)) if tokens.classes[i] in CLAUSE_ENDS), len(tokens.classes))
    private = not words["of_citizens"].isdisjoint(map(str.lower, tokens.words[match.start(2) : stop]))
    return None if private else language.gazetteer.party_of(tokens.words[match.start(2)])


def comes(tokens: Tokens, last: int, language: Language) -> bool | None:
    """Whether a person leads the visitors (…, who leads the visiting team), or those at home; None for whoever leads neither."""
    match, words = COMES.match(tokens.classes, last), language.lexicon.words
    if match is None or tokens.words[match.start(1)] not in words["leading_verb"]:
        return None
    named = set(tokens.words[match.start(2) : match.end()])
    if not named.isdisjoint(words["guest"]):
        return True
    return None if named.isdisjoint(words["host", "at_home"]) else False


def leads(tokens: Tokens, last: int, language: Language) -> str | None:
    """Ana Ruiz, commander of a battalion, led the Peruvian side."""
    match = LEADS.match(tokens.classes, last)
    words = language.lexicon.words
    led = match is not None and tokens.words[match.start(1)] in words["leading_verb"] and tokens.words[match.end() - 1] in words["headed"]
    return language.gazetteer.party_of(tokens.words[match.start(2)]) if match and led else None


def of_forces(tokens: Tokens, last: int, office: str, language: Language) -> str | None:
    """Colonel Ana Ruiz of the Revolutionary Guards: an officer, of whom no group is an opposition."""
    match = OF_FORCES.match(tokens.classes, last) if office in language.lexicon.words["rank"] else None
    return language.gazetteer.party_of(tokens.words[match.start(1)]) if match else None


def heads(tokens: Tokens, first: int, language: Language) -> str | None:
    """The side whose delegation a person heads: the Kyrgyz group was led by Ana Ruiz, and the Tajik one by Envoy Luis Paz."""
    begin = max(0, first - LONGEST_HEADED)
    match = HEADED.search(tokens.classes, begin, first)
    if match is None or tokens.words[match.start(3)] not in language.lexicon.words["by"]:
        return None
    words, headed, heading = language.lexicon.words, language.lexicon.words["headed"], language.lexicon.words["heading"]
    led = match[2] != "" and tokens.words[match.end(2) - 1] in heading
    nouns = tokens.words[match.start(1) : match.end(1)]
    named = not headed.isdisjoint(nouns) or (match[2] == "" and not words["standing_for"].isdisjoint(nouns)) or _is_side(tokens, match.start(), words)
    named = named or (match[2] != "" and tokens.classes[match.start()] == "Y")  # the border force was represented by
    return language.gazetteer.party_of(tokens.words[match.start()]) if named and (led or match[2] == "") else None


def _is_side(tokens: Tokens, at: int, words: WordClasses) -> bool:
    """Whether a state stands behind its delegation: a team from Chile, that of Peru."""
    before = tokens.words[max(0, at - 2) : at]
    return not words["sent_from"].isdisjoint(before[-1:]) and before[0] in words["headed", "standing_for"]


def aimed_at(tokens: Tokens, last: int, language: Language) -> str | None:
    """The state that a person thanks or blames, who so is not of it: Energy Minister Tadala Ngwira thanked Maputo."""
    match = AIMED.match(tokens.classes, last)
    aims = match is not None and tokens.words[match.start(1)].lower() in language.lexicon.words["aimed"]
    return language.gazetteer.party_of(tokens.words[match.start(2)]) if match and aims else None


def spoke_in(tokens: Tokens, last: int, language: Language) -> str | None:
    """…, in an address from Belgrade, …; …, speaking in Tallinn, …: in a capital."""
    match = SPOKE.match(tokens.classes, last)
    place = tokens.words[match.start(2)] if match else ""
    home = match is not None and tokens.words[match.start(1)] in language.lexicon.words["speaking_in"] and place in language.gazetteer.capitals
    return language.gazetteer.party_of(tokens.words[match.start(2)]) if match and home else None


def said_of(tokens: Tokens, last: int, language: Language) -> str | None:
    """The state of which somebody of no other tells: the foreign secretary, Ann Lee, said Britain would not …"""
    match = SAID_OF.match(tokens.classes, last)
    return language.gazetteer.party_of(tokens.words[match.start(1)]) if match else None


def wills(tokens: Tokens, last: int, language: Language) -> str | None:
    """The state of whose will somebody tells, who so is of it: Labour Minister Ana Ruiz said Tonga had asked for more; Paris had shown patience."""
    match = SAID_OF.match(tokens.classes, last)
    behind = tokens.words[match.end() - 1 : match.end() + 2] if match else ()
    return language.gazetteer.party_of(tokens.words[match.start(1)]) if match and has_will(behind, language) else None


def briefed_in(tokens: Tokens, last: int, language: Language, *, speaks_at_home: bool, led: str | None) -> str | None:
    """A spokesman told reporters in Beijing, a minister told lawmakers there: of the state whose capital that is.

    Any minister is where the side that leads the sentence before is at home.
    """
    match = BRIEFED.match(tokens.classes, last)
    if match is None or tokens.words[match.start(2)] not in language.gazetteer.capitals:
        return None
    party = language.gazetteer.party_of(tokens.words[match.start(2)])
    told = speaks_at_home or party == led or tokens.words[match.start(1)] in language.lexicon.words["own_audience"]
    return party if told else None
