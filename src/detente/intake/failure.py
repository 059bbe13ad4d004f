"""What goes wrong on the way in."""

from __future__ import annotations


class IntakeError(ValueError):
    """Something that cannot be read, in a sentence."""
