"""Which mentions are of one event."""

from __future__ import annotations

import pytest

from detente.analysis.happenings import Happening, days_of, happenings
from detente.records import Event, Told


def told(number: int, day: str, date: str | None = None, *, status: str = "held", kind: str = "meeting", parties: tuple[str, ...] = ("CN", "JP"),
         place: str | None = None, same_as: str | None = None, document: str = "", language: str = "en", who: tuple[str, ...] = ()) -> Told:  # fmt: skip
    event = Event(f"e{number}", kind, None, number, number + 1, who, parties, date, place, None, status, same_as, 0.8, "deed")
    return Told(event, document or f"d{number}", document or f"d{number}", day, f"outlet:o{number}", language)


def brief(found: tuple[Happening, ...]) -> list[tuple[str, str, int]]:
    return [(each.date, each.status, each.reports) for each in found]


def test_reports_of_one_event_are_one() -> None:
    found = happenings([
        told(1, "2031-03-02", "2031-03-05", status="agreed", place="Hanoi"),
        told(2, "2031-03-05", "2031-03-05", place="\u6cb3\u5185", language="zh"),
        told(3, "2031-03-06", "2031-03", parties=("CN", "JP", "VN")),
        told(4, "2031-03-07"),
    ])  # fmt: skip
    (event,) = found
    assert (event.date, event.precision, event.status, event.reports) == ("2031-03-05", "day", "held", 4)
    assert (event.places, event.parties, event.first, event.last) == ({"en": "Hanoi", "zh": "\u6cb3\u5185"}, ("CN", "JP", "VN"), "2031-03-02", "2031-03-07")
    assert event.documents == ("d1", "d2", "d3", "d4") and event.mentions == ("e1", "e2", "e3", "e4")


@pytest.mark.parametrize(
    "other",
    [
        told(2, "2031-03-06", "2031-03-05", kind="call"),
        told(2, "2031-03-09", "2031-03-07"),
        told(2, "2031-03-09"),
        told(2, "2031-03-06", "2031-03-05", place="Kyoto"),
        told(2, "2031-03-06", "2031-03-05", parties=("JP", "VN")),
        told(2, "2031-03-06", status="agreed"),
    ],
)  # fmt: skip
def test_others_are_others(other: Told) -> None:
    assert len(happenings([told(1, "2031-03-05", "2031-03-05", place="Hanoi"), other])) == 2


def test_time_zones_and_weeks() -> None:
    assert brief(happenings([told(1, "2031-03-05", "2031-03-05"), told(2, "2031-03-06", "2031-03-06")])) == [("2031-03-05", "held", 2)]
    assert brief(happenings([told(1, "2031-03-01", "2031-W10", status="agreed"), told(2, "2031-03-06", "2031-03-06")])) == [("2031-03-06", "held", 2)]


def test_the_latest_report_tells_the_status() -> None:
    found = happenings([
        told(1, "2031-03-01", "2031-03-20", status="agreed"), told(2, "2031-03-10", "2031-03-20", status="postponed"),
        told(3, "2031-03-12", "2031-03-20", status="agreed"), told(4, "2031-03-12", "2031-03-20", status="cancelled"),
    ])  # fmt: skip
    assert brief(found) == [("2031-03-20", "cancelled", 4)]


def test_what_has_no_date_goes_by_its_report() -> None:
    (event,) = happenings([told(1, "2031-03-05")])
    assert (event.date, event.precision) == ("2031-03-05", "reported")
    (nothing,) = happenings([told(1, "")])
    assert (nothing.date, nothing.precision, nothing.first) == ("", "reported", "")


def test_mentions_of_one_article_and_copies() -> None:
    again = told(2, "2031-03-05", "2031-03-05", same_as="e1", document="d1", parties=("VN",), who=("person:x",))
    copy = told(3, "2031-03-06", "2031-03-05")._replace(report="d1")
    (event,) = happenings([told(1, "2031-03-05", document="d1"), again, copy], ("CN", "VN"), ("person:x",))
    assert (event.date, event.parties, event.reports, event.participants) == ("2031-03-05", ("CN", "JP", "VN"), 1, ("person:x",))


def test_only_those_of_parties_and_actors() -> None:
    given = [told(1, "2031-03-05", who=("person:x",)), told(2, "2031-03-05", parties=("CN", "VN"))]
    assert len(happenings(given)) == 2
    assert [each.mentions for each in happenings(given, ("JP",))] == [("e1",)]
    assert [each.mentions for each in happenings(given, (), ("person:x",))] == [("e1",)]


def test_order_is_that_of_time() -> None:
    found = happenings([told(1, "2031-01-01", "2031-12"), told(2, "2031-01-01", "2031-W46", kind="visit"), told(3, "", kind="call")])
    assert [each.date for each in found] == ["", "2031-W46", "2031-12"]


def test_what_is_no_date() -> None:
    assert days_of("2031-13") is None and days_of("2031-02-30") is None and days_of("soon") is None and days_of("") is None
    assert [str(day) for day in days_of("2031-W10") or ()] == ["2031-03-03", "2031-03-09"]
    assert [str(day) for day in days_of("2031") or ()] == ["2031-01-01", "2031-12-31"]
