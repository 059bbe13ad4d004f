"""The command that follows what was promised, proposed and agreed."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from .choices import Interface, LedgerFormat
from .ending import FAILED, refuse, sentences
from .logs import start_logging
from .options import (
    Codebook,
    Fields,
    Languages,
    LogFile,
    Output,
    Parties,
    Paths,
    SettingsFile,
    Since,
    StoreUrl,
    Topics,
    Ui,
    Until,
    Verbose,
    parts,
)

AsOf = Annotated[str, typer.Option("--as-of", metavar="DAY", help="Follow reports up to this day (2031-09-30); else up to the last that was read.")]
Behind = Annotated[bool, typer.Option("--evidence", help="Print each commitment and each step in its exact words, with where they stand.")]
Written = Annotated[LedgerFormat | None, typer.Option("--format", help="How to write the ledger; else as -o ends, else a table.")]


def commitments(
    paths: Paths = None, store: StoreUrl = "", field: Fields = None, parties: Parties = "", as_of: AsOf = "", topic: Topics = "",
    languages: Languages = "", since: Since = "", until: Until = "", evidence: Behind = False, written: Written = None,
    output: Output = None, ui: Ui = Interface.en, codebook: Codebook = "default", verbose: Verbose = 0, log_file: LogFile = None,
    settings: SettingsFile = None,
) -> None:  # fmt: skip
    """Print what two parties promised, proposed and agreed, and what later reports say became of it."""
    start_logging(verbose, log_file)
    with sentences():
        from .writing import check_output, form_of, in_colour, width_for, write_out

        check_output(output)
        form = form_of(LedgerFormat, written, output, evidence=evidence)
        asked = {"topics": parts(topic), "since": since, "until": until, "as_of": as_of or None, "ui": ui.value}
        view = _view(paths, store, parts(parties), asked, field, parts(languages), codebook)
        faces = {LedgerFormat.json: view.to_json, LedgerFormat.csv: view.to_csv}
        table = view.evidence if evidence else lambda: view.to_table(width=width_for(output), colour=in_colour(output))
        write_out(faces.get(form, table)(), output)
        if view.failures:
            raise typer.Exit(FAILED)


def _view(
    paths: list[str] | None, store: str, parties: tuple[str, ...], asked: dict[str, Any], field: list[str] | None, languages: tuple[str, ...], codebook: str
) -> Any:  # fmt: skip
    """The ledger over files or a store; refuse what cannot be asked."""
    from detente import NothingToMap
    from detente.desk.ledgers import commitments as follow
    from detente.intake.collections.fields import parse_fields

    from .reading import files_of, is_of_store, read_files, reader_of

    reader = reader_of(codebook, languages, ())
    asked |= {"codebook": reader.codebook}
    try:
        if not is_of_store(paths, store):
            return follow(list(read_files(files_of(paths), reader, parse_fields(field or ()))), parties or None, **asked)
        from .stored import store_at  # brings the database, which files do not need

        with store_at(store) as opened:
            return follow(opened, parties or None, languages=reader.languages, **asked)
    except NothingToMap as error:
        raise refuse(str(error), FAILED) from None
    except ValueError as error:  # of a name or of a day
        raise refuse(str(error)) from None
