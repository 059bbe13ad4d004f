"""detente: the entry point."""

from __future__ import annotations

import sys
from enum import StrEnum
from importlib.metadata import version
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from detente.api import dialogue_map, read
from detente.intake import expand
from detente.records import FailedReading, Reading
from detente.resources.codebook import DEFAULT
from detente.resources.load import DataError

app = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False)
Paths = Annotated[list[str], typer.Argument(help="Files, folders, patterns, or - for standard input.")]
Codebook = Annotated[Path, typer.Option(help="A codebook (TOML) in place of the default one.")]


class Format(StrEnum):
    """How a map is written."""

    table = "table"
    json = "json"
    csv = "csv"
    html = "html"
    svg = "svg"


class Interface(StrEnum):
    """The language of the labels."""

    en = "en"
    zh_Hant = "zh-Hant"
    zh_Hans = "zh-Hans"
    ru = "ru"


def _fail(message: str, status: int) -> typer.Exit:
    typer.echo(message, err=True)
    return typer.Exit(status)


def _read_all(paths: list[str], codebook: Path) -> tuple[list[Reading], list[FailedReading]]:
    files = expand(paths)
    if not files:
        raise _fail(f"{', '.join(paths)}: no articles there (.txt files)", 2)
    try:
        found = [read(Path(path), codebook=codebook) for path in files]
    except DataError as error:
        raise _fail(str(error), 2) from None
    failed = [r for r in found if isinstance(r, FailedReading)]
    for reading in failed:
        typer.echo(reading.failures[0].message, err=True)
    return [r for r in found if isinstance(r, Reading)], failed


@app.command("read")
def read_command(paths: Paths, codebook: Codebook = DEFAULT) -> None:
    """Print the readings as JSON lines."""
    good, failed = _read_all(paths, codebook)
    for reading in (*good, *failed):
        sys.stdout.write(msgspec.json.encode(reading).decode() + "\n")
    if failed:
        raise typer.Exit(1)


@app.command("map")
def map_command(
    paths: Paths,
    parties: Annotated[str, typer.Option(help="Two parties, such as RU,US.")] = "",
    evidence: Annotated[str, typer.Option(help="Print every statement of this topic's cell.")] = "",
    form: Annotated[Format, typer.Option("--format", help="How to write it.")] = Format.table,
    output: Annotated[Path | None, typer.Option("-o", help="A file to write to.")] = None,
    ui: Annotated[Interface, typer.Option(help="The language of the labels.")] = Interface.en,
    codebook: Codebook = DEFAULT,
) -> None:
    """Print the dialogue map of two parties."""
    from .faces import draw

    good, failed = _read_all(paths, codebook)
    chosen = tuple(part.strip().upper() for part in parties.split(",") if part.strip())
    if chosen and len(set(chosen)) != 2:
        raise _fail(f"--parties {parties}: name two parties, such as --parties RU,US", 2)
    found = dialogue_map(good, (chosen[0], chosen[1]) if chosen else None)
    if found is None:
        raise _fail("no two parties speak in these articles, so there is no map to draw", 1)
    drawn = draw(found, good, failed, form=form.value, evidence=evidence, ui=ui.value, codebook=codebook)
    if output:
        output.write_text(drawn, encoding="utf-8")
    else:
        sys.stdout.write(drawn if drawn.endswith("\n") else drawn + "\n")
    if failed:
        raise typer.Exit(1)


@app.command("schema")
def schema_command() -> None:
    """Print the JSON Schema of a reading."""
    sys.stdout.write(msgspec.json.format(msgspec.json.encode(msgspec.json.schema(Reading))).decode() + "\n")


def _version(value: bool) -> None:
    if value:
        sys.stdout.write(f"detente {version('detente')}\n")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Reads news about relations between states and draws where two parties agree and differ."""


def main() -> None:
    """Run the command line."""
    app()
