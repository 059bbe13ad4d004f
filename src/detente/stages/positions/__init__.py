"""Statements → positions: what a side holds on a topic."""

from .take import take_positions

__all__ = ["take_positions"]
