"""What can go wrong, as one family: a caller who catches `RetoldError` has caught all of it.

A bad passage never sinks a report and a bad report never sinks a run: stages raise these, the pipeline collects those
that concern one report as `model.Problem` and goes on with the others.
"""

from __future__ import annotations

from collections.abc import Sequence


def meant(known: Sequence[str]) -> str:
    """Return how a refusal ends where names like the one that was given are known: "; did you mean one or other?"."""
    return f"; did you mean {' or '.join(known[:3])}?" if known else ""


class RetoldError(Exception):
    """Anything Retold refuses, with one line that a user can act on."""


class ReportError(RetoldError):
    """One report cannot be read; the message names the file and says why."""

    def __init__(self, report: str, why: str) -> None:
        super().__init__(f"{report}: {why}")
        self.report = report
        self.why = why


class MetadataError(RetoldError):
    """The metadata table, or a row of it, cannot be used."""


class CaseError(RetoldError):
    """The case file cannot be opened, is not one, is newer than this program, or cannot be written."""


class SearchError(RetoldError):
    """A search names nothing to look for, or too much."""


class TableError(RetoldError):
    """A policy table (TOML) that ships with Retold, or that a user supplies, is malformed."""
