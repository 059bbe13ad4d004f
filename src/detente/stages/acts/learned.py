"""What the words of a statement say about its act, beside what the rules say: a softmax regression over labelled statements.

A rule counts as a word of its own, so that one which is often wrong says little.
"""

from __future__ import annotations

import re
from math import exp
from operator import add

from detente.records import Record
from detente.resources.actwords import ActWords
from detente.resources.topicwords import UNIT
from detente.text.packed import numbers_of

WORD = re.compile(r"[\w']+|[,;.?!…]")
NUMBER = "0"
LEAST = 0.6  # how likely an act must be that no rule found
OVER = 0.8  # how likely one must be that speaks against a rule


class Ruled(Record, frozen=True):
    """A statement with the act that the rules found in it, if any: its words, dictionary form of its cue and the class of that."""

    told: str
    cue: str
    kind: str
    is_negated: bool
    is_joint: bool
    act: str | None
    rule: str


def features_of(ruled: Ruled, letters: int) -> list[str]:
    """Return what is known of a statement, each once: words, pairs of them, how it begins, its cue, the rule that decided.

    >>> features_of(Ruled("O must stop", "say", "", False, False, "REQUEST", "demand"), 7)[:6]
    ['O', 'must', 'stop', 'O must', 'must stop', '^O']
    """
    words = [NUMBER if word[0].isdigit() else word[:letters] for word in WORD.findall(ruled.told)] if letters else list(ruled.told)
    second = [" " + word for word in words[1:]]
    found = [*words, *map(add, words, second), *[f"^{word}" for word in words[:1]], *[f"^{word}{then}" for word, then in zip(words, second[:1], strict=False)]]
    who, act = "joint" * ruled.is_joint, ruled.act or ""
    found += ["*", f"cue={ruled.cue}", f"kind={ruled.kind}{'!' * ruled.is_negated}", f"who={who}", f"rule={ruled.rule}", f"ruled={act}", f"ruled={act}{who}"]
    return list(dict.fromkeys(found))


def learned(ruled: Ruled, words: ActWords) -> tuple[str, float] | None:
    """Return the likeliest act with its usual polarity; None where it is the rule's, or not likely enough."""
    packed = sum(map(words.rows.__getitem__, filter(words.known, features_of(ruled, words.letters))))
    weights = [*numbers_of(packed, len(words.acts))]
    if ruled.act in words.acts:
        weights[words.acts.index(ruled.act)] += words.ruled
    most = max(weights)
    best = weights.index(most)
    if words.acts[best] == ruled.act:
        return None
    likely = 1 / sum([exp((weight - most) / UNIT) for weight in weights])
    return (words.acts[best], words.signs[best]) if likely >= (OVER if ruled.act else LEAST) else None
