"""Commitments: what was promised, proposed or agreed between two parties, and what later articles say became of it."""

from .due import last_day
from .ledger import ledger_of
from .records import AGAIN, FATES, KINDS, Commitment, Ledger, Passage, Step

__all__ = ["AGAIN", "FATES", "KINDS", "Commitment", "Ledger", "Passage", "Step", "last_day", "ledger_of"]
