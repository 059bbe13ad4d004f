"""Statements → topics: by the codebook's terms in their own words, else in what frames them."""

from .label import Labeller

__all__ = ["Labeller"]
