"""Who says we and I in an interview that is printed as turns: the person with whom the paragraph before the first turn says one talked."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from detente.records import Name, Speaker

from .case import Attribution
from .naming import Naming

TURN = re.compile(r"[ \t]*[—–-][ \t]*(?=\S)[^\n]*")
LINE = re.compile(r"[^\n]+")
ASKS = ("?", "?”")
OFFICIAL = frozenset("TY")
FEWEST = 2  # turns: one who asks, one who answers


def interviewed(naming: Naming) -> Speaker | None:
    """— Чего ждет Кишинев? — Мы ждем ответа: who is interviewed, in a language with cases."""
    person = _who_answers_at(naming)
    return naming.speaker(person.actor_id, person.party) if person else None


def body_of_interviewed(naming: Naming) -> Speaker | None:
    """— Наше министерство обещает …: a body of the side of who is interviewed."""
    party = side_interviewed(naming)
    return naming.speaker(f"actor:{' '.join(naming.words)}", party) if party else None


def side_interviewed(naming: Naming) -> str | None:
    """Return the side of whose body speaks where who is interviewed calls it his own: наша инспекция; not наши перевозчики."""
    case, letters = naming.case, naming.letters
    official = not OFFICIAL.isdisjoint(letters) or not case.words(("official_body", "body_alone")).isdisjoint(naming.words)
    own = naming.words[0] in case.words("own_state") and official and naming.outer is None
    person = _who_answers_at(naming) if own else None
    return person.party if person else None


def _who_answers_at(naming: Naming) -> Name | None:
    """Who answers in the turn in which a span stands; nobody where the turn asks."""
    case, text = naming.case, naming.case.parse.folded
    opening = _first_turn(text) if case.parse.tokens.cases else None
    if opening is None:
        return None
    own = TURN.match(text, text.rfind("\n", 0, naming.span.start) + 1)
    return _introduced_before(opening, case) if own and not _asks(own) else None


@lru_cache(maxsize=1)
def _first_turn(text: str) -> int | None:
    """Where the first turn of an interview begins; None where too few lines are turns or none of them asks."""
    turns = [turn for line in LINE.finditer(text) if (turn := TURN.match(text, *line.span()))]
    return turns[0].start() if len(turns) >= FEWEST and any(map(_asks, turns)) else None


def _asks(turn: re.Match[str]) -> bool:
    return turn[0].rstrip().endswith(ASKS)


def _introduced_before(at: int, case: Attribution) -> Name | None:
    """The one person whom the last paragraph before an offset names."""
    tokens, stop = case.parse.tokens, bisect_left(case.parse.tokens.starts, at)
    first = bisect_left(tokens.starts, case.parse.folded.rfind("\n", 0, max(0, at - 1)) + 1)
    named = (case.people.find(tokens.words[i]) for i in range(first, stop) if tokens.classes[i] == "K")
    people = {name.actor_id: name for name in named if name}
    return next(iter(people.values())) if len(people) == 1 else None
