"""Drafts → statements: who the speaker is, and for which party it speaks."""

from .attribute import Attribution, attribute, main_parties, repeats_own_side

__all__ = ["Attribution", "attribute", "main_parties", "repeats_own_side"]
