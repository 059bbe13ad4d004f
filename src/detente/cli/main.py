"""detente: the entry point."""

from __future__ import annotations

import re
import shutil
import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from .choices import Format
from .ending import FAILED, refuse, sentences
from .logs import start_logging
from .options import parse

if TYPE_CHECKING:
    from detente.views import MapView

COMMA = re.compile("[,\uff0c\u3001]")
PIPED_WIDTH = 80


def read_command(asked: Namespace) -> None:
    """Print the readings as JSON lines, each as soon as it is made."""
    start_logging(asked.verbose, asked.log_file)
    with sentences():
        import msgspec

        from detente.records import FailedReading

        from .reading import files_of, how_to_read, read_files

        failed, how = False, how_to_read(asked.codebook, _parts(asked.languages), _parts(asked.extractor))
        for reading in read_files(files_of(asked.articles), how, explain=asked.explain, streams=True):
            failed |= isinstance(reading, FailedReading)
            sys.stdout.write(msgspec.json.encode(reading).decode() + "\n")
        if failed:
            raise SystemExit(FAILED)


def map_command(asked: Namespace) -> None:
    """Print the dialogue map of two parties."""
    start_logging(asked.verbose, asked.log_file)
    with sentences():
        from .mapping import Wish, draw_map

        wish = Wish(_parts(asked.parties), _parts(asked.topic), asked.since, asked.until, asked.ui, asked.codebook,
                    _parts(asked.languages), _parts(asked.extractor))  # fmt: skip
        _check_output(asked.output)
        form = _format(asked.format, asked.evidence, asked.output)
        view = draw_map(asked.articles, wish)
        _print(_face(view, form, asked.evidence, colour=asked.output is None and sys.stdout.isatty()), asked.output)
        if view.failures:
            raise SystemExit(FAILED)


def schema_command(_: Namespace) -> None:
    """Print the JSON Schema of a reading."""
    with sentences():
        import msgspec

        from detente.records import Reading

        sys.stdout.write(msgspec.json.format(msgspec.json.encode(msgspec.json.schema(Reading))).decode() + "\n")


def _parts(listed: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in COMMA.split(listed) if part.strip())


def _format(wished: str, evidence: str, output: Path | None) -> Format:
    """The format asked for, else the one that the output's name ends in, else a table; evidence is text."""
    ending = output.suffix[1:].lower() if output else ""
    found = next((known for known in Format if known == (wished or ending)), Format.table)
    if evidence and found is not Format.table:
        raise refuse(f"--evidence is text and cannot be written as {found}; add --format table")
    return found


def _face(view: MapView, form: Format, evidence: str, *, colour: bool) -> str:
    width = shutil.get_terminal_size().columns if colour else PIPED_WIDTH
    if evidence:
        return view.evidence(evidence, width=width, colour=colour)
    if form is Format.table:
        return view.to_table(width=width, colour=colour)
    faces = {Format.html: view.to_html, Format.svg: view.to_svg, Format.csv: view.to_csv, Format.json: view.to_json}
    return faces[form]()


def _check_output(output: Path | None) -> None:
    """Say before anything is read that the result could not be written."""
    if output is None:
        return
    if output.is_dir():
        raise refuse(f"-o {output}: this is a folder; name a file in it")
    if not output.absolute().parent.is_dir():
        raise refuse(f"-o {output}: there is no folder {output.parent}; make it first")


def _print(drawn: str, output: Path | None) -> None:
    if output is None:
        sys.stdout.write(drawn if drawn.endswith("\n") else drawn + "\n")
        return
    try:
        output.write_text(drawn, encoding="utf-8", newline="")
    except OSError as error:
        raise refuse(f"-o {output}: cannot be written ({error.strerror})") from None


RUN = {"read": read_command, "map": map_command, "schema": schema_command}


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line: the arguments, or those of the process."""
    asked = parse(sys.argv[1:] if arguments is None else arguments)
    RUN[asked.command](asked)
