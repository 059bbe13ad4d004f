"""Statements → positions: what a side holds on a topic."""

from .take import Labelled, take_positions

__all__ = ["Labelled", "take_positions"]
