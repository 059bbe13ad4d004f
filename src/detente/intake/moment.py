"""Times as pages write them for machines → ISO 8601."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

_NUMBERS = re.compile(
    r"(?P<year>(?:19|20)\d\d)(?:[-/.]|\u5e74)(?P<month>\d{1,2})(?:[-/.]|\u6708)(?P<day>\d{1,2})(?:\u65e5)?"
    r"(?:[T\s]*(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d+)?)?\s*(?P<zone>Z|UTC|GMT|[+-]\d\d:?\d\d)?)?"
)
_COMPACT = re.compile(r"^((?:19|20)\d\d)(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?)?$")
_EPOCH = re.compile(r"^\d{10}(?:\d{3})?$")


def iso_time(written: str | None, zone: str = "") -> str | None:
    """Return a time with the precision and the zone that are given, `zone` where a time of day has none.

    >>> iso_time("2019-09-07T13:43:45+0800"), iso_time("2019/9/7 13:43", "+08:00"), iso_time("soon")
    ('2019-09-07T13:43:45+08:00', '2019-09-07T13:43+08:00', None)
    >>> iso_time("Sat, 07 Sep 2019 05:43:45 GMT"), iso_time("1567835025")
    ('2019-09-07T05:43:45+00:00', '2019-09-07T05:43:45+00:00')
    """
    written = (written or "").strip()
    if compact := _COMPACT.match(written):
        year, month, day, hour, minute, second = compact.groups()
        written = f"{year}-{month}-{day}" + (f"T{hour}:{minute}:{second or '00'}" if hour else "")
    if match := _NUMBERS.search(written):
        return _of_numbers(match, zone)
    if _EPOCH.match(written):
        local = datetime.strptime(zone, "%z").tzinfo if zone else UTC
        return datetime.fromtimestamp(int(written[:10]), local).isoformat()
    try:
        return parsedate_to_datetime(written).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _of_numbers(match: re.Match[str], zone: str) -> str | None:
    try:
        day = datetime(int(match["year"]), int(match["month"]), int(match["day"]), int(match["hour"] or 0), int(match["minute"] or 0))
    except ValueError:
        return None
    if not match["hour"]:
        return day.date().isoformat()
    told = (match["zone"] or "").replace("UTC", "Z").replace("GMT", "Z")
    if len(told) == 5:
        told = f"{told[:3]}:{told[3:]}"
    second = f":{match['second']}" if match["second"] else ""
    return day.isoformat(timespec="minutes") + second + (told or zone)
