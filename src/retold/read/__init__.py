"""A file or page -> Report: decoded, its article's own words told from the page's chrome, its outlet, date and language."""

from retold.read.files import Bounds, listing, reports

__all__ = ["Bounds", "listing", "reports"]
