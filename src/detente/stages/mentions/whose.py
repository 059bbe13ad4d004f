"""For whom the holder of an office speaks, in a language that writes names with capitals: by its words, else by what is near."""

from __future__ import annotations

import re

from detente.languages import Language, names_region, state_by_sign
from detente.records import Record, Tokens

from .bare import Bare
from .behind import aimed_at, briefed_in, leads, led_by, of_forces, of_state, said_of, spoke_in, wills
from .bodies import body_told_of, field_at, is_neutral, is_of_group, is_of_party, is_of_unknown
from .citizens import is_of_any_side, is_of_citizens
from .names import chain_party

POSTED = re.compile("(?<![SMGe])TP[SM]$")
OWNERS = frozenset("SMGO")
OF_STATE = re.compile("od?([SM])$")
OF_BODY = re.compile("YT")
SENT = re.compile("T(b)d?[SM]")
OFFICIAL, OFFICES, PRIVATE = frozenset("YT"), frozenset("Tth"), frozenset("tI")
SPOKESPERSON = "office:spokesperson"
OPPOSITION = "opposition"
BARE = re.compile("d?[th](?:P[kx]{1,2})?")  # his counterpart in Guangzhou

Office = tuple[int, int]


class Owner(Record, frozen=True):
    """The party of an office, whether its holder is a private person, and whether words beside the name tell the party."""

    party: str | None
    private: bool = False
    told: bool = True


def whose(
    tokens: Tokens, last: int, office: Office, offices: tuple[str, ...], language: Language, bare: Bare,
    held: set[tuple[str, str | None]],
) -> Owner:  # fmt: skip
    """Return the owner of the office of a name that ends before token `last`: by its words, else by what stands near it."""
    if _is_opposed(tokens, office, language) or is_of_party(tokens, last, office, language) or is_of_citizens(tokens, office, language):
        return Owner(None, private=True)
    if owner := _of_relative(tokens, office, language):
        return Owner(owner)
    party, private = _own(tokens, office, language, bare)
    if host := _sent_to(tokens, office, language):
        sender = chain_party(tokens, office[0], host - 1, language, None)[0]
        return Owner(sender or bare.opposite(party), told=sender is not None)  # the ambassador to Ireland
    if (seat := POSTED.search(tokens.classes, office[0], office[1] + 1)) and tokens.words[seat.start()].lower() in language.lexicon.words["sent"]:
        return Owner(bare.opposite(party), told=False)  # the high commissioner in Wellington
    if not party and not private and (own := _signed(tokens, office, language, bare)):
        return Owner(own)
    if not party and (is_of_unknown(tokens, office, language, bare.home) or is_of_group(tokens, office, language)):
        return Owner(None, private=True)
    if _is_counterpart(tokens, office, language) and BARE.fullmatch(tokens.classes, office[0], office[1] + 1):
        return Owner(_counterpart(tokens, office, language, bare), told=False)
    if not party and (body := body_told_of(tokens, office, language)):
        return Owner(body)
    if not party and is_neutral(tokens, office, language):
        return Owner(None, private=True)
    if party or private:
        return Owner(party, private)
    if beside := bare.called(tokens.words[office[1]].lower(), office[0]) or _of_place(tokens, last, office, language):
        return Owner(beside)
    classes = tokens.classes[office[0] : office[1] + 1]
    speaks = not OFFICIAL.isdisjoint(classes) or OFFICES.isdisjoint(classes)  # or a body that he heads
    speaks = speaks and not is_of_any_side(tokens, office, language)
    guess = _guessed(tokens, last, office, offices, language, bare, held) if speaks else None
    return Owner(guess, told=guess is not None and _tells_itself(tokens, last, office, guess, language))


def _of_relative(tokens: Tokens, office: Office, language: Language) -> str | None:
    """The side whose an office is by a relative: the UN refugee agency, whose representative in Kigali, Ana Ruiz, …"""
    at = office[0] - 1
    if at < 1 or tokens.words[at] != "whose":
        return None
    owner = at - 1 - (tokens.classes[at - 1] == ",")
    return language.gazetteer.party_of(tokens.words[owner]) if tokens.classes[owner] in OWNERS else None


def _signed(tokens: Tokens, office: Office, language: Language, bare: Bare) -> str | None:
    """The state of a body or a place in a title: PCG spokesperson, Zombo Resident District Commissioner; no historian at a university there."""
    classes = tokens.classes[office[0] : office[1] + 1]
    words = tokens.words[office[0] : office[1] + 1]
    stop = next((i for i, word in enumerate(words) if word in language.lexicon.words["sited"]), len(words))
    titled = "T" in classes and PRIVATE.isdisjoint(classes)
    return state_by_sign(words[:stop], bare.home, bare.sides, language) if titled else None


def _is_opposed(tokens: Tokens, office: Office, language: Language) -> bool:
    """Whether an office is of no state: an opposition leader, an Asian diplomat; but the director for Asian affairs."""
    opposed, fields, words = language.lexicon.words["opposition"], language.lexicon.words["office_field"], tokens.words
    stop = field_at(tokens, office)
    head = tokens.classes.find("T", office[0], stop) + 1 or stop
    if OPPOSITION in words[stop : office[1] + 1]:
        return True  # an MP for the liberal opposition
    found = (i for i in range(office[0], stop) if words[i] in opposed and not names_region(words, i, language))
    return any(words[i] not in fields or (i < head and words[i + 1] not in fields) for i in found)


def _sent_to(tokens: Tokens, office: Office, language: Language) -> int:
    """The token behind which an office tells to which state somebody is sent: ambassador to Ireland; 0 where it does not."""
    found = SENT.search(tokens.classes, office[0], office[1] + 1)
    return found.start(1) if found and tokens.words[found.start()].lower() in language.lexicon.words["sent"] else 0


def _own(tokens: Tokens, office: Office, language: Language, bare: Bare) -> tuple[str | None, bool]:
    """The party of an office by its own words: a ministry's secretary of state is of no state of which the text does not speak."""
    party, private = chain_party(tokens, *office, language, None)
    classes = tokens.classes[office[0] : office[1] + 1]
    if classes.startswith("T") and (of := OF_STATE.search(classes)):
        entry = language.gazetteer.entries.get(tokens.words[office[0] + of.start(1)])
        party = (entry.party if entry else None) or party  # Secretary of State for Foreign Affairs of Chile
    foreign = party is not None and not bare.is_named(party) and OWNERS.isdisjoint(classes) and OF_BODY.search(classes) is not None
    return (None if foreign else party), private


def _guessed(
    tokens: Tokens, last: int, office: Office, offices: tuple[str, ...], language: Language, bare: Bare,
    held: set[tuple[str, str | None]],
) -> str | None:  # fmt: skip
    """The party of an office of which no word beside it tells the state."""
    if sure := bare.usual(tokens.words[office[0] : office[1] + 1]) or bare.faced(max(office[1] + 1, last)):
        return sure
    if not _is_counterpart(tokens, office, language) and (own := bare.owned(office[0])):
        return own
    owner = next((party for one in offices if (party := bare.owner(one, held, office[0]))), None)
    owner = owner or bare.told_of(*office, {party for one, party in held if one in offices})
    near = _near(tokens, last, office, language, bare)
    aimed = aimed_at(tokens, _stop(tokens, last, office), language)
    if _is_counterpart(tokens, office, language) or (near and near == aimed):
        near = bare.opposite(near)
    near = near or bare.opposite_of_main(aimed)
    briefed = briefed_in(tokens, last, language, speaks_at_home=SPOKESPERSON in offices, led=bare.led(office[0]))
    likely = bare.facing(office[0]) or briefed or owner or near
    if any((one, likely) in held for one in offices if one in language.lexicon.words["sole_office"]):
        likely = bare.opposite(likely)
    return likely if _may_hold(tokens, office, likely, language) else bare.opposite(likely)


def _tells_itself(tokens: Tokens, last: int, office: Office, guess: str, language: Language) -> bool:
    """Whether what somebody says shows his side, whatever his name is: what his state wants, and whom he thanks."""
    aimed = aimed_at(tokens, _stop(tokens, last, office), language)
    return wills(tokens, last, language) == guess or (aimed is not None and aimed != guess)


def _stop(tokens: Tokens, last: int, office: Office) -> int:
    """The token behind a name and its office, and the comma between them."""
    return max(last, office[1] + 1 + tokens.classes.startswith(",", office[1] + 1))


def _is_counterpart(tokens: Tokens, office: Office, language: Language) -> bool:
    return not language.lexicon.words["counterpart"].isdisjoint(tokens.words[office[0] : office[1] + 1])


def _counterpart(tokens: Tokens, office: Office, language: Language, bare: Bare) -> str | None:
    """The side of a counterpart, a host or a guest of whom no more is told: his host, Komlan Adjavon."""
    owned = not language.lexicon.words["owning"].isdisjoint(tokens.words[max(0, office[0] - 1) : office[0] + 1])
    of = bare.spoke(office[0]) if owned else None
    met = None if owned else bare.met(tokens.words[office[1]].lower(), office[0])
    return met or bare.opposite(of or bare.near(office[0]))


def _near(tokens: Tokens, last: int, office: Office, language: Language, bare: Bare) -> str | None:
    """The side that is near an office: of who answers the other one, and where there is none that of which its holder tells."""
    if (willing := wills(tokens, last, language)) in bare.sides:
        return willing
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


def _of_place(tokens: Tokens, last: int, office: Office, language: Language) -> str | None:
    """The side that what stands behind a name tells."""
    named = of_state(tokens, last, language) or of_forces(tokens, last, tokens.words[office[1]].lower(), language)
    return named or led_by(tokens, last, language) or leads(tokens, last, language) or spoke_in(tokens, last, language)
