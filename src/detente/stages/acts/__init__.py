"""Statements → acts: what a statement does, and its polarity towards the other party."""

from .aim import aim
from .decide import ActCase, decide_act
from .inside import CuesInside
from .told import Teller, Told

__all__ = ["ActCase", "CuesInside", "Teller", "Told", "aim", "decide_act"]
