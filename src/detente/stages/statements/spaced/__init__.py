"""The grammar of reporting for languages that write spaces between words.

Quotations are atoms before sentences are cut; reports behind their content come first, then the sentence is read from
left to right; a content ends where the next report that is accepted begins.
"""

from .find import find_spaced_drafts

__all__ = ["find_spaced_drafts"]
