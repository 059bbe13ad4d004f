"""Copies: the same report, printed by several outlets, cut, edited or converted to another script."""

from .changes import Change, Changes, changes_between
from .fingerprint import METHOD, SHARED_BANDS, Fingerprint, are_copies, fingerprint_of
from .group import group
from .printed import Member, member_of
from .told import repeated

__all__ = [
    "METHOD", "SHARED_BANDS", "Change", "Changes", "Fingerprint", "Member", "are_copies", "changes_between", "fingerprint_of",
    "group",
    "member_of", "repeated",
]  # fmt: skip
