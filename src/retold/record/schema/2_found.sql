-- What stands in single reports.

CREATE TABLE mentions (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL,
    report INTEGER NOT NULL REFERENCES reports (id),
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    words TEXT NOT NULL,
    kind TEXT NOT NULL,
    form TEXT NOT NULL,
    chain TEXT,
    name TEXT,
    title TEXT,
    country TEXT,
    recorded_at TEXT NOT NULL,
    retracted_at TEXT
);
CREATE UNIQUE INDEX mentions_current ON mentions (report, key) WHERE retracted_at IS NULL;

CREATE TABLE chains (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL,
    report INTEGER NOT NULL REFERENCES reports (id),
    chain TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT,
    described TEXT,
    aliases TEXT,
    titles TEXT,
    country TEXT,
    recorded_at TEXT NOT NULL,
    retracted_at TEXT
);
CREATE UNIQUE INDEX chains_current ON chains (report, key) WHERE retracted_at IS NULL;

CREATE TABLE times (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL,
    report INTEGER NOT NULL REFERENCES reports (id),
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    words TEXT NOT NULL,
    type TEXT NOT NULL,
    value TEXT,
    modifier TEXT,
    earliest TEXT,
    latest TEXT,
    recorded_at TEXT NOT NULL,
    retracted_at TEXT
);
CREATE UNIQUE INDEX times_current ON times (report, key) WHERE retracted_at IS NULL;

CREATE TABLE attributions (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL,
    report INTEGER NOT NULL REFERENCES reports (id),
    attribution TEXT NOT NULL,
    source TEXT,
    cue TEXT,
    content TEXT,
    source_spans TEXT NOT NULL,
    cue_spans TEXT NOT NULL,
    content_spans TEXT NOT NULL,
    stance TEXT NOT NULL,
    certainty TEXT NOT NULL,
    hedges TEXT,
    quoted INTEGER NOT NULL,
    score REAL NOT NULL,
    speaker_kind TEXT,
    speaker TEXT,
    speaker_count INTEGER,
    speaker_chain TEXT,
    speaker_standing TEXT,          -- of the unnamed: what they are to the matter
    speaker_side TEXT,
    speaker_reason TEXT,            -- why they are not named
    via TEXT,
    recorded_at TEXT NOT NULL,
    retracted_at TEXT
);
CREATE UNIQUE INDEX attributions_current ON attributions (report, key) WHERE retracted_at IS NULL;

CREATE TABLE facts (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL,
    report INTEGER NOT NULL REFERENCES reports (id),
    fact TEXT NOT NULL,
    kind TEXT NOT NULL,
    pattern TEXT NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    words TEXT NOT NULL,
    trigger TEXT NOT NULL,
    subject TEXT,
    subject_chain TEXT,
    object TEXT,
    object_chain TEXT,
    detail TEXT,
    amount REAL,
    currency TEXT,
    time_words TEXT,
    earliest TEXT,
    latest TEXT,
    place TEXT,
    via TEXT,
    attribution TEXT,
    stance TEXT NOT NULL,
    certainty TEXT NOT NULL,
    hedges TEXT,
    ended INTEGER NOT NULL,
    recorded_at TEXT NOT NULL,
    retracted_at TEXT
);
CREATE UNIQUE INDEX facts_current ON facts (report, key) WHERE retracted_at IS NULL;

CREATE TABLE credits (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL,
    report INTEGER NOT NULL REFERENCES reports (id),
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    words TEXT NOT NULL,
    name TEXT NOT NULL,
    agency INTEGER NOT NULL,
    place TEXT NOT NULL,
    score REAL NOT NULL,
    reason TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    retracted_at TEXT
);
CREATE UNIQUE INDEX credits_current ON credits (report, key) WHERE retracted_at IS NULL;
