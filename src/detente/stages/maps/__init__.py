"""Statements → dialogue maps: the relation of two parties on each topic."""

from .build import build_map, build_maps, pairs, weigh_pairs

__all__ = ["build_map", "build_maps", "pairs", "weigh_pairs"]
