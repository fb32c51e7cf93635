"""Lines by which agencies and outlets sign a story: the dateline, the byline, the name in brackets behind the last words.

The same names sign pictures and surveys, which say nothing of where the story comes from.
"""

from __future__ import annotations

import re

from retold.find.credit_cues import has, list_of, policy
from retold.find.credit_settings import Setting, inside, line_of
from retold.model import Report


def picture(setting: Setting) -> bool:
    """Return whether the name credits a picture: a word such as photo right beside it, or on its short line."""
    words = list_of("pictures", "words")
    if re.search(r"[^\W\d_]/$", setting.before):  # "(N. N./NAME)"
        return True
    near = f"{setting.before[-25:]} | {setting.after[:15]}"
    if len(setting.line) <= policy()["bounds"]["line"]:
        near = setting.line
    return any(has(near, w) for w in words)


def survey(setting: Setting) -> bool:
    """Return whether the name is a poll's ("a NAME/Ostria poll")."""
    words = setting.after.split(" ")[:3]
    named = words[: words.index("that")] if "that" in words else words  # "told NAME that polls are wrong"
    return any(has(" ".join(named), w) for w in list_of("polls", "words"))


def dateline(report: Report, setting: Setting) -> bool:
    """Return whether the name stands where datelines do: "CITY, Aug 19 (NAME) -", "NAME - ", "NAME 8月19日电"."""
    marks, start = policy()["marks"], setting.outlet.span.start
    bounds = policy()["bounds"]
    if start - setting.paragraph.start > bounds["dateline"] or not _early(report, start, paragraphs=bounds["opening"]):
        return False
    before, after = setting.before.rstrip(), setting.after.lstrip()
    opened = before[-1:] in marks["open"] and bool(before)
    if opened and after[:1] in marks["close"] and after:
        return True
    if opened and before[-1] in "-–—" and any(c.isdigit() for c in before) and after[:1] in (".", ","):  # "CITY, 21 авг - NAME."
        return True
    if re.match(r"[^。]{0,14}\d{1,2}\s?日?\s?[电電讯訊]", after):
        return True
    return (not before or opened) and re.match(r"[.\s]{0,2}[-–—]{1,2}\s", setting.after) is not None and len(after) > 40


def _early(report: Report, at: int, *, paragraphs: int = 3) -> bool:
    """Return whether a place stands among the headline, the byline and the first paragraphs."""
    first = report.body[min(paragraphs, len(report.body)) - 1].end if report.body else 0
    return at < max(first, len(report.text) // 3)


def byline(report: Report, setting: Setting) -> bool:
    """Return whether the name stands on a line of its own or of writers' names, early in the report or marked as a byline."""
    line, rows = setting.line, policy()
    if len(line) > rows["bounds"]["line"] or not line:
        return False
    start = setting.outlet.span.start
    marked = any(c.kind == "byline" and inside(c.span, start) for c in report.chrome)
    by = any(line.startswith(f"{w} ") for w in list_of("marks", "by"))
    if not (marked or _early(report, start) or by) or inside(report.headline, start):
        return False
    return marked or _name_line(report, setting, by=by)


def _name_line(report: Report, setting: Setting, *, by: bool) -> bool:
    """Return whether the line holds nothing but names ("N. N., NAME", "By N. N. and N. N. of NAME"), the name last or alone."""
    start, end = setting.outlet.span
    before, after = (
        report.text[line_of(report.text, setting.outlet.span).start : start].strip(),
        setting.after[: len(setting.line)].strip(" .,|/-"),
    )
    desks = list_of("marks", "desk")
    dated = any(c.isdigit() for c in after) and len(after.split()) <= 6
    if after and not dated and not any(after.startswith(d) for d in desks):
        return False
    small = list_of("marks", "small")
    words = [w.strip(",|/") for w in before.split()]
    names = [w for w in words if w and w.lower() not in small and w.lower() not in desks]
    if len(names) > 8 or not all(w[0].isupper() or not w[0].isalpha() for w in names):
        return False
    return by or not names or bool(re.search(r"[,|/–—-]\s*(?:the)?\s*$", before, re.I)) or end - start == len(setting.line)


def signature(report: Report, setting: Setting) -> bool:
    """Return whether the name signs the report: alone in brackets at the end of one of its last lines ("... (NAME)")."""
    before, after = setting.before.rstrip(), setting.after.strip()
    if before[-1:] not in ("(", "（", "/") or not before or after[:1] not in (")", "）", "/") or len(after) > 8:
        return False
    last = report.body[-2:] if report.body else ()
    return bool(last) and setting.outlet.span.start >= last[0].start
