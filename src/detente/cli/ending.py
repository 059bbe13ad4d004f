"""How a command ends: every known error is a sentence and a status, never a traceback.

0 fine, 1 some file failed or there is nothing to map, 2 usage, 130 interrupted, 141 the reader of the output went away.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

FAILED, USAGE, INTERRUPTED, READER_GONE = 1, 2, 130, 141


def say(message: str) -> None:
    """Say something on standard error."""
    sys.stderr.write(f"detente: {message}\n")


def refuse(message: str, status: int = USAGE) -> SystemExit:
    """Say on standard error what is wrong; returns the exception to raise."""
    say(message)
    return SystemExit(status)


@contextmanager
def sentences() -> Iterator[None]:
    """Turn what may go wrong inside into a sentence on standard error and an exit status."""
    # Imported where a command begins: `detente --help` needs none of them.
    from detente.guests import NotInstalled
    from detente.resources.load import DataError
    from detente.text.nearest import UnknownName

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
        raise SystemExit(READER_GONE) from None
