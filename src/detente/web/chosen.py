"""What a reader has chosen: the filters of an address, as a page shows them and lets go of each."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from detente.render.report import Labels
from detente.resources.tongues import languages
from detente.views.maps import labels_of

from .shell import COMMON, Shell, address

OF_REPORTS = ("topic", "since", "until", "language", "outlet", "country")
OF_MAPS = (*OF_REPORTS, "score")
OF_STATEMENTS = ("party", "speaker", "act", *OF_REPORTS)
FIELDS = ("topic", "speaker", "outlet", "country")  # of a form, beside days and languages
ALL = ("parties", "party", "speaker", "act", *OF_MAPS)
WHERE_ELSE = frozenset(COMMON) - {"parties", "ui"}  # what goes from page to page, also to one that does not heed it
PASSING = ("first", "evidence", "one", "other")  # what an address with other filters need not keep


class Chip(NamedTuple):
    """A filter: its sort, how it is called, the address of the page without it, and whether the page heeds it."""

    sort: str
    told: str
    without: str
    counts: bool


def chips(shell: Shell, heeded: Collection[str], told: Mapping[str, str] | None = None) -> list[Chip]:
    """Return the filters of an address; `heeded` are those that the page goes by, `told` the address where it is not that of the request."""
    asked = {name: value for name, value in (shell.request.query_params if told is None else told).items() if value and name not in PASSING}
    labels = labels_of(shell.request.app.state.codebook, shell.ui)
    return [
        Chip(
            shell.words.text(f"web.filter.{name}"), ", ".join(_called(shell, labels, name, part) for part in asked[name].split(",")),
            address(shell.request.url.path, {key: value for key, value in asked.items() if key != name}), name in heeded,
        )
        for name in ALL if name in asked and (name in heeded or name in WHERE_ELSE)
    ]  # fmt: skip


def _called(shell: Shell, labels: Labels, name: str, part: str) -> str:
    """What a part of a filter is called in the reader's language; as it stands in the address where it has no name."""
    if name == "language" and part in languages():
        return shell.words.text(f"language.{part}")
    named = {"topic": labels.topics, "country": labels.parties, "parties": labels.parties, "party": labels.parties, "outlet": labels.actors,
             "speaker": labels.actors}  # fmt: skip
    return named.get(name, {}).get(part, part)


def cleared(shell: Shell, parties: str = "") -> str:
    """Return the address of a page without filters, of two parties where they are given."""
    return address(shell.request.url.path, {"parties": parties, "ui": shell.request.query_params.get("ui", "")})
