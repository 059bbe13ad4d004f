"""Statements → dialogue maps: the relation of two parties on each topic."""

from .build import build_map, pairs

__all__ = ["build_map", "pairs"]
