"""Rows as Arrow, in batches, so that a table of any size takes little memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from .columns import Column
from .rows import Row
from .writing import ExportError

if TYPE_CHECKING:
    import pyarrow

AT_ONCE = 10_000  # rows of a batch


def arrow() -> Any:
    """Return pyarrow; raises `ExportError` with what to install where it is not there."""
    try:
        import pyarrow  # an extra: 150 MB that few need
    except ModuleNotFoundError:
        raise ExportError("Arrow and Parquet need pyarrow: pip install 'detente[arrow]'") from None
    return pyarrow


def schema_of(columns: Sequence[Column]) -> pyarrow.Schema:
    """Return columns as a schema, each with what it holds."""
    pa = arrow()
    types = {"string": pa.string(), "integer": pa.int64(), "number": pa.float64(), "boolean": pa.bool_(), "list": pa.list_(pa.string())}
    return pa.schema([pa.field(each.name, types[each.type], metadata={"holds": each.holds}) for each in columns])


def batches(rows: Iterable[Row], schema: pyarrow.Schema) -> Iterator[pyarrow.RecordBatch]:
    """Yield rows as batches."""
    pa, waiting = arrow(), iter(rows)
    while some := list(islice(waiting, AT_ONCE)):
        yield pa.RecordBatch.from_pylist(some, schema)


def reader_of(rows: Iterable[Row], columns: Sequence[Column]) -> pyarrow.RecordBatchReader:
    """Return rows as a reader of batches."""
    schema = schema_of(columns)
    return arrow().RecordBatchReader.from_batches(schema, batches(rows, schema))
