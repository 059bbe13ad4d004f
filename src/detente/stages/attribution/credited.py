"""Where a text was published, by the credits in its head: the name of an outlet, the country of its address, a state in its name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.languages import Language, home_in
from detente.resources.gazetteer import Entry
from detente.resources.outlets import homes_of_name
from detente.resources.places import load_places
from detente.text.credits import credit_parts

LINES, LONGEST_NAME = 3, 6  # lines behind the headline; words
HEAD = 8  # lines in which a paper has its name
LONGEST_LINE, LONGEST_HEAD = 100, 70  # characters of a line of credits, and before the dash of a dateline
DASH, STOP = re.compile(r" [-–—]{1,2} |-- |——"), re.compile(r"(?<=[\w»)])\. (?=[A-ZА-ЯЁ«“\"])")
ADDRESS = re.compile(r"(?:[\w-]+\.)+([a-zру]{2})(?!\w)", re.IGNORECASE)
DATED = re.compile(r"\d")
EDITION = re.compile(r"(?<=[\w)])(?:中文(?:网|版|台)?|华语|\([A-Z]{2,6}\))(?= |$)")  # TRT中文, 越通社(VNA)
COUNTRIES = {"UK": "GB", "РУ": "RU"}  # endings of addresses that are no code of a state
DECLINING = frozenset(("ru",))
WORD, FEMININE = re.compile(r"[^\W\d_]+"), re.compile("(?<=[сц]к)(?:ая|ое|ие)$")
OF_ANYBODY = frozenset(("TV", "ME", "IO", "CO", "FM", "AI", "TO", "LA", "CC", "WS", "SU"))  # endings that anybody takes


def credited_homes(folded: str, language: Language) -> Iterator[str]:
    """Yield the states whose outlets the lines behind the headline name, the surest first.

    >>> from detente.languages import load_language
    >>> list(credited_homes("Переговоры\\nBereg.kz, 5 мая\\nПосол прибыл.", load_language("ru")))
    ['KZ']
    """
    words = language.lexicon.words
    parts, writers = [part for head in _heads(folded, words["issuer"]) for part in credit_parts(head)], words["writer"]
    for part in parts:
        if any(_of_outlet(part, writers)):
            yield from _of_state(part, language)  # Sputnik Кыргызстан
    for part in parts:
        yield from _of_outlet(part, writers)
    for part in parts:
        if address := ADDRESS.search(part):
            ending = address[1].upper()
            yield from () if ending in OF_ANYBODY else (COUNTRIES.get(ending, ending),)
    for part in parts:
        yield from _of_state(part, language)
    for part in parts:
        yield from _of_region(part, language)


def masthead_home(folded: str, language: Language) -> str | None:
    """Return the state in the name of a paper that no list knows, alone in a line of the head: Zambia Daily Mail, The Kathmandu Courier."""
    lasts = language.lexicon.words["masthead"]
    lines = folded.split("\n", HEAD)[:HEAD] if lasts else []
    names = (part.split() for line in lines for part in credit_parts(line))
    papers = (words for words in names if 1 < len(words) <= LONGEST_NAME and words[-1].lower() in lasts)
    homes = (_party_in(words, language) for words in papers if all(word[0].isupper() for word in words))
    return next(filter(None, homes), None)


def issued_home(folded: str, language: Language) -> str | None:
    """Return the state in the name of the body that issues a text, alone in a line of the head.

    >>> from detente.languages import load_language
    >>> issued_home("Government of Chile, Ministry of Trade\\nThe Minister met …", load_language("en"))
    'CL'
    """
    issuers, joints = language.lexicon.words["issuer"], language.lexicon.words["name_joint"]
    for line in folded.split("\n", LINES)[:LINES] if issuers else []:
        words = line.replace(" - ", " , ").replace(" – ", " , ").replace(",", " ,").split()
        named = len(line) <= LONGEST_LINE and not issuers.isdisjoint(words) and _are_of_name(words, joints)
        if named and (home := next(filter(None, (_issuing(words, i, language) for i in range(len(words)))), None)):
            return home
    return None


def is_regional(folded: str, language: Language) -> bool:
    """Return whether the head of a text names an outlet that reports on many states of a region, at home in none: RNZ Pacific."""
    names = language.lexicon.words["regional"]
    return bool(names) and any(part in names for line in folded.split("\n", HEAD)[:HEAD] for part in credit_parts(line))


def _are_of_name(words: list[str], joints: frozenset[str]) -> bool:
    return all(word[0].isupper() or word in joints for word in words)


def _issuing(words: list[str], i: int, language: Language) -> str | None:
    """The state that words from one on name, behind "of" or a comma, or before all: Ministry of Trade, Chile; Guyana Department of Information."""
    if i and words[i - 1] not in language.lexicon.words["issued_by"]:
        return None
    for stop in range(min(len(words), i + LONGEST_NAME), i, -1):
        entry = language.gazetteer.entries.get(" ".join(words[i:stop]))
        if entry and entry.kind == "state":
            return entry.party
    return None


def _party_in(words: list[str], language: Language) -> str | None:
    """The state that the words before the last name, by its own name, its people or a city."""
    for i in range(len(words) - 1):
        for stop in range(len(words) - 1, i, -1):
            name = " ".join(words[i:stop])
            entry = language.gazetteer.entries.get(name)
            if home := entry.party if entry and entry.kind in ("state", "side") else home_in(name, language):
                return home
    return None


def _heads(folded: str, issuers: frozenset[str]) -> Iterator[str]:
    """The short lines behind the headline, or whoever issued a text, and what stands before the first sentence of a long one."""
    lines = [line for line in folded.split("\n", LINES + 1) if line.strip()]
    for line in lines[1 : LINES + 1]:
        cut = DASH.search(line, 0, LONGEST_HEAD) or STOP.search(line, 0, LONGEST_HEAD)
        short = len(line) <= LONGEST_LINE
        if short and DATED.search(line):
            yield line
        elif cut:
            yield line[: cut.start()]
        elif short and (len(line.split()) <= LONGEST_NAME or line.split()[0] in issuers) and not line.endswith((".", "»", "”")):
            yield line


def _of_outlet(part: str, writers: frozenset[str]) -> Iterator[str]:
    """The country of the listed outlet that a part opens or ends with: KBS WORLD Radio, ТРК Звезда; any of namesakes."""
    words = EDITION.sub("", part).lower().split()[:LONGEST_NAME]
    spans = [*((0, stop) for stop in range(len(words), 0, -1)), *((first, len(words)) for first in range(1, len(words)))]
    names = [" ".join(words[first:stop]) for first, stop in spans]
    named = (found for name in names if (found := homes_of_name(name) or (homes_of_name(f"the {name}") if words[-1] in writers else ())))
    yield from next(named, ())


def _of_state(part: str, language: Language) -> Iterator[str]:
    """The state that the name of an outlet tells: Грузия Online, Интерфакс-Казахстан."""
    known = language.lexicon.words
    if known["masthead"] and not _are_of_name(part.split(), known["name_joint"]):
        return  # a headline: Probe of Vietnamese trawlers asked
    words = [word for each in part.split()[:LONGEST_NAME] for word in (each, *each.split("-"))]
    entries: tuple[Entry | None, ...] = tuple(language.gazetteer.entries.get(word.capitalize()) for word in words)
    yield from (entry.party for entry in entries if entry and entry.party and entry.kind == "state")


def _of_region(part: str, language: Language) -> Iterator[str]:
    """The state of the region or the city in the name of a local paper, where words are declined: «Мурманский вестник», Сахалин.Онлайн."""
    if language.code not in DECLINING or len(part.split()) > LONGEST_NAME:
        return
    words = [word for word in WORD.findall(part) if word[0].isupper()]
    places = load_places(language.code)
    told = (places.get(form) for word in words for form in (word.lower(), FEMININE.sub("ий", word.lower())))
    yield from (place.state for place in told if place)
