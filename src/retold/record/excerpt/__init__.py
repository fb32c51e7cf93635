"""What a page or a section shows of a record: the first of many, told how many there are, as of any day.

Each question takes a case and an `AsOf`, reads only what it returns, and returns model values. docs/case-file.md says what is
left of them where only the reports of some days are asked for.
"""

from retold.record.excerpt.of_actors import About, about, actor, actors, alike, named
from retold.record.excerpt.of_case import counts, overview
from retold.record.excerpt.of_claims import claim, claims, months, timeline, unknowns, untimed
from retold.record.excerpt.of_reports import families, family, published, readings, report, reports, texts
from retold.record.excerpt.page import Counts, Excerpt, Held, Overview, Page
from retold.record.excerpt.selected import uncollected
from retold.record.excerpt.whole import whole

__all__ = [
    "About",
    "Counts",
    "Excerpt",
    "Held",
    "Overview",
    "Page",
    "about",
    "actor",
    "actors",
    "alike",
    "claim",
    "claims",
    "counts",
    "families",
    "family",
    "months",
    "named",
    "overview",
    "published",
    "readings",
    "report",
    "reports",
    "texts",
    "timeline",
    "uncollected",
    "unknowns",
    "untimed",
    "whole",
]
