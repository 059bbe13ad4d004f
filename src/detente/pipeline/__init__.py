"""Composes the stages: a decoded text becomes a reading."""

from detente.stages.maps import weigh_pairs

from .differences import differences
from .explain import explain
from .extractors import find_extractors
from .plan import Plan, load_plan, made_by
from .read import read_page
from .selection import Selection, iso_day, select
from .world import World, one_world

__all__ = [
    "Plan", "Selection", "World", "differences", "explain", "find_extractors", "iso_day", "load_plan", "made_by", "one_world",
    "read_page", "select", "weigh_pairs",
]  # fmt: skip
