"""A PostgreSQL server for measuring, as the tests start one, where it is installed."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

TESTS = Path(__file__).resolve().parent.parent / "tests" / "store"


@contextmanager
def shared_server() -> Iterator[str]:
    """Start a server; yields the address of an empty database, or nothing where there is no PostgreSQL, and says so."""
    if str(TESTS) not in sys.path:
        sys.path.append(str(TESTS))
    from server import programs, server

    if programs() is None:
        print("PostgreSQL is not installed (Debian: postgresql), so nothing is measured on it\n")
        yield ""
        return
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder, server(Path(folder)) as url:
        yield url
