"""Where texts come from: files, folders, globs, standard input; texts and web pages, one a file or many."""

from .articles import AS_COMMON, Article, articles, articles_of, file_article
from .failure import IntakeError
from .files import collection_of, decode, expand, is_markup, load, load_bytes

__all__ = [
    "AS_COMMON",
    "Article",
    "IntakeError",
    "articles",
    "articles_of",
    "collection_of",
    "decode",
    "expand",
    "file_article",
    "is_markup",
    "load",
    "load_bytes",
]
