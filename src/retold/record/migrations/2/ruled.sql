-- People rule on who is who.

CREATE TABLE rulings (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('same', 'different')),
    one_report INTEGER NOT NULL REFERENCES reports (id),
    one_start INTEGER NOT NULL,
    one_end INTEGER NOT NULL,
    one_words TEXT NOT NULL,
    other_report INTEGER NOT NULL REFERENCES reports (id),
    other_start INTEGER NOT NULL,
    other_end INTEGER NOT NULL,
    other_words TEXT NOT NULL,
    reason TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    retracted_at TEXT
);
CREATE UNIQUE INDEX rulings_current ON rulings (key) WHERE retracted_at IS NULL;
