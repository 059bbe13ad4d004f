"""Statements → acts: what a statement does, by its cue and the heads of its content."""

from .decide import ActCase, decide_act

__all__ = ["ActCase", "decide_act"]
