"""How far a figure may be off: intervals from the errors that the gate measured on the project's own gold.

    measured = rates(("en", "ru"))                          # {"en": Gold(…), "ru": Gold(…)}
    count({"en": 40, "ru": 12}, "claims", measured)         # Estimate(value=55.79, low=41.4, high=70.18): claims that the articles tell
    cell("divergence", {"en": 3, "ru": 1}, measured)        # Estimate(value=0.7721, low=0.6462, high=0.8623): how surely a cell has its relation

Each takes how many statements (or claims, or events) a figure rests on, by language, and says None where one of these
languages has not been measured. An `Estimate` is what is most likely and an interval that holds the truth with 95 per cent
probability, as far as articles are like those of the gold: these have been read for errors since, so that on unseen articles
a figure may be off by more (the first contacts, which every map prints, say by how much).

*Shares* (how many cells of a relation are right) get the score interval of Wilson ("Probable inference, the law of
succession, and statistical inference", JASA 22, 1927). Where several languages bear a figure, shares and bounds are weighted
by how much each bears; as the errors of one language may come with those of another, that is not narrowed.

*Counts* are corrected for what is wrong and what is missed, n * precision / recall (as Rogan and Gladen, "Estimating
prevalence from the results of a screening test", American Journal of Epidemiology 107, 1978). Their variance sums what
chance does in n findings (right ones are binomial, missed ones negative binomial: (n * precision * (1 - precision) +
(n * precision + 1) * (1 - recall)) / recall ** 2) and, by the delta method, what is uncertain in the two rates, for which
shares are drawn to the middle by one right and one wrong more, so that a rate that was never wrong is not taken as certain.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import sqrt
from typing import NamedTuple

from detente.records import Gold, Record, Tried
from detente.resources.reliability import load_reliability

Z = 1.959964  # 95 per cent of a normal distribution lie within so many standard deviations
KINDS = ("statements", "claims", "events")
Rates = Mapping[str, Gold]
NOTHING = Tried(0, 0, 0)


class Estimate(Record, frozen=True):
    """What is most likely, and the interval that holds the truth with 95 per cent probability."""

    value: float
    low: float
    high: float

    @property
    def whole(self) -> tuple[int, int]:
        """The interval in whole numbers, as a count is shown."""
        return round(self.low), round(self.high)


class Judged(Record, frozen=True):
    """Of a kind: how many were found, how many there are likely to be, and how surely one that was found is right."""

    found: int
    likely: tuple[int, int] | None
    sure: Estimate


class Correction(NamedTuple):
    """How many there are for each that was found, and how far off that is: n * ratio, variance n * spread + missed + n ** 2 * doubt."""

    ratio: float
    spread: float
    missed: float
    doubt: float

    def variance(self, number: float) -> float:
        """Return how far off so many may be."""
        return number * self.spread + self.missed + number**2 * self.doubt


def rates(languages: Iterable[str]) -> dict[str, Gold]:
    """Return what was measured of languages, by code; those that were not measured are not there.

    >>> sorted(rates(["en", "zh-Hant", "xx"]))
    ['en', 'zh']
    """
    codes = sorted({_bare(code) for code in languages})
    return {code: found.gold for code in codes if (found := load_reliability(code)) and found.gold}


def wilson(right: int, of: int) -> Estimate:
    """Return the share of those that are right; of nothing, nothing is known.

    >>> wilson(8, 10)
    Estimate(value=0.8, low=0.4902, high=0.9433)
    >>> wilson(0, 0)
    Estimate(value=0.5, low=0.0, high=1.0)
    """
    if not of:
        return Estimate(0.5, 0.0, 1.0)
    share, square = right / of, Z * Z
    middle, reach = share + square / (2 * of), Z * sqrt((share * (1 - share) + square / (4 * of)) / of)
    low, high = ((middle + side * reach) / (1 + square / of) for side in (-1, 1))
    return Estimate(round(share, 4), round(max(low, 0), 4), round(min(high, 1), 4))


def cell(relation: str, languages: Mapping[str, int], measured: Rates) -> Estimate | None:
    """Return how surely a cell of a map has its relation; `languages` says how many statements it rests on in each."""
    weights = by_language(languages)
    if not weights or not measured.keys() >= weights.keys():
        return None
    tried = {code: measured[code].cells.get(relation, NOTHING) for code in weights}
    shares = [(wilson(each.right, each.found), weights[code]) for code, each in tried.items()]
    return Estimate(*(_mean([(getattr(share, name), weight) for share, weight in shares]) for name in ("value", "low", "high")))


def count(found: Mapping[str, int], kind: str, measured: Rates) -> Estimate | None:
    """Return how many there are where so many were found in each language; `kind` is one of `KINDS`.

    >>> hundred = Gold(9, Tried(90, 100, 120), NOTHING, NOTHING, {})
    >>> count({"en": 100}, "statements", {"en": hundred})
    Estimate(value=120.0, low=99.1, high=140.9)
    >>> count({}, "statements", {})
    Estimate(value=0.0, low=0.0, high=0.0)
    """
    numbers = by_language(found)
    if not measured.keys() >= numbers.keys():
        return None
    told = [(number, _correction(getattr(measured[code], kind))) for code, number in numbers.items()]
    return _around(sum((number * each.ratio for number, each in told), 0.0), sum(each.variance(number) for number, each in told))


def corrected(number: int, tried: Tried) -> Estimate:
    """Return how many there are where so many were found, by what was right when it was tried.

    >>> corrected(100, Tried(90, 100, 120))
    Estimate(value=120.0, low=99.1, high=140.9)
    """
    fix = _correction(tried)
    return _around(number * fix.ratio, fix.variance(number))


def judged(found: Mapping[str, int], tried: Mapping[str, Tried]) -> dict[str, Judged]:
    """Return what is known of findings by kind, from what was right when each kind was tried; of a kind that was never right, no number.

    >>> judged({"kept": 4}, {"kept": Tried(9, 12, 15)})["kept"].sure
    Estimate(value=0.75, low=0.4677, high=0.9111)
    >>> judged({"kept": 4}, {"kept": Tried(0, 2, 3)})["kept"].likely
    """
    kinds = {kind: (number, tried.get(kind, NOTHING)) for kind, number in found.items()}
    return {
        kind: Judged(number, corrected(number, its).whole if its.right else None, wilson(its.right, its.found))
        for kind, (number, its) in kinds.items()
    }


def likely(number: int, languages: Mapping[str, int], kind: str = "claims") -> Estimate | None:
    """Return how many there are where so many were found, in languages as articles are; nothing where one of these was not measured.

    >>> likely(3, {"xx": 2})
    """
    fix = correction(languages, kind, rates(languages))
    return _around(number * fix.ratio, fix.variance(number)) if fix else None


def correction(languages: Mapping[str, int], kind: str, measured: Rates) -> Correction | None:
    """Return what counts of findings are corrected by that are in languages as articles are.

    >>> hundred = Gold(9, Tried(90, 100, 120), NOTHING, NOTHING, {})
    >>> correction({"en": 7}, "statements", {"en": hundred}).ratio, correction({"xx": 7}, "statements", {})
    (1.2, None)
    """
    numbers = {code: number for code, number in by_language(languages).items() if number}
    if not numbers or not measured.keys() >= numbers.keys():
        return None
    each = [(_correction(getattr(measured[code], kind)), number / sum(numbers.values())) for code, number in numbers.items()]
    ratio, spread, missed = (sum(getattr(one, name) * part for one, part in each) for name in ("ratio", "spread", "missed"))
    return Correction(ratio, spread, missed, sum(one.doubt * part**2 for one, part in each))


def by_language(found: Mapping[str, int]) -> dict[str, int]:
    """Return numbers by language, without the scripts of Chinese.

    >>> by_language({"zh-Hant": 2, "zh": 1, "en": 0})
    {'en': 0, 'zh': 3}
    """
    codes = sorted({_bare(code) for code in found})
    return {code: sum(number for each, number in found.items() if _bare(each) == code) for code in codes}


def _bare(code: str) -> str:
    return code.split("-")[0]


def _mean(weighted: list[tuple[float, int]]) -> float:
    total = sum(weight for _, weight in weighted)
    return round(sum(value * weight for value, weight in weighted) / total if total else sum(value for value, _ in weighted) / len(weighted), 4)


def _around(value: float, variance: float) -> Estimate:
    reach = Z * sqrt(variance)
    return Estimate(round(value, 2), round(max(value - reach, 0), 2), round(value + reach, 2))


def _correction(tried: Tried) -> Correction:
    """What counts of one language are corrected by."""
    precision, recall = _share(tried.right, tried.found), _share(tried.right, tried.told)
    doubt = (precision / recall) ** 2 * (_spread(tried.right, tried.found) + _spread(tried.right, tried.told))
    return Correction(precision / recall, precision * (2 - precision - recall) / recall**2, (1 - recall) / recall**2, doubt)


def _share(right: int, of: int) -> float:
    """A share that a count is corrected with; at least what one right in ten thousand would be, as it divides."""
    return max(right / of, 0.0001) if of else 1.0


def _spread(right: int, of: int) -> float:
    """The variance of a share against its square, with one right and one wrong more."""
    share = (right + 1) / (of + 2)
    return (1 - share) / (share * (of + 2))
