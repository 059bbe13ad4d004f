"""Composes the stages: a decoded text becomes a reading."""

from .read import Plan, load_plan, read_text

__all__ = ["Plan", "load_plan", "read_text"]
