"""What the commands of the desk do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import typer

import detente
from detente.intake.collections.fields import parse_fields
from detente.records import FailedReading

from .choices import DeskFormat
from .ending import FAILED, refuse
from .options import parts
from .reading import files_of, is_of_store, read_files, reader_of
from .stored import refused, store_at
from .writing import check_output, form_of, in_colour, width_for, write_out

if TYPE_CHECKING:
    from detente.desk.gathering import Given
    from detente.desk.heard import DeskView

PICTURES = (DeskFormat.svg, DeskFormat.png)
NEEDED = {"matplotlib", "numpy"}


class Asked(NamedTuple):
    """What all of these commands are given: what is read and how, and how it is written."""

    paths: list[str] | None
    store: str
    field: list[str] | None
    languages: str
    extractor: str
    codebook: str
    evidence: str
    limit: int
    written: DeskFormat | None
    output: Path | None
    ui: str


def print_view(command: str, asked: Asked, words: dict[str, Any]) -> None:
    """Print what a command shows, or the statements behind a row; refuse what cannot be asked."""
    check_output(asked.output)
    form = form_of(DeskFormat, asked.written, asked.output, evidence=bool(asked.evidence))
    more = {} if command == "profile" else {"limit": asked.limit}
    with _given(asked) as (given, failed), refused():
        try:
            view: DeskView = getattr(detente, command)(given, **words, **more, ui=asked.ui, codebook=asked.codebook)
            write_out(_lines(view, asked) if asked.evidence else _drawn(view, form, asked), asked.output)
        except ValueError as error:  # of a name, of a day
            raise refuse(str(error)) from None
        except ModuleNotFoundError as error:
            if error.name not in NEEDED:
                raise
            raise refuse(f"pictures need {error.name}: pip install 'detente[analysis]'", FAILED) from None
    if failed:
        raise typer.Exit(FAILED)


@contextmanager
def _given(asked: Asked) -> Iterator[tuple[Given, bool]]:
    """A store, or the readings of files; and whether one of these could not be read."""
    if is_of_store(asked.paths, asked.store):
        with store_at(asked.store) as store:
            yield store, False
        return
    reader = reader_of(asked.codebook, parts(asked.languages), parts(asked.extractor))
    readings = list(read_files(files_of(asked.paths), reader, parse_fields(asked.field or ())))
    if not readings:
        raise refuse("no file is in a language that --language names, so there is nothing to show", FAILED)
    failed = [isinstance(reading, FailedReading) for reading in readings]
    if all(failed):
        raise refuse("nothing could be read, so there is nothing to show", FAILED)
    yield readings, any(failed)


def _lines(view: DeskView, asked: Asked) -> Iterator[str]:
    found = False
    for line in view.evidence(asked.evidence, asked.limit):
        found = True
        yield line + "\n"
    if not found:
        raise refuse(f"no statement is behind {asked.evidence}", FAILED)


def _drawn(view: DeskView, form: DeskFormat, asked: Asked) -> bytes | str:
    if form in PICTURES:
        return view.to_file(form.value)
    if form is DeskFormat.table:
        return view.to_table(width=width_for(asked.output), colour=in_colour(asked.output))
    return view.to_json() if form is DeskFormat.json else view.to_csv()
