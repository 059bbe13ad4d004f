"""A real server over an empty store, on a port of this machine."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread

import pytest

from detente.cli.serving import server_of
from detente.store import open_store
from detente.web import create_app


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """Return the address of a server."""
    with open_store(f"sqlite:///{tmp_path / 'store.sqlite'}", make=True) as store, socket.create_server(("127.0.0.1", 0)) as listening:
        server = server_of(create_app(store), "127.0.0.1", listening.getsockname()[1])
        thread = Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        while not server.started:
            Event().wait(0.01)
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.handle_exit(2, None)
        thread.join(30)
        assert not thread.is_alive()
