"""What is peculiar to the pages of a site: `data/sites/*.toml`, each layout with the days it held."""

from __future__ import annotations

from functools import cache

import msgspec

from .load import DATA, DataError, load_toml


class SiteLayout(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """XPaths into the pages of a period. `since` and `until` are days of publication; without them, any.

    `body` are the elements that hold the article, where they are not found without help; `drop` is what inside them, or
    on the page, is no text of it. `script_published` is an expression with one group over the page's scripts, where no
    element shows the time.
    """

    body: str = ""
    drop: str = ""
    title: str = ""
    section: str = ""
    credit: str = ""
    published: str = ""
    script_published: str = ""
    since: str = ""
    until: str = "9999"


class Site(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A site by its domains; without any, a publishing system that many sites use. `zone` is that of its clocks."""

    domains: tuple[str, ...] = ()
    outlet: str | None = None
    zone: str = ""
    layouts: tuple[SiteLayout, ...] = ()


@cache
def load_sites() -> tuple[Site, ...]:
    """Return the sites that are known, by file name.

    >>> any("sina.com.cn" in site.domains for site in load_sites())
    True
    """
    return tuple(_load(name) for name in sorted(path.name for path in (DATA / "sites").glob("*.toml")))


def site_at(host: str) -> Site | None:
    """Return the site of a host, if it is known.

    >>> site_at("news.sina.com.cn").outlet, site_at("paper.example")
    ('新浪网', None)
    """
    return next((site for site in load_sites() for domain in site.domains if f".{host}".endswith(f".{domain}")), None)


def _load(name: str) -> Site:
    path = DATA / "sites" / name
    try:
        return msgspec.convert(load_toml(path), Site)
    except msgspec.ValidationError as error:
        raise DataError(f"{path}: {error}") from None
