"""Hosts, guests and whom one talks to: of the side where the two meet, or of the other one."""

from __future__ import annotations

from detente.languages import place_at
from detente.records import Speaker

from .case import Attribution
from .chain import actor_of
from .home import dated_in
from .media import is_english
from .naming import Naming, last_person

FARTHEST = 150  # words before a host in which the place of the meeting is looked for
BETWEEN = frozenset("djue")
OWNING = frozenset("dR")
PLACES = frozenset("SM")
LONGEST = 2


def other_side(party: str | None, case: Attribution) -> str | None:
    """The other of the two main parties."""
    pair = case.parties[:2]
    return next((one for one in pair if one != party), None) if party in pair else None


def one_who_meets(naming: Naming) -> Speaker | None:
    """The hosts, the visitors, гости, 东道主; his guest, его собеседник, 对方: of one of the two main sides."""
    case = naming.case
    if len(case.parties) < 2:
        return None
    owned, words = _without_owner(naming)
    if not 0 < len(words) <= LONGEST or not PLACES.isdisjoint(naming.letters):
        return None
    kind = next((kind for kind in ("host", "guest", "interlocutor") if words[0].lower() in case.words(kind)), None)
    party = _side(kind, naming, owned=owned) if kind else None
    return naming.speaker(f"actor:{case.language.joint.join(naming.words)}", party) if party else None


def posted_at(naming: Naming) -> Speaker | None:
    """The high commissioner in Wellington: of the other main side than where he serves; diplomats there are of any."""
    case, words = naming.case, naming.words
    if not is_english(case) or words[-3].lower() not in case.words("sent"):
        return None
    seat = case.language.gazetteer.entries.get(words[-1])
    any_side = "h" in naming.letters or not case.words("opposition").isdisjoint(words)  # a Western diplomat in Abuja
    party = other_side(seat.party, case) if seat and not any_side else None
    return naming.speaker(f"actor:{' '.join(words)}", party)


def embassy_in(naming: Naming) -> Speaker | None:
    """Посольство соседней страны в Москве, консул в Оше, the High Commission in Avarua: of the other main side than where they serve."""
    case, words = naming.case, naming.words
    sends = case.words("sent") if case.parse.tokens.cases else case.words("embassy")
    if sends.isdisjoint(map(str.lower, words)):
        return None
    seat = case.language.gazetteer.entries.get(words[-1])
    party = other_side(seat.party, case) if seat else None
    return naming.speaker(f"actor:{' '.join(words)}", party) if party else None


def over_both(naming: Naming) -> Speaker | None:
    """The president of the court: nobody's side."""
    over = not naming.case.words("neutral_body").isdisjoint(naming.words[2:4])
    return naming.speaker(actor_of(naming.words[:1], naming.case.language), None) if over else None


def _without_owner(naming: Naming) -> tuple[bool, tuple[str, ...]]:
    """Whether a pronoun tells whose one is, and the other words: его гость, 他的客人."""
    words, letters = naming.words, naming.letters
    if letters[:1] in OWNING and len(words) > 1 and words[0] not in naming.case.words("article"):
        at = 2 if letters[1:2] == "u" else 1
        return True, words[at:]
    return False, words


def _side(kind: str, naming: Naming, *, owned: bool) -> str | None:
    case, before = naming.case, naming.before
    if before and before.start == naming.span.start:
        return before.party
    if owned:
        person = last_person(naming)
        whose = person if person and person.party else before
        return other_side(whose.party, case) if whose else None
    if kind == "interlocutor":
        return other_side(before.party, case) if before and not case.language.is_spaced else None
    if kind == "guest" and (told := _from_abroad(naming)):
        return told
    if is_english(case) and kind == "guest" and len(naming.words) == LONGEST and case.home:
        return other_side(case.home, case)  # the visiting minister
    seat = _who_came(naming) or other_side(_seat(naming), case)
    if kind == "guest":
        return seat or (other_side(before.party, case) if before else None)
    return other_side(seat, case) or (other_side(before.party, case) if before else None)


def _from_abroad(naming: Naming) -> str | None:
    """The party of the person named last who is not of the side where they meet, in a language with cases: Премьер принял министра Ирана. Гость …"""
    case, tokens = naming.case, naming.case.parse.tokens
    seat = (dated_in(case.parse.folded, case.parties, case.language) or _capital(naming) or case.home) if tokens.cases else None
    if seat is None:
        return None
    near = range(naming.first - 1, max(0, naming.first - FARTHEST) - 1, -1)
    people = (case.people.find(tokens.words[i]) for i in near if tokens.classes[i] == "K")
    return next((name.party for name in people if name and name.party and name.party != seat), None)


def _capital(naming: Naming) -> str | None:
    """The party of the capital that is named last as a place: в Приштине."""
    case, tokens = naming.case, naming.case.parse.tokens
    leads = case.language.lexicon.places.leads
    return next((_party_at(i, case) for i in range(naming.first - 1, 0, -1) if tokens.classes[i] == "M" and tokens.words[i - 1] in leads), None)


def _seat(naming: Naming) -> str | None:
    """The main side in whose country they meet: that of the dateline in English, else the one named last: переговоры в Баку, met in Arusha, 访问萨格勒布."""
    case, tokens = naming.case, naming.case.parse.tokens
    apart = is_english(case)
    if apart and (dated := dated_in(case.parse.folded, case.parties, case.language)):
        return dated
    leads = case.language.lexicon.places.leads | case.words("arriving")
    for i in range(naming.first - 1, max(naming.first - FARTHEST, 0) - 1, -1):
        if tokens.words[i].lower() in leads and (party := _party_at(i + 1, case)) in case.parties[:2]:
            return party
    return case.home if apart and case.home in case.parties[:2] else None


def _party_at(at: int, case: Attribution) -> str | None:
    """The party of the state, the capital or the city at a token, behind an article or an adjective."""
    tokens = case.parse.tokens
    at += tokens.classes[at : at + 1] in BETWEEN
    if tokens.classes[at : at + 1] in PLACES:
        return case.language.gazetteer.party_of(tokens.words[at])
    place = place_at(tokens.words[at : at + 4], 0, case.language)
    return place[0].state if place else None


def _who_came(naming: Naming) -> str | None:
    """The party of the person who stands last before a deed of coming, in a language with cases: Министр Иванов прибыл в Осло."""
    case, tokens = naming.case, naming.case.parse.tokens
    deeds = case.words("arriving") if tokens.cases else frozenset()
    for i in range(naming.first - 1, max(0, naming.first - FARTHEST) - 1, -1):
        if tokens.classes[i] == "V" and tokens.words[i] in deeds and tokens.classes[i - 1 : i] == "K":
            name = case.people.find(tokens.words[i - 1])
            return name.party if name else None
    return None
