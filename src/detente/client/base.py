"""What answers are made of: records that a newer server may give more fields."""

from __future__ import annotations

import msgspec


class Answer(msgspec.Struct, frozen=True, gc=False):
    """A part of an answer. Fields that are not known here are passed over."""
