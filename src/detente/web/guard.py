"""What stands before every page: who may ask, how much may be sent, and what a browser may do with the answer."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any
from urllib.parse import urlsplit

from starlette.responses import PlainTextResponse

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
MOST_BYTES = 32 << 20  # of a request's body
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),  # with none, a browser would not say that a form is of a page of ours
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
)
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
TOO_MUCH = f"That is more than {MOST_BYTES >> 20} MB; add it with detente add, which reads files of any size.\n"
FOREIGN_HOST = "This address is not one of this server's: open it as http://127.0.0.1 with its port.\n"
FOREIGN_ORIGIN = "Another page sent this; only pages of this server may add or change anything.\n"


class Guard:
    """An application that is asked only by its own host and pages, with bodies of bounded size."""

    def __init__(self, app: Application, hosts: frozenset[str] = LOOPBACK) -> None:
        self._app, self._hosts = app, hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        sentence, status = self._refusal(scope["method"], headers)
        app = PlainTextResponse(sentence, status) if sentence else self._app
        await app(scope, _Bounded(receive), _Marked(send))

    def _refusal(self, method: str, headers: dict[str, str]) -> tuple[str, int]:
        if _host(headers.get("host", "")) not in self._hosts:
            return FOREIGN_HOST, 400
        origin = headers.get("origin")
        if method not in SAFE and origin is not None and urlsplit(origin).netloc != headers["host"]:
            return FOREIGN_ORIGIN, 403
        length = headers.get("content-length", "0")
        return (TOO_MUCH, 413) if not length.isdecimal() or int(length) > MOST_BYTES else ("", 0)


def _host(header: str) -> str:
    """The host of a header, without its port.

    >>> _host("127.0.0.1:8765"), _host("[::1]:8765"), _host("evil.example@localhost")
    ('127.0.0.1', '::1', '')
    """
    try:
        parted = urlsplit(f"//{header}")
        return "" if parted.username is not None or parted.path else parted.hostname or ""
    except ValueError:
        return ""


class _Bounded:
    """What a client sends, up to the bound: a body without a length may go on for ever."""

    def __init__(self, receive: Receive) -> None:
        self._receive, self._left = receive, MOST_BYTES

    async def __call__(self) -> MutableMapping[str, Any]:
        message = await self._receive()
        self._left -= len(message.get("body", b""))
        return message if self._left >= 0 else {"type": "http.disconnect"}


class _Marked:
    """What is sent, with the headers that bind a browser."""

    def __init__(self, send: Send) -> None:
        self._send = send

    async def __call__(self, message: MutableMapping[str, Any]) -> None:
        if message["type"] == "http.response.start":
            message["headers"] = [*message.get("headers", ()), *HEADERS]
        await self._send(message)
