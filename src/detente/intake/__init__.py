"""Where texts come from: files, folders, globs, standard input."""

from .files import decode, expand, load

__all__ = ["decode", "expand", "load"]
