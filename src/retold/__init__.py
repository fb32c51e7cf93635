"""Retold reads the news reports on an affair and keeps the record: who reported what, on whose word, retold from where.

import retold

for report in retold.read("reports/"):          # Report, or Problem for what cannot be read
    ...
for reading in retold.find(report):             # Reading, or Problem for what cannot be analysed
    ...
record = retold.trace("reports/")               # actors, families, claims across reports
with retold.Case("affair.case") as case:        # the same, kept in one SQLite file
    record = retold.trace("reports/", case=case)
    for joined in retold.add("new.html", case=case):    # Joined: its place and family at once; or Problem
        ...
"""

from typing import TYPE_CHECKING, Any

# The stage packages are loaded first: the functions of the same names below then stand for them as attributes.
import retold.find
import retold.read  # noqa: F401
from retold.addition import Joined, add
from retold.errors import CaseError, MetadataError, ReportError, RetoldError, TableError
from retold.model import Problem, Reading, Report, Span, Trace
from retold.pipeline import find, read, trace

if TYPE_CHECKING:
    from retold.record.case import Case

__all__ = [
    "Case",
    "CaseError",
    "Joined",
    "MetadataError",
    "Problem",
    "Reading",
    "Report",
    "ReportError",
    "RetoldError",
    "Span",
    "TableError",
    "Trace",
    "add",
    "find",
    "read",
    "trace",
]


def __getattr__(name: str) -> Any:
    """Load `Case` when it is first asked for: the command line's help has no need of it."""
    if name == "Case":
        from retold.record.case import Case

        return Case
    raise AttributeError(f"module 'retold' has no attribute {name!r}")
