"""Retold reads the news reports on an affair and keeps the record: who reported what, on whose word, retold from where.

import retold

for report in retold.read("reports/"):          # Report, or Problem for what cannot be read
    ...
for reading in retold.find(report):             # what stands in it, resolved within the report
    ...
record = retold.trace("reports/")               # actors, families, claims across reports
with retold.Case("affair.case") as case:        # the same, kept in one SQLite file
    record = retold.trace("reports/", case=case)
"""

# The stage packages are loaded first: the functions of the same names below then stand for them as attributes.
import retold.find
import retold.read  # noqa: F401
from retold.errors import CaseError, MetadataError, ReportError, RetoldError, TableError
from retold.model import Problem, Reading, Report, Span, Trace
from retold.pipeline import find, read, trace
from retold.record.case import Case

__all__ = [
    "Case",
    "CaseError",
    "MetadataError",
    "Problem",
    "Reading",
    "Report",
    "ReportError",
    "RetoldError",
    "Span",
    "TableError",
    "Trace",
    "find",
    "read",
    "trace",
]
