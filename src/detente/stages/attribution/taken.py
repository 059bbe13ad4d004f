"""Words that take up a place or the sides of a text: там, министры."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from detente.languages import place_at
from detente.records import Speaker, Tokens
from detente.resources.places import CITY, REGION

from .case import Attribution
from .media import is_english
from .naming import Naming, both, last_person
from .near import near_party

PLACES = frozenset("SMGY")
COUNTRIES = frozenset("SM")
FARTHEST = 40
MOST = 3  # words of an office: the deputy foreign ministers
UPRIGHT = ("n", "b")
BODIES = frozenset("Y")
PLURAL = frozenset("pq")
PAIR = 2
OF_SIDES = ("dh", "mh", "h", "xh", "Th", "T", "xT", "TT", "TTh", "xTh")
OF_BODIES = ("x", "xx", "dx", "mx", "dxx", "mxx")
OFFICES, TITLES = frozenset("TY"), frozenset("TYhnj")


def both_sides(naming: Naming) -> Speaker | None:
    """Министры, делегации, их (позиции): those of the two sides."""
    case = naming.case
    named = naming.letters in OF_SIDES or (naming.letters in OF_BODIES and naming.words[-1] in case.words("several"))
    if not case.parse.tokens.cases and not named:
        return None  # both presidents, the two ministers, the vice ministers, both agencies
    if not case.parse.tokens.cases and naming.before and naming.before.party and naming.words[-1].lower() in naming.before.name.lower().split(" "):
        return None  # Korean officials said no; the officials added …
    their = naming.letters == "d" and naming.words[0] in case.words("their")
    return naming.joint(both(naming)) if len(case.parties) > 1 and (their or several(case, naming.first, naming.words)) else None


def of_both(naming: Naming) -> Speaker | None:
    """Главы двух правительств, представители обоих ведомств, заместители министров обороны: those of the two sides, in a language with cases."""
    case, words = naming.case, naming.words
    cases = case.parse.tokens.cases
    if not cases or cases[naming.first] not in PLURAL or len(case.parties) < PAIR or not case.words("opposition").isdisjoint(words):
        return None
    head = words[0].split(" ")[0]
    paired = not case.words("pair").isdisjoint(words[1:])
    owned = " " in words[0] or not OFFICES.isdisjoint(naming.letters[1:]) or words[-1] in case.words("country")
    titled = head in case.words("several_titled") and owned and TITLES.issuperset(naming.letters)
    return naming.joint(both(naming)) if paired or titled else None


def one_of_several(naming: Naming) -> Speaker | None:
    """One of them, один из них, 其中一人: of the side of those who spoke last, if it is one."""
    case, before, words = naming.case, naming.before, naming.words
    told = case.words("chosen")
    if before is None or before.party is None or "+" in before.party or not PLACES.isdisjoint(naming.letters):
        return None
    among = words[0] in told if not case.language.is_spaced else case.language.joint.join(words[-2:]).lower() in told
    return naming.speaker(f"actor:{case.language.joint.join(words)}", before.party) if among else None


def city(naming: Naming) -> Speaker | None:
    """Lagos said, The Hague insists; в Басре сообщили: a city by itself is of its state, where words are written apart and nobody is called so."""
    case, words = naming.case, naming.words
    if not case.language.is_spaced or (not is_english(case) and not _opens_there(naming)) or case.people.find(" ".join(words)):
        return None
    seats = (row.partition(": ") for row in case.words("speaking_seat"))
    if seat := next((party for name, _, party in seats if words == (name,)), None):
        return naming.speaker(f"state:{seat}", seat)
    place = place_at(words, 0, case.language)
    kinds = (CITY,) if is_english(case) else (CITY, REGION)
    own = place is not None and place[0].kind in kinds and place[1] == len(words)
    return naming.speaker(f"state:{place[0].state}", place[0].state) if place and own else None


def _opens_there(naming: Naming) -> bool:
    """Whether a place opens a sentence, with its preposition or as who acts, in a language with cases: В Басре сообщили; Дагестан попросил."""
    tokens = naming.case.parse.tokens
    opened = tokens.classes[max(0, naming.first - 2) : naming.first]
    acts = opened[-1:] in ("", ".", "\n", "-") and tokens.cases[naming.first] in UPRIGHT
    return naming.letters == "p" and (acts or opened in ("P", ".P", "\nP", "-P"))


def of_team(naming: Naming) -> Speaker | None:
    """A member of his team, an aide to her: of the side of the person told of before, where words are written apart."""
    case, words = naming.case, naming.words
    at = next((i for i, letter in enumerate(naming.letters) if letter in "oP" and i), 0)
    if not at or words[at + 1 : at + 2] == () or words[at + 1] not in case.words("owning") or not PLACES.isdisjoint(naming.letters):
        return None
    if not case.words("private").isdisjoint(words[:at]) or not case.words("opposition").isdisjoint(words[:at]):
        return None
    whose = last_person(naming) or naming.before
    return naming.speaker(f"actor:{' '.join(words)}", whose.party) if whose and whose.party else None


def place_before(case: Attribution, first: int) -> tuple[str, str] | None:
    """Return the actor and the party of the state, capital or body that is named last before a token."""
    return next(_named_before(case, first, PLACES), None)


def there(naming: Naming) -> Speaker | None:
    """объяснили там: the place that spoke last, else the one named last."""
    if naming.words[0] not in naming.case.words("there"):
        return None
    before = naming.before
    if before and not before.actor_id.startswith("person:") and (before.party or _is_next(naming, before)):
        return naming.speaker(before.actor_id, before.party)
    place = place_before(naming.case, naming.first)
    return naming.speaker(*place) if place else naming.before


def _is_next(naming: Naming, before: Speaker) -> bool:
    """Whether who spoke last stands in the sentence before: «Азот» подтвердил заказ. Там добавили, …"""
    tokens = naming.case.parse.tokens
    return tokens.classes.count(".", bisect_left(tokens.starts, before.stop), naming.first) == 1


def body_alone(naming: Naming) -> Speaker | None:
    """В службе добавили, комитет считает: of whose body is named last; пограничники ответили: of whose officials, in a language with cases."""
    case = naming.case
    if case.parse.tokens.cases and naming.words[0] in case.words("servants") and case.parse.tokens.cases[naming.first] in PLURAL:
        return naming.speaker(f"actor:{naming.words[0]}", near_party(naming.span.start, case))
    if not case.parse.tokens.cases or case.words("body_alone").isdisjoint(naming.words):
        return None
    kind = naming.words[0] if naming.words[0] in case.words("medium") else ""  # агентство is an outlet, unless one of a state was named so
    party = body_before(case, naming.first, kind)
    return naming.speaker(f"actor:{naming.words[0]}", party) if party else None


def country_before(case: Attribution, first: int) -> tuple[str, str] | None:
    """Return the actor and the party that a text is about where it says страна: the last that is a subject, else the last itself, else the last.

    No organisation is meant where the text names a state.
    """
    named = next(_named_before(case, first, subjects=True), None) or next(_named_before(case, first, itself=True), None)
    return named or next(_named_before(case, first), None) or place_before(case, first)


def body_before(case: Attribution, first: int, kind: str = "") -> str | None:
    """Return the party of the body of a kind that is named last before a token, with the state beside it: МИД Ирана, иранский МИД."""
    tokens, entries = case.parse.tokens, case.language.gazetteer.entries
    for i in range(first - 1, max(first - FARTHEST, 0) - 1, -1):
        if kind not in tokens.words[i]:
            continue
        if tokens.classes[i] in BODIES or (tokens.classes[i] in "hn" and _is_owned(tokens, i, case)):
            named = (entries.get(tokens.words[k]) for k in (i, i + 1, i - 1) if tokens.classes[k : k + 1] in (*"SMGY",))
            if party := next((e.party for e in named if e and e.party), None):
                return party
            if tokens.words[i + 1 : i + 2] and tokens.words[i + 1] in case.words("country") and (owner := country_before(case, i)):
                return owner[1]
    return None


def _is_owned(tokens: Tokens, i: int, case: Attribution) -> bool:
    """Whether a common noun for a body stands behind the adjective of a state: грузинская служба по безопасности продуктов."""
    return tokens.classes[i - 1 : i] == "S" and tokens.cases[i - 1].isupper() and not case.words("body_alone").isdisjoint(tokens.words[i : i + 1])


def _named_before(
    case: Attribution, first: int, kinds: frozenset[str] = COUNTRIES, *, subjects: bool = False, itself: bool = False
) -> Iterator[tuple[str, str]]:
    tokens, entries = case.parse.tokens, case.language.gazetteer.entries
    for i in range(first - 1, max(first - FARTHEST, 0) - 1, -1):
        entry = entries.get(tokens.words[i]) if tokens.classes[i] in kinds else None
        if itself and tokens.cases[i : i + 1].isupper():
            continue
        if entry and entry.party and (not subjects or tokens.cases[i : i + 1].lower() in UPRIGHT):
            yield entry.actor_id, entry.party


def several(case: Attribution, first: int, words: tuple[str, ...]) -> bool:
    """Whether an office alone stands in the plural, as those of both sides do: министры договорились; позиции сторон."""
    cases = case.parse.tokens.cases
    if not cases:
        named = case.parse.tokens.words[max(0, first - 1)].lower() in case.words("article") and words[-1].split(" ")[-1].lower() in case.words("several")
        told = first == 0 or case.parse.tokens.words[first - 1].lower() in case.words("article") or words[0].lower() in case.words("paired")
        paired = words[0].lower() in case.words("pair") and told  # both envoys, the two envoys; not two officials
        of_field = len(words) == MOST and words[-1].lower() in case.words("several")  # both sports ministries
        return (paired and (len(words) == PAIR or of_field)) or (len(words) <= MOST and named)
    if words[0] in case.words("stance") and len(words) <= PAIR:
        return cases[first] in PLURAL and words[-1] in case.words(("several", "stance"))
    head, *rest = words[0].split(" ")
    heads = case.words(("several", "several_titled")) if rest else case.words("several")
    return len(words) == 1 and head in heads and cases[first] in PLURAL
