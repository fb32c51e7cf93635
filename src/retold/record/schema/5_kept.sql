-- Housekeeping.

-- In what order the last trace told things, as a JSON list of keys (of ids for readings). Order is no statement about the world: it is replaced.
CREATE TABLE sequences (
    kind TEXT PRIMARY KEY,
    keys TEXT NOT NULL
) WITHOUT ROWID;

-- What each step did to this file. A step that found everything as it was leaves no row.
CREATE TABLE changes (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    act TEXT NOT NULL,
    report TEXT,
    reason TEXT,
    added INTEGER NOT NULL,
    retracted INTEGER NOT NULL,
    rows TEXT,                      -- how many of which table, as JSON: {"claims": [added, retracted], ...}
    program TEXT NOT NULL
);
