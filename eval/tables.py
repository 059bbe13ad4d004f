"""Tables of scores in plain text."""

from __future__ import annotations

from collections.abc import Sequence

from floors import Scores


def table(rows: Sequence[Sequence[str]]) -> str:
    """Return rows in aligned columns: the first to the left, the others to the right.

    >>> print(table([("set", "act"), ("seed", "85.7"), ("  floor", "82")]))
    set       act
    seed     85.7
      floor    82
    """
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join([row[0].ljust(widths[0]), *(c.rjust(w) for c, w in zip(row[1:], widths[1:], strict=True))]).rstrip()
        for row in rows
    )


def _line(name: str, values: dict[str, float], keys: Sequence[str]) -> tuple[str, ...]:
    return (name, *(f"{values[key]:g}" if key in values else "" for key in keys))


def by_set(measured: Scores, floors: Scores, targets: Scores) -> str:
    """Return sets as rows and scores as columns, with floors and targets beneath each set."""
    keys = tuple(dict.fromkeys(key for values in measured.values() for key in values))
    rows: list[tuple[str, ...]] = [("per cent", *keys)]
    for name, values in measured.items():
        rows.append(_line(name, values, keys))
        rows += [
            _line(f"  {label}", known[name], keys)
            for label, known in (("floor", floors), ("target", targets))
            if name in known
        ]
    return table(rows)


def by_key(title: str, values: dict[str, float], floors: dict[str, float]) -> str:
    """Return scores of one kind as rows, with their floors."""
    rows = [(title, "score", "floor")]
    rows += [(key, f"{value:g}", f"{floors[key]:g}" if key in floors else "") for key, value in values.items()]
    return table(rows)
