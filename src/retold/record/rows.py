"""What stands in one report, as rows that a person can read in Datasette: typed columns, and the words themselves.

The rows repeat what the reading's JSON holds, so they carry only what one filters, sorts and reads by.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from retold.model import Amount, Attribution, Chain, Credit, Fact, Mention, Party, Reading, Span, Speaker, TimeExpression
from retold.moments import ends
from retold.record.sync import Row


def finding_rows(reading: Reading) -> dict[str, list[Row]]:
    """Return the rows of each table that `reading` fills; the column `report` is left to the caller."""
    text = reading.report.text
    return {
        "mentions": [_mention(text, mention) for mention in reading.mentions],
        "chains": [_chain(chain) for chain in reading.chains],
        "times": [_time(text, time) for time in reading.times],
        "attributions": [_attribution(text, attribution) for attribution in reading.attributions],
        "facts": [_fact(text, fact) for fact in reading.facts],
        "credits": [_credit(text, credit) for credit in reading.credits],
    }


def passage(text: str, span: Span) -> Row:
    """Return where `span` stands and its words."""
    return {"start": span.start, "end": span.end, "words": text[span.start : span.end]}


def joined(values: Iterable[str], between: str = "; ") -> str | None:
    """Return `values` as one cell, None for none."""
    return between.join(values) or None


def words(text: str, spans: Iterable[Span]) -> str | None:
    """Return the words of `spans` as one cell; a gap shows as an ellipsis."""
    return joined((text[span.start : span.end] for span in spans), " … ")


def speaker_cells(speaker: Speaker | None) -> Row:
    """Return who speaks: by name, or as described where there is no name."""
    return {
        "speaker_kind": speaker.kind if speaker else None,
        "speaker": (speaker.name or speaker.described) if speaker else None,
        "speaker_count": speaker.count if speaker else None,
    }


def _mention(text: str, mention: Mention) -> Row:
    return {
        **passage(text, mention.span),
        "kind": mention.kind,
        "form": mention.form,
        "chain": mention.chain,
        "name": mention.name,
        "title": mention.title,
        "country": mention.country,
    }


def _chain(chain: Chain) -> Row:
    return {
        "chain": chain.id,
        "kind": chain.kind,
        "name": chain.name,
        "described": chain.described,
        "aliases": joined(chain.aliases),
        "titles": joined(chain.titles),
        "country": chain.country,
    }


def _time(text: str, time: TimeExpression) -> Row:
    cells: Row = {"type": time.type, "value": time.value, "modifier": time.modifier}
    return {**passage(text, time.span), **cells, **ends(time.period)}


def _attribution(text: str, attribution: Attribution) -> Row:
    speaker = attribution.speaker
    return {
        "attribution": attribution.id,
        "source": words(text, attribution.source),
        "cue": words(text, attribution.cue),
        "content": words(text, attribution.content),
        "source_spans": _spans(attribution.source),
        "cue_spans": _spans(attribution.cue),
        "content_spans": _spans(attribution.content),
        "stance": attribution.stance,
        "certainty": attribution.certainty,
        "hedges": words(text, attribution.hedges),
        "quoted": int(attribution.quoted),
        "score": attribution.score,
        **speaker_cells(speaker),
        "speaker_chain": speaker.chain if speaker else None,
        "speaker_standing": speaker.standing if speaker else None,
        "speaker_side": speaker.side if speaker else None,
        "speaker_reason": speaker.reason if speaker else None,
        "via": joined(speaker.via) if speaker else None,
    }


def _spans(spans: tuple[Span, ...]) -> str:
    return msgspec.json.encode(spans).decode()


def _fact(text: str, fact: Fact) -> Row:
    return {
        "fact": fact.id,
        "kind": fact.kind,
        "pattern": fact.pattern,
        **passage(text, fact.span),
        "trigger": text[fact.trigger.start : fact.trigger.end],
        "subject": _party(fact.subject),
        "subject_chain": fact.subject.chain if fact.subject else None,
        "object": _party(fact.object),
        "object_chain": fact.object.chain if fact.object else None,
        "detail": fact.detail,
        **_amount(fact.amount),
        "time_words": text[fact.when.span.start : fact.when.span.end] if fact.when else None,
        **ends(fact.when.period if fact.when else None),
        "place": fact.where,
        "via": _party(fact.via),
        "attribution": fact.attribution,
        "stance": fact.stance,
        "certainty": fact.certainty,
        "hedges": words(text, fact.hedges),
        "ended": int(fact.ended),
    }


def _party(party: Party | None) -> str | None:
    return (party.name or party.described) if party else None


def _amount(amount: Amount | None) -> Row:
    return {"amount": amount.value if amount else None, "currency": amount.currency if amount else None}


def _credit(text: str, credit: Credit) -> Row:
    return {
        **passage(text, credit.span),
        "name": credit.name,
        "agency": int(credit.agency),
        "place": credit.place,
        "score": credit.score,
        "reason": credit.reason,
    }
