-- Across reports.

CREATE TABLE tellings (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL,
    report INTEGER NOT NULL REFERENCES reports (id),
    role TEXT NOT NULL,
    family TEXT,
    retells TEXT,
    original TEXT,
    original_held INTEGER,
    original_published TEXT,
    credits TEXT,
    score REAL NOT NULL,
    reason TEXT NOT NULL,
    json TEXT NOT NULL,             -- model.Telling
    recorded_at TEXT NOT NULL,
    retracted_at TEXT
);
CREATE UNIQUE INDEX tellings_current ON tellings (key) WHERE retracted_at IS NULL;

CREATE TABLE families (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL,
    family TEXT NOT NULL,
    original TEXT NOT NULL,
    original_held INTEGER NOT NULL,
    original_published TEXT,
    reports INTEGER NOT NULL,
    reason TEXT NOT NULL,
    json TEXT NOT NULL,             -- model.Family
    recorded_at TEXT NOT NULL,
    retracted_at TEXT
);
CREATE UNIQUE INDEX families_current ON families (key) WHERE retracted_at IS NULL;

CREATE TABLE actors (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL,
    actor TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    aliases TEXT,
    country TEXT,
    reports INTEGER NOT NULL,
    json TEXT NOT NULL,             -- model.Actor
    recorded_at TEXT NOT NULL,
    retracted_at TEXT
);
CREATE UNIQUE INDEX actors_current ON actors (key) WHERE retracted_at IS NULL;

CREATE TABLE members (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL,
    actor TEXT NOT NULL,
    report INTEGER NOT NULL REFERENCES reports (id),
    chain TEXT NOT NULL,
    published TEXT,                 -- the day by which the report surely was
    score REAL NOT NULL,
    reason TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    retracted_at TEXT
);
CREATE UNIQUE INDEX members_current ON members (key) WHERE retracted_at IS NULL;

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

CREATE TABLE drifts (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL,
    claim TEXT NOT NULL,
    kind TEXT NOT NULL,
    earlier_report INTEGER NOT NULL REFERENCES reports (id),
    earlier_start INTEGER NOT NULL,
    earlier_end INTEGER NOT NULL,
    earlier_words TEXT NOT NULL,
    later_report INTEGER NOT NULL REFERENCES reports (id),
    later_start INTEGER NOT NULL,
    later_end INTEGER NOT NULL,
    later_words TEXT NOT NULL,
    published TEXT,                 -- the day by which both reports surely were
    reason TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    retracted_at TEXT
);
CREATE UNIQUE INDEX drifts_current ON drifts (key) WHERE retracted_at IS NULL;

CREATE TABLE problems (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL,
    concerns TEXT NOT NULL,
    why TEXT NOT NULL,
    json TEXT NOT NULL,             -- model.Problem
    recorded_at TEXT NOT NULL,
    retracted_at TEXT
);
CREATE UNIQUE INDEX problems_current ON problems (key) WHERE retracted_at IS NULL;
