"""Limits of time and size hold against servers that mean harm: bombs, pages without end, bytes that come singly."""

from __future__ import annotations

import gzip
import itertools
import ssl
import subprocess
import threading
import time as seconds
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import which

import pytest

from detente.fetch import Fetcher, FetchError, connect

from .site import PAGE, Asked, Reply, Site, serving

Make = Callable[..., Fetcher]
SMALL = 100_000


@pytest.mark.parametrize("packed", [gzip.compress, zlib.compress])
def test_packed_pages_are_unpacked(site: Site, fetcher: Make, packed: Callable[[bytes], bytes]) -> None:
    name = "gzip" if packed is gzip.compress else "deflate"
    site.pages["/a"] = Reply(200, packed(PAGE.encode()), {"Content-Encoding": name, "Content-Type": "text/html; charset=koi8-r"})
    answer = fetcher().get(site.at("/a"))
    assert answer.body == PAGE.encode()
    assert answer.headers["content-type"] == "text/html; charset=koi8-r"
    assert "gzip" in site.asked[-1].headers["accept-encoding"]


@pytest.mark.parametrize("layers", [1, 2])
def test_a_bomb_is_refused_before_it_is_unpacked(site: Site, fetcher: Make, layers: int) -> None:
    body = bytes(50_000_000)
    for _ in range(layers):
        body = gzip.compress(body, 6)
    site.pages["/a"] = Reply(200, body, {"Content-Encoding": ", ".join(["gzip"] * layers)})
    pieces: list[int] = []
    check = connect._check_size
    with pytest.MonkeyPatch.context() as patch, pytest.raises(FetchError, match=r"more than 0.1 MB, which is no article"):
        patch.setattr(connect, "_check_size", lambda place, size, limits: (pieces.append(size), check(place, size, limits)))
        fetcher(size=SMALL).get(site.at("/a"))
    assert len(body) < SMALL < max(pieces) < SMALL + 2 * connect.A_PIECE


def test_damaged_compression_is_told(site: Site, fetcher: Make) -> None:
    site.pages["/a"] = Reply(200, b"no gzip at all", {"Content-Encoding": "gzip"})
    with pytest.raises(FetchError, match="its compression is damaged"):
        fetcher().get(site.at("/a"))


def test_many_layers_of_compression_are_refused(site: Site, fetcher: Make) -> None:
    site.pages["/a"] = Reply(200, b"", {"Content-Encoding": ", ".join(["gzip"] * 50)})
    with pytest.raises(FetchError, match="compression is damaged"):
        fetcher().get(site.at("/a"))


def _endless() -> Iterator[bytes]:
    return itertools.repeat(b"x" * 4096)


def _chunks() -> Iterator[bytes]:
    return itertools.repeat(b"1000\r\n" + b"x" * 4096 + b"\r\n")


@pytest.mark.parametrize(("pieces", "headers"), [(_endless, {}), (_chunks, {"Transfer-Encoding": "chunked"})])
def test_a_page_without_end_is_let_go(site: Site, fetcher: Make, pieces: Callable[[], Iterator[bytes]], headers: dict[str, str]) -> None:
    site.pages["/a"] = lambda asked: Reply(200, pieces(), headers)
    with pytest.raises(FetchError, match=r"more than 0.1 MB"):
        fetcher(size=SMALL).get(site.at("/a"))
    assert site.paths == ["/a"]


def test_a_page_that_says_it_is_too_large_is_not_begun(site: Site, fetcher: Make) -> None:
    begun = threading.Event()

    def pieces() -> Iterator[bytes]:
        yield b"x"
        begun.set()
        while True:
            yield b"x" * 4096

    site.pages["/a"] = Reply(200, pieces(), {"Content-Length": "99999999"})
    with pytest.raises(FetchError, match=r"more than 10 MB"):
        fetcher().get(site.at("/a"))


def _slowly(piece: bytes) -> Iterator[bytes]:
    for _ in range(200):
        seconds.sleep(0.02)
        yield piece


@pytest.mark.parametrize("headers", [{}, {"Transfer-Encoding": "chunked"}, {"Content-Encoding": "gzip"}])
def test_a_server_that_sends_a_byte_now_and_then_is_left(site: Site, fetcher: Make, headers: dict[str, str]) -> None:
    site.pages["/a"] = lambda asked: Reply(200, _slowly(b"1"), headers)
    started = seconds.perf_counter()
    with pytest.raises(FetchError, match=r"the server took more than 0.1 s; try again later"):
        fetcher(whole=0.1).get(site.at("/a"))
    assert seconds.perf_counter() - started < 2
    assert len(site.paths) == 3


def test_a_server_that_says_nothing_is_left(site: Site, fetcher: Make) -> None:
    def wait(_: Asked) -> Reply:
        seconds.sleep(0.3)
        return Reply()

    site.pages["/a"] = wait
    with pytest.raises(FetchError, match=r"no answer within 0.05 s"):
        fetcher(silence=0.05).get(site.at("/a"))


def test_a_page_that_breaks_off_is_told(site: Site, fetcher: Make) -> None:
    site.pages["/a"] = lambda asked: Reply(200, iter([b"half"]), {"Content-Length": "99"})
    with pytest.raises(FetchError, match=r"the connection broke \(ProtocolError\); try again later"):
        fetcher().get(site.at("/a"))


def test_a_connection_that_breaks_is_tried_again(site: Site, fetcher: Make) -> None:
    site.pages["/a"] = [Reply(200, iter([b"half"]), {"Content-Length": "99"}), Reply()]
    assert fetcher().get(site.at("/a")).body == PAGE.encode()


def test_nobody_there_is_told(fetcher: Make) -> None:
    with serving() as gone:
        address = gone.at("/a")
    with pytest.raises(FetchError, match="robots.txt: the server cannot be reached"):
        fetcher().get(address)


@pytest.fixture
def secure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """Return a site with a certificate for news.example, which the program trusts."""
    if which("openssl") is None:
        pytest.skip("openssl is not installed here, so certificates are not tested")
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    subject = ("-subj", "/CN=news.example", "-addext", "subjectAltName=DNS:news.example")
    made = ("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", *subject)
    subprocess.run([*made, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(certificate, key)
    trusting = ssl.create_default_context(cafile=str(certificate))
    monkeypatch.setattr(connect, "trust", lambda: trusting)
    with serving(lambda socket: server.wrap_socket(socket, server_side=True)) as made_site:
        yield made_site


def test_a_certificate_is_checked_for_the_name_though_a_number_is_connected_to(secure: Site, fetcher: Make) -> None:
    secure.pages["/a"] = Reply()
    make = fetcher()
    assert make.get(f"https://news.example:{secure.port}/a").status == 200
    with pytest.raises(FetchError, match=r"the server's certificate cannot be trusted \(.*other.example.*\); check the address"):
        make.get(f"https://other.example:{secure.port}/a")
