"""Where texts come from: files, folders, globs, standard input; texts and web pages."""

from .articles import Article, articles, file_article
from .failure import IntakeError
from .files import decode, expand, is_markup, load, load_bytes

__all__ = ["Article", "IntakeError", "articles", "decode", "expand", "file_article", "is_markup", "load", "load_bytes"]
