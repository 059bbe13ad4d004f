"""What a page says of itself for machines: meta elements, JSON-LD and microdata."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import unescape
from typing import Any, NamedTuple

from lxml import html

from detente.text.fold import encodable

from .lines import tidy

ARTICLES = ("Article", "Posting", "Report", "WebPage")
# How deep and how wide data nested in data is followed.
DEEPEST, MOST = 6, 500

Thing = dict[str, Any]


class Structured(NamedTuple):
    """Values of meta elements by name, things of JSON-LD, values of microdata by property, and the other scripts."""

    meta: dict[str, str]
    things: tuple[Thing, ...]
    microdata: dict[str, str]
    scripts: tuple[str, ...]

    def article(self) -> Thing:
        """The thing of JSON-LD that is the article, or an empty one."""
        kinds = {kind: thing for thing in reversed(self.things) for kind in _kinds(thing)}
        return next((kinds[kind] for end in ARTICLES for kind in kinds if kind.endswith(end)), {})

    def named(self, *names: str) -> str | None:
        """The value of the first of these meta elements that the page has."""
        return next((self.meta[name] for name in names if self.meta.get(name)), None)


def read_structured(tree: html.HtmlElement) -> Structured:
    """Return what a page's tree says of itself; data that do not parse are passed over."""
    scripts = [(script.text or "", "ld+json" in (script.get("type") or "")) for script in tree.iter("script")]
    things = tuple(thing for text, is_data in scripts if is_data for thing in _json(text))
    others = tuple(text for text, is_data in scripts if not is_data)
    return Structured(_meta(tree), things, _microdata(tree), others)


def _meta(tree: html.HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        found.setdefault("".join(name.split()).lower(), tidy(unescape(element.get("content") or "")))
    return found


def _json(text: str) -> Iterator[Thing]:
    try:
        data = json.loads(text.strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return
    waiting: list[tuple[Any, int]] = [(data, 0)]
    for _ in range(MOST):
        if not waiting:
            return
        value, depth = waiting.pop(0)
        if isinstance(value, dict):
            yield value
        inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        waiting += [(part, depth + 1) for part in inside if isinstance(part, (dict, list)) and depth < DEEPEST]


def _kinds(thing: Thing) -> list[str]:
    kind = thing.get("@type")
    return [str(name) for name in kind] if isinstance(kind, list) else [str(kind)] if kind else []


def is_kind(thing: Thing, kind: str) -> bool:
    """Return whether a thing is of a kind."""
    return kind in _kinds(thing)


def _microdata(tree: html.HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.xpath("//@itemprop/.."):
        value = element.get("content") or element.get("datetime") or tidy(element.text_content())
        for name in (element.get("itemprop") or "").split():
            if value:
                found.setdefault(name, value)
    return found


def words_of(value: Any) -> str | None:
    """Return the words of a value: a text, the name of a thing, or those of the first of a list.

    >>> words_of([{"@type": "Organization", "name": "新华社"}])
    '新华社'
    """
    if isinstance(value, list):
        return words_of(value[0]) if value else None
    if isinstance(value, dict):
        return words_of(value.get("name"))
    return tidy(unescape(encodable(value))) or None if isinstance(value, str) else None
