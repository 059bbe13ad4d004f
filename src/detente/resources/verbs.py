"""Verbs and nouns that report, by the forms in which they stand in a text."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from detente.records import Record

from .cues import load_cues
from .load import DATA, DataError, load_tsv

TAKES = frozenset(("that", "clause", "wh", "to", "noun", "quote", "behind", "told", "person", "of", "as", "called", "graded", "about",
                   "against", "for", "on", "over", "if", "sides", "seen", "judged", "at", "by"))  # fmt: skip
BE = "be"  # what a predicate begins with: be grateful to
PRESENT, PAST, PARTICIPLE, ING, BASE = "present", "past", "participle", "ing", "base"


class VerbForm(Record, frozen=True):
    """A form of a reporting verb: its lemma, the words that must follow it, and what may be its content."""

    lemma: str
    rest: tuple[str, ...]
    kinds: frozenset[str]
    frame: str
    takes: frozenset[str]


class Verbs(Record, frozen=True):
    """Forms by their first word, those of more words first; nouns that report with their forms; predicates behind be."""

    forms: dict[str, tuple[VerbForm, ...]]
    nouns: dict[str, VerbForm]
    predicates: dict[str, tuple[VerbForm, ...]] = {}


def inflect(verb: str) -> tuple[str, str, str, str]:
    """Return third person, past, participle and -ing form of a regular verb.

    >>> inflect("deny"), inflect("urge")
    (('denies', 'denied', 'denied', 'denying'), ('urges', 'urged', 'urged', 'urging'))
    """
    if verb.endswith("e"):
        return f"{verb}s", f"{verb}d", f"{verb}d", f"{verb[:-1]}ing"
    if verb.endswith("y") and verb[-2] not in "aeou":
        return f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb[:-1]}ied", f"{verb}ing"
    ending = "es" if verb.endswith(("s", "sh", "ch", "x")) else "s"
    return f"{verb}{ending}", f"{verb}ed", f"{verb}ed", f"{verb}ing"


def plural(noun: str) -> str:
    """Return the plural of a regular noun.

    >>> plural("treaty"), plural("speech"), plural("phone call")
    ('treaties', 'speeches', 'phone calls')
    """
    return inflect(noun)[0]


@cache
def load_verbs(code: str) -> Verbs:
    """Return the reporting verbs and nouns of a language that inflects.

    >>> [form.lemma for form in load_verbs("en").forms["pointed"]]
    ['point the finger at', 'point out', 'point to']
    """
    folder = DATA / "languages" / code
    forms: dict[str, dict[tuple[str, tuple[str, ...]], VerbForm]] = {}
    predicates: dict[str, list[VerbForm]] = {}
    for row in load_cues(code, ("cue", "frame", "takes", "forms")):
        head, *rest = row["cue"].split(" ")
        takes = _takes(row["takes"], row["cue"])
        if head == BE:
            predicates.setdefault(rest[0], []).append(VerbForm(row["cue"], tuple(rest), frozenset({PAST}), row["frame"], takes))
            continue
        given = tuple(row["forms"].split()) or inflect(head)
        for word, kind in zip((head, *given), (BASE, PRESENT, PAST, PARTICIPLE, ING), strict=True):
            known = forms.setdefault(word, {})
            key = (row["cue"], tuple(rest))
            kinds = (known[key].kinds if key in known else frozenset()) | {kind}
            known[key] = VerbForm(row["cue"], tuple(rest), kinds, row["frame"], takes)
    ordered = {word: _longest_first(known.values()) for word, known in forms.items()}
    return Verbs(ordered, _nouns(folder), {word: _longest_first(known) for word, known in predicates.items()})


def _longest_first(forms: Iterable[VerbForm]) -> tuple[VerbForm, ...]:
    return tuple(sorted(forms, key=lambda form: -len(form.rest)))


def _takes(cell: str, cue: str) -> frozenset[str]:
    takes = frozenset(cell.split())
    if unknown := sorted(takes - TAKES):
        raise DataError(f"{cue}: nothing is called {unknown[0]!r}; there are {', '.join(sorted(TAKES))}")
    return takes


def _nouns(folder: Path) -> dict[str, VerbForm]:
    found: dict[str, VerbForm] = {}
    for row in load_tsv(folder / "stands.tsv", ("noun", "takes")):
        noun = row["noun"]
        form = VerbForm(f"stand:{noun}", (), frozenset(), "stand", _takes(row["takes"], noun))
        found |= {noun: form, plural(noun): form}
    return found
