"""A report that carries on another's story often says so: in its dateline, its byline, its lead or its last line.

What counts is the cue beside a name ("according to a report from", "AP reports", "told Reuters") and where it stands: a
dateline speaks for the whole report, "told Reuters" in the ninth paragraph for one sentence. The same name beside a
photograph says nothing. Cues stand in `credits.toml`, names in `agencies.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Literal, cast

from retold.find.credit_cues import ENDS, STARTS, NameSide, has, list_of, policy, sentence, shorter, touching
from retold.find.credit_joins import linked, listed, strongest
from retold.find.credit_lines import byline, dateline, picture, signature, survey
from retold.find.credit_settings import Setting, inside, setting_of
from retold.find.outlet_evidence import key, with_evidence
from retold.find.outlet_names import Outlet, outlets, own
from retold.model import Credit, Report, Span, Takes

Place = Literal["dateline", "byline", "lead", "text", "tail"]
_OPENED = re.compile(r"^.*[(（\[*]", re.DOTALL)
_CLOSED = re.compile(r"\s*(?:$|[)）\].,;*|])")
_SHOW = re.compile(r"['’]s? [“\"‘«„]")
KNOWN = ("table", "short", "shown", "said")
"""What makes a name an outlet's beyond doubt enough for datelines and bylines: a table, or the report's own words."""


def credits(report: Report) -> tuple[Credit, ...]:
    """Return the outlets and agencies that `report` names as where it got the story, in text order.

    One a name and place: the strongest. The report's own outlet is none. A byline that stands in no text (a page's
    metadata) has the empty span at 0.
    """
    found: list[Credit] = []
    rights: list[Credit] = []
    known = with_evidence(report, outlets(report.text, most=policy()["bounds"]["most"]))
    for setting in listed(report, [each for outlet in known if (each := setting_of(report, outlet))]):
        kind, credit = (None, None) if own(report, setting.outlet.name) else _judge(report, setting)
        if credit:
            (rights if kind == "rights" and setting.outlet.sure not in ("table", "short") else found).append(credit)
    found.extend(_from_metadata(report, found, known))
    found.extend(_shared_rights(rights, found))
    return strongest(linked(report, found))


def _shared_rights(rights: list[Credit], found: list[Credit]) -> list[Credit]:
    """Return the copyright lines of outlets credited elsewhere in the report: others name the page's own publisher."""
    credited = {c.name for c in found}
    return [c for c in rights if c.name in credited]


def _judge(report: Report, setting: Setting) -> tuple[str | None, Credit | None]:
    """Return the kind of cue that makes a mention a credit, and the credit."""
    if picture(setting) or survey(setting):
        return None, None
    if setting.outlet.sure in KNOWN:
        for line, is_one in (("dateline", dateline), ("byline", byline)):
            if is_one(report, setting):
                return line, _credit(report, setting, line, cast(Place, line), f"named in the {line}")
        if signature(report, setting):
            return "source", _credit(report, setting, "source", "tail", "in brackets behind the last words")
    kind, cue = _strongest_cue(report, setting)
    if kind is None or not _believable(setting, kind):
        return None, None
    return kind, _credit(report, setting, kind, _place(report, setting.outlet.span.start), f"“{cue}” beside the name")


def _credit(report: Report, setting: Setting, kind: str, place: Place, why: str) -> Credit:
    rows, outlet = policy(), setting.outlet
    scores = rows["scores"][kind]
    score = scores.get(place, min(scores.values()))
    governs, takes = rows["governs"].get(kind, {}).get(place), _takes(report, setting, kind, place)
    if outlet.sure in ("domain", "word", "said"):
        score *= rows["adjust"]["outlet"]
        why += "; no outlet that the tables know"
    if takes == "rejected":
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
        takes=takes,
    )


def _takes(report: Report, setting: Setting, kind: str, place: Place) -> Takes:
    """Return what the report takes from the outlet: the table's word for cue and place, unless its sentence says otherwise."""
    if kind == "report" and any(has(sentence(setting.before), w) for w in list_of("denied", "words")):
        return "rejected"
    takes: Takes = policy()["takes"][kind].get(place, "part")
    return "part" if place == "lead" and takes == "story" and _turned(report, setting) else takes


def _turned(report: Report, setting: Setting) -> bool:
    """Return whether the report told news of its own before it turns to what the name reported."""
    first = next((s for s in report.body if s.end - s.start > policy()["bounds"]["heading"]), None)
    if inside(report.headline, setting.outlet.span.start):
        return False
    later = first is not None and setting.paragraph.start > first.start
    behind = re.split(r"[.!?。]\s", setting.after)[0]
    turned = later and any(has(sentence(setting.before), w) for w in list_of("turns", "words"))
    return turned or any(has(behind, w) for w in list_of("turns", "long_ago"))


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
    if setting.in_article and (cue := _opened(setting)):
        found.append(("report", cue))
    if _SHOW.match(setting.after) and (cue := touching(setting.before.rstrip(), ENDS, "shows", "words")):
        found.append(("aired", cue))
    if cue := _lined(setting):
        found.append(("source", cue))
    if cue := _heads(report, setting):
        found.append(("headline", cue))
    return found


def _beside(rests: list[str], where: str, side: NameSide) -> list[tuple[str, str]]:
    """Return the (kind, cue) that touch the name once fillers are taken off."""
    kinds = [k for k in policy()[where] if k not in ("far", "opens", "calls", "line")]
    return [(kind, cue) for rest in rests for kind in kinds if (cue := touching(rest, side, where, kind))]


def _far(before: str) -> str | None:
    """Return the verb of "contó un funcionario a NAME": a verb of saying in reach and a preposition right before the name."""
    said = sentence(before)
    if not any(touching(rest, ENDS, "before", "far", "prepositions") for rest in shorter(said, "before", ENDS)):
        return None
    return next((v for v in list_of("before", "far", "verbs") if has(said, v)), None)


def _opened(setting: Setting) -> str | None:
    """Return the verb of "wie NAME am Montag meldete": it ends the clause that a word before the name opens."""
    rests = shorter(sentence(setting.before), "before", ENDS)
    if not any(touching(rest, ENDS, "before", "opens", "words") for rest in rests):
        return None
    clause = re.split(r"[,;.:!?]", setting.after[: policy()["bounds"]["clause"]])[0]
    return next((v for v in list_of("before", "opens", "verbs") if has(clause, v)), None)


def _lined(setting: Setting) -> str | None:
    """Return the cue of a short line, or of brackets, that hold nothing else: "(avec NAME)", "With NAME and OTHER"."""
    if len(setting.line) > policy()["bounds"]["line"] and not re.search(r"[(（\[][^)）\]]{0,30}$", setting.before):
        return None
    if not _CLOSED.match(setting.after) and setting.after.strip().split(" ")[0] not in list_of("links", "lists"):
        return None
    rests = (_OPENED.sub("", rest).strip(" -–—•*") for rest in shorter(setting.before, "before", ENDS))
    return next((rest for rest in rests if rest in list_of("before", "line")), None)


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
    if kind == "said" and (any(has(setting.after, w) for w in list_of("itself", "words")) or _object(setting)):
        return False
    return kind != "said" or outlet.sure == "table" or outlet.wire


def _object(setting: Setting) -> bool:
    """Return whether a preposition before the name makes it no speaker: "a headline in NAME that says"."""
    words = setting.before.split()
    while words and words[-1] in list_of("fillers", "before") and words[-1] not in list_of("objects", "words"):
        words.pop()
    return bool(words) and words[-1] in list_of("objects", "words")


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
            takes="story",
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
