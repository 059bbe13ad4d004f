"""The inventory: people introduced by an office, with the party that it speaks for, and their later short forms."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from detente.languages import Language, leads_body, sits_for_party, speaks_for_none, state_of_place
from detente.records import Name, Record, Tokens
from detente.resources.gazetteer import Entry, entry_of
from detente.text.classes import edges
from detente.text.match import count_words

from .abroad import has_foreign_name, undotted
from .candidates import Candidate, best, candidates_at
from .ending import grown
from .extent import chain_start, duty_start
from .facing import Bearing, Facing, token_behind
from .firms import is_apart, is_of_firm, is_private
from .forms import form_parts
from .over import body_side, is_dealt_with, led_side, pointed_side, side_over

APPOSING, FIELD, LONGEST_FIELD = "\u3001", frozenset("njvtY"), 5
STATES, SEATS = frozenset("SM"), frozenset("SMG")
OFFICES = frozenset("Tth")
SHORTEST_PLACE = 2
ODD = frozenset(("nearly", "whole"))
HEADS = re.compile("[SMTth]")
ADDED = re.compile("[Pob]")
DIRECTS = re.compile("j?tY")  # генеральный директор МИД Израиля
OFFICE_HEADS = re.compile("[Tth]")


class Title(Record, frozen=True):
    """A chain of nouns that ends in an office: tokens `first` to `last`, and the party it speaks for."""

    first: int
    last: int
    party: str | None
    private: bool
    told: bool = True


def chain_party(tokens: Tokens, first: int, last: int, language: Language, home: str | None) -> tuple[str | None, bool]:
    """Return the party of a title chain, and whether its holder is a private person.

    The leftmost state or body in the chain decides, without one a province or a city; a bare ministry or office is the
    outlet's home.
    """
    entries = language.gazetteer.entries
    letters = tokens.classes[first : last + 1]
    own = letters[: apart.start()] if language.is_spaced and (apart := ADDED.search(letters, 1)) else letters
    head = next((c for c in letters if c in OFFICES), "") if tokens.cases else own[-1:]
    led = leads_body(tokens.words[first : last + 1], letters, language) if not language.is_spaced else bool(DIRECTS.match(letters))
    if is_of_firm(tokens, first, last, language) or (head == "t" and not led) or (tokens.cases and is_private(tokens, first, last, language)):
        return None, True
    if not language.is_spaced and speaks_for_none(tokens.words, tokens.classes, first, last, language):
        return None, True
    if tokens.cases and sits_for_party(tokens.words[first : last + 1], letters, language):
        return None, True
    if not language.lexicon.words["former"].isdisjoint(tokens.words[max(0, first - 1) : last]):
        return None, True
    for i in range(first, last + 1):
        entry = None if language.is_spaced and tokens.classes[i] == "k" else entry_of(tokens.words[i], entries)
        if not language.is_spaced and entry and entry.kind == "body" and not entry.party and home:
            return home, False  # 外交部中国事务局局长
        if entry and entry.party and entry.kind != "outlet" and not _is_beside(tokens, first, i, last, language):
            return _of_next(tokens, i, last, language) or entry.party, False
    if place := state_of_place(tokens.words[first : last + 1], letters, language):
        return place, False
    if tokens.cases and is_apart(tokens, first, last, language):
        return None, True
    groups = edges(language.lexicon.words["group"])
    if not language.is_spaced and any(word.endswith(groups) for word in tokens.words[first:last]):
        return None, True  # 社会民主党主席
    public = bool(tokens.cases) and not language.lexicon.words["of_state"].isdisjoint(tokens.words[first : last + 1])
    return (home, False) if public or set(letters) & set("YT") else (None, "t" in letters)


def _is_field(tokens: Tokens, i: int, language: Language) -> bool:
    """Whether a state is the field of an office, or an office whose field is told is not that of one state: Secretary of State for Trade."""
    if tokens.classes[i] == "T":
        return tokens.words[i + 1 : i + 2] != () and tokens.words[i + 1] in language.lexicon.words["field_opens"]
    return tokens.classes[i] in "GS" and tokens.words[i + 1 : i + 2] != () and tokens.words[i + 1] in language.lexicon.words["field_last"]


def _is_beside(tokens: Tokens, first: int, i: int, last: int, language: Language) -> bool:
    """Whether a state in a chain is not the one that an office is of: where its holder serves, or what he deals with."""
    return _is_host(tokens, first, i, language) or _is_of_body(tokens, i, last) or _is_field(tokens, i, language)


def _is_of_body(tokens: Tokens, i: int, last: int) -> bool:
    """Whether a body is behind an office, in a language with cases, that makes it no office of one state: госсекретарь Совбеза."""
    return bool(tokens.cases) and i < last and tokens.classes[i : i + 2] == "TY"


def _of_next(tokens: Tokens, i: int, last: int, language: Language) -> str | None:
    """The party of the state behind an office or its body, in a language with cases: госсекретарь МИД Испании is of Spain."""
    at = i + 1
    while tokens.cases and at < last and tokens.classes[at] in "YTh":
        at += 1
    owned = tokens.cases and at <= last and tokens.classes[i] == "T" and tokens.classes[at] in STATES
    entry = language.gazetteer.entries.get(tokens.words[at]) if owned else None
    return entry.party if entry else None


def _is_host(tokens: Tokens, first: int, i: int, language: Language) -> bool:
    """Whether a state is where somebody serves or whom he deals with, not whom he serves: 国际社会驻波黑高级代表."""
    if tokens.cases:
        return host_at(tokens, first, i, language) is not None
    if not language.is_spaced and is_dealt_with(tokens, i, language):
        return True
    at = i
    while at > first and tokens.classes[at] == "S" and len(tokens.words[at]) == 1 and tokens.classes[at - 1] == "S":
        at -= 1  # 驻港澳总领事
    return tokens.classes[i] == "S" and first < at and tokens.words[at - 1] in language.lexicon.words["posted"]


def host_at(tokens: Tokens, first: int, i: int, language: Language) -> str | None:
    """The party of a state or an organisation that an office deals with, in a language with cases: спецпредставитель по связям с Турцией, посол в Турции."""
    at = i - 1 - (tokens.classes[i - 1] == "j")
    at -= tokens.words[at] in language.lexicon.words["field_first"] and tokens.classes[at - 1] == "P"  # Канцелярия по делам Косова
    if tokens.classes[i] not in SEATS or at <= first or tokens.classes[at] != "P":
        return None
    words = language.lexicon.words
    sent = not words["sent"].isdisjoint(tokens.words[first:i]) and tokens.words[at] in words["inside"]
    entry = language.gazetteer.entries.get(tokens.words[i]) if sent or tokens.words[at] in words["dealing_with"] else None
    return entry.party if entry else None


def offices_named(tokens: Tokens, first: int, last: int, language: Language) -> tuple[str, ...]:
    """Return the ids of the offices that a title chain names."""
    found = (entry_of(tokens.words[i], language.gazetteer.entries) for i in range(first, last + 1) if tokens.classes[i] == "T")
    return tuple([entry.actor_id for entry in found if entry])


def titles(tokens: Tokens, language: Language, home: str | None) -> Iterator[Title]:
    """Yield the title chains of a document, in order; where it has no home, a bare office is of the state named last."""
    classes = tokens.classes
    last_state: str | None = None
    before: Title | None = None
    passed: list[int] = []
    own_names = frozenset() if language.is_spaced else undotted(language)
    last_abroad: str | None = None
    for match in (OFFICE_HEADS if home and language.is_spaced else HEADS).finditer(classes):
        i = match.start()
        if match[0] in STATES:
            passed.append(i)
            continue
        if i + 1 < len(classes) and classes[i + 1] in "TtuI":
            continue
        if named := _named_last(tokens, passed, language, frozenset()):
            last_state = named.party
            abroad = _named_last(tokens, passed, language, own_names) if named.party in own_names else named
            last_abroad = abroad.party if abroad else last_abroad
        passed.clear()
        duty = duty_start(tokens, i, language)
        end = i if duty is None else duty - 1
        first = chain_start(tokens, end, language)
        own = first > 0 and tokens.words[first - 1] in language.lexicon.words["own_state"]
        body = None if own else body_side(tokens, i, language, home)
        beside = body or (None if own else pointed_side(tokens, first, language))
        over = None if own or beside else side_over(tokens, first, language)
        near = home if own else beside or over or home or led_side(tokens, first, language) or last_state
        if near in own_names and not beside and has_foreign_name(tokens, i):
            near = led_side(tokens, first, language, own_names) or last_abroad
        party, private = (body, False) if body else chain_party(tokens, first, end, language, near)
        if duty is not None and party is None and not private and classes[i] == "T":
            party = state_of_place((*tokens.words[first:duty], tokens.words[i]), classes[first:duty] + "T", language) or near
        told = private or own or over is not None or beside is not None or party != near or chain_party(tokens, first, end, language, None)[0] is not None
        if before and before.last == _apposed(tokens, first) and (before.party or not party):
            party, private, told = before.party, before.private, before.told  # 柬埔寨代表团团长、国防部次长某某
        before = Title(first, i, party, private, told)
        yield before


def _apposed(tokens: Tokens, first: int) -> int:
    """The token before the mark by which a title is joined to another, with the words of its field; 0 where none is."""
    at = first - 1
    while at > 1 and first - at < LONGEST_FIELD and tokens.classes[at] in FIELD:
        at -= 1
    return at - 1 if at > 0 and tokens.words[at] == APPOSING else 0


def _named_last(tokens: Tokens, places: list[int], language: Language, but: frozenset[str]) -> Entry | None:
    """The last state at some tokens that is not only where somebody serves or whose envoy is meant, `but` for some."""
    sent = frozenset() if language.is_spaced else language.lexicon.words["sent"]
    for i in reversed(places):
        entry = language.gazetteer.entries.get(tokens.words[i])
        if entry and entry.party not in but and sent.isdisjoint(tokens.words[i + 1 : i + 2]) and not _is_host(tokens, 0, i, language):
            return entry
    return None


def find_names(folded: str, tokens: Tokens, language: Language, home: str | None) -> tuple[Name, ...]:
    """Return the people that a document introduces after an office, each once."""
    around = ((title, candidates_at(folded, tokens, title.last + 1, language.lexicon)) for title in titles(tokens, language, home))
    places = [(title, options) for title, options in around if options]
    counts = count_words((folded[c.start : c.stop] for _, options in places for c in options), folded)
    found: dict[str, Name] = {}
    facing = Facing(tokens, language)
    for title, options in places:
        candidate = best(options, folded, counts)
        if candidate:
            candidate = replace(candidate, stop=grown(folded, tokens, candidate.start, candidate.stop, language.lexicon))
        if candidate and not _is_known_word(folded, candidate, language):
            told = title if title.told else _faced(title, token_behind(tokens, candidate.stop), facing)
            facing.saw(told.party)
            _add(found, folded, candidate, told, tokens, language)
    return tuple(dict.fromkeys(found.values()))


def _faced(title: Title, stop: int, facing: Facing) -> Title:
    """A title that no word beside it puts on a side, on the one that its holder does not face."""
    return replace(title, party=facing.side(Bearing(title.first, title.last, stop, title.party)))


def _is_known_word(folded: str, candidate: Candidate, language: Language) -> bool:
    """Whether a candidate is a word for something else, or one that only looks like a name is a place with more behind it (迪拜|复)."""
    text = folded[candidate.start : candidate.stop]
    entry = language.gazetteer.entries.get(text)
    shortest = SHORTEST_PLACE if candidate.form in ODD else len(text)
    if any(language.is_place(text[:stop]) for stop in range(shortest, len(text) + 1)):
        return True
    return entry is not None and entry.kind != "person"


def _add(found: dict[str, Name], folded: str, candidate: Candidate, title: Title, tokens: Tokens, language: Language) -> None:
    text = folded[candidate.start : candidate.stop]
    if text in found:
        return
    entry = language.gazetteer.entries.get(text)
    actor = entry.actor_id if entry and entry.kind == "person" else f"person:{text}"
    words = "".join(tokens.words[title.first : title.last + 1])
    party = title.party
    if party is None and not title.private and entry:
        party = entry.party
    offices = offices_named(tokens, title.first, title.last, language)
    name = Name(actor, form_parts(text, candidate.form, folded, language.lexicon.surnames), words, party, offices, title.told or party != title.party)
    for form in name.forms:
        found.setdefault(form, name)
