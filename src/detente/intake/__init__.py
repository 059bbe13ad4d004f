"""Where texts come from: files, folders, globs, standard input."""

from .files import IntakeError, decode, expand, load

__all__ = ["IntakeError", "decode", "expand", "load"]
