"""What the command does that writes exports."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import typer

from detente.desk.corpus import Corpus
from detente.export import ExportError

from .ending import FAILED, refuse
from .stored import store_at


class Wish(NamedTuple):
    """What is exported, as the user wrote it."""

    form: str
    table: str
    text: str
    filters: dict[str, Any]
    ui: str
    codebook: str


def write_export(path: Path, wish: Wish, url: str) -> None:
    """Write what a store keeps to a path, and say where."""
    if not path.absolute().parent.is_dir():
        raise refuse(f"-o {path}: there is no folder {path.parent}; make it first")
    with store_at(url) as store:
        try:
            corpus = Corpus(store, ui=wish.ui, codebook=wish.codebook)
            corpus.export(path, wish.form, table=wish.table, text=wish.text, **wish.filters)
        except ExportError as error:
            raise refuse(str(error), FAILED) from None
        except ValueError as error:  # of a name, of a day
            raise refuse(str(error)) from None
        except OSError as error:
            raise refuse(f"-o {path}: cannot be written ({error.strerror})", FAILED) from None
        typer.echo(f"{store.where}: exported to {path}", err=True)
