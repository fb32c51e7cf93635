-- What people ruled.

CREATE TABLE rulings (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('same', 'different', 'rejected', 'confirmed', 'dated', 'alone', 'with', 'retells')),
    what TEXT,                      -- fact, attribution, mention, credit, time, drift, claim; subject, object, via: a side of a fact
    kind TEXT,                      -- the fact's or the drift's
    about TEXT,                     -- a fact's parties, a drift's reason
    one_report INTEGER NOT NULL REFERENCES reports (id),
    one_start INTEGER NOT NULL,     -- 0 to 0 of a whole report
    one_end INTEGER NOT NULL,
    one_words TEXT NOT NULL,
    other_report INTEGER REFERENCES reports (id),
    other_start INTEGER,
    other_end INTEGER,
    other_words TEXT,               -- of a side of a fact without other_report: the name of whom it is
    earliest TEXT,                  -- of a time as it was corrected
    latest TEXT,
    reason TEXT NOT NULL,
    by_whom TEXT,
    recorded_at TEXT NOT NULL,
    retracted_at TEXT
);
CREATE UNIQUE INDEX rulings_current ON rulings (key) WHERE retracted_at IS NULL;
