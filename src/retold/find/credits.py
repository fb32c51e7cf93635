"""A report that carries on another's story often says so: in its dateline, its byline, its lead or its last line.

What counts is the cue beside a name ("according to a report from", "AP reports", "told Reuters") and where it stands: a
dateline speaks for the whole report, "told Reuters" in the ninth paragraph for one sentence. The same name beside a
photograph says nothing. Cues stand in `credits.toml`, names in `agencies.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Literal

from retold.find.credit_cues import ENDS, STARTS, Side, has, list_of, policy, shorter, touching
from retold.find.credit_settings import Setting, inside, line_of, setting_of
from retold.find.outlet_evidence import key, with_evidence
from retold.find.outlet_names import Outlet, outlets, own
from retold.model import Credit, Report, Span

Place = Literal["dateline", "byline", "lead", "text", "tail"]
KNOWN = ("table", "short", "shown", "said")
"""What makes a name an outlet's beyond doubt enough for datelines and bylines: a table, or the report's own words."""


def credits(report: Report) -> tuple[Credit, ...]:
    """Return the outlets and agencies that `report` names as where it got the story, in text order.

    One a name and place: the strongest. The report's own outlet is none. A byline that stands in no text (a page's
    metadata) has the empty span at 0.
    """
    bounds = policy()["bounds"]
    found: list[Credit] = []
    rights: list[Credit] = []
    known = with_evidence(report, outlets(report.text, most=bounds["most"]))
    for outlet in known:
        setting = setting_of(report, outlet)
        kind, credit = (None, None) if setting is None or own(report, outlet.name) else _judge(report, setting)
        if credit:
            (rights if kind == "rights" and outlet.sure not in ("table", "short") else found).append(credit)
    found.extend(_from_metadata(report, found, known))
    found.extend(_shared_rights(rights, found))
    return _strongest(found)


def _shared_rights(rights: list[Credit], found: list[Credit]) -> list[Credit]:
    """Return the copyright lines of outlets credited elsewhere in the report: others name the page's own publisher."""
    credited = {c.name for c in found}
    return [c for c in rights if c.name in credited]


def _judge(report: Report, setting: Setting) -> tuple[str | None, Credit | None]:
    """Return the kind of cue that makes a mention a credit, and the credit."""
    if _picture(setting) or _survey(setting):
        return None, None
    known = setting.outlet.sure in KNOWN
    if known and _dateline(report, setting):
        return "dateline", _credit(setting, "dateline", "dateline", "named in the dateline")
    if known and _byline(report, setting):
        return "byline", _credit(setting, "byline", "byline", "named in the byline")
    kind, cue = _strongest_cue(report, setting)
    if kind is None or not _believable(setting, kind):
        return None, None
    return kind, _credit(setting, kind, _place(report, setting.outlet.span.start), f"“{cue}” beside the name")


def _credit(setting: Setting, kind: str, place: Place, why: str) -> Credit:
    rows, outlet = policy(), setting.outlet
    scores = rows["scores"][kind]
    score = scores.get(place, min(scores.values()))
    governs = rows["governs"].get(kind, {}).get(place)
    if outlet.sure in ("domain", "word", "said"):
        score *= rows["adjust"]["outlet"]
        why += "; no outlet that the tables know"
    if kind == "report" and any(has(re.split(r"[.!?。]\s", setting.before)[-1], w) for w in list_of("denied", "words")):
        score, governs = score * rows["adjust"]["denied"], None
        why += "; the sentence rejects what was reported"
    return Credit(
        span=outlet.span,
        name=outlet.name,
        agency=outlet.wire,
        place=place,
        score=round(score, 3),
        reason=why,
        governs=governs,
    )


def _picture(setting: Setting) -> bool:
    """Return whether the name credits a picture: a word such as photo right beside it, or on its short line."""
    words = list_of("pictures", "words")
    if re.search(r"[^\W\d_]/$", setting.before):  # "(N. N./NAME)"
        return True
    near = f"{setting.before[-25:]} | {setting.after[:15]}"
    if len(setting.line) <= policy()["bounds"]["line"]:
        near = setting.line
    return any(has(near, w) for w in words)


def _survey(setting: Setting) -> bool:
    """Return whether the name is a poll's ("a NAME/Ostria poll")."""
    return any(has(" ".join(setting.after.split(" ")[:3]), w) for w in list_of("polls", "words"))


def _dateline(report: Report, setting: Setting) -> bool:
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


def _byline(report: Report, setting: Setting) -> bool:
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
    small = {"and", "of", "the", "by", "y", "e", "et", "und", "por", "par", "von", "di", "и", "|", "/", "-", "–", "—", "&"}
    words = [w.strip(",|/") for w in before.split()]
    names = [w for w in words if w and w.lower() not in small and w.lower() not in desks]
    if len(names) > 8 or not all(w[0].isupper() or not w[0].isalpha() for w in names):
        return False
    return by or not names or bool(re.search(r"[,|/–—-]\s*(?:the)?\s*$", before, re.I)) or end - start == len(setting.line)


def _strongest_cue(report: Report, setting: Setting) -> tuple[str | None, str]:
    place, best, words = _place(report, setting.outlet.span.start), 0.0, ""
    kind = None
    for candidate, cue in _cues(report, setting):
        scores = policy()["scores"][candidate]
        score = scores.get(place, min(scores.values()))
        if score > best:
            kind, words, best = candidate, cue, score
    return kind, words


def _cues(report: Report, setting: Setting) -> list[tuple[str, str]]:
    """Return every (kind, cue) beside the name. Outside the article's words only a source line or a notice counts."""
    outside = () if setting.in_article else ("report", "first", "told", "said")
    before = _beside(shorter(setting.before, "before", ENDS), "before", ENDS)
    after = _beside(shorter(setting.after, "after", STARTS), "after", STARTS)
    found = [(kind, cue) for kind, cue in (*before, *after) if kind not in outside]
    if setting.in_article and setting.outlet.sure in KNOWN and (cue := _far(setting.before)):
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


def _heads(report: Report, setting: Setting) -> str | None:
    """Return how a headline credits the name: "NAME: minister resigns", "Minister resigns - NAME"."""
    if not inside(report.headline, setting.outlet.span.start) or setting.outlet.sure not in (*KNOWN, "domain"):
        return None
    if re.match(r"(?: exclusive| source[s]?)?\s?[:：]", setting.after):
        return ":"
    closed = not setting.after.strip() and re.search(r"(?:\s[-–—]|:|,)\s*$", setting.before)
    return closed.group().strip() if closed else None


def _believable(setting: Setting, kind: str) -> bool:
    """Return whether the cue is enough for this sort of name: the less is known of it, the more the cue must say."""
    outlet = setting.outlet
    if outlet.sure in ("domain", "word", "said"):
        return kind in policy()["outlets"]["kinds"]
    if kind == "said" and any(has(setting.after, w) for w in list_of("itself", "words")):
        return False
    return kind != "said" or outlet.sure == "table" or outlet.wire


def _place(report: Report, at: int) -> Place:
    bounds, body = policy()["bounds"], report.body
    if inside(report.headline, at):
        return "lead"
    if (body and at >= body[-1].end) or at > len(report.text) * (1 - bounds["tail_share"]):
        return "lead" if len(body) <= bounds["lead_paragraphs"] and body and at < body[-1].end else "tail"
    first = next((i for i, s in enumerate(body[:5]) if s.end - s.start > bounds["heading"]), 0)  # headings may lie before
    lead = body[first : first + bounds["lead_paragraphs"]]
    if lead and lead[0].start <= at < min(lead[-1].end, lead[0].start + bounds["lead_characters"]):
        return "lead"
    return "text"


def _from_metadata(report: Report, found: list[Credit], known: tuple[Outlet, ...]) -> list[Credit]:
    """Return agencies of the byline that the text does not show as one."""
    if not report.byline:
        return []
    have = {c.name for c in found if c.place == "byline"}
    shown = {key(o.name): o for o in known if o.sure == "shown"}
    named = [_as_shown(o, shown) for o in outlets(report.byline, most=5)]
    score = policy()["scores"]["byline"]["byline"]
    return [
        Credit(
            span=_where(report, o),
            name=o.name,
            agency=o.wire,
            place="byline",
            score=score,
            reason="named in the byline",
            governs=policy()["governs"]["byline"]["byline"],
        )
        for o in named
        if o.sure in KNOWN and o.name not in have and not own(report, o.name)
    ]


def _as_shown(outlet: Outlet, shown: Mapping[str, Outlet]) -> Outlet:
    """Return the byline's name as the outlet that the text shows it to be."""
    if outlet.sure in ("table", "short") or key(outlet.name) not in shown:
        return outlet
    return replace(shown[key(outlet.name)], span=outlet.span)


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
