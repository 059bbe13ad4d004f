"""The ledger of commitments as a user asks for it: over readings, or over what a store keeps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from detente.analysis.commitments import Commitment, Ledger, last_day, ledger_of
from detente.api import NothingToMap, once, selection_of
from detente.pipeline import Selection, iso_day
from detente.records import FailedReading, Reading
from detente.render.summary import figures
from detente.render.sure import ledgers_measured
from detente.resources.codebook import DEFAULT
from detente.resources.meetings import load_meetings
from detente.resources.names import find_codebook, find_party
from detente.resources.reliability import load_reliability
from detente.stages.maps import pairs, weigh_pairs
from detente.text.nearest import UnknownName
from detente.views.maps import labels_of

from .corpus import Corpus

if TYPE_CHECKING:
    from detente.render.ledger import ShownLedger
    from detente.store import Store

    from .gathering import Given

Pair = tuple[str, str]


class LedgerView:
    """The commitments of two parties and what became of them; a notebook shows them as a table."""

    def __init__(self, ledger: Ledger, languages: Iterable[str], failures: tuple[FailedReading, ...] = (), *,
                 ui: str = "en", codebook: Path = DEFAULT) -> None:  # fmt: skip
        self.ledger, self.failures = ledger, failures
        self._languages, self._ui, self._codebook = tuple(sorted(set(languages))), ui, codebook

    @property
    def commitments(self) -> tuple[Commitment, ...]:
        """The commitments in the order in which they were first told."""
        return self.ledger.commitments

    @cached_property
    def shown(self) -> ShownLedger:
        """All that a face needs."""
        from detente.render.interface import interface
        from detente.render.ledger import ShownLedger

        words, measured = interface(self._ui), load_meetings()
        readings = (figures(code, load_reliability(code), words) for code in self._languages)
        trust = (ledgers_measured(words, measured), *readings)
        return ShownLedger(self.ledger, labels_of(self._codebook, self._ui), self._ui, trust, measured)

    def to_table(self, *, width: int = 80, colour: bool = False) -> str:
        """Return the commitments as text, `width` columns wide."""
        from detente.render.ledger import render_table

        return render_table(self.shown, cells=width, colour=colour)

    def to_json(self) -> str:
        """Return the ledger with all steps as JSON."""
        from detente.render.ledger import render_json

        return render_json(self.shown)

    def to_csv(self) -> str:
        """Return a row a commitment."""
        from detente.render.ledger import render_csv

        return render_csv(self.shown)

    def evidence(self) -> str:
        """Return each commitment and each of its steps in its exact words, with where they stand."""
        from detente.render.ledger import render_evidence

        return render_evidence(self.shown)

    def __str__(self) -> str:
        return self.to_table()

    def _repr_html_(self) -> str:
        from html import escape

        return f"<pre>{escape(self.to_table())}</pre>"


def commitments(
    given: Given,
    parties: Sequence[str] | None = None,
    *,
    topics: Iterable[str] = (),
    since: str | date | None = None,
    until: str | date | None = None,
    as_of: str | date | None = None,
    ui: str = "en",
    codebook: str | Path = DEFAULT,
    languages: Iterable[str] = (),
) -> LedgerView:
    """Return what two parties promised, proposed and agreed, and what later reports say became of it.

    `given` are readings, or an open store; without `parties`, the pair that is reported most. `topics`, `since` and `until` choose commitments by
    their topic and by the day on which they were first reported. `as_of` is the day up to which reports are followed: where none is given,
    the last day of what was read.

    Raises `UnknownName` for a party or topic that does not exist, `ValueError` for a day that is none, and `NothingToMap` where no two
    parties speak.

    >>> from detente.api import read
    >>> promise = read("Oslo, March 3, 2031. Norway will open the crossing by May 5, the ministry of Norway said. Finland thanked Norway.")
    >>> commitments([promise], ("NO", "FI")).commitments[0].by
    'NO'
    """
    book = find_codebook(codebook)
    selection = selection_of(topics, since, until, book)
    day = _day(as_of)
    if isinstance(given, Iterable):
        ledger, told, failed = _of_readings(tuple(given), parties, day)
    else:
        store, failed = given.store if isinstance(given, Corpus) else given, ()
        ledger, told = store.ledger(_pair_in(store, parties, tuple(languages)), day, tuple(languages))
    return LedgerView(_select(ledger, selection), told, failed, ui=ui, codebook=book)


def _pair_in(store: Store, parties: Sequence[str] | None, languages: tuple[str, ...]) -> Pair:
    """The pair asked for, or the one reported most."""
    from detente.store import Filter  # brings the database, which readings do not need

    found = _named(parties, store.parties()) if parties else store.most_reported(Filter(languages=languages))
    if not found:
        raise NothingToMap("no two parties speak in what the store keeps, so there are no commitments to follow")
    return found


def _of_readings(
    given: tuple[Reading | FailedReading, ...], parties: Sequence[str] | None, as_of: date | None
) -> tuple[Ledger, tuple[str, ...], tuple[FailedReading, ...]]:
    """The ledger, the languages of the readings, and what could not be read."""
    good, failed = once(given), tuple(each for each in given if isinstance(each, FailedReading))
    ledger = ledger_of(tuple(good), _pair_of(given, parties), as_of)
    return ledger, tuple(each.document.language for each in good), failed


def _pair_of(given: tuple[Reading | FailedReading, ...], parties: Sequence[str] | None) -> Pair:
    """The pair asked for, or the one reported most."""
    if parties:
        return _named(parties, ())
    told = [each.statements for each in given if isinstance(each, Reading)]
    within = sum((weigh_pairs(each) for each in told), Counter[Pair]())
    if found := sorted(within, key=lambda pair: (-within[pair], pair)) or pairs([each for some in told for each in some]):
        return found[0]
    raise NothingToMap("no two parties speak in these articles, so there are no commitments to follow")


def _named(parties: Sequence[str], speaking: tuple[str, ...]) -> Pair:
    codes = sorted({find_party(party, speaking) for party in parties})
    if len(codes) != 2:
        raise UnknownName(f"{', '.join(parties)}: name two parties, such as RU and US")
    return codes[0], codes[1]


def _day(written: str | date | None) -> date | None:
    """The last day up to which reports are followed: of a month or a year, its last."""
    if isinstance(written, date):
        return written
    iso = iso_day(written)
    return last_day(iso) if iso else None


def _select(ledger: Ledger, selection: Selection) -> Ledger:
    """The commitments on the topics and first told on the days that are asked for."""
    topics, since, until = selection

    def is_chosen(each: Commitment) -> bool:
        told = (each.told.published or "")[: len("2031-03-04")]
        within = (not since or told >= since) and (not until or ("" < told[: len(until)] <= until))
        return within and (not topics or each.topic in topics)

    return replace(ledger, commitments=tuple(each for each in ledger.commitments if is_chosen(each)))
