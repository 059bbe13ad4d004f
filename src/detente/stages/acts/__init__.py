"""Statements → acts: what a statement does, and its polarity towards the other party."""

from .aim import aim
from .decide import LEARNED, ActCase, decide_act, ruled, ruled_act
from .going_on import Done, going_on
from .inside import CuesInside
from .learned import features_of
from .told import Teller, Told

__all__ = [
    "LEARNED", "ActCase", "CuesInside", "Done", "Teller", "Told", "aim", "decide_act", "features_of", "going_on", "ruled", "ruled_act",
]  # fmt: skip
