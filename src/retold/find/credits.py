"""A report that carries on another's story often says so: in its dateline, its byline, its lead or its last line.

What counts is the cue beside a name ("according to a report from", "AP reports", "told Reuters") and where it stands: a
dateline speaks for the whole report, "told Reuters" in the ninth paragraph for one sentence. The same name beside a
photograph says nothing. Cues stand in `credits.toml`, names in `agencies.toml`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from retold.find.credit_cues import ENDS, STARTS, Side, has, list_of, policy, shorter, touching
from retold.find.outlet_names import Outlet, outlets, own
from retold.model import Credit, Report, Span

Place = Literal["dateline", "byline", "lead", "text", "tail"]
NO_CREDIT = frozenset({"menu", "caption", "photo credit", "follow", "comments", "related"})
"""Kinds of chrome in which an outlet's name says nothing about the report."""

_SPACE = re.compile(r"[\s\u00a0]")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Setting:
    """A mention with its surroundings, lower case, whitespace made plain."""

    outlet: Outlet
    before: str
    after: str
    line: str
    paragraph: Span
    in_article: bool


def credits(report: Report) -> tuple[Credit, ...]:
    """Return the outlets and agencies that `report` names as where it got the story, in text order.

    One a name and place: the strongest. The report's own outlet is none. A byline that stands in no text (a page's
    metadata) has the empty span at 0.
    """
    bounds = policy()["bounds"]
    found: list[Credit] = []
    for outlet in outlets(report.text, most=bounds["most"]):
        if outlet.sure == "capitals" and not _bare(report.text, outlet.span):
            continue
        setting = _setting(report, outlet)
        credit = None if setting is None or own(report, outlet.name) else _judge(report, setting)
        if credit:
            found.append(credit)
    found.extend(_from_metadata(report, found))
    return _strongest(found)


def _setting(report: Report, outlet: Outlet) -> _Setting | None:
    text, (start, end), width = report.text, outlet.span, policy()["bounds"]["window"]
    if any(c.span.start <= start < c.span.end and c.kind in NO_CREDIT for c in report.chrome):
        return None
    line = _line(text, outlet.span)
    inside = next((s for s in report.body if s.start <= start < s.end), None)
    paragraph = inside or line
    return _Setting(
        outlet=outlet,
        before=_plain(text[max(paragraph.start, start - width) : start]),
        after=_plain(text[end : min(paragraph.end, end + width)]),
        line=_plain(text[line.start : line.end]).strip(),
        paragraph=paragraph,
        in_article=inside is not None or _in(report.headline, start),
    )


def _line(text: str, span: Span) -> Span:
    """Return the line around a name, at most 400 characters either side; some archives write breaks as marks."""
    breaks = policy()["bounds"]["breaks"]
    start, end = max(0, span.start - 400), min(len(text), span.end + 400)
    left = max(at + len(b) if (at := text.rfind(b, start, span.start)) >= 0 else start for b in breaks)
    right = min(at if (at := text.find(b, span.end, end)) >= 0 else end for b in breaks)
    return Span(left, right)


def _plain(text: str) -> str:
    return _SPACE.sub(" ", text).lower()


def _in(span: Span | None, at: int) -> bool:
    return span is not None and span.start <= at < span.end


def _judge(report: Report, setting: _Setting) -> Credit | None:
    if _picture(setting) or _survey(setting):
        return None
    known = setting.outlet.sure in ("table", "short")
    if known and _dateline(report, setting):
        return _credit(setting, "dateline", "dateline", "named in the dateline")
    if known and _byline(report, setting):
        return _credit(setting, "byline", "byline", "named in the byline")
    kind, cue = _strongest_cue(report, setting)
    if kind is None or not _believable(setting, kind, cue):
        return None
    return _credit(setting, kind, _place(report, setting.outlet.span.start), f"“{cue}” beside the name")


def _credit(setting: _Setting, kind: str, place: Place, why: str) -> Credit:
    rows, outlet = policy(), setting.outlet
    scores = rows["scores"][kind]
    score = scores.get(place, min(scores.values()))
    if outlet.sure in ("domain", "word", "capitals"):
        score *= rows["adjust"]["outlet"]
        why += "; no outlet that the tables know"
    if kind == "report" and any(has(re.split(r"[.!?。]\s", setting.before)[-1], w) for w in list_of("denied", "words")):
        score *= rows["adjust"]["denied"]
        why += "; the sentence rejects what was reported"
    return Credit(span=outlet.span, name=outlet.name, agency=outlet.wire, place=place, score=round(score, 3), reason=why)


def _picture(setting: _Setting) -> bool:
    """Return whether the name credits a picture: a word such as photo right beside it, or on its short line."""
    words = list_of("pictures", "words")
    if re.search(r"[^\W\d_]/$", setting.before):  # "(N. N./NAME)"
        return True
    near = f"{setting.before[-25:]} | {setting.after[:15]}"
    if len(setting.line) <= policy()["bounds"]["line"]:
        near = setting.line
    return any(has(near, w) for w in words)


def _survey(setting: _Setting) -> bool:
    """Return whether the name is a poll's ("a NAME/Ostria poll")."""
    return any(has(" ".join(setting.after.split(" ")[:3]), w) for w in list_of("polls", "words"))


def _dateline(report: Report, setting: _Setting) -> bool:
    """Return whether the name stands where datelines do: "CITY, Aug 19 (NAME) -", "NAME - ", "NAME 8月19日电"."""
    marks, start = policy()["marks"], setting.outlet.span.start
    if start - setting.paragraph.start > policy()["bounds"]["dateline"] or not _early(report, start):
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


def _early(report: Report, at: int) -> bool:
    """Return whether a place stands among the headline, the byline and the first paragraphs."""
    first = report.body[min(2, len(report.body) - 1)].end if report.body else 0
    return at < max(first, len(report.text) // 3)


def _byline(report: Report, setting: _Setting) -> bool:
    line, rows = setting.line, policy()
    if len(line) > rows["bounds"]["line"] or not line:
        return False
    start = setting.outlet.span.start
    marked = any(c.kind == "byline" and _in(c.span, start) for c in report.chrome)
    by = any(line.startswith(f"{w} ") for w in list_of("marks", "by"))
    if not (marked or _early(report, start) or by) or _in(report.headline, start):
        return False
    return marked or _name_line(report, setting, by=by)


def _name_line(report: Report, setting: _Setting, *, by: bool) -> bool:
    """Return whether the line holds nothing but names ("N. N., NAME", "By N. N. and N. N. of NAME"), the name last or alone."""
    start, end = setting.outlet.span
    before, after = (
        report.text[_line(report.text, setting.outlet.span).start : start].strip(),
        setting.after[: len(setting.line)].strip(" .,|/-"),
    )
    desks = list_of("marks", "desk")
    dated = any(c.isdigit() for c in after) and len(after.split()) <= 6
    if after and not dated and not any(after.startswith(d) for d in desks):
        return False
    small = {"and", "of", "the", "by", "y", "e", "et", "und", "por", "par", "von", "di", "и", "|", "/", "-", "–", "—", "&"}
    words = [w.strip(",|/") for w in before.split()]
    names = [w for w in words if w and w.lower() not in small and w.lower() not in desks]
    if len(names) > 8 or not all(w[0].isupper() or not w[0].isalpha() for w in names):
        return False
    return by or not names or bool(re.search(r"[,|/–—-]\s*(?:the)?\s*$", before, re.I)) or end - start == len(setting.line)


def _strongest_cue(report: Report, setting: _Setting) -> tuple[str | None, str]:
    place, best, words = _place(report, setting.outlet.span.start), 0.0, ""
    kind = None
    for candidate, cue in _cues(report, setting):
        scores = policy()["scores"][candidate]
        score = scores.get(place, min(scores.values()))
        if score > best:
            kind, words, best = candidate, cue, score
    return kind, words


def _cues(report: Report, setting: _Setting) -> list[tuple[str, str]]:
    """Return every (kind, cue) beside the name. Outside the article's words only a source line or a notice counts."""
    outside = () if setting.in_article else ("report", "first", "told", "said")
    before = _beside(shorter(setting.before, "before", ENDS), "before", ENDS)
    after = _beside(shorter(setting.after, "after", STARTS), "after", STARTS)
    found = [(kind, cue) for kind, cue in (*before, *after) if kind not in outside]
    if setting.in_article and setting.outlet.sure in ("table", "short") and (cue := _far(setting.before)):
        found.append(("told", cue))
    if cue := _heads(report, setting):
        found.append(("headline", cue))
    return found


def _beside(rests: list[str], where: str, side: Side) -> list[tuple[str, str]]:
    """Return the (kind, cue) that touch the name once fillers are taken off."""
    kinds = [k for k in policy()[where] if k != "far"]
    return [(kind, cue) for rest in rests for kind in kinds if (cue := touching(rest, side, where, kind))]


def _far(before: str) -> str | None:
    """Return the verb of "contó un funcionario a NAME": a verb of saying in reach and a preposition right before the name."""
    sentence = re.split(r"[.!?。]\s", before)[-1]
    rests = shorter(sentence, "before", ENDS)
    if not any(touching(rest, ENDS, "before", "far", "prepositions") for rest in rests):
        return None
    return next((v for v in list_of("before", "far", "verbs") if has(sentence, v)), None)


def _heads(report: Report, setting: _Setting) -> str | None:
    """Return how a headline credits the name: "NAME: minister resigns", "Minister resigns - NAME"."""
    if not _in(report.headline, setting.outlet.span.start) or setting.outlet.sure not in ("table", "short", "domain"):
        return None
    if re.match(r"(?: exclusive| source[s]?)?\s?[:：]", setting.after):
        return ":"
    closed = not setting.after.strip() and re.search(r"(?:\s[-–—]|:|,)\s*$", setting.before)
    return closed.group().strip() if closed else None


def _believable(setting: _Setting, kind: str, cue: str) -> bool:
    """Return whether the cue is enough for this sort of name: the less is known of it, the more the cue must say."""
    outlet, rows = setting.outlet, policy()["outlets"]
    if outlet.sure == "capitals":
        return cue in rows["bare"]
    if outlet.sure in ("domain", "word"):
        return kind in rows["kinds"]
    return kind != "said" or outlet.sure == "table" or outlet.wire


def _bare(text: str, span: Span) -> bool:
    """Return whether one of the few cues that make any capitals an outlet touches the name."""
    before = _plain(text[max(0, span.start - 30) : span.start]).rstrip()
    after = _plain(text[span.end : span.end + 30]).lstrip()
    return bool(touching(before, ENDS, "outlets", "bare") or touching(after, STARTS, "outlets", "bare"))


def _place(report: Report, at: int) -> Place:
    bounds, body = policy()["bounds"], report.body
    if _in(report.headline, at):
        return "lead"
    if (body and at >= body[-1].end) or at > len(report.text) * (1 - bounds["tail_share"]):
        return "lead" if len(body) <= bounds["lead_paragraphs"] and body and at < body[-1].end else "tail"
    lead = body[: bounds["lead_paragraphs"]]
    if lead and lead[0].start <= at < min(lead[-1].end, lead[0].start + bounds["lead_characters"]):
        return "lead"
    return "text"


def _from_metadata(report: Report, found: list[Credit]) -> list[Credit]:
    """Return agencies of the byline that the text does not show as one."""
    if not report.byline:
        return []
    have = {c.name for c in found if c.place == "byline"}
    named = [o for o in outlets(report.byline, most=5) if o.sure in ("table", "short")]
    score = policy()["scores"]["byline"]["byline"]
    return [
        Credit(span=_where(report, o), name=o.name, agency=o.wire, place="byline", score=score, reason="named in the byline")
        for o in named
        if o.name not in have and not own(report, o.name)
    ]


def _where(report: Report, outlet: Outlet) -> Span:
    at = report.text.find(report.byline or "")
    return Span(at + outlet.span.start, at + outlet.span.end) if at >= 0 else Span(0, 0)


def _strongest(found: list[Credit]) -> tuple[Credit, ...]:
    """Return the strongest credit a name and place, raised a little where the report leans on the name again and again."""
    adjust = policy()["adjust"]
    best: dict[tuple[str, str], Credit] = {}
    times: dict[str, int] = {}
    for credit in found:
        key = (credit.name, credit.place)
        times[credit.name] = times.get(credit.name, 0) + 1
        if key not in best or credit.score > best[key].score:
            best[key] = credit
    raised = []
    for credit in best.values():
        more = min(adjust["again_most"], adjust["again"] * (times[credit.name] - 1))
        raised.append(replace(credit, score=round(min(1.0, credit.score + more * (1 - credit.score) * 2), 3)))
    return tuple(sorted(raised, key=lambda c: (c.span, c.name)))
