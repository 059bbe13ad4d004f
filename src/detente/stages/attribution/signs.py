"""Of which state a text is, by what a reader weighs together: its own bodies, titles, towns and words, the papers of a name, the dateline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from detente.languages import Language, place_at
from detente.records import Tokens
from detente.resources.signs import BODY, PAPER, PLACE, TITLE, WORD, load_signs, paper_name
from detente.text.credits import credit_parts

LONGEST, HEAD = 4, 6  # words of a sign; lines in which a paper has its name
WEIGHTS = {BODY: 2.0, TITLE: 1.5, WORD: 1.0, PLACE: 1.0}
ENOUGH, AHEAD = 1.0, 0.5  # what tells a state, and by how much before another
TOLD_OF, LISTED = 1.0, 0.5  # what it weighs that a text names a state, and that the paper of a name is the listed one
DATED = 2.0


def weighed_signs(tokens: Tokens, language: Language) -> Counter[str]:
    """Return what the signs of states in a text weigh together, by state; one of several states counts in part."""
    weights: Counter[str] = Counter()
    for kind, states in set(_told(tokens, language)):
        for state in states:
            weights[state] += WEIGHTS[kind] / len(states)  # type: ignore[assignment]
    return weights


def _told(tokens: Tokens, language: Language) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The signs in a text: their kinds, and the states of each."""
    signs, words = load_signs(language.code), tokens.words
    for i, word in enumerate(words):
        if word not in signs.openings and word.lower() not in signs.openings:
            continue
        for count in range(min(LONGEST, len(words) - i), 0, -1):
            name = language.joint.join(words[i : i + count])
            if kind := next((kind for kind in (BODY, PLACE, WORD) if name in signs.of[kind]), None):
                yield kind, signs.of[kind][name]
                break
            if name.lower() in signs.of[TITLE] and word[0].isupper():
                yield TITLE, signs.of[TITLE][name.lower()]
                break


def places_told(tokens: Tokens, language: Language) -> Counter[str]:
    """Return how many places of the table a text names, by state."""
    found = {(tokens.words[i], place[0].state) for i in range(len(tokens.words)) if (place := place_at(tokens.words, i, language))}
    return Counter([state for _, state in found])


def papers_named(names: Iterable[str | None], folded: str, language: Language) -> tuple[str, ...]:
    """Return the states in which a paper of a name comes out that is credited, or that stands in the head of a text."""
    papers = load_signs(language.code).of[PAPER]
    heads = (part for line in folded.split("\n", HEAD)[:HEAD] for part in credit_parts(line))
    called = (paper_name(name) for name in (*names, *heads) if name)
    return next((papers[name] for name in called if name in papers), ())


def most_told(states: Iterable[str], weights: Counter[str]) -> str | None:
    """Return the one of some states that is told of enough, and of more than of any other of them.

    >>> most_told(("PG", "AE"), Counter({"PG": 3, "ID": 4})), most_told(("PG", "AE"), Counter({"ID": 4}))
    ('PG', None)
    """
    ranked = sorted(set(states), key=lambda state: (-weights[state], state))
    best, second = (weights[ranked[0]], weights[ranked[1]] if len(ranked) > 1 else 0) if ranked else (0, 0)
    return ranked[0] if best >= ENOUGH and best - second >= AHEAD else None
