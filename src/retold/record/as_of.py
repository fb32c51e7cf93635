"""What was known on a day is what reports published until then said, and what a case held is what it had recorded by then.

The two are asked apart or together. A report whose own day is not known, or no more precisely than that it may be a later
one, is not known to have been published until then: it is left out, and counted.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
PART = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2}))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class AsOf:
    """Which record is asked for: what reports published until the end of the day `published` (UTC) said, as far as the case
    held it at the moment `held`; None is no limit and now."""

    published: date | None = None
    held: datetime | None = None

    @property
    def moment(self) -> str | None:
        """Return `held` as the case writes moments, None for now."""
        if self.held is None:
            return None
        aware = self.held.replace(tzinfo=UTC) if self.held.tzinfo is None else self.held.astimezone(UTC)
        return aware.replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"

    def includes(self, published: str | None) -> bool:
        """Return whether a report with this time of publication was surely published until then."""
        if self.published is None:
            return True
        latest = last_day(published)
        return latest is not None and latest <= self.published.isoformat()


NOW = AsOf()
"""All that the case holds now."""


def as_of(published: str | None = None, held: str | None = None) -> AsOf:
    """Return what a user asks for with "2019-09-01", and with a day or a moment ("2031-06-01T12:00", UTC unless it names a
    zone) as which the case is asked. A day means its end. Raises `ValueError` for what is neither."""
    return AsOf(published=_day(published), held=_moment(held))


def last_day(published: str | None) -> str | None:
    """Return the last day, in UTC, on which a report with this time of publication may have appeared; None if not known."""
    if published is None or DAY.fullmatch(published):
        return published
    if part := PART.fullmatch(published):
        year, month = int(part["year"]), int(part["month"] or 12)
        return f"{year:04}-{month:02}-{monthrange(year, month)[1]}" if year and 1 <= month <= 12 else None
    try:
        moment = datetime.fromisoformat(published)
        return (moment.astimezone(UTC) if moment.tzinfo else moment).date().isoformat()
    except (ValueError, OverflowError):
        return None


def _day(given: str | None) -> date | None:
    if given is None:
        return None
    if not DAY.fullmatch(given):
        raise ValueError(f"{given}: a day is written 2019-09-01")
    return date.fromisoformat(given)


def _moment(given: str | None) -> datetime | None:
    if given is None:
        return None
    if DAY.fullmatch(given):
        return datetime.combine(date.fromisoformat(given), time(23, 59, 59, 999_000), UTC)
    try:
        found = datetime.fromisoformat(given)
        return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    except (ValueError, OverflowError):
        raise ValueError(f"{given}: a moment is written 2019-09-01 or 2019-09-01T12:00") from None
