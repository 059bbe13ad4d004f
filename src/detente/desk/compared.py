"""What a user looks at of meetings: the list of them, and both accounts of one.

Each face is imported where it is drawn.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from detente.analysis.accounts import Account, Gathering
from detente.render.accounts.shown import Shown
from detente.render.interface import interface
from detente.resources.codebook import DEFAULT
from detente.text.nearest import UnknownName, nearest
from detente.views.maps import labels_of

if TYPE_CHECKING:
    from detente.render.accounts.rows import AccountRow

ALL = "all"


class MeetingsView:
    """The meetings, calls and visits of two parties that were found; a notebook shows them as a table."""

    def __init__(self, found: tuple[Gathering, ...], *, ui: str = "en", codebook: Path = DEFAULT) -> None:
        self.meetings, self._ui, self._codebook = found, ui, codebook

    def in_words(self) -> tuple[str, ...]:
        """Return each meeting on one line."""
        from detente.render.accounts.table import in_words

        labels = labels_of(self._codebook, self._ui)
        return tuple(in_words(each, labels, interface(self._ui)) for each in self.meetings)

    def to_table(self, *, width: int = 80, colour: bool = False) -> str:
        """Return them numbered, with day, kind, parties, place and how many reports are accounts of each."""
        from detente.render.accounts.table import render_list

        return render_list(self.meetings, labels_of(self._codebook, self._ui), interface(self._ui), width=width, colour=colour)

    def to_csv(self) -> str:
        """Return a row a meeting."""
        from detente.render.accounts.rows import list_csv

        return list_csv(self.meetings, interface(self._ui))

    def to_json(self) -> str:
        """Return them as JSON."""
        from detente.render.accounts.rows import list_json

        return list_json(self.meetings, interface(self._ui))

    def __str__(self) -> str:
        return self.to_table()

    def _repr_html_(self) -> str:
        from html import escape

        return f"<pre>{escape(self.to_table())}</pre>"


class CompareView:
    """Both accounts of a meeting, topic by topic; a notebook shows them as a table."""

    def __init__(self, shown: Shown) -> None:
        self.shown = shown

    @property
    def meeting(self) -> Gathering:
        """The meeting."""
        return self.shown.comparison.gathering

    @property
    def rows(self) -> tuple[Account, ...]:
        """What is told on each topic: contradicted, by both, by one."""
        return self.shown.comparison.rows

    def to_rows(self) -> list[AccountRow]:
        """Return plain rows, one a telling: `pandas.DataFrame(view.to_rows())`."""
        from detente.render.accounts.rows import account_rows

        return account_rows(self.shown)

    def to_table(self, *, width: int = 80, colour: bool = False) -> str:
        """Return both accounts side by side as text, `width` columns wide."""
        from detente.render.accounts.table import render_table

        return render_table(self.shown, width=width, colour=colour)

    def to_csv(self) -> str:
        """Return the rows as CSV."""
        from detente.render.accounts.rows import render_csv

        return render_csv(self.shown)

    def to_json(self) -> str:
        """Return the meeting and the rows as JSON."""
        from detente.render.accounts.rows import render_json

        return render_json(self.shown)

    def to_file(self, form: str) -> bytes:
        """Return the picture, as `svg` or `png`."""
        from detente.render.accounts.picture import render_picture

        return render_picture(self.shown, form)

    def evidence(self, topic: str = ALL) -> Iterator[str]:
        """Yield all that both accounts tell on a topic, given by id or name, as citations; of `all` topics."""
        from detente.render.accounts.table import evidence_lines

        return evidence_lines(self.shown, self.rows if topic == ALL else [self._row(topic)])

    def _row(self, topic: str) -> Account:
        names = {each.topic: self.shown.labels.topic(each.topic).casefold() for each in self.rows}
        found = next((row for row in self.rows if topic.casefold() in (row.topic, names[row.topic])), None)
        if found is None:
            known = self.shown.words.text("list.comma").join(nearest(topic, names))
            raise UnknownName(self.shown.words.text("accounts.unknown_topic", topic=topic, known=known))
        return found

    def __str__(self) -> str:
        return self.to_table()

    def __repr__(self) -> str:
        return f"<CompareView {'-'.join(self.meeting.parties)} {self.meeting.date}: rows {len(self.rows)}>"

    def _repr_html_(self) -> str:
        from detente.render.accounts.rows import render_html

        return render_html(self.shown)
