"""How much of a side's record rests on which outlet, and on which country's outlets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from fractions import Fraction

from detente.records import Claim, Record

OUTLET = "outlet:"

Sources = dict[str, dict[str, None]]  # the statements of one utterance by where they come from, in order


class Share(Record, frozen=True):
    """How much rests on one source: a sum of parts of statements, its share, and the reports, by the ids of their statements."""

    source: str
    number: float
    share: float
    statements: tuple[str, ...]


class Resting(Record, frozen=True):
    """The record of a side: how many independent statements, and on whom they rest.

    `unknown` is how many come from an outlet that nobody names, and `homeless` how many from outlets whose country is not
    known; shares are of the others. Concentration is the index of Herfindahl and Hirschman, the sum of the squared shares:
    1 where all rests on one; one divided by it is as how many equal sources that is. Nought is nothing known.
    """

    party: str
    statements: int
    outlets: tuple[Share, ...]
    unknown: int
    concentration: float
    countries: tuple[Share, ...]
    homeless: int
    concentration_of_countries: float


def origin(claim: Claim) -> str:
    """Return the outlet that a report comes from: the farthest that passed it on, else the one that published it."""
    return next((relay for relay in reversed(claim.via) if relay.startswith(OUTLET)), claim.outlet or "")


def resting(claims: Iterable[Claim], homes: Mapping[str, str]) -> tuple[Resting, ...]:
    """Return the record of each side, the longest first: of what it says in its own word, each utterance once, no copies.

    An utterance that several outlets have, each for itself, rests on each of them in equal parts.
    """
    found: dict[str, dict[str, Sources]] = defaultdict(lambda: defaultdict(lambda: defaultdict(dict)))
    for claim in claims:
        if claim.party and claim.is_own and claim.report == claim.document_id:
            found[claim.party][claim.utterance][origin(claim)][claim.statement_id] = None
    told = (_resting(party, utterances, homes) for party, utterances in found.items())
    return tuple(sorted(told, key=lambda each: (-each.statements, each.party)))


def _resting(party: str, utterances: Mapping[str, Sources], homes: Mapping[str, str]) -> Resting:
    outlets = [{outlet: ids for outlet, ids in sources.items() if outlet} for sources in utterances.values()]
    countries = [_at_home(sources, homes) for sources in outlets]
    by_outlet, by_country = shares(outlets), shares(countries)
    return Resting(
        party, len(utterances), by_outlet, _nobody(outlets), concentration(by_outlet), by_country, _nobody(countries), concentration(by_country),
    )  # fmt: skip


def _at_home(sources: Sources, homes: Mapping[str, str]) -> Sources:
    found: Sources = {}
    for outlet, ids in sources.items():
        if outlet in homes:
            found.setdefault(homes[outlet], {}).update(ids)
    return found


def _nobody(told: Iterable[Sources]) -> int:
    return sum(not sources for sources in told)


def shares(told: Iterable[Sources]) -> tuple[Share, ...]:
    """Return the shares of what statements rest on, each on its sources in equal parts; the largest first.

    >>> one, two = {"s1": None}, {"s2": None}
    >>> [(each.source, each.number, each.statements) for each in shares([{"x": one}, {"x": two, "y": two}, {}])]
    [('x', 1.5, ('s1', 's2')), ('y', 0.5, ('s2',))]
    """
    parts: dict[str, Fraction] = defaultdict(Fraction)
    behind: dict[str, dict[str, None]] = defaultdict(dict)
    for sources in told:
        for source, ids in sources.items():
            parts[source] += Fraction(1, len(sources))
            behind[source].update(ids)
    whole = sum(parts.values())
    largest = sorted(parts, key=lambda source: (-parts[source], source))
    return tuple(Share(each, float(parts[each]), float(parts[each] / whole), tuple(behind[each])) for each in largest)


def concentration(parts: Iterable[Share]) -> float:
    """Return the sum of squared shares.

    >>> concentration(shares([{"x": {"s1": None}}, {"y": {"s2": None}}]))
    0.5
    """
    return sum(each.share**2 for each in parts)
