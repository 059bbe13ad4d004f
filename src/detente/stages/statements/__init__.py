"""Parse → drafts: who says that what, by the grammar of reporting.

Quotations are atoms while clauses are cut; each cue looks for its subject to the left; contents run to the end of what
the cue governs; quotations go to the cue before or after them; relays become the source chain.
`spaced` is the grammar for languages that write spaces, and imported for these alone.
"""

from .walk import find_drafts

__all__ = ["find_drafts"]
