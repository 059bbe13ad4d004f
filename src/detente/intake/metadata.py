"""A page's metadata: from what it says of itself for machines, and from what is known of its site."""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml import html

from detente.resources.sites import Site, SiteLayout

from .lines import tidy
from .moment import iso_time
from .structured import Structured, Thing, is_kind, words_of

PUBLISHED = (
    "article:published_time", "og:article:published_time", "og:published_time", "og:release_date", "datepublished",
    "publishdate", "publish_date", "publish-date", "publishtime", "pubdate", "pub_date", "apub:time", "weibo:article:create_at",
    "dc.date.issued", "dcterms.created", "dc.date", "parsely-pub-date", "sailthru.date", "og:time", "date",
)  # fmt: skip
CREDITS = ("source", "mediaid", "article:source", "contentsource")
OUTLETS = ("og:site_name", "application-name", "dc.publisher")
SECTIONS = ("article:section", "og:article:section", "section", "parsely-section")
LABEL = re.compile("^[^:\uff1a]{1,6}[:\uff1a]\\s*")
BEHIND_CREDIT = re.compile("(?<=[\u4e00-\u9fff]) ")
# Between a title and the name of the site behind it.
BEHIND_TITLE = re.compile(r"\s*(?:[_|\u2013\u2014\uff5c\u00bb]+|\s-+\s|(?<=[\u4e00-\u9fff])-+(?=[\u4e00-\u9fff]))\s*")
CRUMBS = "//@class[contains(.,'breadcrumb') or contains(.,'crumbs')]/.. | //@id[contains(.,'breadcrumb')]/.."
BETWEEN_CRUMBS = re.compile(r"\s*[>\u203a\u00bb/|\u2192]+\s*")
LONGEST_CRUMB = 30
LONGEST_SITE_NAME = 24
SHORTEST_TITLE, LONG_TITLE, LONGEST_TITLE = 5, 8, 120
TITLED = "//h1 | //*[contains(@class,'title') and (contains(@class,'art') or contains(@class,'news') or contains(@class,'content'))]"


class Metadata(NamedTuple):
    """What is known of an article beside its text; None or empty where nothing is."""

    title: str | None
    section: tuple[str, ...]
    outlet: str | None
    credit: str | None
    published: str | None
    views: int | None


def read_metadata(tree: html.HtmlElement, told: Structured, site: Site | None, layout: SiteLayout | None, seen: list[str]) -> Metadata:
    """Return a page's metadata: a site's own layout first, then JSON-LD, meta elements, microdata."""
    article = told.article()
    title = find_title(tree, told, article, layout, seen)
    return Metadata(
        title=title,
        section=tuple(crumb for crumb in _section(tree, told, article, layout) if crumb != title),
        outlet=(site and site.outlet) or words_of(article.get("publisher")) or told.named(*OUTLETS),
        credit=_credit(tree, told, article, layout),
        published=published_of(tree, told, article, site, layout),
        views=_views(article),
    )


def _at(tree: html.HtmlElement, place: str) -> str:
    """The words of the first element at a place, or nothing."""
    found = tree.xpath(place) if place else ""
    if isinstance(found, list):
        found = found[0] if found else ""
    return tidy(found if isinstance(found, str) else found.text_content())


def find_title(
    tree: html.HtmlElement, told: Structured, article: Thing, layout: SiteLayout | None, seen: list[str]
) -> str | None:
    """Return the title: as placed, the line of the page that its own title repeats, as given for machines.

    `seen` are the lines of the page.
    """
    if layout and (placed := _at(tree, layout.title)):
        return placed
    given = told.named("og:title", "twitter:title") or ""
    shown = tidy(tree.xpath("string(//title)"))
    repeated = [line for line in seen if _opens(line, given) or _opens(line, shown)]
    headline = words_of(article.get("headline")) or told.microdata.get("headline")
    sure = min(repeated, key=len, default=None) or headline or _without_site(given)
    return sure or _titled(tree) or _without_site(shown) or None


def _titled(tree: html.HtmlElement) -> str | None:
    """The words of the first element that is a title by its kind or its name."""
    for element in tree.xpath(TITLED):
        words = tidy(element.text_content())
        if (SHORTEST_TITLE if element.tag == "h1" else LONG_TITLE) <= len(words) <= LONGEST_TITLE:
            return words
    return None


def _opens(line: str, title: str) -> bool:
    """Whether a line is a title, or most of it, or what stands before the name of a section or site in it."""
    if len(line) < SHORTEST_TITLE or not title.startswith(line):
        return False
    return 2 * len(line) >= len(title) or BEHIND_TITLE.match(title, len(line)) is not None


def _without_site(title: str) -> str:
    """A page's title without the names of section and site behind it."""
    parts = BEHIND_TITLE.split(title)
    while len(parts) > 1 and len(parts[-1]) <= LONGEST_SITE_NAME and len(parts[0]) >= SHORTEST_TITLE:
        parts.pop()
    stop = title.rfind(parts[-1]) + len(parts[-1])
    return title[:stop].strip()


def _section(
    tree: html.HtmlElement, told: Structured, article: Thing, layout: SiteLayout | None
) -> tuple[str, ...]:
    """The path of sections: as placed, as listed for machines, as shown in an element named so, or the one section."""
    if layout and layout.section and (placed := _crumbs(_at(tree, layout.section))):
        return placed
    for thing in told.things:
        if is_kind(thing, "BreadcrumbList") and (listed := _listed(thing)):
            return listed
    for element in tree.xpath(CRUMBS):
        if len(shown := _crumbs(" > ".join(tidy(part) for part in element.itertext() if part.strip(" \t\r\n>\u00bb/|")))) > 1:
            return shown
    single = words_of(article.get("articleSection")) or told.named(*SECTIONS) or told.microdata.get("articleSection")
    return (single,) if single else ()


def _crumbs(path: str) -> tuple[str, ...]:
    crumbs = tuple(crumb for part in BETWEEN_CRUMBS.split(path) if (crumb := part.strip(" :\uff1a")))
    return crumbs if all(len(crumb) <= LONGEST_CRUMB for crumb in crumbs[:-1]) else ()


def _listed(thing: Thing) -> tuple[str, ...]:
    items = thing.get("itemListElement")
    items = items if isinstance(items, list) else []
    named = (words_of(item.get("name")) or words_of(item.get("item")) for item in items if isinstance(item, dict))
    return tuple(name for name in named if name)


def _credit(tree: html.HtmlElement, told: Structured, article: Thing, layout: SiteLayout | None) -> str | None:
    """Who the page says it has the article from."""
    placed = _at(tree, layout.credit) if layout else ""
    found = placed or words_of(article.get("sourceOrganization")) or told.named(*CREDITS)
    return BEHIND_CREDIT.split(LABEL.sub("", found))[0] or None if found else None


def published_of(
    tree: html.HtmlElement, told: Structured, article: Thing, site: Site | None, layout: SiteLayout | None
) -> str | None:
    """Return the time of publication as ISO 8601."""
    zone = site.zone if site else ""
    written = [_at(tree, layout.published), _in_scripts(told, layout.script_published)] if layout else []
    written += [words_of(article.get("datePublished")), *(told.meta.get(name) for name in PUBLISHED)]
    written += [told.microdata.get("datePublished"), *_marked_times(tree)]
    return next((time for value in written if (time := iso_time(value, zone))), None)


def _in_scripts(told: Structured, pattern: str) -> str | None:
    if not pattern:
        return None
    return next((match[1] for script in told.scripts if (match := re.search(pattern, script))), None)


def _marked_times(tree: html.HtmlElement) -> list[str]:
    """Times of elements that say they are of publication."""
    return [str(time) for time in tree.xpath("//time[@pubdate]/@datetime")]


def _views(article: Thing) -> int | None:
    """How often the article was read, where the page counts that for machines."""
    counters = article.get("interactionStatistic")
    for counter in counters if isinstance(counters, list) else [counters]:
        if isinstance(counter, dict) and any(word in str(counter.get("interactionType")) for word in ("View", "Read", "Watch")):
            count = str(counter.get("userInteractionCount") or "").replace(",", "")
            return int(count) if count.isdecimal() else None
    return None
