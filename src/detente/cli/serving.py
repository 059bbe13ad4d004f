"""The web application, run until it is interrupted."""

from __future__ import annotations

import socket
import webbrowser
from threading import Timer

import typer
import uvicorn

from detente.resources.names import find_codebook
from detente.web import create_app
from detente.web.guard import LOOPBACK

from .ending import refuse
from .stored import store_at

SOON = 0.8  # seconds until the server answers


def run(url: str, host: str, port: int, codebook: str, *, opens: bool) -> None:
    """Serve a store, made where there is none yet."""
    if host not in LOOPBACK:
        raise refuse(f"--host {host}: the application asks nobody for a password, so it serves this machine alone: 127.0.0.1")
    with store_at(url, make=True) as store:
        where = f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
        _check_free(host, port)
        typer.echo(f"{store.where}: {where} (Ctrl-C to stop)", err=True)
        if opens:
            Timer(SOON, webbrowser.open, (where,)).start()
        uvicorn.run(create_app(store, find_codebook(codebook)), host=host, port=port, log_level="warning", server_header=False)


def _check_free(host: str, port: int) -> None:
    """Refuse a port that something else holds."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind((host, port))
        except OSError:
            raise refuse(f"--port {port}: something else is served there already; choose another port") from None
