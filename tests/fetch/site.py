"""A site on this machine that answers as a test wants, a clock that passes only when somebody sleeps, and names that lead to the site."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple

from detente.fetch import Clock

HERE = "127.0.0.1"
PAGE = (
    "<!DOCTYPE html><html><head><meta charset=utf-8><title>Norway and Iceland meet</title></head><body><article><h1>Norway and Iceland meet</h1>"
    "<p>21 May 2031</p><p>Norway's foreign minister, Halvor Strand, said Norway rejects the quota on fish that Iceland wants to set.</p>"
    "<p>Iceland's foreign minister, Birna Hauksdottir, said Iceland was ready to discuss the quota with Norway in autumn.</p></article></body></html>"
)


class Reply(NamedTuple):
    """What the site answers: the body may come in pieces."""

    status: int = 200
    body: bytes | Iterator[bytes] = PAGE.encode()
    headers: Mapping[str, str] = {"Content-Type": "text/html; charset=utf-8"}


class Asked(NamedTuple):
    """What the site was asked for."""

    path: str
    headers: Mapping[str, str]


class Site:
    """Pages by path; a list is answered one after the other, the last one for good. Paths that are not there are 404."""

    def __init__(self) -> None:
        self.pages: dict[str, Reply | list[Reply] | Callable[[Asked], Reply]] = {}
        self.asked: list[Asked] = []
        self.port = 0

    @property
    def paths(self) -> list[str]:
        """What was asked for, without robots.txt."""
        return [asked.path for asked in self.asked if asked.path != "/robots.txt"]

    def at(self, path: str, host: str = HERE) -> str:
        """Return an address on the site."""
        return f"http://{host}:{self.port}{path}"

    def answer(self, asked: Asked) -> Reply:
        """Return the answer to a request."""
        self.asked.append(asked)
        found = self.pages.get(asked.path, Reply(404, b""))
        if isinstance(found, list):
            return found.pop(0) if len(found) > 1 else found[0]
        return found if isinstance(found, Reply) else found(asked)


class _Handler(BaseHTTPRequestHandler):
    site: Site

    def do_GET(self) -> None:
        """Answer a request."""
        reply = self.site.answer(Asked(self.path, {name.lower(): value for name, value in self.headers.items()}))
        try:
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            if isinstance(reply.body, bytes):
                self.send_header("Content-Length", str(len(reply.body)))
            self.end_headers()
            for piece in [reply.body] if isinstance(reply.body, bytes) else reply.body:
                self.wfile.write(piece)
                self.wfile.flush()
        except OSError:
            self.close_connection = True  # the program went away, as it should

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of connections that a program ended."""


@contextmanager
def serving(wrap: Callable[[Any], Any] = lambda found: found) -> Iterator[Site]:
    """Start a site; `wrap` may put a layer around its socket."""
    site = Site()
    server = _Server((HERE, 0), type("Handler", (_Handler,), {"site": site}))
    server.socket = wrap(server.socket)
    site.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class Time:
    """A clock that passes only when somebody sleeps."""

    def __init__(self) -> None:
        self.now, self.slept = 1_000_000.0, []  # type: float, list[float]
        self.clock = Clock(lambda: self.now, self._sleep)

    def _sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 3))
        self.now += seconds


class Names:
    """Names and the numbers that they stand for; a list of answers is given one after the other, the last one for good."""

    def __init__(self) -> None:
        self.numbers: dict[str, list[tuple[str, ...]]] = {}
        self.asked: list[str] = []

    def __call__(self, host: str, port: int) -> tuple[str, ...]:
        """Return the numbers of a name; a number stands for itself, any other name for the site."""
        self.asked.append(host)
        answers = self.numbers.get(host, [(host if host[0].isdigit() or ":" in host else HERE,)])
        return answers.pop(0) if len(answers) > 1 else answers[0]
