"""Logging: to standard error with -v, to a file with --log-file; never a word of an article."""

from __future__ import annotations

import logging
import sys
from datetime import UTC, datetime
from pathlib import Path

import msgspec

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


class AsJson(logging.Formatter):
    """A record as a JSON object in one line: the time, the level, and what a request was or the message."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        told = getattr(record, "told", None) or {"message": record.getMessage()}
        time = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        return msgspec.json.encode({"time": time, "level": record.levelname.lower(), **told}).decode()


def log_requests(*, as_json: bool) -> None:
    """Log the requests of a server on standard error."""
    log = logging.getLogger("detente")
    log.setLevel(logging.INFO)
    log.propagate = False
    _replace_handlers(log, [logging.StreamHandler(sys.stderr)])
    if as_json:
        log.handlers[0].setFormatter(AsJson())
