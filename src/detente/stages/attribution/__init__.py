"""Drafts → statements: who the speaker is, and for which party it speaks."""

from .attribute import attribute
from .case import Attribution, main_parties
from .home import home_of
from .own_side import repeats_own_side
from .people import People

__all__ = ["Attribution", "People", "attribute", "home_of", "main_parties", "repeats_own_side"]
