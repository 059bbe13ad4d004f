"""How a command ends: every known error is a sentence and a status, never a traceback.

0 fine, 1 some file failed or there is nothing to map, 2 usage, 130 interrupted, 141 the reader of the output went away.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import typer

from detente.guests import NotInstalled
from detente.resources.load import DataError
from detente.text.nearest import UnknownName

FAILED, USAGE, INTERRUPTED, READER_GONE = 1, 2, 130, 141


def refuse(message: str, status: int = USAGE) -> typer.Exit:
    """Say on standard error what is wrong; returns the exception to raise."""
    typer.echo(f"detente: {message}", err=True)
    return typer.Exit(status)


def warn(message: str) -> None:
    """Say on standard error what went wrong on the way; over a bar, where there is one, so not by what writes past it.

    >>> warn("a.txt: the file is empty")
    """
    sys.stderr.write(f"detente: {message}\n")


@contextmanager
def sentences() -> Iterator[None]:
    """Turn what may go wrong inside into a sentence on standard error and an exit status."""
    try:
        yield
        sys.stdout.flush()
    except (UnknownName, DataError, NotInstalled) as error:
        raise refuse(str(error)) from None
    except KeyboardInterrupt:
        raise refuse("interrupted; what was printed until here is complete", INTERRUPTED) from None
    except BrokenPipeError:
        # What is still in the buffer goes nowhere, so that closing it at exit raises nothing.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(READER_GONE) from None
