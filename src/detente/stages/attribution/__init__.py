"""Drafts → statements: who the speaker is, and for which party it speaks."""

from .attribute import Attribution, attribute, main_parties, repeats_own_side
from .home import home_of

__all__ = ["Attribution", "attribute", "home_of", "main_parties", "repeats_own_side"]
