"""Parquet: a table with types, and in each column what it holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from .arrow import arrow, batches, schema_of
from .columns import Column
from .rows import Row
from .writing import written


def write_parquet(rows: Iterable[Row], columns: Sequence[Column], path: Path) -> None:
    """Write rows to a file, a group of rows at a time."""
    arrow()
    import pyarrow.parquet as parquet

    schema = schema_of(columns)
    with written(path) as temporary, parquet.ParquetWriter(temporary, schema, compression="zstd") as writer:
        for batch in batches(rows, schema):
            writer.write_batch(batch)
