"""Of which state a text is, by what a reader weighs together: its own bodies, titles, towns and words, the papers of a name, the dateline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from detente.languages import Language, place_at
from detente.records import Tokens
from detente.resources.signs import BODY, PAPER, PLACE, TITLE, WORD, load_signs, paper_name
from detente.text.credits import credit_parts

Weights = Mapping[str, float]
LONGEST, HEAD = 4, 6  # words of a sign; lines in which a paper has its name
WEIGHTS = {BODY: 2.0, TITLE: 1.5, WORD: 1.0, PLACE: 1.0}
ENOUGH, AHEAD = 1.0, 0.5  # what tells a state, and by how much before another
TOLD_OF, LISTED = 1.0, 0.5  # what it weighs that a text names a state, and that the paper of a name is the listed one
DATED = 2.0


def weighed_signs(tokens: Tokens, language: Language) -> Weights:
    """Return what the signs of states in a text weigh together, by state; one of several states counts in part."""
    weights: dict[str, float] = {}
    for kind, states in dict.fromkeys(_told(tokens, language)):
        for state in states:
            weights[state] = weights.get(state, 0) + WEIGHTS[kind] / len(states)
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


def most_told(states: Iterable[str], weights: Weights) -> str | None:
    """Return the one of some states that is told of enough, and of more than of any other of them.

    >>> most_told(("PG", "AE"), {"PG": 3, "ID": 4}), most_told(("PG", "AE"), {"ID": 4})
    ('PG', None)
    """
    told = {state: weights.get(state, 0) for state in states}
    best, second, *_ = (*sorted(told, key=lambda state: (-told[state], state)), "", "")
    return best if told.get(best, 0) >= ENOUGH and told[best] - told.get(second, 0) >= AHEAD else None
