-- Claims tell who asserts them and how weakly and strongly they are worded, a mention needs no fact, a relation has its words.
-- What earlier runs did not know stays empty until the next run: rows are copied as they are, keys included.

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
    asserted_by TEXT,
    denied_by TEXT,
    weakest TEXT,                   -- wordings
    strongest TEXT,
    json TEXT NOT NULL,             -- model.Claim
    recorded_at TEXT NOT NULL,
    retracted_at TEXT
);
CREATE UNIQUE INDEX claims_current ON claims (key) WHERE retracted_at IS NULL;
CREATE INDEX claims_claim ON claims (claim) WHERE retracted_at IS NULL;
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
    recorded_at TEXT NOT NULL,
    retracted_at TEXT
);
CREATE UNIQUE INDEX claim_mentions_current ON claim_mentions (key) WHERE retracted_at IS NULL;
CREATE INDEX claim_mentions_claim ON claim_mentions (claim) WHERE retracted_at IS NULL;
INSERT INTO claim_mentions (id, key, claim, report, start, end, words, fact, stance, certainty, hedges, through, speaker_kind, speaker, speaker_count,
       score, reason, recorded_at, retracted_at)
SELECT id, key, claim, report, start, end, words, fact, stance, certainty, hedges, through, speaker_kind, speaker, speaker_count,
       score, reason, recorded_at, retracted_at
FROM claim_mentions_of_2;
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
