-- Any act may be a step; a step may have a reason, and tells how many rows of which table it changed.

ALTER TABLE changes RENAME TO changes_of_2;
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
INSERT INTO changes SELECT id, at, act, report, NULL, added, retracted, NULL, program FROM changes_of_2;
DROP TABLE changes_of_2;
