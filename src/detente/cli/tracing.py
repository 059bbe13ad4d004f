"""What the command does that tells sources."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from detente.desk.sources import SourcesView, sources
from detente.engine import Reader
from detente.intake.collections.fields import parse_fields
from detente.records import FailedReading, Reading
from detente.store import Store

from .choices import SourcesFormat
from .ending import FAILED, refuse
from .reading import files_of, is_of_store, read_files
from .stored import store_at
from .writing import form_of, in_colour, width_for, write_out

NEEDED = {"networkx", "matplotlib", "numpy"}


class Asked(NamedTuple):
    """Of what sources are told: of files, or of a store."""

    paths: tuple[str, ...]
    store: str
    fields: tuple[str, ...]
    reader: Reader


def print_sources(
    asked: Asked, filters: dict[str, Any], ends: tuple[str, ...], limit: int, written: SourcesFormat | None, output: Path | None
) -> bool:
    """Print the sources, or the statements behind a figure; returns whether some articles could not be read."""
    form = form_of(SourcesFormat, written, output, evidence=bool(ends))
    with _material(asked) as of:
        try:
            view = sources(of, **filters)
            if ends:
                write_out("\n".join(_evidence(view, ends, limit)), output)
            else:
                _write(view, form, limit, output)
        except ValueError as error:  # of a name, or of a day
            raise refuse(str(error)) from None
        except ModuleNotFoundError as error:
            if error.name not in NEEDED:
                raise
            raise refuse(f"pictures and graphs of sources need {error.name}: pip install 'detente[analysis]'", FAILED) from None
    return isinstance(of, list) and any(isinstance(each, FailedReading) for each in of)


@contextmanager
def _material(asked: Asked) -> Iterator[Store | list[Reading | FailedReading]]:
    if is_of_store(asked.paths, asked.store):
        with store_at(asked.store) as store:
            yield store
    else:
        yield list(read_files(files_of(asked.paths), asked.reader, parse_fields(asked.fields)))


def _evidence(view: SourcesView, ends: tuple[str, ...], limit: int) -> Iterator[str]:
    if len(ends) == 1 and ends[0].isdecimal():
        return view.passed_on(int(ends[0]), limit)
    if len(ends) != 2:
        raise refuse("--evidence takes the two ends of a figure (TASS,Reuters, RU,TASS or RU,trade), or a number of sources that passed on: 2")
    return view.evidence(*ends, limit=limit)


def _write(view: SourcesView, form: SourcesFormat, limit: int, output: Path | None) -> None:
    if form is SourcesFormat.table:
        write_out(view.to_table(limit=limit, width=width_for(output), colour=in_colour(output)), output)
    elif form in (SourcesFormat.json, SourcesFormat.csv):
        write_out(view.to_json() if form is SourcesFormat.json else view.to_csv(), output)
    else:
        write_out(view.to_file(form.value), output)
