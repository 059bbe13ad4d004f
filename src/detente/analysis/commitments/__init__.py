"""Commitments: what was promised, proposed or agreed between two parties, and what later articles say became of it."""

from .due import last_day
from .ledger import ledger_from, ledger_of
from .records import AGAIN, FATES, KINDS, Commitment, Ledger, Passage, Step
from .report import Facts, Printed, Report, documents_of, facts_of, with_words

__all__ = [
    "AGAIN", "FATES", "KINDS", "Commitment", "Facts", "Ledger", "Passage", "Printed", "Report", "Step", "documents_of", "facts_of",
    "last_day", "ledger_from", "ledger_of", "with_words",
]  # fmt: skip
