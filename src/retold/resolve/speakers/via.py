"""Through whose hands words reached this outlet: outlets and agencies between it and the speaker, nearest first.

The text says it at the attribution ("told the agency", "quoted by", "citing") or once for the whole report (a dateline,
"according to a report from"). A credit in the text stands for what an outlet cannot have of its own: the words of
unnamed sources. Named people speak in public, so that only a dateline or byline of an agency stands before them.
"""

from __future__ import annotations

import re
from functools import cache

from retold.model import Attribution, Speaker
from retold.resolve.speakers.scene import Scene
from retold.resolve.speakers.source import Source, policy
from retold.tables import table


@cache
def _pattern(key: str) -> re.Pattern[str]:
    words = table("retold.resolve.speakers", "speakers.toml")["via"][key]
    return re.compile(r"\b(?:" + "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True)) + r")\s+", re.IGNORECASE)


def via(each: Attribution, source: Source | None, speaker: Speaker, scene: Scene) -> tuple[str, ...]:
    """Return the outlets between this outlet and the speaker, nearest first; never the speaker or this outlet itself."""
    said = _said_here(each, source, scene)
    own = {name.lower() for name in (scene.outlet, speaker.name) if name}
    if any(name is None for name in said):
        return ()
    chain = [name for name in said if name] or _report_wide(speaker, scene)
    seen: list[str] = []
    for name in chain:
        if name.lower() not in own and name not in seen and not _ours(name, scene):
            seen.append(name)
    return tuple(seen)


def _ours(name: str, scene: Scene) -> bool:
    """Whether a name is this outlet's, in full or short ("the Ledger" in the Daily Ledger)."""
    if scene.outlet is None:
        return False
    mine, other = scene.outlet.lower().removeprefix("the "), name.lower().removeprefix("the ")
    return mine == other or mine.endswith(" " + other) or other.endswith(" " + mine)


def _said_here(each: Attribution, source: Source | None, scene: Scene) -> list[str | None]:
    """Outlets named at the attribution; a None in it says that this outlet itself heard it."""
    found: list[str | None] = []
    if source is not None and source.through:
        found.append(source.through)
    if source is not None:
        matches = _pattern("quoted").finditer(source.words)
        found += (_outlet_at(source.words[match.end() :], source.span.start, scene) or "" for match in matches)
    reach: int = table("retold.resolve.speakers", "speakers.toml")["via"]["reach"]
    start = each.cue[0].start
    end = _stop(each, scene, each.cue[-1].end + reach)
    window = " ".join(scene.text[start:end].split())
    for match in _pattern("received").finditer(window):
        rest = window[match.end() :]
        name = _outlet_at(rest, each.cue[-1].end, scene)
        if name is not None:
            found.append(None if _ours(name, scene) else name)
    return [name for name in found if name != ""]


def _stop(each: Attribution, scene: Scene, end: int) -> int:
    after = [span.start for span in each.content if span.start >= each.cue[-1].end]
    line = scene.text.find("\n", each.cue[-1].end, end)
    return min([end, *after, line if line >= 0 else end])


def _outlet_at(words: str, place: int, scene: Scene) -> str | None:
    """The outlet that some words begin with: by name, or by a description whose chain has one ("the agency")."""
    name = scene.outlet_name(words[:80])
    if name is not None:
        return name
    match = re.match(r"(?:the|an?|local|state|several|some|other)\s+(?:[\w-]+\s+){0,2}?(\w+)", words, re.IGNORECASE)
    plain = re.match(r"(?:(?:local|state|foreign|national|domestic)\s+)?(\w+)", words)
    for found in (match, plain):
        noun = found.group(1).lower() if found else ""
        if found and (noun in policy("outlets", "nouns") or noun.rstrip("s") in policy("outlets", "nouns")):
            return _taken_up(noun, place, scene) or found.group(0)
    return None


def _taken_up(noun: str, place: int, scene: Scene) -> str | None:
    """The name of the outlet that "the agency" stands for: its chain's, else the credit named last before it."""
    for mention in scene.mentions_near(place):
        words = scene.text[mention.span.start : mention.span.end].lower()
        chain = scene.chains.get(mention.chain or "")
        if words.endswith(noun) and chain is not None and chain.name:
            return scene.outlet_name(chain.name) or chain.name
    before = [credit for credit in scene.credits if credit.span.start < place]
    return before[-1].name if before else None


def _report_wide(speaker: Speaker, scene: Scene) -> list[str]:
    policy_row = table("retold.resolve.speakers", "speakers.toml")["via"]
    least = policy_row["report_wide"] if speaker.kind == "unnamed" else policy_row["sure"]
    best: dict[str, float] = {}
    for credit in scene.credits:
        best[credit.name] = max(best.get(credit.name, 0.0), credit.score)
    names = [name for name, score in best.items() if score >= least]
    return list(names) if speaker.kind != "unknown" else []
