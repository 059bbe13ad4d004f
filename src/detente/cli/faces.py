"""Which face of a map the user asked for."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import typer

from detente.pipeline import load_plan
from detente.records import DialogueMap, FailedReading, Reading
from detente.render import (
    Labels,
    Report,
    UnknownTopic,
    render_csv,
    render_evidence,
    render_html,
    render_json,
    render_svg,
    render_table,
)
from detente.resources.labels import actor_labels, party_labels, topic_labels

FACES = {"html": render_html, "csv": render_csv, "json": render_json, "svg": render_svg}


def draw(
    found: DialogueMap, good: Sequence[Reading], failed: Sequence[FailedReading], *, form: str, evidence: str, ui: str,
    codebook: Path,
) -> str:  # fmt: skip
    """Return the map in the form that was asked for."""
    plan = load_plan(codebook)
    actors = actor_labels(plan.language.gazetteer, ui)
    labels = Labels(topic_labels(plan.codebook, ui), party_labels(actors), actors)
    report = Report(found, tuple(good), tuple(failed), labels, (), ui)
    if evidence:
        try:
            return render_evidence(report, evidence)
        except UnknownTopic as error:
            typer.echo(str(error), err=True)
            raise typer.Exit(2) from None
    if form in FACES:
        return FACES[form](report)
    return render_table(report, colour=sys.stdout.isatty())
