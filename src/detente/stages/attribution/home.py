"""The state whose own ministries a document leaves unnamed (外交部, 总统府)."""

from __future__ import annotations

import re

from detente.languages import Language, home_in
from detente.records import Document, Tokens
from detente.resources.gazetteer import Entry
from detente.resources.outlets import namesakes, outlet_homes
from detente.text.datelines import dateline_places
from detente.text.fold import fold

OWNED = re.compile("[TY]")
OTHER_DOMAINS, LONGEST_LINE = {"uk": "GB", "tv": "", "me": "", "io": "", "fm": "", "ai": "", "co": ""}, 90
HEAD, LONGEST_NAME = 8, 6  # lines in which a paper has its name, and words of one
PARTS = re.compile(r"\s*[|>»·–—(),]\s*|\.? (?=--)")
DOMAIN = re.compile(r"\w\.(?:com?\.|gov\.|org\.)?([a-z]{2})\b")  # news.am, eng.lsm.lv, news.gov.hk
NAMED_BY, LONGEST_BEHIND = 3, 3  # words of an outlet's name, and of what stands behind it: Yle News


def home_of(
    document: Document, tokens: Tokens, parties: tuple[str, ...], language: Language, folded: str = ""
) -> str | None:
    """Return the state of the outlet, else of the city in the dateline, else the one at home in the script; in Chinese that one before the city.

    None but the two main parties; but an outlet that calls a state its own (我国外长) is of that one, even if it never names it.
    """
    entry = language.gazetteer.entries.get(fold(document.credit or "")) or (None if document.outlet else _of_path(document, language))
    outlet = entry.party if entry else outlet_homes().get(document.outlet or "") or _of_namesake(document, parties) or _of_masthead(folded, parties, language)
    if outlet and _names_own(tokens, language):
        return outlet
    dated = dated_in(folded, parties, language)
    usual = (outlet,) if entry or outlet else language.lexicon.homes.get(document.script or language.code, ())
    homes = (dated, *usual) if language.is_spaced and not (entry or outlet) else (*usual, dated)
    found = next((home for home in homes if home in parties[:2]), None)
    return found or (outlet if is_told_at_home(document, outlet, parties, language) else None)


def is_told_at_home(document: Document, outlet: str | None, parties: tuple[str, ...], language: Language) -> bool:
    """Whether an outlet of one country, no agency of the world, names its own state anywhere in an English text."""
    return language.code == "en" and outlet in parties and (document.outlet or "") not in language.lexicon.words["worldwide"]


def _of_namesake(document: Document, parties: tuple[str, ...]) -> str | None:
    """The one party whose paper of a name may be meant that papers of several countries have: The Herald."""
    homes = namesakes().get(document.credit or "", frozenset()) & set(parties)
    return next(iter(homes)) if len(homes) == 1 else None


def _of_path(document: Document, language: Language) -> Entry | None:
    """The outlet that a path of sections opens with: 星洲网 > 国内."""
    entry = language.gazetteer.entries.get(fold(document.section[0])) if document.section else None
    return entry if entry and entry.kind == "outlet" else None


def _of_masthead(folded: str, parties: tuple[str, ...], language: Language) -> str | None:
    """The state in the name of a paper that no list knows, alone in a line of the head: Zambia Daily Mail, The Kathmandu Courier.

    So also of a listed one with a word behind it (Yle News), one with a city behind it (The Guardian Post, Yaounde), and of a domain.
    """
    lasts = language.lexicon.words["masthead"]
    lines = folded.split("\n", HEAD)[:HEAD] if lasts else []
    for line in lines:
        if len(line) > LONGEST_LINE:
            continue
        if (domain := DOMAIN.search(line.lower())) and (party := OTHER_DOMAINS.get(domain[1], domain[1].upper())) in parties:
            return party
        parts = [part.split() for part in PARTS.split(line)]
        if home := next(filter(None, (_of_name(words, lasts, language) for words in parts)), None):
            return home
        papers = any(1 < len(words) <= LONGEST_NAME and _is_paper(words, lasts) for words in parts)
        if papers and len(parts) > 1 and (home := next(filter(None, (_party_in([*words, ""], language) for words in parts)), None)):
            return home
    return None


def _of_name(words: list[str], lasts: frozenset[str], language: Language) -> str | None:
    """The state of a paper by its name: that of a listed one which it begins with, or that which it names."""
    if not words or len(words) > LONGEST_NAME or not all(word[0].isupper() or word[0].isdigit() for word in words):
        return None
    for stop in range(min(NAMED_BY, len(words)), 0, -1):
        entry = language.gazetteer.entries.get(fold(" ".join(words[:stop])))
        if entry and entry.kind == "outlet" and entry.party and len(words) - stop <= LONGEST_BEHIND:
            return entry.party
    return _party_in([*words, ""], language) if len(words) > 1 and _is_paper(words, lasts) else None


def _is_paper(words: list[str], lasts: frozenset[str]) -> bool:
    """Whether words with capitals end as names of papers do, or have such a word among them: Radio Sweden, City Paper Bogotá."""
    return all(word[0].isupper() for word in words) and not lasts.isdisjoint(word.lower() for word in words)


def _party_in(words: list[str], language: Language) -> str | None:
    """The state that the words before the last name, by its own name, its people or a city."""
    for i in range(len(words) - 1):
        for stop in range(len(words) - 1, i, -1):
            name = " ".join(words[i:stop])
            entry = language.gazetteer.entries.get(name)
            if home := entry.party if entry and entry.kind in ("state", "side") else home_in(name, language):
                return home
    return None


def _names_own(tokens: Tokens, language: Language) -> bool:
    """Whether a text names an office or a body of one's own state (我国外长)."""
    own = language.lexicon.words["own_state"]
    places = (match.start() for match in OWNED.finditer(tokens.classes, 1))
    return any(tokens.words[place - 1] in own for place in places)


def dated_in(folded: str, parties: tuple[str, ...], language: Language) -> str | None:
    """The main party from whose capital or other city a text is sent; none where it is sent from both."""
    homes = {home_in(place, language) for place in dateline_places(folded, language.code)} & set(parties[:2])
    return next(iter(homes)) if len(homes) == 1 else None
