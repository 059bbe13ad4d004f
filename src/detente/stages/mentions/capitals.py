"""The inventory of a language that writes names with capitals: people with the office beside them, and their last names.

An office stands before a name (Russian Foreign Minister Sergei Lavrov; Russia's foreign minister, Sergei Lavrov,) or behind
it (Sergei Lavrov, the Russian foreign minister).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from detente.languages import Language, place_at, state_of_place
from detente.records import Name, Tokens
from detente.text.articles import LATIN_ARTICLE

from .abreast import two_abreast
from .acronyms import acronyms
from .bare import Bare
from .behind import aimed_at, briefed_in, led_by, of_state, of_state_alone, said_of, spoke_in
from .bodies import body_told_of, field_at, is_neutral, is_of_group, is_of_unknown, owner_at
from .names import chain_party, offices_named

RUN = re.compile("[kK]+(?:x[kK]+)*")
FIELD = re.compile("T[Po]d?[kxYwO]{1,4}$")  # minister of state for health
CHAIN = frozenset("SMGYTtIhxkeowV")
OFFICES = frozenset("Tth")
OF_STATE = re.compile("Tod?[SM]$")  # President of Malawi Chisomo Banda
POSTED = re.compile("(?<![SMGe])TP[SM]$")
FIELD_OF = re.compile("T[Po]$")  # State Secretary for Transport Imre Bodnar
APPOSED = frozenset("dSMTY")
DESCRIBED = re.compile("(?:^|[.\\n,])d?a?([SMx]?T[Po]d?[SMGYkxe]{1,7}),$")  # a spokeswoman for the navy, Captain
APPOSITION_ENDS = frozenset(",.;:()\n“”ivc-")
LONGEST_CHAIN, LONGEST_NAME, LONGEST_BEHIND_FIELD = 12, 5, 3
SPOKESPERSON = "office:spokesperson"

Office = tuple[int, int]


def find_capitals(folded: str, tokens: Tokens, language: Language, home: str | None) -> tuple[Name, ...]:
    """Return the people that a document introduces by an office or whom the gazetteer knows, each once.

    An office without a state is that of the side that opened the sentence, or one before it.
    """
    found: dict[str, Name] = {}
    held: set[tuple[str, str | None]] = set()
    bare = Bare(folded, tokens, language, home)
    runs = list(_runs(tokens, language))
    alone = frozenset([folded[tokens.starts[first] : tokens.stops[last - 1]] for first, last in runs])
    abreast = two_abreast(tokens, language)
    for first, last in runs:
        text = folded[tokens.starts[first] : tokens.stops[last - 1]]
        if text not in found:
            owner = abreast.get(first) or of_state_alone(tokens, (first, last), alone, language)
            introduced = _introduced(folded, tokens, (first, last), language, bare, held, owner)
            if introduced:
                _add(found, _called(introduced, alone))
                held |= {(office, introduced.party) for office in introduced.offices}
        if text in found:
            bare.saw(first, found[text].party)
    for body in acronyms(tokens, language):
        _add(found, body)
    return tuple(dict.fromkeys(found.values()))


def _introduced(
    folded: str, tokens: Tokens, run: tuple[int, int], language: Language, bare: Bare,
    held: set[tuple[str, str | None]], owner: str | None,
) -> Name | None:  # fmt: skip
    """The person of a name with an office beside it, or one that the gazetteer knows by more than one word."""
    first, last = run
    text = folded[tokens.starts[first] : tokens.stops[last - 1]]
    if tokens.words[last - 1].lower() in language.lexicon.words["official_body"]:
        return None
    entry = language.gazetteer.entries.get(text)
    known = entry if entry and entry.kind == "person" else None
    office = _beside(tokens, run, language) or _announced(tokens, run, bare)
    owner = owner or (None if office else _owner(tokens, run, language) or led_by(tokens, last, language) or _commander(tokens, run, language, bare))
    if office is None and owner is None and (known is None or " " not in text):
        return None
    offices = offices_named(tokens, *office, language) if office else ()
    party, private = _party(tokens, last, office, offices, language, bare, held) if office else (None, False)
    if party is None and not private and known:
        party = known.party
    party = party or owner
    title = folded[tokens.starts[office[0]] : tokens.stops[office[1]]] if office else ""
    actor = known.actor_id if known else f"person:{text}"
    forms = _forms(text, surname_first=party in language.lexicon.words["surname_first"])
    return Name(actor, forms, title, party, offices)


def _party(
    tokens: Tokens, last: int, office: Office, offices: tuple[str, ...], language: Language, bare: Bare,
    held: set[tuple[str, str | None]],
) -> tuple[str | None, bool]:  # fmt: skip
    """The party of an office, and whether it is private; one without a state is of the state behind the name, else near."""
    if not language.lexicon.words["opposition"].isdisjoint(tokens.words[office[0] : field_at(tokens, office)]):
        return None, True
    party, private = chain_party(tokens, *office, language, None)
    if (seat := POSTED.search(tokens.classes, office[0], office[1] + 1)) and tokens.words[seat.start()].lower() in language.lexicon.words["sent"]:
        return bare.opposite(party), False  # the high commissioner in Wellington
    if not party and (is_of_unknown(tokens, office, language) or is_of_group(tokens, office, language)):
        return None, True
    is_counterpart = not language.lexicon.words["counterpart"].isdisjoint(tokens.words[office[0] : office[1] + 1])
    if is_counterpart and tokens.classes[office[0] : office[1] + 1] in ("dt", "t", "dh", "h"):
        owned = not language.lexicon.words["owning"].isdisjoint(tokens.words[max(0, office[0] - 1) : office[0] + 1])
        whose = bare.spoke(office[0]) if owned else None
        met = None if owned else bare.met(tokens.words[office[1]].lower(), office[0])
        return met or bare.opposite(whose or bare.near(office[0])), False  # his host, Komlan Adjavon
    if not party and (body := body_told_of(tokens, office, language)):
        return body, False
    if not party and is_neutral(tokens, office, language):
        return None, True
    if party or private:
        return party, private
    if party := bare.called(tokens.words[office[1]].lower(), office[0]):
        return party, False
    if usual := bare.usual(tokens.words[office[0] : office[1] + 1]):
        return usual, False
    if faced := bare.faced(max(office[1] + 1, last)):
        return faced, False
    owner = next((party for one in offices if (party := bare.owner(one, held, office[0]))), None)
    owner = owner or bare.told_of(*office, {party for one, party in held if one in offices})
    near = _near(tokens, last, office, language, bare)
    aimed = aimed_at(tokens, max(last, office[1] + 1 + tokens.classes.startswith(",", office[1] + 1)), language)
    if is_counterpart or (near and near == aimed):
        near = bare.opposite(near)
    near = near or bare.opposite_of_main(aimed)
    briefed = briefed_in(tokens, last, language) if SPOKESPERSON in offices else None
    whose = _of_place(tokens, last, language) or bare.facing(office[0]) or briefed or owner or near
    return chain_party(tokens, *office, language, whose if _may_hold(tokens, office, whose, language) else bare.opposite(whose))


def _near(tokens: Tokens, last: int, office: Office, language: Language, bare: Bare) -> str | None:
    """The side that is near an office: of who answers the other one, and where there is none that of which its holder tells."""
    if _answers(tokens, last, language):
        return bare.answering(office[0])
    return bare.near(office[0]) or said_of(tokens, last, language)


def _may_hold(tokens: Tokens, office: Office, party: str | None, language: Language) -> bool:
    """Whether a state has such an office: the United States have no ministers."""
    words = language.lexicon.words
    return party not in words["without_ministers"] or tokens.words[office[1]].lower().rpartition(" ")[2] not in words["minister"]


def _answers(tokens: Tokens, last: int, language: Language) -> bool:
    """Whether who is named answers another: Justice Minister Mpho Sekonyela replied …; … dismissed this as idle talk."""
    verb = tokens.words[last] if last < len(tokens.words) else ""
    return verb in language.lexicon.words["answering_verb"] or verb in language.lexicon.words["rejecting_verb"]


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


def _of_place(tokens: Tokens, last: int, language: Language) -> str | None:
    """The side that what stands behind a name tells."""
    return of_state(tokens, last, language) or led_by(tokens, last, language) or spoke_in(tokens, last, language)


def _announced(tokens: Tokens, run: tuple[int, int], bare: Bare) -> Office | None:
    """The accord was announced by Oman's foreign minister. Mr Salim Kharusi said …; Oman's minister …. Salim Kharusi said …"""
    first, last = run
    classes = tokens.classes
    if last - first < 2 or first < 2:
        return None
    if classes[first - 1] == "j":
        at = bare.announced(first - 1, leading=False)
    elif (classes[first - 1] in ",.\n”" and classes[last : last + 1] == "c") or _says_behind(classes, first, last):
        at = bare.announced(first, leading=True)
    else:
        return None
    return (owner_at(classes, at), at) if at else None


def _says_behind(classes: str, first: int, last: int) -> bool:
    """Whether a name stands behind a quotation and its verb, and nothing describes it: “…,” said Ana Ruiz."""
    return classes[first - 2 : first] == "”c" and classes[last : last + 1] != ","


def _add(found: dict[str, Name], name: Name) -> None:
    for form in name.forms:
        found.setdefault(form, name)


def _forms(text: str, *, surname_first: bool) -> tuple[str, ...]:
    """A name, and its surname alone."""
    surname = text.split(" ")[0 if surname_first else -1]
    bare = surname[len(article[0]) :] if (article := LATIN_ARTICLE.match(surname)) else ""  # al-Rubaiawi, Rubaiawi
    return (text, *[form for form in (surname, bare) if form != text and len(form) > 1])


def _called(name: Name, alone: frozenset[str]) -> Name:
    """A person with the parts of the name that stand alone in the text, where the last never does: Quiroz Arizmendi, Quiroz."""
    whole, *short = name.forms
    if not short or not alone.isdisjoint(short):
        return name
    parts = whole.split(" ")
    spans = [" ".join(parts[i : i + n]) for n in (2, 1) for i in range(len(parts) - n + 1) if n < len(parts)]
    return replace(name, forms=(*name.forms, *[part for part in spans if part in alone and len(part) > 1]))


def _runs(tokens: Tokens, language: Language) -> Iterator[tuple[int, int]]:
    """Yield the ranges of words with capitals, with particles (bin, van) between them."""
    particles, fields = language.lexicon.words["name_particle"], language.lexicon.words["office_field"]
    for match in RUN.finditer(tokens.classes):
        first, stop = _behind_place(tokens, *match.span(), language), match.end()
        joined = [i for i in range(first, stop) if tokens.classes[i] == "x"] if "x" in match[0] else ()
        stop = next((i for i in joined if tokens.words[i] not in particles), stop)
        if FIELD_OF.search(tokens.classes, max(0, first - 2), first):
            while stop - first > 2 and (tokens.words[first] in fields or stop - first > LONGEST_BEHIND_FIELD):
                first += 1
        if 0 < stop - first <= LONGEST_NAME:
            yield first, stop


def _behind_place(tokens: Tokens, first: int, stop: int, language: Language) -> int:
    """Where a name begins behind a province or a city: Governor of Gujarat Ramesh Patel; nowhere where the place is all."""
    place = place_at(tokens.words[first:stop], 0, language)
    if place is None or first == 0:
        return first
    behind, before = first + place[1], tokens.classes[first - 1]
    behind += behind < stop and tokens.words[behind] in language.lexicon.words["place_kind"]
    return behind if before in "oP" or (behind == stop and before not in OFFICES | {"j"}) else first


def _beside(tokens: Tokens, run: tuple[int, int], language: Language) -> Office | None:
    """The office before a name, or the one behind it; that behind it where only it tells the state."""
    before, behind = _before(tokens, *run, language), _behind(tokens, *run)
    if before and (apposed := DESCRIBED.search(tokens.classes, max(0, before[0] - LONGEST_CHAIN), before[0])):
        described = (apposed.start(1), before[0] - 2)
        return described if chain_party(tokens, *described, language, None)[0] else before
    if before and behind and tokens.classes[behind[0]] in APPOSED:
        told = chain_party(tokens, *before, language, None)[0]
        return before if told or not chain_party(tokens, *behind, language, None)[0] else behind
    return before or behind


def _before(tokens: Tokens, first: int, last: int, language: Language) -> Office | None:
    """The tokens of an office before a name: its first and its last."""
    classes = tokens.classes
    at = first - 1
    while at > 0 and classes[at] == "j":
        at -= 1
    if at > 1 and classes[at] == "," and classes[last : last + 1] in (",", ".", ")", "\n", "w"):
        at -= 2 if tokens.words[at - 1] in language.lexicon.words["on_the_spot"] else 1
    end = at
    if at >= 0 and classes[at] in "kxYO" and (field := FIELD.search(classes, max(0, at - 7), at + 1)):
        at = field.start()
        end = end if state_of_place(tokens.words[at : end + 1], classes[at : end + 1], language) else at
    if of := OF_STATE.search(classes, max(0, at - 3), at + 1):
        return of.start(), at
    if at < 0 or classes[at] not in OFFICES:
        return None
    start = at
    while start > 0 and at - start < LONGEST_CHAIN and _belongs(tokens, start, language):
        start -= 1
    return start, end


def _belongs(tokens: Tokens, start: int, language: Language) -> bool:
    """Whether the token before one belongs to its title: no name that is joined to it, no deed done to its state or its holder."""
    classes = tokens.classes
    if classes[start - 1] == ",":
        return start > 1 and tokens.words[start - 2] in language.lexicon.words["counterpart"]
    if classes[start - 1] in "wV" and classes[start] in "SMG":
        return False
    if classes[max(0, start - 2) : start] in ("kw", "Kw"):
        return False
    return classes[start - 1] in CHAIN and tokens.words[start - 1] not in language.lexicon.words["facing"]


def _behind(tokens: Tokens, first: int, last: int) -> Office | None:
    """The tokens of an office behind a name and a comma, with whose it is."""
    classes = tokens.classes
    if classes[last : last + 1] != "," or last + 1 >= len(classes):
        return None
    stop = last + 1
    while stop < len(classes) and stop - last <= LONGEST_CHAIN and classes[stop] not in APPOSITION_ENDS:
        stop += 1
    if classes[stop : stop + 1] == "c" and classes[first - 1 : first] in ("d", "P", "o"):
        return None  # of the Strait, the country's minister said
    return (last + 1, stop - 1) if OFFICES & set(classes[last + 1 : min(stop, last + 8)]) else None
