"""Offices that name no side by themselves: its ministry, the minister, their counterpart, the country's newspaper."""

from __future__ import annotations

import re

from detente.languages import state_by_sign
from detente.records import Name, Speaker, Tokens
from detente.resources.gazetteer import entry_of
from detente.resources.signs import BODY

from .before import side_before
from .case import Attribution
from .holders import likely_holders
from .interview import body_of_interviewed, side_interviewed
from .media import is_english
from .meeting import other_side
from .naming import Naming, both
from .near import near_party
from .phrase import phrase_named_by
from .taken import body_before, country_before

TITLE = frozenset("SMGYThnjv")
LONGEST_TITLE = 14
FARTHEST = 120  # words before an office without a name in which its holder is looked for
STEM = 5
PLURAL, UPRIGHT = frozenset("pq"), frozenset("nb")
OFFICES = frozenset("TYh")
FIELD, LONGEST_FIELD = frozenset("xk"), 2  # what stands between a state and its ministry: Egypt's irrigation ministry
PARTED = re.compile("[.\\n“]d?[SM],c$")
CLAUSE_ENDS = frozenset("B,;:.-()\n")


def owned_office(naming: Naming) -> Speaker | None:
    """Its defence ministry, the country's president, his counterpart: of the side told of before, or of the other."""
    case, words = naming.case, naming.words
    own = words[0] in case.words("owning") or (words[0] in case.words("own_country") and naming.letters[1:2] == "e")
    if not own:
        return body_of_interviewed(naming)
    before = naming.before.party if naming.before else None
    if naming.before and not before and words[-1] in case.words("member"):
        return naming.speaker(f"actor:{' '.join(words)}", None)  # The truckers' association complained. Its members …
    if not case.words("counterpart").isdisjoint(words):
        return None if "M" in naming.letters else naming.speaker(f"actor:{' '.join(words)}", other_side(before, case))
    leaders = "T" in naming.letters or words[-1] in case.words("several")
    of_both = words[0].lower() == "their" or not case.words("pair").isdisjoint(words)  # its two directors-general
    if is_english(case) and of_both and leaders and "s" in (words[-1][-1], words[-1].partition("-")[0][-1]) and (pair := both(naming)):
        return naming.joint(pair)  # Peru and Chile will share data, their foreign ministers said
    if not OFFICES & set(naming.letters) and words[-1].lower() not in case.words("official_body"):
        return None
    side = of_kind(naming) or _of_holder(naming) or _of_parted(naming) or side_before(case.parse, case.people, naming.span.start, case.language)
    named = phrase_named_by(words[1:], naming.letters[1:], None, case)
    return naming.speaker(named.actor_id, named.party or side or before)


def own_land(naming: Naming) -> Speaker | None:
    """The kingdom, the island: the one main party that is called so, else who opens the sentence before."""
    case, tokens = naming.case, naming.case.parse.tokens
    opened = naming.first > 0 and tokens.words[naming.first - 1] in case.words("article")
    if not is_english(case) or not opened or naming.words[0].lower() not in case.words("own_country"):
        return None
    side = of_kind(naming) or side_before(case.parse, case.people, naming.span.start, case.language)
    return naming.speaker(f"state:{side}", side) if side in case.parties[:2] else None


def of_kind(naming: Naming) -> str | None:
    """The one main party that is a kingdom, an island, a federation or whatever else a word says: the federal interior ministry."""
    rows = (row.partition(": ") for row in naming.case.words("kind_of_land"))
    told = {word.lower() for word in naming.words}
    states = next((states.split() for kind, _, states in rows if kind in told), [])
    fitting = [party for party in naming.case.parties[:2] if party in states]
    return fitting[0] if len(fitting) == 1 else None


def _of_holder(naming: Naming) -> str | None:
    """A visit by the Prime Minister has been put off, his office said: the side of the office that the sentence names first."""
    case, tokens = naming.case, naming.case.parse.tokens
    if tokens.cases or naming.words[0] not in case.words("his") or "x" not in naming.letters:
        return None
    first = max(tokens.classes.rfind(".", 0, naming.first), tokens.classes.rfind("\n", 0, naming.first)) + 1
    at = next((i for i in range(first, naming.first) if tokens.classes[i] in "SMKT"), naming.first)
    if tokens.classes[at] in "SK" and (person := case.people.find(tokens.words[_person_at(tokens, at)])):
        return person.party  # …, Israeli Foreign Minister Dan Cohen said, according to his office
    return near_party(tokens.starts[at], case) if tokens.classes[at] == "T" else None


def _person_at(tokens: Tokens, at: int) -> int:
    """The person whom an office introduces that begins at a token, or that token."""
    behind = at
    while tokens.classes[behind : behind + 1] in tuple("SxkTj"):
        behind += 1
    return behind if tokens.classes[behind : behind + 1] == "K" else at


def _of_parted(naming: Naming) -> str | None:
    """North Macedonia, says its foreign minister, has …: the side that the cue parts from what it does."""
    tokens, first = naming.case.parse.tokens, naming.first
    if tokens.cases or not PARTED.search(tokens.classes, max(0, first - 5), first):
        return None
    return naming.case.language.gazetteer.party_of(tokens.words[first - 3])


def owned_report(naming: Naming) -> Speaker | None:
    """Malta has not dropped its demand that …: of the side told of before."""
    case = naming.case
    if case.parse.tokens.cases or naming.words[0] not in case.words("owning") or naming.words[0] in case.words("singular"):
        return None
    side = _of_clause(naming) or side_before(case.parse, case.people, naming.span.start, case.language)
    return naming.speaker(f"state:{side}", side) if side else None


def _of_clause(naming: Naming) -> str | None:
    """The side that the clause names first: …, even as Malta stuck to its demand."""
    tokens, entries = naming.case.parse.tokens, naming.case.language.gazetteer.entries
    first = naming.first
    while first and tokens.classes[first - 1] not in CLAUSE_ENDS:
        first -= 1
    named = (entries.get(tokens.words[i]) for i in range(first, naming.first) if tokens.classes[i] in "SM")
    return next((entry.party for entry in named if entry and entry.party), None)


def of_body(naming: Naming) -> Speaker | None:
    """The ministry, the ministry's deputy head, an official at the ministry: of the state whose body is named last, unless a person spoke since."""
    tokens, case = naming.case.parse.tokens, naming.case
    at = naming.first + naming.letters.index("Y")
    opened = at > 0 and tokens.words[at - 1] in case.words("article")
    if not is_english(case) or not opened or tokens.words[at][0].isupper():
        return None
    person = naming.before is not None and naming.before.actor_id.startswith("person:") and at == naming.first and not _is_sent(naming.before, case)
    spoke = naming.before.start if naming.before and person else -1
    for i in range(naming.first - 1, max(naming.first - FARTHEST, 0) - 1, -1):
        if tokens.starts[i] < spoke:
            return None
        if tokens.classes[i] == "Y" and (party := _owner_of_body(tokens, i, case)):
            return naming.speaker(f"actor:{' '.join(naming.words)}", party)
    sent = naming.before is not None and _is_sent(naming.before, case)
    return naming.speaker(f"actor:{' '.join(naming.words)}", case.home) if sent and case.home and at == naming.first else None


def _is_sent(speaker: Speaker, case: Attribution) -> bool:
    """Whether an envoy of another state speaks, of whom no ministry of the place is."""
    title = next((name.title.lower() for name in case.parse.names if name.actor_id == speaker.actor_id), "")
    return not case.words("envoy").isdisjoint(title.split())


def _owner_of_body(tokens: Tokens, i: int, case: Attribution) -> str | None:
    """The party of the body at a token: its own, or that of the state beside it."""
    entries = case.language.gazetteer.entries
    if own := state_by_sign(tokens.words[i : i + 1], case.home, (), case.language, (BODY,)) if case.home else None:
        return own
    first = i
    while i - first < LONGEST_FIELD and tokens.classes[first - 1] in FIELD:
        first -= 1
    before = first - 1 - tokens.classes.endswith("e", 0, first)
    named = (entry_of(tokens.words[k], entries) for k in (i, before) if k >= 0 and tokens.classes[k] in "SMY")
    return next((entry.party for entry in named if entry and entry.party), None)


def only_holder(naming: Naming) -> Speaker | None:
    """特使则希望…: the one person of a Chinese text who holds an office, unless the outlet's home may be meant."""
    case = naming.case
    if case.language.is_spaced or naming.letters != "T":
        return None
    entry = entry_of(naming.words[0], case.language.gazetteer.entries)
    own = {name.actor_id: name for name in case.parse.names if entry and entry.actor_id in name.offices}
    name = next(iter(own.values())) if len(own) == 1 else None
    if name is None or name.party is None:
        return None
    return naming.speaker(name.actor_id, name.party)


def told_of_before(naming: Naming) -> Speaker | None:
    """代办说: of the one side whose holder of the office the text told of before, without a name."""
    case, tokens = naming.case, naming.case.parse.tokens
    if case.language.is_spaced or naming.letters != "T" or case.home:
        return None
    parties: set[str | None] = set()
    for i in range(naming.first - 1, max(naming.first - FARTHEST, 0) - 1, -1):
        if tokens.words[i] == naming.words[0]:
            first = i
            while first and i - first < LONGEST_TITLE and tokens.classes[first - 1] in TITLE:
                first -= 1
            named = phrase_named_by(tokens.words[first : i + 1], tokens.classes[first : i + 1], None, case)
            parties.add(named.party)
    party = parties.pop() if len(parties) == 1 else None
    return naming.speaker(f"actor:{naming.words[0]}", party) if party else None


def holder_before(naming: Naming) -> Speaker | None:
    """посол, министр, дипломат: who was named with that office, in a language with cases; first of all who spoke last."""
    case, tokens = naming.case, naming.case.parse.tokens
    if not tokens.cases or naming.letters not in ("T", "h") or tokens.cases[naming.first] in PLURAL:
        return None
    spoke = naming.before.actor_id if naming.before else None
    near = range(naming.first - 1, max(0, naming.first - FARTHEST) - 1, -1)
    named = ((i, case.people.find(tokens.words[i])) for i in near if tokens.classes[i] == "K")
    known = [(i, name) for i, name in named if name and name.party]
    holders = likely_holders(naming, [(i, name) for i, name in known if _holds(name, naming.words[0], case)])
    held = {name.actor_id for _, name in holders}
    spoken = (name for _, name in known if name.actor_id == spoke and (name.actor_id in held or _is_counterpart(name, case)))
    found = next(spoken, None) or _acting_first(holders, tokens) or (None if naming.before else _holder_behind(naming))
    return naming.speaker(found.actor_id, found.party) if found else None


def _acting_first(holders: list[tuple[int, Name]], tokens: Tokens) -> Name | None:
    """Who is named last, or who acts upon him in his sentence: Министр Иванов принял министра Петрова."""
    if not holders:
        return None
    last, found = holders[0]
    if tokens.cases[last] in UPRIGHT:
        return found
    first = max(tokens.classes.rfind(mark, 0, last) for mark in ".\n")
    return next((name for i, name in holders if i > first and tokens.cases[i] in UPRIGHT), found)


def _holder_behind(naming: Naming) -> Name | None:
    """Посол: «…», of a headline: who is introduced with that office first."""
    case, tokens = naming.case, naming.case.parse.tokens
    ahead = (case.people.find(tokens.words[i]) for i in range(naming.first + 1, min(len(tokens.words), naming.first + FARTHEST)) if tokens.classes[i] == "K")
    return next((name for name in ahead if name and name.party and _holds(name, naming.words[0], case)), None)


def head_of_body(naming: Naming) -> Speaker | None:
    """Глава агентства, руководитель комитета: who was named last with that body, in a language with cases."""
    case, tokens = naming.case, naming.case.parse.tokens
    if not tokens.cases or tokens.cases[naming.first] in PLURAL or naming.words[1] in case.words("country"):
        return None
    near = (case.people.find(tokens.words[i]) for i in range(naming.first - 1, max(0, naming.first - FARTHEST) - 1, -1) if tokens.classes[i] == "K")
    found = next((name for name in near if name and name.party and naming.words[1][:STEM] in name.title.lower()), None)
    return naming.speaker(found.actor_id, found.party) if found else None


def other_holder(naming: Naming) -> Speaker | None:
    """Коллега попросила его …: of the side that is not that of who spoke before, in a language with cases."""
    own = of_counterpart(naming) if naming.words[0] in naming.case.words("counterpart") else None
    return naming.speaker(f"actor:{naming.words[0]}", own) if own else None


def _is_counterpart(name: Name, case: Attribution) -> bool:
    """Whether a person was introduced as who holds the same office as another: его египетский коллега Хишам аль-Гарби."""
    return any(told[:-1] in name.title.lower() for told in case.words("counterpart"))


def _holds(name: Name, word: str, case: Attribution) -> bool:
    """Whether a person was introduced by the office that a word names."""
    title = name.title.lower()
    stems = [stem for told, _, stem in (row.partition(": ") for row in case.words("held_as")) if told == word]
    return any(stem in title for stem in stems or (word[:STEM],))


def own_country(naming: Naming) -> str | None:
    """турецкая газета …, в министерстве культуры страны: the state named last."""
    words = naming.case.words
    if not words("agency").isdisjoint(naming.words):
        return body_before(naming.case, naming.first)
    if words("country").isdisjoint(naming.words):
        return None
    place = country_before(naming.case, naming.first)
    return place[1] if place else None


def of_country(naming: Naming) -> str | None:
    """Прокуратура страны, власти королевства: the state told of, in a language with cases; наша инспекция, of who is interviewed."""
    official = naming.case.parse.tokens.cases and naming.letters[:1] in ("h", "Y", "T")
    private = naming.words[0] in naming.case.words("private")  # рыбак с острова
    told = official and not private and not naming.case.words("country").isdisjoint(naming.words)
    return own_country(naming) if told else side_interviewed(naming)


def of_counterpart(naming: Naming) -> str | None:
    """Его коллега Виктор Лаптев: the side that is not that of who spoke before."""
    case, before = naming.case, naming.before
    named = case.parse.tokens.cases and not case.words("counterpart").isdisjoint(naming.words) and "S" not in naming.letters
    return other_side(before.party, case) if named and before and before.party else None


def ruling(naming: Naming) -> str | None:
    """Король, премьер: of the state that a text without a home is about."""
    kind = naming.letters == "jT" and naming.words[0] in naming.case.words("ruling_kind")
    if not naming.case.parse.tokens.cases or not (naming.letters == "T" or kind) or naming.case.home:
        return None
    place = country_before(naming.case, naming.first)
    return place[1] if place else None
