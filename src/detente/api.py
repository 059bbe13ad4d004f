"""What a user calls from Python."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from detente.intake import load
from detente.intake.files import IntakeError
from detente.pipeline import load_plan, read_text
from detente.records import DialogueMap, FailedDocument, FailedReading, Failure, Reading
from detente.resources.codebook import DEFAULT
from detente.stages.maps import build_map, pairs


def read(source: str | Path, *, codebook: Path = DEFAULT) -> Reading | FailedReading:
    """Return the reading of a file, or of a text when `source` is not the path of one.

    >>> reading = read("中方发言人表示,中方愿与日方就渔业保持对话。日方外相表示,日方同意继续谈判。")
    >>> [s.speaker.party for s in reading.statements]
    ['CN', 'JP']
    """
    plan = load_plan(codebook)
    text = str(source)
    if isinstance(source, Path) or ("\n" not in text and len(text) < 1024 and (text == "-" or Path(text).exists())):
        try:
            return read_text(load(text), plan, path=text)
        except IntakeError as error:
            return FailedReading(FailedDocument(text), (Failure("intake", "unreadable", str(error)),), plan.made_by)
    return read_text(text, plan)


def dialogue_map(readings: Iterable[Reading], parties: tuple[str, str] | None = None) -> DialogueMap | None:
    """Return the map of two parties over readings; without `parties`, of the pair that is reported most."""
    readings = tuple(readings)
    statements = [statement for reading in readings for statement in reading.statements]
    found = pairs(statements) or tuple(map_.parties for reading in readings for map_ in reading.maps)
    if parties is None and not found:
        return None
    left, right = sorted(parties) if parties else found[0]
    positions = [position for reading in readings for position in reading.positions]
    return build_map(statements, positions, (left, right))
