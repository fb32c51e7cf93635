"""The case: one SQLite file that holds the record of one affair."""

from retold.record.case import Case

__all__ = ["Case"]
