"""Which machines may be asked: those of the public network, by the numbers that their names stand for."""

from __future__ import annotations

import socket
from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from .address import Place
from .failure import FetchError

Resolver = Callable[[str, int], tuple[str, ...]]
Judge = Callable[[str], bool]
NAT64 = IPv6Network("64:ff9b::/96")
LOW_32_BITS = 0xFFFFFFFF


def is_public(number: str) -> bool:
    """Return whether a number is of the public network: not private, loopback, link-local, multicast or unspecified.

    >>> [is_public(number) for number in ("93.184.216.34", "10.0.0.1", "::ffff:127.0.0.1", "2606:2800:220:1::1")]
    [True, False, False, True]
    """
    found = ip_address(number.partition("%")[0])
    if isinstance(found, IPv4Address):
        return _is_open(found)
    if inside := found.ipv4_mapped or _of_nat64(found):
        return _is_open(inside)
    carried = (found.sixtofour, found.teredo and found.teredo[1])
    return _is_open(found) and not found.is_site_local and all(_is_open(inner) for inner in carried if inner)


def _is_open(number: IPv4Address | IPv6Address) -> bool:
    closed = number.is_multicast or number.is_reserved or number.is_unspecified or number.is_loopback or number.is_link_local
    return number.is_global and not closed


def _of_nat64(number: IPv6Address) -> IPv4Address | None:
    """The IPv4 number that a translated one stands for."""
    return IPv4Address(int(number) & LOW_32_BITS) if number in NAT64 else None


def resolve(host: str, port: int) -> tuple[str, ...]:
    """Return the numbers that a name stands for now. Raises `FetchError` for a name that stands for none."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        again = getattr(error, "errno", None) == socket.EAI_AGAIN
        raise FetchError(f"{host}: no machine of this name is found; check the address and the network", again=again) from None
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


def checked_numbers(place: Place, resolver: Resolver, is_allowed: Judge) -> tuple[str, ...]:
    """Return the numbers of a place's host, asked for once; raises `FetchError` if any of them must not be asked."""
    numbers = resolver(place.host, place.port)
    wrong = next((number for number in numbers if not is_allowed(number)), None)
    if wrong:
        named = place.host if wrong == place.host else f"{place.host} ({wrong})"
        raise FetchError(f"{place.address}: {named} is a machine of a private network; if that is meant, add --allow-private")
    return numbers
