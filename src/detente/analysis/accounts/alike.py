"""Which tellings of two accounts are of the same: by the words that they share, the rarer the more."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from detente.resources.accounts import AGREEMENT, PLAIN, load_accounts
from detente.resources.gazetteer import load_gazetteer
from detente.resources.weights import Weights, load_weights
from detente.text.calendar import day_of

from .denials import affirms, denies
from .marks import NAME, marks_of
from .tellings import Telling

WORD = re.compile(r"[^\W_]+")
CHINESE = re.compile("[\u3400-\u9fff]+")
RUSSIAN = re.compile("[\u0430-\u044f\u0451]")
YEAR = re.compile(r"\b(?:19|20)\d\d\b|\d{4}\u5e74")
SHORTEST, STEM = 4, 5  # letters of words that count, and of those that are compared
COMMON = 40  # tellings that share a term: beyond, it tells nothing
LEAST_SHARED = 2  # terms
RARE = 1.0  # the weight of what a denial shares with the only thing that it can be of: a word that no other telling has
CHINESE_CODE = "zh"
Links = dict[tuple[str, str], float]  # how alike two tellings are, by their ids
FIRST_WORD = re.compile(r"(?:^|[.!?]\s+)\S+")


def terms_of(text: str) -> frozenset[str]:
    """Return what a folded text is compared by: pairs of Chinese characters, numbers, and the beginnings of longer words.

    Years are none of them.

    >>> sorted(terms_of("40 fishing boats in 2031")), sorted(terms_of("\u6e14\u4e1a\u70ed\u7ebf"))
    (['40', 'boats', 'fishi'], ['\u4e1a\u70ed', '\u6e14\u4e1a', '\u70ed\u7ebf'])
    """
    plain = text.casefold()
    found = {run[i : i + 2] for run in CHINESE.findall(plain) for i in range(len(run) - 1)}
    words = WORD.findall(CHINESE.sub(" ", YEAR.sub(" ", plain)))
    return frozenset(found | {word if word.isdigit() else _stem(word) for word in words if word.isdigit() or len(word) >= SHORTEST})


def _stem(word: str) -> str:
    """The beginning of a word; of a short Russian one less, since its case is at the end: порта, порту."""
    return word[: min(STEM, max(SHORTEST, len(word) - 1)) if RUSSIAN.match(word) else STEM]


class Terms(NamedTuple):
    """What a telling is compared by: the terms of its words, and all that count: of a denial also those of what leads up to it."""

    own: frozenset[str]
    all: frozenset[str]


def _terms(telling: Telling, names: frozenset[str]) -> Terms:
    """The terms of a telling, without the names of the two sides."""
    own = _own(telling, names)
    return Terms(own, _led(telling, names) if denies(telling) else own)


def _own(telling: Telling, names: frozenset[str]) -> frozenset[str]:
    return _plain(telling.content, telling.language) - names


def _led(telling: Telling, names: frozenset[str]) -> frozenset[str]:
    """The terms of a telling and of what leads up to it."""
    return _own(telling, names) | (_plain(telling.lead, telling.language) - names)


def _plain(text: str, language: str) -> frozenset[str]:
    """The terms of a text, but for those that something was agreed, and words that any text has."""
    patterns = load_accounts(language)
    return terms_of(patterns[PLAIN].sub(" ", patterns[AGREEMENT].sub(" ", text.casefold())))


@cache
def _names(language: str, pair: tuple[str, str]) -> frozenset[str]:
    """The terms of names of two parties."""
    entries = load_gazetteer(language).entries.items()
    return frozenset(term for name, entry in entries if entry.party in pair and entry.kind in ("state", "side") for term in terms_of(name))


def alike(
    ours: Sequence[Telling], theirs: Sequence[Telling], pair: tuple[str, str], day: str = "", weights: Weights | None = None
) -> Iterator[tuple[Telling, Telling, float]]:
    """Yield the pairs of tellings of two accounts of a meeting on a day that are of the same, with how alike they are.

    In one language words tell it; in two, the dates, numbers and places that both have.
    """
    least = weights or load_weights()
    yield from ((denial, granted, least.alike) for denial, granted in _adrift(ours, theirs, pair))
    yield from ((granted, denial, least.alike) for denial, granted in _adrift(theirs, ours, pair))
    one, other = ([_terms(each, _names(each.language, pair)) for each in tellings] for tellings in (ours, theirs))
    for mine, its, share in _linked(one, other):
        if ours[mine].language == theirs[its].language and share >= _least(ours[mine], theirs[its], least):
            yield ours[mine], theirs[its], share
    if len({telling.language for telling in (*ours, *theirs)}) > 1:
        marks = ([marks_of(each.content, each.language, day_of(day), pair) for each in tellings] for tellings in (ours, theirs))
        one, other = ([Terms(each, each) for each in its] for its in marks)
        for mine, its, share in _linked(one, other):
            if ours[mine].language != theirs[its].language and share >= least.alike_abroad:
                yield ours[mine], theirs[its], share


def _adrift(ours: Sequence[Telling], theirs: Sequence[Telling], pair: tuple[str, str]) -> Iterator[tuple[Telling, Telling]]:
    """Yield each denial with what the other account grants in the rarest of its words.

    Names weigh more. Where they have none in common, what leads up to both counts.
    """
    denials = [each for each in ours if denies(each)]
    granted = [each for each in theirs if affirms(each)] if denials else []
    if not granted:
        return
    told = (*ours, *theirs)
    for terms_in in (_own, _led):
        terms = {each.id: (terms_in if denies(each) else _own)(each, _names(each.language, pair)) for each in told}
        weights = _weights([terms[each.id] for each in ours], [terms[each.id] for each in theirs])
        places = _places([terms[each.id] for each in granted])
        for denial in tuple(denials):
            named = terms_of(" ".join(NAME.findall(FIRST_WORD.sub(" ", denial.content))))
            both = _shared(terms[denial.id], places)
            shared = {number: sum(weights[term] + (term in named) for term in its) for number, its in both.items()}
            best = max(sorted(shared), key=shared.__getitem__, default=None)
            if best is None or len(both[best]) < (LEAST_SHARED if denial.language == CHINESE_CODE else 1):
                continue
            if shared[best] >= RARE and denial.language == granted[best].language:
                denials.remove(denial)
                yield denial, granted[best]


def _linked(one: Sequence[Terms], other: Sequence[Terms]) -> Iterator[tuple[int, int, float]]:
    """Yield the numbers of what shares enough terms, with the share that these have of the weight of the lighter one's own."""
    weights = _weights([each.all for each in one], [each.all for each in other])
    places = _places([terms.all for terms in other])
    totals = [sum(weights[term] for term in terms.own) for terms in other]
    for place, terms in enumerate(one):
        total = sum(weights[term] for term in terms.own)
        for number, shared in sorted(_shared(terms.all, places).items()):
            if len(shared) >= LEAST_SHARED and (lighter := min(total, totals[number])):
                yield place, number, min(1.0, sum(weights[term] for term in shared) / lighter)


def _places(told: Sequence[frozenset[str]]) -> dict[str, list[int]]:
    """The numbers of what has each term."""
    places: dict[str, list[int]] = defaultdict(list)
    for number, terms in enumerate(told):
        for term in terms:
            places[term].append(number)
    return places


def _shared(terms: frozenset[str], places: Mapping[str, Sequence[int]]) -> dict[int, list[str]]:
    """The terms that others share, by the numbers of these; what too many share is left out."""
    found: dict[int, list[str]] = defaultdict(list)
    for term in sorted(terms):
        for number in places.get(term, ()) if len(places.get(term, ())) <= COMMON else ():
            found[number].append(term)
    return found


def _least(one: Telling, other: Telling, weights: Weights) -> float:
    """How alike two tellings in one language must be."""
    return weights.alike if one.statement_id and other.statement_id else weights.alike_narrated


def _weights(one: Sequence[frozenset[str]], other: Sequence[frozenset[str]]) -> dict[str, float]:
    """The weight of each term: the less, the more tellings of an account have it."""
    counts = [Counter(term for terms in account for term in terms) for account in (one, other)]
    return {term: 1 / max(count[term] for count in counts) for term in counts[0].keys() | counts[1].keys()}
