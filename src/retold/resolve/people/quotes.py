"""Who says "I": in a quotation the one who is quoted, elsewhere the one whose speech or interview it is.

A quotation's source is what the attributions have, else the nearest subject of a verb of saying outside it. A report that
says "I" again and again outside quotations is somebody's own words: those of the person whom its opening names. In an
interview the "you" of a question is that person too; in a quotation it is whom the words are said to be told.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator

from retold.model import Mention, Span
from retold.resolve.people.chains import Draft, Scene
from retold.tables import table

SINGULAR = frozenset(["i", "me", "my", "mine", "myself"])
SECOND = frozenset(["you", "your", "yours", "yourself"])
PLURAL = frozenset(["we", "us", "our", "ours", "ourselves"])
OFTEN = 5
"""An "I" outside quotations so many times: a speech or an interview."""
NEAR = 2
"""Sentences between a quotation and the words that say whose it is."""
OPENING = 6
"""Sentences in which a speech or an interview names its speaker."""
THROUGHOUT = 20
"""An "I" outside quotations so many times: the whole report is in the first person."""
SPOKEN_OF = 8
"""Of so many times "I" a speech may once say after its opening what its speaker does, as of somebody else."""
SELDOM = 4
"""Of so many times, where it says "I" less often; a comment that says "I" tells of somebody else throughout."""
ACTS = frozenset({"subject", "passive subject"})
AROUND = 30
"""Mentions either side of a quotation among which its speaker is sought."""
ADDRESSED = 3
"""Sentences from the words that say to whom somebody speaks to those in which that one is "you"."""
QUESTION = 400
"""Code points to the question mark of a question."""


class Voices:
    """Tells whom the first and second persons of a report mean."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.starts = [m.span.start for m in scene.mentions]
        rows = [(c.start, c.end, a.source) for a in scene.findings.attributions for c in a.content]
        self.contents = sorted(rows, key=lambda row: row[:2])
        self.addressed = sorted(self._addressees())
        own = sum(1 for m in scene.mentions if m.form == "pronoun" and self._word(m) in SINGULAR and not self._quoted(m))
        asked = "interview" in scene.findings.report.text[:2_000].lower()
        self.holder = _opening(scene, own, asked) if own >= OFTEN else None
        self.interview = self.holder is not None and asked

    def _addressees(self) -> Iterator[tuple[int, int]]:
        """Yield the place of the cue and the mention of each person to whom somebody is said to say something."""
        verbs = frozenset(table("retold.resolve.people", "people.toml")["addressing"])
        for each in self.scene.findings.attributions:
            if not each.cue or not verbs.intersection(self.scene.text(each.cue[-1]).lower().split()[-1:]):
                continue
            end = each.cue[-1].end
            n = bisect_left(self.starts, end)
            if n < len(self.starts) and self.starts[n] <= end + 1:
                yield end, n

    def _word(self, mention: Mention) -> str:
        return self.scene.text(mention.span).lower()

    def _quoted(self, mention: Mention) -> bool:
        return self.scene.quote(mention.span.start) is not None

    def speaks(self, n: int) -> bool:
        """Whether mention n is a pronoun of the first or second person."""
        return self._word(self.scene.mentions[n]) in SINGULAR | SECOND | PLURAL

    def chain(self, n: int) -> Draft | None:
        """Return the chain of a pronoun of the first or second person; None where it cannot be told."""
        mention = self.scene.mentions[n]
        word, quote = self._word(mention), self.scene.quote(mention.span.start)
        if word in SINGULAR:
            return self._quoted_source(n, quote) if quote else self.holder
        if word in PLURAL and quote is not None and (told := self.teller(n)) is not None and told.kind == "body":
            return told
        if word in SECOND and quote is not None:
            return self._addressed(n)
        asked = self.interview and word in SECOND and quote is None and self._asks(mention)
        return self.holder if asked else None

    def _addressed(self, n: int) -> Draft | None:
        """Return to whom quoted words are said: whom the cue of these or of those just before tells ("told Ada Holm")."""
        mention = self.scene.mentions[n]
        teller = self.teller(n)
        end = bisect_right(self.addressed, mention.span.start, key=lambda row: row[0])
        for start, m in reversed(self.addressed[max(0, end - 1) : end + 1]):
            other, draft = self.scene.mentions[m], self.scene.where.get(m)
            gap = other.sentence - mention.sentence if start > mention.span.start else mention.sentence - other.sentence
            own = start <= mention.span.start or gap == 0
            if own and gap <= ADDRESSED and draft is not None and draft.kind == "person" and draft is not teller:
                return draft
        return None

    def _quoted_source(self, n: int, quote: Span) -> Draft | None:
        """Return who is quoted: whom an attribution gives, else whom the sentence around the quotation says to speak."""
        place = max(quote.start + 1, self.scene.mentions[n].span.start)
        found = self._told(place)
        if found is not None or self._attributed(place):
            return found if found is not None and found.kind == "person" and not found.plural else None
        return self._speaker(n, quote)

    def _attributed(self, place: int) -> bool:
        """Whether an attribution with a source has these words, be he described only after them."""
        at = bisect_right(self.contents, place, key=lambda row: row[0])
        return any(end > place and source for _, end, source in self.contents[max(0, at - 4) : at])

    def _asks(self, mention: Mention) -> bool:
        """Whether the pronoun stands in a question, or in a line that ends in one."""
        line = self.scene.findings.report.text[mention.span.end : mention.span.end + QUESTION].split("\n", 1)[0].rstrip()
        end = min((at for mark in ".?!" if (at := line.find(mark)) >= 0), default=-1)
        return line.endswith("?") or (end >= 0 and line[end] == "?")

    def teller(self, n: int) -> Draft | None:
        """Return the source of the words, quoted or reported, in which mention n stands."""
        return self._told(self.scene.mentions[n].span.start)

    def _told(self, place: int) -> Draft | None:
        at = bisect_right(self.contents, place, key=lambda row: row[0])
        for _, end, source in reversed(self.contents[max(0, at - 4) : at]):
            if end <= place:
                continue
            for span in source:
                inside = range(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end))
                found = next((self.scene.where[m] for m in inside if m in self.scene.where), None)
                if found is not None:
                    return found
        return None

    def _speaker(self, n: int, quote: Span) -> Draft | None:
        """Return the nearest subject of a verb of saying outside the quotation."""
        best: tuple[int, Draft] | None = None
        for m in range(max(0, n - AROUND), min(len(self.starts), n + AROUND)):
            mention, draft = self.scene.mentions[m], self.scene.where.get(m)
            if (
                draft is None
                or draft.kind != "person"
                or draft.plural
                or not self._says(mention, self.scene.mentions[n].sentence)
            ):
                continue
            gap = min(abs(mention.span.start - quote.end), abs(quote.start - mention.span.end))
            if best is None or gap < best[0]:
                best = (gap, draft)
        return best[1] if best else None

    def _says(self, mention: Mention, sentence: int) -> bool:
        if mention.grammar != "subject" or mention.clause is None or abs(mention.sentence - sentence) > NEAR:
            return False
        verbs = tuple(table("retold.resolve.people", "people.toml")["saying"])
        text = self.scene.findings.report.text
        return not self._quoted(mention) and text[mention.clause : mention.clause + 14].lower().startswith(verbs)


def _opening(scene: Scene, own: int, asked: bool) -> Draft | None:
    """Return the person whom the first sentences name most, the one most named in all where they tie; None for one of whom
    the report goes on to tell, unless it is an interview: then somebody else says "I"."""
    early = Counter(id(d) for n, d in scene.where.items() if d.kind == "person" and scene.mentions[n].sentence < OPENING)
    persons = [d for d in scene.drafts if d.kind == "person" and d.name and early[id(d)]]
    found = max(persons, key=lambda d: (early[id(d)] * (len(d.parts) > 1), len(d.mentions)), default=None)
    if found is None:
        return None
    rows = (scene.mentions[n] for n in found.mentions)
    acts = sum(m.sentence >= OPENING and m.grammar in ACTS and scene.quote(m.span.start) is None for m in rows)
    return found if asked or acts <= own // (SPOKEN_OF if own >= THROUGHOUT else SELDOM) else None
