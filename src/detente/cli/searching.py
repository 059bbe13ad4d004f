"""What the command does that searches a store."""

from __future__ import annotations

import sys
from typing import Any

import typer

from detente.desk.search import search
from detente.render.found import found_csv, found_lines, render_found
from detente.resources.names import find_codebook
from detente.store import MOST_RANKED
from detente.views.maps import labels_of

from .choices import Results
from .ending import refuse
from .stored import store_at

FACES = {Results.jsonl: found_lines, Results.csv: found_csv}


def print_found(query: str, url: str, filters: dict[str, Any], written: Results, ui: str, *, colour: bool) -> bool:
    """Print what a store has to a query; returns whether there is anything."""
    with store_at(url) as store:
        try:
            hits, was_cut = search(query, store, **filters)
        except ValueError as error:  # of the query, of a name, of a day
            raise refuse(str(error)) from None
        where = store.where
    if written is Results.table:
        labels = labels_of(find_codebook(filters["codebook"]), ui)
        sys.stdout.write(render_found(hits, labels, colour=colour))
    else:
        sys.stdout.write(FACES[written](hits))
    if not hits:
        typer.echo(f"{where}: nothing found", err=True)
    elif was_cut:
        typer.echo(f"detente: more than {MOST_RANKED:,} passages answer this, so only the newest of them are ranked; "
                   "narrow it by --since, --party or --topic, or list all with --limit 0", err=True)  # fmt: skip
    return bool(hits)
