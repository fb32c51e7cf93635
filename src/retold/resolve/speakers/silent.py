"""An attribution without a source: the one whose words go on, the writer's own assessment, or nobody who is given.

Passives, nouns and adverbs name nobody ("is expected", "reportedly", "the fear of"). A verb whose subject the text has is
said by that subject; a verb that only goes on ("..., adding that", "and called it") by who spoke just before in the
sentence. What seems, appears or is clear seems so to whoever writes or speaks these words.
"""

from __future__ import annotations

import re
from functools import cache

from retold.model import Attribution, Mention, Span, Speaker
from retold.resolve.speakers.heard import Heard
from retold.resolve.speakers.policy import either, rules
from retold.resolve.speakers.scene import Scene
from retold.resolve.speakers.source import WORD

LONGEST = 200
"""Code points of a cue that are looked at."""
PASSIVE = 4
"""Words of a cue among which a participle tells that nobody is given ("has long been expected")."""
JOINING = 12
"""Code points before a cue in which the word stands that joins it to what goes before."""
GOES_ON = 300
"""Code points from a speaker to a verb that goes on with his words."""


def silent(each: Attribution, scene: Scene, heard: Heard) -> Speaker:
    """Return who speaks in an attribution that has no source."""
    cue = scene.text[each.cue[0].start : min(each.cue[-1].end, each.cue[0].start + LONGEST)]
    words = [word.lower() for word in WORD.findall(cue)]
    if not words:
        return Speaker(kind="nobody")
    if _assesses(words):
        own = heard.around(each.cue[0].start, each)
        return own or Speaker(kind="outlet", name=heard.writer.at(each.cue[0].start) or scene.outlet)
    if not rules().silent.nobody.isdisjoint(words[:PASSIVE]) and not (_active(words) and _joined(each, scene) not in (None, ",")):
        return Speaker(kind="nobody")
    return _subject(each, scene) or _goes_on(each, words, scene, heard) or _listed(each, words, scene) or Speaker(kind="nobody")


def _assesses(words: list[str]) -> bool:
    """Whether a cue says how something looks to the one who writes it, by its verb or its adjective."""
    known = rules().silent.assessing
    return any(word in known for word in words) and not rules().silent.others.intersection(words)


def _active(words: list[str]) -> bool:
    """Whether a participle may as well be the past of its verb ("and called it a lie")."""
    return not rules().silent.passive.intersection(words)


def _joined(each: Attribution, scene: Scene) -> str | None:
    """The word such as "and", or the comma, that stands before the cue."""
    start = each.cue[0].start
    found = _joins().search(scene.text, max(0, start - JOINING), start)
    return found[0].strip() if found else None


def _subject(each: Attribution, scene: Scene) -> Speaker | None:
    """The subject of a verb of the cue, where it stands outside what is said."""
    for match in WORD.finditer(scene.text, each.cue[0].start, min(each.cue[-1].end, each.cue[0].start + LONGEST)):
        mention = scene.by_clause.get(match.start())
        chain = scene.chain(mention)
        if mention is None or chain is None or not chain.name or chain.plural or _within(mention, each):
            continue
        if chain.kind in ("person", "body"):
            return Speaker(kind="person" if chain.kind == "person" else "body", name=chain.name, chain=chain.id)
    return None


def _within(mention: Mention, each: Attribution) -> bool:
    return any(span.start <= mention.span.start < span.end for span in each.content)


def _goes_on(each: Attribution, words: list[str], scene: Scene, heard: Heard) -> Speaker | None:
    """Who spoke just before in the sentence, where the cue goes on from there without a subject of its own."""
    start = each.cue[0].start
    sentence = scene.sentence(start)
    if sentence is None or words[0] in rules().silent.impersonal or not (words[0].endswith("ing") or _joined(each, scene)):
        return None
    for place, speaker in heard.before(each):
        if place < max(sentence.start, start - GOES_ON):
            return None
        return speaker
    return None


@cache
def _joins() -> re.Pattern[str]:
    return re.compile(rf"(?:\b{either(rules().silent.joining)}|,)\s+$")


def _listed(each: Attribution, words: list[str], scene: Scene) -> Speaker | None:
    """A list of what somebody does ("Repeats the slogan"): the one whom the report mentions most."""
    start = each.cue[0].start
    line = scene.text.rfind("\n", 0, start) + 1
    opens = scene.text[line:start].strip() == "" or (scene.sentence(start) or Span(-1, -1)).start == start
    if not opens or not scene.text[start].isupper() or not words[0].endswith("s") or words[0].endswith("ss"):
        return None
    chain = scene.main
    return Speaker(kind="person", name=chain.name, chain=chain.id) if chain is not None else None
