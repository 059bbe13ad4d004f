"""Pages that were made before are given again: as they are while the store is as it was, and once more while they are made anew.

All who ask for an address together are answered by one making.
"""

from __future__ import annotations

import asyncio
from hashlib import sha256
from http.cookies import SimpleCookie
from time import perf_counter
from typing import NamedTuple
from urllib.parse import parse_qs

from anyio.to_thread import run_sync

from detente.store import Store, StoreError

from .asked import interface_language
from .guard import Application, Receive, Scope, Send
from .jobs import Jobs
from .settling import Settling
from .shelf import Shelf

AGAIN = frozenset({"map", "documents", "timeline", "network", "meetings", "commitments", "actors", "topics", "sources", "search"})
MOST_BYTES = 32 << 20  # of answers that are kept, as they are sent
AT_ONCE = 2  # answers that are made at a time, so that those who wait first are answered first
BEHIND = 1  # of those for which nobody waits
Key = tuple[str, bytes, str, bool, int]


class Answer(NamedTuple):
    """An answer as it is sent."""

    status: int
    headers: tuple[tuple[bytes, bytes], ...]
    body: bytes

    @property
    def mark(self) -> bytes:
        """What tells it from others of its address."""
        return b'"' + sha256(self.body).hexdigest()[:32].encode() + b'"'


class Again:
    """An application whose answers to readers are kept for a while; whatever is sent to it makes it forget them."""

    def __init__(self, app: Application, store: Store, shared: Shelf[object], jobs: Jobs) -> None:
        self._app, self._store, self._jobs, self._shared, self._shelf = app, store, jobs, shared, Shelf[Answer](MOST_BYTES)
        self._making: dict[Key, asyncio.Future[Answer]] = {}
        self._turns, self._behind, self._settling = asyncio.Semaphore(AT_ONCE), asyncio.Semaphore(BEHIND), Settling(store)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "GET" or _section(scope["path"]) not in AGAIN:
            await self._app(scope, receive, send)
            if scope["type"] == "http" and scope["method"] not in ("GET", "HEAD"):
                self._forget()
            return
        key = _key(scope, self._jobs.over)
        try:
            known = self._shelf.find(key, await run_sync(self._store.state))
        except StoreError:
            known = None  # the page will say so
        await _send(known or await self._anew(key, scope), scope, send)

    def _forget(self) -> None:
        self._shelf.clear()
        self._shared.clear()
        self._settling.hurry()

    async def _anew(self, key: Key, scope: Scope) -> Answer:
        """An answer that is made now, or is being made for somebody else; the one before, while it is made anew behind."""
        past = self._shelf.past(key)
        if key not in self._making:
            making = self._making[key] = asyncio.ensure_future(self._make(key, scope, self._behind if past else self._turns))
            making.add_done_callback(lambda done: self._over(key, done))
        return await asyncio.shield(self._making[key]) if past is None else past

    def _over(self, key: Key, done: asyncio.Future[Answer]) -> None:
        self._making.pop(key, None)
        if not done.cancelled():
            done.exception()  # whoever waited has been told

    async def _make(self, key: Key, scope: Scope, turns: asyncio.Semaphore) -> Answer:
        async with turns:
            start = perf_counter()
            state = await self._settling.keep_up()
            sent = _Sent()
            await self._app(scope, _nothing, sent)
            answer = sent.answer
            if answer.status == 200:
                self._shelf.put(key, answer, state=state, took=perf_counter() - start, size=len(answer.body))
            return answer


async def _nothing() -> Scope:
    """The body of a question for a page."""
    return {"type": "http.request", "body": b"", "more_body": False}


class _Sent:
    """Takes what an application sends."""

    def __init__(self) -> None:
        self._status, self._parts = 500, list[bytes]()
        self._headers: tuple[tuple[bytes, bytes], ...] = ()

    async def __call__(self, message: Scope) -> None:
        if message["type"] == "http.response.start":
            self._status, self._headers = message["status"], tuple((bytes(name), bytes(value)) for name, value in message["headers"])
        else:
            self._parts.append(message.get("body", b""))

    @property
    def answer(self) -> Answer:
        return Answer(self._status, self._headers, b"".join(self._parts))


def _section(path: str) -> str:
    return path.split("/")[1].partition(".")[0]


def _key(scope: Scope, over: int) -> Key:
    """What tells answers apart: the address, the reader's language, whether they are sent packed, and how many jobs are over."""
    headers = {name: value.decode("latin-1") for name, value in scope["headers"]}
    asked = parse_qs(scope["query_string"].decode("latin-1")).get("ui", [""])[-1]
    chosen = SimpleCookie(headers.get(b"cookie", "")).get("ui")
    ui = interface_language(asked or (chosen.value if chosen else ""), headers.get(b"accept-language", ""))
    return scope["path"], scope["query_string"], ui, "gzip" in headers.get(b"accept-encoding", ""), over


async def _send(answer: Answer, scope: Scope, send: Send) -> None:
    """Send an answer; of one that the reader has already, only that it is the same."""
    headers = [*answer.headers, (b"etag", answer.mark), (b"cache-control", b"no-cache")] if answer.status == 200 else list(answer.headers)
    known = dict(scope["headers"]).get(b"if-none-match", b"")
    is_known = answer.status == 200 and answer.mark in known
    if is_known:
        headers = [each for each in headers if each[0] not in (b"content-length", b"content-type", b"content-encoding")]
    await send({"type": "http.response.start", "status": 304 if is_known else answer.status, "headers": headers})
    await send({"type": "http.response.body", "body": b"" if is_known else answer.body})
