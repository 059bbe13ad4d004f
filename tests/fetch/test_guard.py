"""Machines that must not be asked are not: by name, by number, behind redirects, and when a name changes its meaning."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.fetch import Fetcher, FetchError
from detente.fetch.address import cleaned, place_of
from detente.fetch.guard import is_public, resolve

from .site import HERE, Names, Reply, Site

Make = Callable[..., Fetcher]
CLOSED = (
    "0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "127.8.9.1", "169.254.169.254", "172.16.0.1", "192.168.1.1", "224.0.0.1",
    "240.0.0.1", "255.255.255.255", "::", "::1", "::127.0.0.1", "::ffff:10.0.0.1", "::ffff:127.0.0.1", "64:ff9b::7f00:1",
    "2002:7f00:1::", "2001:0:4136:e378:8000:63bf:80ff:fffe", "fc00::1", "fd12:3456::1", "fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1",
)  # fmt: skip


@pytest.mark.parametrize("number", CLOSED)
def test_numbers_that_are_not_public(number: str) -> None:
    assert not is_public(number)


@pytest.mark.parametrize("number", ["1.1.1.1", "93.184.216.34", "::ffff:93.184.216.34", "64:ff9b::5db8:d822", "2606:4700::1111"])
def test_numbers_that_are(number: str) -> None:
    assert is_public(number)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.1", "2130706433", "0x7f000001", "localhost", "[::1]", "[::ffff:127.0.0.1]"])
def test_this_machine_is_not_asked_however_it_is_written(site: Site, host: str) -> None:
    with pytest.raises(FetchError, match="is a machine of a private network; if that is meant, add --allow-private"):
        Fetcher(delay=0).get(site.at("/a", host))
    assert site.asked == []


def test_it_is_asked_if_that_is_meant(site: Site) -> None:
    site.pages["/a"] = Reply()
    assert Fetcher(allow_private=True, delay=0).get(site.at("/a")).status == 200


@pytest.mark.parametrize("inner", ["http://10.0.0.1/", "http://inner.example/", "http://[::ffff:10.0.0.1]/x", "//192.168.0.1/", "http://169.254.169.254/meta"])
def test_redirects_into_private_networks_are_refused(site: Site, names: Names, fetcher: Make, inner: str) -> None:
    names.numbers["inner.example"] = [("172.16.5.4",)]
    site.pages["/a"] = Reply(302, b"", {"Location": inner})
    with pytest.raises(FetchError, match="is a machine of a private network"):
        fetcher().get(site.at("/a", "news.example"))
    assert site.paths == ["/a"]


@pytest.mark.parametrize("inner", ["file:///etc/passwd", "ftp://news.example/a", "gopher://127.0.0.1:70/", "javascript:alert(1)", "http://user:word@news.example/"])
def test_redirects_to_what_is_no_page_are_refused(site: Site, fetcher: Make, inner: str) -> None:
    site.pages["/a"] = Reply(301, b"", {"Location": inner})
    with pytest.raises(FetchError, match="it leads on to .*(only http and https|user's name)"):
        fetcher().get(site.at("/a", "news.example"))


def test_one_private_number_among_others_is_enough(site: Site, names: Names, fetcher: Make) -> None:
    names.numbers["news.example"] = [(HERE, "10.0.0.1")]
    with pytest.raises(FetchError, match=r"news.example \(10.0.0.1\) is a machine of a private network"):
        fetcher().get(site.at("/a", "news.example"))
    assert site.asked == []


def test_a_name_is_asked_for_once_a_request_and_what_it_answered_is_connected_to(site: Site, names: Names, fetcher: Make) -> None:
    names.numbers["news.example"] = [(HERE,), (HERE,), ("10.0.0.1",)]
    site.pages["/a"] = Reply()
    make = fetcher()
    assert make.get(site.at("/a", "news.example")).status == 200
    assert names.asked == ["news.example"] * len(site.asked) == ["news.example"] * 2
    assert site.asked[1].headers["host"] == f"news.example:{site.port}"
    with pytest.raises(FetchError, match="private network"):
        make.get(site.at("/b", "news.example"))


def test_a_name_that_is_none_is_told() -> None:
    with pytest.raises(FetchError, match="no machine of this name is found"):
        resolve("a..b", 80)


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("ftp://news.example/a", "only http and https addresses are fetched"),
        ("http://", "this is no address of a page"),
        ("http://news.example:port/", "this is no address of a page"),
        ("http://[::1", "this is no address of a page"),
        ("http://a b/", "this is no address of a page"),
        ("http://me:word@news.example/", "^http://news.example: addresses with a user's name are not fetched"),
        ("http://news.example/" + "a" * 3000, "this is no address of a page"),
    ],
)
def test_what_is_no_address_of_a_page_is_told(address: str, told: str) -> None:
    with pytest.raises(FetchError, match=told):
        place_of(address)


@pytest.mark.parametrize(
    ("address", "clean"),
    [
        ("HTTP://News.Example:80", "http://news.example/"),
        ("https://news.example/a?utm_source=x&utm_medium=y", "https://news.example/a"),
        ("https://news.example/a?b=1&fbclid=z&a=2#part", "https://news.example/a?b=1&a=2"),
        ("http://news.example/a?cid=7&source=wire", "http://news.example/a?cid=7&source=wire"),
        ("http://news.example/新闻 1.html", "http://news.example/%E6%96%B0%E9%97%BB%201.html"),
        ("http://новости.example/", "http://xn--b1amnebsh.example/"),
        ("http://news.example/a\r\nX: y", "http://news.example/aX:%20y"),
    ],
)
def test_addresses_are_cleaned_of_what_tracks_readers(address: str, clean: str) -> None:
    assert cleaned(address) == clean
