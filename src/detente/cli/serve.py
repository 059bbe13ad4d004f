"""The command that opens a corpus in a browser."""

from __future__ import annotations

from typing import Annotated

import typer

from .ending import refuse, sentences
from .options import Codebook, SettingsFile, StoreUrl

Host = Annotated[str, typer.Option(help="The address to serve on; only this machine's own.")]
Port = Annotated[int, typer.Option(min=1, max=65535, help="The port to serve on.")]
NoOpen = Annotated[bool, typer.Option("--no-open", help="Do not open the browser.")]
MISSING = "the web application needs what `pip install detente[web]` brings"


def serve(
    store: StoreUrl = "", host: Host = "127.0.0.1", port: Port = 8765, no_open: NoOpen = False, codebook: Codebook = "default",
    settings: SettingsFile = None,
) -> None:  # fmt: skip
    """Open what a store keeps in a browser."""
    with sentences():
        try:
            from .serving import run
        except ModuleNotFoundError as error:
            raise refuse(f"{MISSING} ({error.name} is not installed)") from None
        run(store, host, port, codebook, opens=not no_open)
