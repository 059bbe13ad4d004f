"""The web application, run until it is interrupted."""

from __future__ import annotations

import socket
import webbrowser
from threading import Timer
from types import FrameType
from typing import NamedTuple

import typer
import uvicorn
from fastapi import FastAPI

from detente.engine import Reader
from detente.fetch import FetchError
from detente.fetch.fetcher import user_agent
from detente.resources.names import find_codebook
from detente.store import Store
from detente.web import create_app
from detente.web.app import fetcher_of
from detente.web.guard import LOOPBACK
from detente.web.jobs import Jobs

from .choices import LogForm
from .ending import refuse
from .logs import log_requests
from .stored import store_at

SOON = 0.8  # seconds until the server answers
PATIENCE = 3  # seconds that answers have to end when the server does


class Served(NamedTuple):
    """What is served where, how often feeds are asked and in whose name, and how requests are logged."""

    store: str
    host: str
    port: int
    codebook: str
    every: float
    contact: str
    log: LogForm | None


class Server(uvicorn.Server):
    """A server whose streams end when it is asked to end."""

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """End the jobs' streams, then the server."""
        app: FastAPI = self.config.app  # type: ignore[assignment]
        app.state.jobs.is_closing = True
        super().handle_exit(sig, frame)


def run(served: Served, *, opens: bool) -> None:
    """Serve a store, made where there is none yet."""
    if served.host not in LOOPBACK:
        raise refuse(f"--host {served.host}: the application asks nobody for a password, so it serves this machine alone: 127.0.0.1")
    if served.log:
        log_requests(as_json=served.log is LogForm.json)
    with store_at(served.store, make=True) as store:
        app = _app(store, served)
        where = f"http://[{served.host}]:{served.port}" if ":" in served.host else f"http://{served.host}:{served.port}"
        _check_free(served.host, served.port)
        typer.echo(f"{store.where}: {where} (Ctrl-C to stop)", err=True)
        if opens:
            Timer(SOON, webbrowser.open, (where,)).start()
        server_of(app, served.host, served.port).run()


def server_of(app: FastAPI, host: str, port: int) -> Server:
    """Return the server of an application."""
    told = uvicorn.Config(app, host=host, port=port, log_level="warning", server_header=False, access_log=False, timeout_graceful_shutdown=PATIENCE)
    return Server(told)


def _app(store: Store, served: Served) -> FastAPI:
    codebook = find_codebook(served.codebook)
    try:
        user_agent(served.contact)
    except FetchError as error:
        raise refuse(str(error)) from None
    return create_app(store, codebook, jobs=Jobs(store, Reader(codebook), fetcher_of(served.contact)), every=served.every)


def _check_free(host: str, port: int) -> None:
    """Refuse a port that something else holds."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind((host, port))
        except OSError:
            raise refuse(f"--port {port}: something else is served there already; choose another port") from None
