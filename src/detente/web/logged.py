"""A line in the log for each request: its number, what was asked for, the status and the time; never a word of an article."""

from __future__ import annotations

import logging
from collections.abc import MutableMapping
from itertools import count
from time import perf_counter
from typing import Any

from .guard import Application, Receive, Scope, Send

LOG = logging.getLogger("detente.web")
LONGEST = 200  # characters of a path


class Logged:
    """An application whose requests are logged. The number of a request is in its answer, too."""

    def __init__(self, app: Application) -> None:
        self._app, self._numbers = app, count(1)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        number, started, status = f"{next(self._numbers):06}", perf_counter(), 500

        async def told(message: MutableMapping[str, Any]) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message.get("headers", ()), (b"x-request-id", number.encode())]
            await send(message)

        try:
            await self._app(scope, receive, told)
        finally:
            ms = round(1000 * (perf_counter() - started), 1)
            told_of = {"request": number, "method": scope["method"], "path": scope["path"][:LONGEST], "status": status, "ms": ms}
            LOG.info("%(method)s %(path)s %(status)s %(ms)s ms", told_of, extra={"told": told_of})
