"""What stands before every page: who may ask, how much may be sent, and what a browser may do with the answer."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any
from urllib.parse import parse_qs, urlsplit

from starlette.responses import JSONResponse, PlainTextResponse

from detente.render.interface import interface

from .asked import interface_language

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
# A picture that is opened by itself has its styles inside, and nothing that runs.
POLICY_OF_PICTURES = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; frame-ancestors 'none'"
PICTURE = b"image/svg+xml"
COMMON = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),  # with none, a browser would not say that a form is of a page of ours
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
)
HEADERS = ((b"content-security-policy", POLICY.encode()), *COMMON)
HEADERS_OF_PICTURES = ((b"content-security-policy", POLICY_OF_PICTURES.encode()), *COMMON)
NOUGHT = b"%00"  # which no database takes in a text
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
OWN_SITES = ("same-origin", "none")  # of Sec-Fetch-Site: a page of ours, or the reader's own hand
SECONDS = 120.0  # in which a body must have come
FOREIGN_HOST = "This address is not one of this server's: open it as http://127.0.0.1 with its port."
FOREIGN_ORIGIN = "Another page sent this; only pages of this server may add or change anything."


class Guard:
    """An application that is asked only by its own host and pages, with bodies that are bounded in size and time."""

    def __init__(self, app: Application, hosts: frozenset[str] = LOOPBACK, seconds: float = SECONDS) -> None:
        self._app, self._hosts, self._seconds = app, hosts, seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        body = _Bounded(receive, self._seconds)
        answer = _Answer(send, scope, headers, body)
        sentence, status = self._refusal(scope, headers)
        if sentence:
            await answer.refuse(sentence, status)
        else:
            await self._app(scope, body, answer)

    def _refusal(self, scope: Scope, headers: dict[str, str]) -> tuple[str, int]:
        if _host(headers.get("host", "")) not in self._hosts:
            return FOREIGN_HOST, 400
        if scope["method"] not in SAFE and not _is_own(headers):
            return FOREIGN_ORIGIN, 403
        if "\x00" in scope["path"] or NOUGHT in scope["query_string"]:
            return "no_controls", 400
        length = headers.get("content-length", "0")
        return ("too_much", 413) if not length.isdecimal() or int(length) > MOST_BYTES else ("", 0)


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


def _is_own(headers: dict[str, str]) -> bool:
    """Whether a page of this server sent something, or no browser did.

    >>> _is_own({"host": "127.0.0.1:80", "origin": "null"}), _is_own({"host": "127.0.0.1:80"})
    (False, True)
    """
    origin, site = headers.get("origin"), headers.get("sec-fetch-site", "none")
    try:
        return site in OWN_SITES and (origin is None or urlsplit(origin).netloc == headers["host"])
    except ValueError:
        return False


class _Bounded:
    """What a client sends, up to the bounds: a body without a length may go on for ever, and one with a length may never come."""

    def __init__(self, receive: Receive, seconds: float) -> None:
        self._receive, self._left, self._seconds = receive, MOST_BYTES, seconds
        self._until: float | None = None
        self._is_whole = False
        self.refused = ("", 0)

    async def __call__(self) -> MutableMapping[str, Any]:
        if self._is_whole:
            return await self._receive()
        try:
            message = await asyncio.wait_for(self._receive(), self._patience())
        except TimeoutError:
            return self._refuse("too_slow", 408)
        self._left -= len(message.get("body", b""))
        self._is_whole = not message.get("more_body", False)
        return message if self._left >= 0 else self._refuse("too_much", 413)

    def _patience(self) -> float:
        now = asyncio.get_running_loop().time()
        self._until = now + self._seconds if self._until is None else self._until
        return self._until - now

    def _refuse(self, name: str, status: int) -> MutableMapping[str, Any]:
        self.refused, self._is_whole = (name, status), True
        return {"type": "http.disconnect"}


class _Answer:
    """What is sent, with the headers that bind a browser; in place of it a refusal, where the body was beyond the bounds."""

    def __init__(self, send: Send, scope: Scope, headers: dict[str, str], body: _Bounded) -> None:
        self._send, self._scope, self._headers, self._body = send, scope, headers, body
        self._is_refused = False

    async def __call__(self, message: MutableMapping[str, Any]) -> None:
        if self._is_refused:
            return
        if message["type"] == "http.response.start":
            if self._body.refused[0]:
                await self.refuse(*self._body.refused)
                return
            told = list(message.get("headers", ()))
            is_picture = any(name == b"content-type" and value.startswith(PICTURE) for name, value in told)
            message["headers"] = [*told, *(HEADERS_OF_PICTURES if is_picture else HEADERS)]
        await self._send(message)

    async def refuse(self, sentence: str, status: int) -> None:
        """Send a sentence in the reader's language, and nothing else."""
        self._is_refused = True
        asked = parse_qs(self._scope["query_string"].decode("latin-1")).get("ui", [""])[0]
        words = interface(interface_language(asked, self._headers.get("accept-language", "")))
        told = words.text(f"web.{sentence}", n=MOST_BYTES >> 20) if " " not in sentence else sentence
        as_json = self._scope["path"].endswith(".json")
        body = JSONResponse({"error": told}, status) if as_json else PlainTextResponse(f"{told}\n", status)
        body.raw_headers += [*HEADERS, (b"connection", b"close")]
        await body(self._scope, self._body, self._send)
