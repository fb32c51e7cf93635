-- By what pages and briefs ask a case: each index holds all that its question reads, and when rows were held, so that a page
-- costs what stands on it and an earlier day no more than now.

-- Which reports, of which family.
CREATE INDEX reports_asked ON reports (id, name, published);
CREATE INDEX tellings_asked ON tellings (report, family, recorded_at, retracted_at);
CREATE INDEX readings_asked ON readings (report);
CREATE INDEX facts_asked ON facts (report, fact);
CREATE INDEX chains_asked ON chains (report, chain, name);
CREATE INDEX families_asked ON families (family, original_held, reports, recorded_at, retracted_at);

-- In what order claims stand, and which of them have a time or are denied.
CREATE INDEX claims_claim ON claims (claim);
CREATE INDEX claims_asked ON claims (origins DESC, reports DESC, kind, id, claim, last_published, recorded_at, retracted_at);
CREATE INDEX claims_spread ON claims (first_published, last_published, claim, kind, recorded_at, retracted_at) WHERE reports > 1;
CREATE INDEX claims_times ON claims (coalesce(earliest, latest), claim, earliest, latest, recorded_at, retracted_at)
    WHERE coalesce(earliest, latest) IS NOT NULL;
CREATE INDEX claims_denied ON claims (claim, recorded_at, retracted_at) WHERE denied_by IS NOT NULL;
CREATE INDEX claims_subject ON claims (subject_actor, kind, claim, recorded_at, retracted_at) WHERE subject_actor IS NOT NULL;
CREATE INDEX claims_object ON claims (object_actor, kind, claim, recorded_at, retracted_at) WHERE object_actor IS NOT NULL;
CREATE INDEX relations_asked ON relations (kind, claim, other, recorded_at, retracted_at);

-- Which report states which claim, from either end.
CREATE INDEX claim_mentions_claim ON claim_mentions (claim, published, new_report, new_origin, recorded_at, retracted_at);
CREATE INDEX claim_mentions_report ON claim_mentions (report, claim, recorded_at, retracted_at);

-- Who is named in which report, from either end.
CREATE INDEX actors_asked ON actors (reports DESC, id, actor, recorded_at, retracted_at);
CREATE INDEX actors_actor ON actors (actor);
CREATE INDEX members_actor ON members (actor, report, published, recorded_at, retracted_at);
CREATE INDEX members_report ON members (report, chain, actor, recorded_at, retracted_at);

-- What was changed, in which report.
CREATE INDEX drifts_asked ON drifts (kind, published, recorded_at, retracted_at);
CREATE INDEX drifts_later ON drifts (later_report);
