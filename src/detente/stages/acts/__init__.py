"""Statements → acts: what a statement does, and its polarity towards the other party."""

from .aim import aim
from .decide import ActCase, decide_act
from .going_on import Done, going_on
from .inside import CuesInside
from .told import Teller, Told

__all__ = ["ActCase", "CuesInside", "Done", "Teller", "Told", "aim", "decide_act", "going_on"]
