"""What the command does that makes networks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from detente.desk.networks import ONE_FILE_EACH, NetworkView, network

from .choices import NetworkFormat
from .ending import FAILED, refuse
from .stored import store_at
from .writing import form_of, in_colour, width_for, write_out

NEEDED = {"networkx", "matplotlib", "numpy"}


def print_networks(
    url: str, asked: dict[str, Any], ends: tuple[str, ...], limit: int, written: NetworkFormat | None, output: Path | None
) -> None:
    """Print the networks of a store, or the statements behind a tie; refuse what cannot be asked."""
    form = form_of(NetworkFormat, written, output, evidence=bool(ends))
    with store_at(url) as store:
        try:
            view = network(store, **asked)
            if ends:
                write_out("\n".join(_evidence(view, ends, limit)), output)
            else:
                _write(view, form, limit, output)
        except ValueError as error:  # of a name, of a day, of words that do not go together
            raise refuse(str(error)) from None
        except ModuleNotFoundError as error:
            if error.name not in NEEDED:
                raise
            raise refuse(f"networks need {error.name}: pip install 'detente[analysis]'", FAILED) from None


def _evidence(view: NetworkView, ends: tuple[str, ...], limit: int) -> Iterator[str]:
    if len(ends) != 2:
        raise refuse("--evidence takes the two ends of a tie: --evidence Russia,China or --evidence Russia,trade")
    return view.evidence(*ends, limit=limit)


def _write(view: NetworkView, form: NetworkFormat, limit: int, output: Path | None) -> None:
    if form in ONE_FILE_EACH:
        for period, file in _files(view, form, output):
            write_out(view.to_file(form.value, period), file)
    elif form is NetworkFormat.table:
        write_out(view.to_table(limit=limit, width=width_for(output), colour=in_colour(output)), output)
    else:
        write_out(view.to_json() if form is NetworkFormat.json else view.to_csv(), output)


def _files(view: NetworkView, form: NetworkFormat, output: Path | None) -> Iterator[tuple[str, Path | None]]:
    """The file of each period: a format that holds one network has its period in the name."""
    if view.shown.kind.every and output is None:
        raise refuse(f"--every with --format {form.value} writes a file a period: say where with -o, like -o network.{form.value}")
    for period in view.periods:
        yield period, output.with_stem(f"{output.stem}-{period}") if output and period else output
