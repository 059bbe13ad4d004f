"""One request to one machine, within limits of time and size: over urllib3, to a number that was checked before."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from http.client import HTTPException
from typing import NamedTuple

from urllib3 import HTTPResponse
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import ConnectTimeoutError, DecodeError, HTTPError, NewConnectionError, ReadTimeoutError
from urllib3.util import make_headers

from .address import Place
from .failure import FetchError

OK = 200
A_PIECE = 1 << 16
MEGABYTE = 1_000_000
ACCEPTED = {
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Connection": "close",
    **{name.title(): value for name, value in make_headers(accept_encoding=True).items()},
}


class Limits(NamedTuple):
    """Bytes of a page, unpacked; seconds to connect, to wait for the next bytes, and for all of it."""

    size: int = 10 * MEGABYTE
    connect: float = 10
    silence: float = 20
    whole: float = 60


class Answer(NamedTuple):
    """What a machine answered; the body only of a page that is there. Names of headers are in small letters."""

    address: str
    status: int
    headers: Mapping[str, str]
    body: bytes = b""


def ask(place: Place, number: str, headers: Mapping[str, str], limits: Limits) -> Answer:
    """Return the answer to one request, sent to the machine with a number.

    Raises `FetchError` where none comes, or one beyond the limits.
    """
    connection = _connection(place, number, limits)
    with _told(place, limits):
        try:
            connection.connect()
            with _ended_after(limits.whole, connection.sock, place):
                return _exchange(connection, place, {**ACCEPTED, "Host": place.netloc, **headers}, limits)
        finally:
            connection.close()


def _exchange(connection: HTTPConnection, place: Place, headers: Mapping[str, str], limits: Limits) -> Answer:
    connection.timeout = limits.silence
    connection.sock.settimeout(limits.silence)
    connection.request("GET", place.target, headers=headers, preload_content=False)
    response = connection.getresponse()
    try:
        found = {name.lower(): value for name, value in response.headers.items()}
        body = _body(response, place, limits) if response.status == OK else b""
        return Answer(place.address, response.status, found, body)
    finally:
        response.close()


def _body(response: HTTPResponse, place: Place, limits: Limits) -> bytes:
    """The unpacked body; it is let go as soon as it grows too long, so that neither a bomb nor an endless page fills memory."""
    pieces: list[bytes] = []
    size = 0
    _check_size(place, response.length_remaining or 0, limits)
    for piece in response.stream(A_PIECE, decode_content=True):
        size += len(piece)
        _check_size(place, max(size, response.tell()), limits)
        pieces.append(piece)
    return b"".join(pieces)


def _check_size(place: Place, size: int, limits: Limits) -> None:
    if size > limits.size:
        most = f"{limits.size / MEGABYTE:g} MB"
        raise FetchError(f"{place.address}: more than {most}, which is no article; save what you need of it and add the file")


def _connection(place: Place, number: str, limits: Limits) -> HTTPConnection:
    if place.scheme == "http":
        return HTTPConnection(number, place.port, timeout=limits.connect)
    return HTTPSConnection(number, place.port, timeout=limits.connect, ssl_context=trust(), server_hostname=place.host)


@cache
def trust() -> ssl.SSLContext:
    """Return whom to trust: the authorities that this system trusts."""
    return ssl.create_default_context()


@contextmanager
def _ended_after(seconds: float, sock: socket.socket, place: Place) -> Iterator[None]:
    """End an exchange that takes too long, whatever it is doing: a server that sends a byte now and then is never silent."""
    late = threading.Event()

    def end() -> None:
        late.set()
        try:
            sock.shutdown(socket.SHUT_RDWR)
        except OSError:
            return  # it ended by itself just now

    timer = threading.Timer(seconds, end)
    timer.daemon = True
    timer.start()
    try:
        yield
    except (HTTPError, HTTPException, OSError):
        if not late.is_set():
            raise
    finally:
        timer.cancel()
    if late.is_set():
        raise FetchError(f"{place.address}: the server took more than {seconds:g} s; try again later", again=True)


@contextmanager
def _told(place: Place, limits: Limits) -> Iterator[None]:
    """Turn what goes wrong inside into a sentence."""
    where = place.address
    try:
        yield
    except (ssl.SSLCertVerificationError, ssl.CertificateError) as error:
        why = getattr(error, "verify_message", "") or "unknown"
        raise FetchError(f"{where}: the server's certificate cannot be trusted ({why}); check the address, or SSL_CERT_FILE") from None
    except (ReadTimeoutError, TimeoutError):
        raise FetchError(f"{where}: no answer within {limits.silence:g} s; try again later", again=True) from None
    except DecodeError:
        raise FetchError(f"{where}: its compression is damaged; try again later, or save the page by hand") from None
    except (NewConnectionError, ConnectTimeoutError):
        raise FetchError(f"{where}: the server cannot be reached; check the address and the network", again=True) from None
    except (HTTPError, HTTPException, OSError) as error:
        raise FetchError(f"{where}: the connection broke ({type(error).__name__}); try again later", again=True) from None
