"""Composes the stages: a decoded text becomes a reading."""

from .explain import explain
from .plan import Plan, load_plan, made_by
from .read import read_text
from .selection import Selection, iso_day, select

__all__ = ["Plan", "Selection", "explain", "iso_day", "load_plan", "made_by", "read_text", "select"]
