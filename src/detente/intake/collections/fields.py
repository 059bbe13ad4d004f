"""Which field of a row tells what of an article."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from detente.text.nearest import UnknownName, nearest

from ..failure import IntakeError

# What is told, and the names that fields for it commonly have, the likeliest first; a field within a field has a full stop.
# Seen in: GDELT, Media Cloud, NewsAPI, Common Crawl's news datasets, exports of Factiva and of spreadsheets in three languages.
COMMON: dict[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "maintext", "fulltext", "full_text", "article", "article_text", "story", "articlebody",
             "正文", "内容", "全文", "текст", "статья"),
    "title": ("title", "headline", "标题", "題目", "標題", "заголовок", "название"),
    "url": ("url", "link", "permalink", "uri", "source_url", "address", "链接", "网址", "ссылка", "адрес"),
    "published": ("published", "published_at", "publishedat", "publish_date", "publication_date", "date_published", "date_publish",
                  "datepublished", "pubdate", "pub_date", "date", "datetime", "timestamp", "created_at", "发布时间", "日期", "时间", "дата"),
    "outlet": ("outlet", "source.name", "source", "publisher.name", "publisher", "media_name", "media", "site", "source_name",
               "来源", "媒体", "источник", "издание"),
    "language": ("language", "lang", "语言", "язык"),
}  # fmt: skip
DEEPEST = 3


def parse_fields(wishes: Iterable[str]) -> dict[str, str]:
    """Return the mapping that a user wrote as `text=body`. Raises `UnknownName` for what no article has.

    >>> parse_fields(["text=body", "outlet=source.name"])
    {'text': 'body', 'outlet': 'source.name'}
    """
    found: dict[str, str] = {}
    for wish in wishes:
        told, _, name = (part.strip() for part in wish.partition("="))
        if told not in COMMON:
            raise UnknownName(f"--field {wish}: an article has no {told!r}; it has {', '.join(nearest(told, COMMON))}")
        if not name:
            raise UnknownName(f"--field {wish}: name the field, as in --field {told}=body")
        found[told] = name
    return found


def find_fields(wished: Mapping[str, str], names: Collection[str], where: str) -> dict[str, str]:
    """Return which field tells what: those wished for, then common names. Raises `IntakeError` with the fields there are.

    >>> find_fields({"title": "Head"}, ("Head", "Body", "n"), "a.csv")
    {'text': 'Body', 'title': 'Head'}
    """
    for told, name in wished.items():
        if name not in names:
            raise IntakeError(f"{where}: there is no field {name!r} for {told}; there are {', '.join(nearest(name, names))}")
    plain = {name.strip().casefold(): name for name in reversed(tuple(names))}
    usual = {told: next((plain[n] for n in common if n in plain), "") for told, common in COMMON.items()}
    found = {told: name for told, name in {**usual, **wished}.items() if name}
    if "text" not in found:
        raise IntakeError(f"{where}: which field holds the text? Say --field text=NAME; there are {', '.join(names) or 'none'}")
    return found


def flat(values: Mapping[str, Any], deep: int = 1) -> dict[str, Any]:
    """Return fields with those within them by names with a full stop.

    >>> flat({"body": "…", "source": {"name": "Reuters"}})
    {'body': '…', 'source.name': 'Reuters'}
    """
    found: dict[str, Any] = {}
    for name, value in values.items():
        inner = isinstance(value, Mapping) and deep < DEEPEST
        found |= {f"{name}.{key}": each for key, each in flat(value, deep + 1).items()} if inner else {name: value}
    return found
