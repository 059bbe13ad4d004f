"""Who printed a report first: by day, by the time of day where it is known, then whoever credits nobody else, then by id."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple
from urllib.parse import urlsplit

from detente.records import Document
from detente.resources.outlets import find_outlet
from detente.resources.sites import site_at
from detente.text.fold import fold

DAY = len("2019-05-14")
UNKNOWN_DAY = "9999"
UNKNOWN_TIME = 2 * 24 * 60.0  # minutes: behind every time of a day
NAMED = "outlet:"


class Member(NamedTuple):
    """A document by when it was printed, as far as that is known, whether it credits another outlet, and its id."""

    day: str
    minute: float
    credits_another: bool
    id: str

    @classmethod
    def of(cls, published: str | None, id: str, credits_another: bool = False) -> Member:
        """Return a member; one of an unknown day or time comes after the others."""
        return cls((published or UNKNOWN_DAY)[:DAY], _minute(published or ""), credits_another, id)


def member_of(document: Document) -> Member:
    """Return a document as a member of a cluster."""
    return Member.of(document.published, document.id, credits_another(document))


def _minute(published: str) -> float:
    """The minutes of a time since the day that it names began in UTC; of a time without a zone, as if it were UTC.

    >>> _minute("2019-05-14T08:30"), _minute("2019-05-14T08:30+08:00"), _minute("2019-05-14")
    (510.0, 30.0, 2880.0)
    """
    try:
        told = datetime.fromisoformat(published) if len(published) > DAY else None
    except ValueError:
        return UNKNOWN_TIME
    if told is None:
        return UNKNOWN_TIME
    zone = told.utcoffset()
    return told.hour * 60 + told.minute + told.second / 60 - (zone.total_seconds() / 60 if zone else 0)


def credits_another(document: Document) -> bool:
    """Return whether a document names somebody else than its own outlet as the source of its report."""
    if not document.credit:
        return False
    credited = find_outlet(document.credit)
    if document.outlet and document.outlet != credited:
        return fold(document.outlet.removeprefix(NAMED)).casefold() != fold(document.credit).casefold()
    return bool(document.url) and not _is_at_home(credited, urlsplit(document.url or "").hostname or "")


def _is_at_home(outlet: str, host: str) -> bool:
    """Whether a host is an outlet's: as the sites tell that are known, else by its name.

    >>> [_is_at_home("outlet:xinhua", host) for host in ("www.news.cn", "www.xinhuanet.com", "world.huanqiu.com", "paper.example")]
    [True, True, False, False]
    """
    site = site_at(host)
    if site and site.outlet:
        return find_outlet(site.outlet) == outlet
    return outlet.removeprefix(NAMED).replace("-", "").replace(" ", "").casefold() in host
