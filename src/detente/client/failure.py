"""What goes wrong with a server, in its sentence."""

from __future__ import annotations


class ClientError(Exception):
    """Why there is no answer, in a sentence; `status` is that of HTTP, 0 where nothing came."""

    def __init__(self, message: str, status: int = 0) -> None:
        super().__init__(message)
        self.status = status
