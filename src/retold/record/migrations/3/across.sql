-- Claims tell who asserts them and how weakly and strongly they are worded, a mention needs no fact, a relation has its words.
-- What earlier runs did not know stays empty until the next run: rows are copied as they are, keys included.

CREATE TABLE days_of_2 AS
SELECT r.id AS report, CASE
    WHEN r.published GLOB '[0-9][0-9][0-9][0-9]' THEN r.published || '-12-31'
    WHEN r.published GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' THEN date(r.published || '-01', '+1 month', '-1 day')
    ELSE date(r.published) END AS day
FROM reports AS r;
CREATE INDEX days_of_2_report ON days_of_2 (report);

CREATE TABLE claims_of_2 AS SELECT * FROM claims;
DROP TABLE claims;
CREATE TABLE claims (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL,
    claim TEXT NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    subject TEXT,
    object TEXT,
    subject_actor TEXT,
    object_actor TEXT,
    earliest TEXT,
    latest TEXT,
    reports INTEGER NOT NULL,
    origins INTEGER NOT NULL,
    first_published TEXT,           -- the day from which on a report tells it,
    last_published TEXT,            -- and from which on all do; empty if one has no day
    asserted_by TEXT,
    denied_by TEXT,
    weakest TEXT,                   -- wordings
    strongest TEXT,
    json TEXT NOT NULL,             -- model.Claim
    recorded_at TEXT NOT NULL,
    retracted_at TEXT
);
CREATE UNIQUE INDEX claims_current ON claims (key) WHERE retracted_at IS NULL;
INSERT INTO claims (id, key, claim, kind, text, subject, object, subject_actor, object_actor, earliest, latest, reports, origins, denied_by, json,
       recorded_at, retracted_at)
SELECT id, key, claim, kind, text, subject, object, subject_actor, object_actor, earliest, latest, reports, origins, denied_by, json,
       recorded_at, retracted_at
FROM claims_of_2;
DROP TABLE claims_of_2;

CREATE TABLE claim_mentions_of_2 AS SELECT * FROM claim_mentions;
DROP TABLE claim_mentions;
CREATE TABLE claim_mentions (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL,
    claim TEXT NOT NULL,
    report INTEGER NOT NULL REFERENCES reports (id),
    published TEXT,                 -- the day by which the report surely was
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    words TEXT NOT NULL,
    fact TEXT,                      -- what states it: a fact,
    attribution TEXT,               -- else an attribution's content, else the passage alone
    stance TEXT NOT NULL,
    certainty TEXT NOT NULL,
    hedges TEXT,
    through TEXT,                   -- this outlet first, the speaker last
    speaker_kind TEXT,
    speaker TEXT,
    speaker_count INTEGER,
    score REAL NOT NULL,
    reason TEXT,
    new_report INTEGER NOT NULL,    -- whether it is the first of its report by day of publication,
    new_origin INTEGER NOT NULL,    -- and of its origin
    recorded_at TEXT NOT NULL,
    retracted_at TEXT
);
CREATE UNIQUE INDEX claim_mentions_current ON claim_mentions (key) WHERE retracted_at IS NULL;
INSERT INTO claim_mentions (id, key, claim, report, published, start, end, words, fact, stance, certainty, hedges, through, speaker_kind,
       speaker, speaker_count, score, reason, new_report, new_origin, recorded_at, retracted_at)
SELECT m.id, m.key, m.claim, m.report, d.day, m.start, m.end, m.words, m.fact, m.stance, m.certainty, m.hedges, m.through, m.speaker_kind,
       m.speaker, m.speaker_count, m.score, m.reason,
       row_number() OVER (PARTITION BY m.claim, m.report, m.retracted_at ORDER BY m.start, m.id) = 1,
       row_number() OVER (PARTITION BY m.claim, coalesce(t.family, m.report), m.retracted_at
                          ORDER BY d.day IS NULL, d.day, m.report, m.start, m.id) = 1,
       m.recorded_at, m.retracted_at
FROM claim_mentions_of_2 AS m
JOIN days_of_2 AS d ON d.report = m.report
LEFT JOIN tellings AS t ON t.report = m.report AND t.recorded_at <= m.recorded_at
    AND (t.retracted_at IS NULL OR t.retracted_at > m.recorded_at)
GROUP BY m.id;
DROP TABLE claim_mentions_of_2;

CREATE TABLE relations_of_2 AS SELECT * FROM relations;
DROP TABLE relations;
CREATE TABLE relations (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL,
    claim TEXT NOT NULL,
    kind TEXT NOT NULL,
    other TEXT NOT NULL,
    by_whom TEXT,
    words TEXT,                     -- of this claim, that the relation rests on
    other_words TEXT,
    score REAL NOT NULL,
    reason TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    retracted_at TEXT
);
CREATE UNIQUE INDEX relations_current ON relations (key) WHERE retracted_at IS NULL;
INSERT INTO relations (id, key, claim, kind, other, by_whom, score, reason, recorded_at, retracted_at)
SELECT id, key, claim, kind, other, by_whom, score, reason, recorded_at, retracted_at
FROM relations_of_2;
DROP TABLE relations_of_2;

CREATE INDEX days_of_2_claim ON claim_mentions (claim, published);
UPDATE claims SET (first_published, last_published) = (
    SELECT min(m.published), CASE WHEN count(*) = count(m.published) THEN max(m.published) END
    FROM claim_mentions AS m WHERE m.claim = claims.claim
);

ALTER TABLE members ADD COLUMN published TEXT;
UPDATE members SET published = (SELECT d.day FROM days_of_2 AS d WHERE d.report = members.report);
ALTER TABLE drifts ADD COLUMN published TEXT;
UPDATE drifts SET published = (
    SELECT CASE WHEN count(*) = count(d.day) THEN max(d.day) END
    FROM days_of_2 AS d WHERE d.report IN (drifts.earlier_report, drifts.later_report)
);
DROP TABLE days_of_2;
