"""Which network: its mode, how agreement is aggregated, what weights are divided by, what counts as a duplicate."""

from __future__ import annotations

from collections.abc import Sequence

from detente.records import Record
from detente.text.nearest import UnknownName, nearest

ONE, TWO = "one", "two"
ROWS = ("actor", "party", "outlet")
AGGREGATIONS = {ONE: ("ignore", "congruence", "conflict", "subtract"), TWO: ("ignore", "subtract", "combine")}
NORMALIZATIONS = {ONE: ("none", "average", "jaccard", "cosine"), TWO: ("none", "activity", "prominence")}
DUPLICATES = ("include", "document", "week", "month", "year", "across")
PERIODS = ("month", "quarter", "year")


class Kind(Record, frozen=True):
    """What a network is made of, in the words of Discourse Network Analyzer.

    `rows` are tied to topics (mode two) or, over topics, to each other (mode one). `every` cuts the time into periods;
    without it there is one network.
    """

    rows: str
    mode: str
    aggregation: str
    normalization: str
    duplicates: str
    every: str = ""

    @property
    def tells_sides(self) -> bool:
        """Whether agreement and disagreement are told apart, so that claims with neither do not count."""
        return self.aggregation != "ignore"


def kind_of(
    rows: str = "party", mode: str = ONE, aggregation: str = "subtract", normalization: str = "", duplicates: str = "document", every: str = ""
) -> Kind:
    """Return a kind of network; raises `UnknownName` for words that it does not have, or that do not go together.

    Weights of mode one are divided by the average activity unless something else is asked for, those of mode two by nothing.

    >>> kind_of(mode="two").normalization, kind_of().normalization
    ('none', 'average')
    >>> kind_of(mode="two", aggregation="conflict")
    Traceback (most recent call last):
        ...
    detente.text.nearest.UnknownName: --aggregation conflict: of mode two there are ignore, subtract, combine
    """
    _check("--of", rows, ROWS)
    _check("--mode", mode, tuple(AGGREGATIONS))
    _check("--aggregation", aggregation, AGGREGATIONS[mode], f"of mode {mode} ")
    chosen = normalization or ("average" if mode == ONE else "none")
    _check("--normalization", chosen, NORMALIZATIONS[mode], f"of mode {mode} ")
    _check("--duplicates", duplicates, DUPLICATES)
    if every:
        _check("--every", every, PERIODS)
    if aggregation == "combine" and chosen != "none":
        raise UnknownName("--aggregation combine tells sorts of ties, which cannot be divided: it goes with --normalization none")
    return Kind(rows, mode, aggregation, chosen, duplicates, every)


def _check(option: str, given: str, known: Sequence[str], of: str = "") -> None:
    if given not in known:
        listed = known if of else nearest(given, known)
        raise UnknownName(f"{option} {given}: {of}there are {', '.join(listed)}")
