"""Logging: to standard error with -v, to a file with --log-file; never a word of an article."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

from .ending import refuse

LEVELS = (logging.WARNING, logging.INFO, logging.DEBUG)
FORM = "%(asctime)s %(levelname)s %(message)s"


def start_logging(verbose: int, log_file: Path | None) -> None:
    """Send the program's messages where the user wants them: -v what was read and how long it took, -vv also sizes."""
    level = LEVELS[min(verbose, 2)]
    handlers: list[logging.Handler] = [logging.StreamHandler(sys.stderr)]
    handlers[0].setLevel(level)
    if log_file:
        try:
            handlers.append(logging.FileHandler(log_file, encoding="utf-8"))
        except OSError as error:
            raise refuse(f"--log-file {log_file}: cannot be written ({error.strerror})") from None
        level = min(level, logging.INFO)
    log = logging.getLogger("detente")
    log.setLevel(level)
    log.propagate = False
    _replace_handlers(log, handlers)


def _replace_handlers(log: logging.Logger, handlers: list[logging.Handler]) -> None:
    for old in tuple(log.handlers):
        log.removeHandler(old)
        old.close()
    for handler in handlers:
        handler.setFormatter(logging.Formatter(FORM))
        log.addHandler(handler)
