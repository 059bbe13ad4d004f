"""Which known site a page is of: by its address, else by where its links lead, else by the name in its title."""

from __future__ import annotations

import re
from collections import Counter

from lxml import html

from detente.resources.sites import Site, SiteLayout, load_sites, site_at

from .structured import Structured

_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)")
_HOST = re.compile(r"(?:https?:)?//([^/:?#]+)")
# A page's links lead mostly to its own site: this share of those that name a host, and at least so many.
MOSTLY, SEVERAL = 0.3, 3
LONGEST_ENDING = 16


def address_of(text: str, tree: html.HtmlElement, told: Structured) -> str | None:
    """Return the address that a page gives as its own."""
    canonical = str(tree.xpath("string(//link[@rel='canonical']/@href)"))
    saved = _SAVED_FROM.search(text[:2000])
    return next((a for a in (canonical, told.meta.get("og:url"), saved and saved[1]) if a and a.startswith("http")), None)


def site_of(address: str | None, tree: html.HtmlElement) -> Site | None:
    """Return the known site of a page, or nothing."""
    if address:
        named = _HOST.match(address)
        return site_at(named[1]) if named else None
    hosts = Counter(match[1] for link in tree.xpath("//a/@href") if (match := _HOST.match(link)))
    known: Counter[Site] = Counter()
    for host, count in hosts.items():
        if site := site_at(host):
            known[site] += count
    site, count = known.most_common(1)[0] if known else (None, 0)
    return site if count >= max(SEVERAL, MOSTLY * hosts.total()) else _by_name(tree.xpath("string(//title)"))


def _by_name(title: str) -> Site | None:
    """The site whose name ends a page's title."""
    named = (site for site in load_sites() if site.outlet and site.outlet in title[-LONGEST_ENDING:])
    return next(named, None)


def layout_of(site: Site | None, day: str, tree: html.HtmlElement) -> SiteLayout | None:
    """Return the layout of a site, or of a publishing system, that held on a day and that the page has."""
    systems = tuple(system for system in load_sites() if not system.domains)
    for candidate in (site, *systems) if site else systems:
        for layout in candidate.layouts:
            if (not day or layout.since <= day <= layout.until) and (not layout.body or tree.xpath(layout.body)):
                return layout
    return None
