"""What was heard so far in a report: who spoke, in whose words one stands, which unnamed sources were told of."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence

from retold.model import Attribution, Speaker
from retold.resolve.speakers.policy import rules
from retold.resolve.speakers.source import HeardBefore, Source
from retold.resolve.speakers.writer import Writers

CONTENTS = 8
"""Contents that begin before a place among which those that hold it are sought."""
RECENT = 200
"""Unnamed sources heard last among which the one that is taken up is sought."""
BACK = 6
"""Speakers before a place among which one of a wanted kind is sought."""


class Heard:
    """The speakers of a report as they are found, by place."""

    def __init__(self, attributions: Sequence[Attribution], writer: Writers) -> None:
        self.writer = writer
        self.ordered = sorted(attributions, key=place)
        self.contents = sorted((c.start, c.end, a.id) for a in attributions for c in a.content)
        self.speakers: dict[str, Speaker] = {}
        self.places: list[tuple[int, str]] = []
        self.known: list[HeardBefore] = []

    def note(self, each: Attribution, source: Source | None, speaker: Speaker) -> None:
        """Keep who was found to speak."""
        self.speakers[each.id] = speaker
        if source is not None or speaker.kind not in rules().silent.mute:
            insort(self.places, (place(each)[0], each.id))
        if source is not None and speaker.kind == "unnamed":
            self.known.append(HeardBefore(source=source, speaker=speaker))

    def around(self, at: int, each: Attribution) -> Speaker | None:
        """Return the speaker of the innermost words of others that hold a place, where he is known."""
        end = bisect_right(self.contents, at, key=lambda row: row[0])
        for _, stop, key in reversed(self.contents[max(0, end - CONTENTS) : end]):
            speaker = self.speakers.get(key) if stop > at and key != each.id else None
            if speaker is not None and speaker.kind not in rules().silent.absent:
                return speaker
        return None

    def before(self, each: Attribution) -> Sequence[tuple[int, Speaker]]:
        """Return those who were sources before an attribution, with their places, the last first."""
        at = bisect_left(self.places, (each.cue[0].start,))
        return [(start, self.speakers[key]) for start, key in reversed(self.places[max(0, at - BACK) : at]) if key != each.id]

    def lately(self) -> Sequence[HeardBefore]:
        """Return the unnamed sources heard last, in the order in which they were heard."""
        return self.known[-RECENT:]

    def last(self, each: Attribution, kinds: frozenset[str]) -> Speaker | None:
        """Return the last speaker of one of these kinds before an attribution."""
        return next((speaker for _, speaker in self.before(each) if speaker.kind in kinds), None)


def place(each: Attribution) -> tuple[int, int]:
    """Return where an attribution stands: its source, else its cue."""
    return (each.source[0].start if each.source else each.cue[0].start, each.cue[0].start)
