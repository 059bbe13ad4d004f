"""Where texts come from: files, folders, globs, standard input; texts and web pages."""

from .failure import IntakeError
from .files import decode, expand, is_markup, load, load_bytes

__all__ = ["IntakeError", "decode", "expand", "is_markup", "load", "load_bytes"]
