"""What one country's press reports of two parties, and the other's leaves out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from detente.records import Claim, Record

Pair = tuple[str, str]


class Covered(Record, frozen=True):
    """What one side says on one topic: its statements, by utterance, in whose press they were found.

    `first` are those found only in the press of the first party, `second` of the second, `both` those in both, and
    `elsewhere` those in neither's. `left_out_by` is the party whose press has none of what the other's has. `statements`
    are all reports, by the ids of their statements.
    """

    topic: str
    party: str
    first: tuple[str, ...]
    second: tuple[str, ...]
    both: tuple[str, ...]
    elsewhere: tuple[str, ...]
    left_out_by: str | None
    statements: tuple[str, ...]

    @property
    def total(self) -> int:
        """How many statements."""
        return len(self.first) + len(self.second) + len(self.both) + len(self.elsewhere)


def covered(claims: Iterable[Claim], pair: Pair, homes: Mapping[str, str]) -> tuple[Covered, ...]:
    """Return the rows of topics and sides; what is left out first, then by number. A copy reports as much as an original.

    The press of a party are the outlets of its country that published, whomever they cite.
    """
    found: dict[Pair, dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in claims:
        if claim.party in pair and claim.is_own:
            found[claim.topic, claim.party][claim.utterance].append(claim)
    rows = (_covered(topic, party, reports, pair, homes) for (topic, party), reports in found.items())
    return tuple(sorted(rows, key=lambda row: (row.left_out_by is None, -row.total, row.topic, row.party)))


def _covered(topic: str, party: str, reports: Mapping[str, list[Claim]], pair: Pair, homes: Mapping[str, str]) -> Covered:
    kinds: dict[tuple[bool, bool], list[str]] = defaultdict(list)
    for key in sorted(reports):
        press = {homes.get(claim.outlet or "") for claim in reports[key]}
        kinds[pair[0] in press, pair[1] in press].append(key)
    first, second, both, elsewhere = (tuple(kinds[kind]) for kind in ((True, False), (False, True), (True, True), (False, False)))
    left_out = pair[1] if first and not (second or both) else pair[0] if second and not (first or both) else None
    statements = tuple(dict.fromkeys(claim.statement_id for told in reports.values() for claim in told))
    return Covered(topic, party, first, second, both, elsewhere, left_out, statements)
