"""A moment is written in one way wherever it leaves the program: ISO 8601 in UTC, to the second.

So the JSON and the case say the same, and text sorts as time does.
"""

from __future__ import annotations

from datetime import UTC, datetime

from retold.model import Period


def ends(period: Period | None) -> dict[str, str | None]:
    """Return `earliest` and `latest` of a period, both included; None for an open end and for no period."""
    return {
        "earliest": moment(period.earliest) if period else None,
        "latest": moment(period.latest) if period else None,
    }


def moment(time: datetime | None) -> str | None:
    """Return "2031-05-03T23:59:59Z"; a time without a zone is taken for UTC, as all of a `Period` are."""
    if time is None:
        return None
    aware = time.replace(tzinfo=UTC) if time.tzinfo is None else time.astimezone(UTC)
    return aware.replace(tzinfo=None).isoformat(timespec="seconds") + "Z"  # strftime writes the year 987 with three digits
