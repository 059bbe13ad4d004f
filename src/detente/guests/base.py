"""What every extractor of drafts is: ours, and each guest."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from detente.records import Draft, Parse

Stretch = tuple[str, int, int]  # the kind of a block (title, heading, body), and its first and last token
Extractor = Callable[[Parse, Iterable[Stretch]], tuple[Draft, ...]]


class NotInstalled(RuntimeError):
    """An extractor whose package or model is not there; the message says what to install."""
