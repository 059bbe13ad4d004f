"""An article made ready: all that follows from it alone, so that many processes make it and the one that writes only writes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from detente.copies import Fingerprint, fingerprint_of
from detente.records import MadeBy, Page, Reading

from .matching import FORMS
from .rows import Pair, Parts, parts_of


class Prepared(NamedTuple):
    """A reading as rows for a database, and by what its copies are known."""

    made_by: MadeBy
    parts: Parts
    fingerprint: Fingerprint

    @property
    def id(self) -> str:
        """The id of the document."""
        return str(self.parts.document["id"])


def prepare(reading: Reading, weights: Mapping[Pair, int], page: Page | None, database: str) -> Prepared:
    """Make a reading ready for a database, `sqlite` or `postgresql`.

    `weights` tells how much it reports of each pair of parties that both speak, `page` what it was read from.
    """
    parts = parts_of(reading, weights, page)
    kept = FORMS[database].kept
    passages = [{**row, "terms": kept(row["terms"])} for row in parts.passages]
    return Prepared(reading.made_by, parts._replace(passages=passages), fingerprint_of(reading.document))
