"""Parse → events: what happened, was planned or was called off between parties."""

from .find import EventCase, EventFinder

__all__ = ["EventCase", "EventFinder"]
