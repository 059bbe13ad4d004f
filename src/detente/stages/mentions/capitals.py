"""The inventory of a language that writes names with capitals: people with the office beside them, and their last names.

An office stands before a name (Russian Foreign Minister Sergei Lavrov; Russia's foreign minister, Sergei Lavrov,) or behind
it (Sergei Lavrov, the Russian foreign minister).
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from detente.languages import Language, place_at
from detente.records import Name, Tokens
from detente.text.articles import LATIN_ARTICLE

from .abreast import two_abreast
from .acronyms import acronyms
from .bare import Bare
from .behind import comes, heads, leads, led_by, of_state_alone
from .beside import beside
from .fields import NAME, Fields
from .nameless import told_before, told_behind
from .names import chain_party, offices_named
from .served import served
from .usual import likelier
from .whose import Owner, whose

OFFICES = frozenset("Tth")
OWNERS = frozenset("SMGY")
ADDED = frozenset("Pob")
LONGEST_NAME = 5

Office = tuple[int, int]


def find_capitals(folded: str, tokens: Tokens, fields: Fields, language: Language, home: str | None) -> tuple[Name, ...]:
    """Return the people that a document introduces by an office or whom the gazetteer knows, each once.

    An office without a state is that of the side that opened the sentence, or one before it.
    """
    found: dict[str, Name] = {}
    held: set[tuple[str, str | None]] = set()
    bare = Bare(folded, tokens, language, home)
    runs = list(_runs(tokens, fields, language))
    alone = frozenset([folded[tokens.starts[first] : tokens.stops[last - 1]] for first, last in runs])
    titled = frozenset([folded[tokens.starts[first] : tokens.stops[last - 1]] for first, last in runs if tokens.classes[first - 1 : first] == "j"])
    abreast = two_abreast(tokens, language)
    for first, last in runs:
        text = folded[tokens.starts[first] : tokens.stops[last - 1]]
        if text not in found:
            owner = abreast.get(first) or heads(tokens, first, language) or of_state_alone(tokens, (first, last), alone, language)
            introduced = _introduced(folded, tokens, (first, last), fields, language, bare, held, owner)
            if introduced:
                _add(found, _called(introduced, alone, titled))
                held |= {(office, introduced.party) for office in introduced.offices}
        elif not found[text].told and (told := _told_later(folded, tokens, (first, last), found[text], fields, language)):
            found |= dict.fromkeys(told.forms, told)
        if text in found:
            bare.saw(first, found[text].party)
    for body in acronyms(tokens, language):
        _add(found, body)
    return tuple(dict.fromkeys(found.values()))


def _introduced(
    folded: str, tokens: Tokens, run: tuple[int, int], fields: Fields, language: Language, bare: Bare,
    held: set[tuple[str, str | None]], owner: str | None,
) -> Name | None:  # fmt: skip
    """The person of a name with an office beside it, or one that the gazetteer knows by more than one word."""
    first, last = run
    text = folded[tokens.starts[first] : tokens.stops[last - 1]]
    if tokens.words[last - 1].lower() in language.lexicon.words["official_body"]:
        return None
    entry = language.gazetteer.entries.get(text)
    known = entry if entry and entry.kind == "person" else None
    clause = served(tokens, last, language)
    office = beside(tokens, run, fields, language) or clause or told_before(tokens, run, language) or told_behind(tokens, run, language)
    owner = owner or (None if office else _owner(tokens, run, language) or led_by(tokens, last, language) or leads(tokens, last, language))
    owner = owner or bare.side_of_visit(comes=comes(tokens, last, language))
    likely = None if office or owner else _commander(tokens, run, language, bare) or (None if known else bare.unnamed(first, last))
    if office is None and owner is None and likely is None and (known is None or " " not in text):
        return None
    offices = offices_named(tokens, office[0], _head_stop(tokens, office), language) if office else ()
    stop = office[1] + 1 if office and office == clause else last
    of = whose(tokens, stop, office, offices, language, bare, held) if office else Owner(likely, told=False)
    sure = (known.party if known and not of.private else None) or owner
    told = of.told or sure is not None
    party = of.party if of.told else sure or likelier(text, of.party, bare.sides, language.code)
    title = folded[tokens.starts[office[0]] : tokens.stops[office[1]]] if office else ""
    actor = known.actor_id if known else f"person:{text}"
    forms = _forms(text, surname_first=party in language.lexicon.words["surname_first"])
    return Name(actor, forms, title, party, offices, told)


def _head_stop(tokens: Tokens, office: Office) -> int:
    """The last token of an office without what it deals with: spokesman | at the president's office."""
    head = next((i for i in range(*office) if tokens.classes[i] in OFFICES), office[1])
    return next((i - 1 for i in range(head + 1, office[1] + 1) if tokens.classes[i] in ADDED), office[1])


def _told_later(
    folded: str, tokens: Tokens, run: tuple[int, int], name: Name, fields: Fields, language: Language,
) -> Name | None:  # fmt: skip
    """A person of whom an office now tells the state that only seemed likely before: Polish Foreign Minister Jan Nowak."""
    office = beside(tokens, run, fields, language)
    party, private = chain_party(tokens, *office, language, None) if office else (None, False)
    if office is None or private or party is None or OWNERS.isdisjoint(tokens.classes[office[0] : office[1] + 1]):
        return None
    return replace(name, party=party, told=True, title=folded[tokens.starts[office[0]] : tokens.stops[office[1]]])


def _owner(tokens: Tokens, run: tuple[int, int], language: Language) -> str | None:
    """The state whose a person is called who reports: Chile's Tomas Arriaga said."""
    first, last = run
    named = last - first > 1 and first > 1 and tokens.classes[first - 2 : first] == "Se"
    reports = tokens.classes[last : last + 1] == "c" or tokens.classes[first - 3 : first - 2] == "c"
    entry = language.gazetteer.entries.get(tokens.words[first - 2]) if named and reports else None
    return entry.party if entry else None


def _commander(tokens: Tokens, run: tuple[int, int], language: Language, bare: Bare) -> str | None:
    """The side told of last, of an officer in service who reports: Gen. Oscar Pineda said."""
    first, last = run
    known = language.lexicon.words
    served = tokens.classes[first - 1 : first] == "j" and tokens.words[first - 1].lower() in known["rank"]
    retired = first > 1 and tokens.words[first - 2] in known["former"]
    reports = tokens.classes[last : last + 1] == "c" and last - first > 1
    return bare.of_forces(first) or bare.near(first) if served and reports and not retired else None


def _add(found: dict[str, Name], name: Name) -> None:
    for form in name.forms:
        found.setdefault(form, name)


def _forms(text: str, *, surname_first: bool) -> tuple[str, ...]:
    """A name, and its surname alone."""
    surname = text.split(" ")[0 if surname_first else -1]
    bare = surname[len(article[0]) :] if (article := LATIN_ARTICLE.match(surname)) else ""  # al-Rubaiawi, Rubaiawi
    short = surname.partition(".")[2]  # B.Batbold, Batbold
    return (text, *[form for form in (surname, bare, short) if form != text and len(form) > 1])


def _called(name: Name, alone: frozenset[str], titled: frozenset[str]) -> Name:
    """A person with the parts of the name that stand alone in the text: behind a title (Sir Alan), or anywhere if the last never does."""
    whole, *short = name.forms
    if not short:
        return name
    parts = whole.split(" ")
    own = alone if alone.isdisjoint(short) else titled
    spans = [" ".join(parts[i : i + n]) for n in (2, 1) for i in range(len(parts) - n + 1) if n < len(parts)]
    spans += parts[-1].split("-")  # Simasiku-Lilungwe, Lilungwe
    return replace(name, forms=tuple(dict.fromkeys((*name.forms, *[part for part in spans if part in own and len(part) > 1]))))


def _runs(tokens: Tokens, fields: Fields, language: Language) -> Iterator[tuple[int, int]]:
    """Yield the ranges of words with capitals, with particles (bin, van) between them, not what offices deal with."""
    for begin, stop in _pieces(tokens, language.lexicon.words["name_particle"]):
        first = _behind_place(tokens, begin, stop, language)
        first = next((i for i in range(first, stop) if i in fields.before), first)
        while first < stop and first in fields.covered:
            first += 1
        if 0 < stop - first <= LONGEST_NAME:
            yield first, stop


def _pieces(tokens: Tokens, particles: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield the ranges of words with capitals, which only particles join."""
    for match in NAME.finditer(tokens.classes):
        first, stop = match.span()
        for i in range(first, stop) if "x" in match[0] else ():
            if tokens.classes[i] == "x" and tokens.words[i] not in particles:
                yield first, i
                first = i + 1
        yield first, stop


def _behind_place(tokens: Tokens, first: int, stop: int, language: Language) -> int:
    """Where a name begins behind a province or a city: Governor of Gujarat Ramesh Patel; nowhere where the place is all."""
    place = place_at(tokens.words[first:stop], 0, language)
    if place is None or first == 0:
        return first
    behind, before = first + place[1], tokens.classes[first - 1]
    behind += behind < stop and tokens.words[behind] in language.lexicon.words["place_kind"]
    return behind if before in "oP" or (behind == stop and before not in OFFICES | {"j"}) else first
