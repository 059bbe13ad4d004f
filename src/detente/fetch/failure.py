"""What goes wrong on the way to a page, in a sentence."""

from __future__ import annotations

SENTENCES = {
    401: "the site wants a password; save the page by hand and add the file",
    403: "the site refuses this program; save the page by hand and add the file",
    404: "there is no such page; check the address",
    410: "this page was taken down; look for it in an archive",
    429: "the site asks for fewer requests; try again later, with a longer --delay",
    451: "the site may not show this page here; look for it in an archive",
}
NO_ANSWER, REFUSED = 0, -1  # in place of a status: nothing came; it is not fetched, or what came is not taken


class FetchError(Exception):
    """Why an address gave no page, in a sentence; `again` tells whether another try may do better."""

    def __init__(self, message: str, *, status: int | None = None, again: bool = False) -> None:
        super().__init__(message)
        self.status = status or (NO_ANSWER if again else REFUSED)
        self.again = again


def is_passing(status: int) -> bool:
    """Return whether a status says that things may be better soon."""
    return status == 429 or status >= 500


def is_final(status: int) -> bool:
    """Return whether a page stays as it is until the list that names it says that it has changed."""
    return status != NO_ANSWER and not is_passing(status)


def refused_status(address: str, status: int) -> FetchError:
    """Return what to say of a status that brings no page.

    >>> str(refused_status("http://news.example/a", 404))
    'http://news.example/a: there is no such page; check the address (status 404)'
    """
    fails = "the server fails; try again later" if status >= 500 else "this answer brings no page; open the address in a browser"
    return FetchError(f"{address}: {SENTENCES.get(status, fails)} (status {status})", status=status, again=is_passing(status))
