"""Norwegian: cut into words as English is."""

from __future__ import annotations

from .en import English


class Norwegian(English):
    """The Norwegian language, in the small part that a test needs."""

    code = "nb"


LANGUAGE = Norwegian
