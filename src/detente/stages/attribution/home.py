"""The state whose own ministries a document leaves unnamed (外交部, 总统府)."""

from __future__ import annotations

import re

from detente.languages import Language, home_in, place_at
from detente.records import Document, Tokens
from detente.resources.gazetteer import state_codes
from detente.resources.outlets import find_outlet, namesakes, outlet_homes
from detente.text.datelines import dateline_places
from detente.text.fold import fold

from .credited import credited_homes, is_regional, issued_home, masthead_home
from .signs import DATED, LISTED, TOLD_OF, Weights, most_told, papers_named, places_told, weighed_signs
from .unowned import has_unowned, home_by_offices

OWNED = re.compile("[TYj]")
SIDES = 2
WEAK = 1  # what a place or a word alone weighs: not enough for a state that the text does not name
NAMED = 4  # parties of which an outlet's own may be one, where it is none of the two main ones


def home_of(
    document: Document, tokens: Tokens, parties: tuple[str, ...], language: Language, folded: str = ""
) -> str | None:
    """Return the state of the outlet, else of the city in the dateline, else the one at home in the script; in Chinese that one before the city.

    None but the two main parties; but an outlet that calls a state its own (我国外长) is of that one, even if it never names it.
    """
    if language.is_spaced and not tokens.cases:
        return _of_english(document, tokens, parties, language, folded)
    entry = language.gazetteer.entries.get(fold(document.credit or ""))
    outlet = _listed(document, language) or _of_namesake(document, parties) or masthead_home(folded, language)
    if outlet and _names_own(tokens, language):
        return outlet
    if language.is_spaced:
        credited = tuple(credited_homes(folded, language))
        shared = _of_shared(document, outlet, tokens, parties, language) or outlet
        credited = credited if shared == outlet else ()
        return _of_head(folded, shared, credited, parties, language) or _told_at_home(document, outlet, parties, language)
    return _of_chinese(document, outlet, parties, tokens, language, folded, listed=entry is not None)


def _listed(document: Document, language: Language) -> str | None:
    """The country of the outlet that is credited, where a list knows it."""
    entry = language.gazetteer.entries.get(fold(document.credit or ""))
    if entry:
        return entry.party
    return outlet_homes().get(document.outlet) if document.outlet else None


def _of_english(document: Document, tokens: Tokens, parties: tuple[str, ...], language: Language, folded: str) -> str | None:
    """The state whose body issues a text; that of the outlet, weighed among its namesakes; one that the text leaves unnamed."""
    if issued := issued_home(folded, language):
        return issued
    if is_regional(folded, language):
        return (_only(_dated(folded, language)) or home_by_offices(tokens, parties, language)) if has_unowned(tokens, language) else None
    signs = weighed_signs(tokens, language)
    outlet = _weighed_outlet(document, tokens, signs, parties, language, folded) or masthead_home(folded, language)
    credited = tuple(credited_homes(folded, language))
    told = _of_head(folded, outlet, credited, parties, language) or _told_at_home(document, outlet, parties, language)
    return told or _left_unnamed(document, outlet, credited, tokens, parties, language, folded, signs)


def _weighed_outlet(
    document: Document, tokens: Tokens, signs: Weights, parties: tuple[str, ...], language: Language, folded: str
) -> str | None:
    """The country of the outlet; of several of one name that of which the text tells by its signs, its dateline and its parties."""
    sharing = namesakes().get(document.credit or "", frozenset[str]())
    listed = _listed(document, language) or _only({*sharing})
    papers = {*papers_named((document.credit,), folded, language), *sharing}
    if not papers or document.outlet in language.lexicon.words["worldwide"]:
        return listed
    homes = papers | ({listed} if listed else set())
    if len(homes) == 1:
        return next(iter(homes))
    dated, places = _dated(folded, language), places_told(tokens, language)
    other = {home: DATED * (home in dated) + TOLD_OF * (home in parties) * (1 + (home == listed)) + LISTED * (home == listed) for home in homes}
    weights = {home: signs.get(home, 0) + places[home] + other[home] for home in homes}
    return most_told(homes, weights) or listed


def _of_chinese(
    document: Document, outlet: str | None, parties: tuple[str, ...], tokens: Tokens, language: Language, folded: str, *, listed: bool
) -> str | None:  # fmt: skip
    """The state that a text calls its own; of the outlet, the script, the dateline and the credits the first that is a main one; one that it leaves unnamed."""
    dated, homes = _dated(folded, language), language.lexicon.homes
    own = outlet if document.outlet not in language.lexicon.words["worldwide"] else None
    if _calls_own(tokens, language) and (ours := own or (None if outlet else _own_home(folded, language))):
        return ours
    script = homes.get(document.script or language.code, ())
    usual = (outlet, *homes.get(outlet or "", ())) if listed or outlet else script
    credited = () if outlet else tuple(credited_homes(folded, language))
    main = next((home for home in (*usual, _only(dated & {*parties[:SIDES]}), *credited) if home in parties[:SIDES]), None)
    if outlet:
        return main or (own if own and _leaves_unnamed(own, dated, parties, language) else None)
    sent = next((home for home in script if dated == {home}), None)
    return sent or main or next((home for home in credited if _leaves_unnamed(home, dated, parties, language)), None)


def _leaves_unnamed(own: str, dated: set[str], parties: tuple[str, ...], language: Language) -> bool:
    """Whether a text of an outlet may leave its own state unnamed: it names at most one other and is not sent from there, or its own among several."""
    others = [party for party in parties if party in state_codes() and party != own]
    return (own in parties[:NAMED] and own in language.lexicon.homes) or (len(others) < SIDES and not dated - {own})


def _calls_own(tokens: Tokens, language: Language) -> bool:
    """Whether a Chinese text says 我国 outside of quotation marks."""
    own, quotes = language.lexicon.words["own_state"], tokens.classes
    places = (i for i, word in enumerate(tokens.words) if word in own)
    return any(quotes.count("“", 0, i) == quotes.count("”", 0, i) for i in places)


def _of_head(folded: str, outlet: str | None, credited: tuple[str, ...], parties: tuple[str, ...], language: Language) -> str | None:
    """The main state among those of the outlet, of the credits and of the dateline; if the text names only others, one whose press is at home."""
    main = [party for party in parties if party in state_codes()][:SIDES]
    dated = [home for place in dateline_places(folded, language.code) if (home := home_in(place, language) or _in_region(place, language))]
    own = credited[:1] if outlet in credited[1:] else ()
    homes = (*own, outlet, *credited, *(dated if len(set(dated) & set(main)) < SIDES else ()))
    usual = () if outlet or credited else language.lexicon.homes.get(language.code, ())
    alone = language.lexicon.words["home_press"] if len(main) < SIDES else frozenset[str]()
    return next((home for home in (*homes, *usual) if home in main), None) or next((home for home in homes if home in alone), None)


def _told_at_home(document: Document, outlet: str | None, parties: tuple[str, ...], language: Language) -> str | None:
    """The country of an outlet, no agency of the world, that names its own state anywhere."""
    return outlet if outlet in parties and document.outlet not in language.lexicon.words["worldwide"] else None


def _left_unnamed(
    document: Document, outlet: str | None, credited: tuple[str, ...], tokens: Tokens, parties: tuple[str, ...], language: Language, folded: str,
    signs: Weights,
) -> str | None:  # fmt: skip
    """The home of a text that names at most one other state: its paper's; of one that names offices without a state: that of the dateline, the one
    of which signs tell most, the one that no office is said to be of, or its paper's."""
    own = outlet if document.outlet not in language.lexicon.words["worldwide"] else None
    if own and sum(party in state_codes() for party in parties) < SIDES:
        return own
    told = most_told([state for state in signs if state in parties or signs[state] > WEAK], signs)
    if not told and not has_unowned(tokens, language):
        return None
    if credited and credited[0] in parties:
        return credited[0]
    return _only(_dated(folded, language)) or told or home_by_offices(tokens, parties, language) or own


def _of_shared(document: Document, outlet: str | None, tokens: Tokens, parties: tuple[str, ...], language: Language) -> str | None:
    """The state named first of those in which an outlet has editions under one name: Delfi, BNS."""
    homes = next((homes for name, homes in namesakes().items() if outlet in homes and document.outlet == find_outlet(name)), frozenset[str]())
    if len(homes.intersection(parties)) < SIDES:
        return next(iter(homes.intersection(parties)), None)
    entries = language.gazetteer.entries
    named = (entry.party for i in range(len(tokens.words)) if tokens.classes[i] in "SM" and (entry := entries.get(tokens.words[i])))
    return next((party for party in named if party in homes), None)


def _in_region(name: str, language: Language) -> str | None:
    """The state of a region that is named as its city is: Новосибирск."""
    place = place_at((name,), 0, language)
    return place[0].state if place else None


def _of_namesake(document: Document, parties: tuple[str, ...]) -> str | None:
    """The one party whose paper may be meant by a name that papers of several countries have: The Herald."""
    homes = namesakes().get(document.credit or "", frozenset()) & set(parties)
    return next(iter(homes)) if len(homes) == 1 else None


def _names_own(tokens: Tokens, language: Language) -> bool:
    """Whether a text names an office or a body of one's own state (我国外长, 我国驻法国大使)."""
    own, posted = language.lexicon.words["own_state"], language.lexicon.words["posted"]
    places = (match.start() for match in OWNED.finditer(tokens.classes, 1))
    return any(tokens.words[place - 1] in own and (tokens.classes[place] != "j" or tokens.words[place] in posted) for place in places)


def _own_home(folded: str, language: Language) -> str | None:
    """The state that a Chinese text calls its own: of the outlet that its first line opens with (联合早报|…), or of its dateline."""
    entry = language.gazetteer.entries.get(folded.partition("\n")[0].partition("|")[0].strip())
    if entry and entry.kind == "outlet" and entry.party:
        return entry.party
    return _only(_dated(folded, language))


def dated_in(folded: str, parties: tuple[str, ...], language: Language) -> str | None:
    """The main party from whose capital or other city a text is sent; none where it is sent from both."""
    return _only(_dated(folded, language) & {*parties[:2]})


def _dated(folded: str, language: Language) -> set[str]:
    """The states from whose cities a text is sent."""
    return {home for place in dateline_places(folded, language.code) if (home := home_in(place, language))}


def _only(homes: set[str]) -> str | None:
    """The one of some states, if it is one."""
    return next(iter(homes)) if len(homes) == 1 else None
