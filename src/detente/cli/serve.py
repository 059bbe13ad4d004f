"""The command that opens a corpus in a browser."""

from __future__ import annotations

from typing import Annotated

import typer

from .choices import LogForm
from .ending import refuse, sentences
from .keep import Contact
from .options import Codebook, SettingsFile, StoreUrl

Host = Annotated[str, typer.Option(help="The address to serve on; only this machine's own.")]
Port = Annotated[int, typer.Option(min=1, max=65535, help="The port to serve on.")]
NoOpen = Annotated[bool, typer.Option("--no-open", help="Do not open the browser.")]
Every = Annotated[float, typer.Option("--every", metavar="MINUTES", min=0, help="How often followed feeds are asked; 0: only when they are given.")]
Log = Annotated[LogForm | None, typer.Option("--log", help="Log each request on standard error, as text or as a JSON object a line.")]
MISSING = "the web application needs what `pip install detente[web]` brings"


def serve(
    context: typer.Context, store: StoreUrl = "", host: Host = "127.0.0.1", port: Port = 8765, no_open: NoOpen = False, every: Every = 15,
    contact: Contact = "", log: Log = None, codebook: Codebook = "default", settings: SettingsFile = None,
) -> None:  # fmt: skip
    """Open what a store keeps in a browser."""
    with sentences():
        for given in context.args:
            raise refuse(f"{given}: serve opens a store; read articles into it first: detente add {given}{f' --store {store}' if store else ''}")
        try:
            from .serving import Served, run
        except ModuleNotFoundError as error:
            raise refuse(f"{MISSING} ({error.name} is not installed)") from None
        run(Served(store, host, port, codebook, every, contact, log), opens=not no_open)
