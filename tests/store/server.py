"""A PostgreSQL server for the tests: of this machine, in a folder of its own, on loopback."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ACCOUNT = "postgres"  # of Debian's package; a server refuses to run as root
PLACES = "/usr/lib/postgresql"


def programs() -> Path | None:
    """Return the folder of a server's programs, or nothing where none is installed."""
    known = sorted(Path(PLACES).glob("*/bin"), key=lambda folder: float(folder.parent.name), reverse=True)
    found = shutil.which("initdb")
    return next((folder for folder in known if (folder / "initdb").exists()), Path(found).resolve().parent if found else None)


@contextmanager
def server(folder: Path) -> Iterator[str]:
    """Start a server whose data are in a folder; yields the address of a database in it."""
    bin_, data, port = programs(), folder / "data", _free_port()
    assert bin_
    if os.geteuid() == 0:
        shutil.chown(folder, ACCOUNT)
    _run(bin_ / "initdb", "-D", data, "-A", "trust", "-U", "tester", "-E", "UTF8", "--locale=C", "--no-sync")
    options = f"-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories= -c fsync=off"
    _run(bin_ / "pg_ctl", "-D", data, "-l", folder / "log", "-o", options, "-w", "start")
    try:
        yield f"postgresql://tester@127.0.0.1:{port}/postgres"
    finally:
        _run(bin_ / "pg_ctl", "-D", data, "-m", "immediate", "stop")


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _run(*command: object) -> None:
    user = ACCOUNT if os.geteuid() == 0 else None
    subprocess.run([str(word) for word in command], check=True, capture_output=True, user=user, cwd="/", timeout=60)
