"""When and where a statement was made, from the clause of its cue."""

from .tell import Circumstances, tell_circumstances

__all__ = ["Circumstances", "tell_circumstances"]
