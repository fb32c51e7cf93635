-- Any act may be a step, and a step may have a reason.

ALTER TABLE changes RENAME TO changes_of_2;
CREATE TABLE changes (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    act TEXT NOT NULL,
    report TEXT,
    reason TEXT,
    added INTEGER NOT NULL,
    retracted INTEGER NOT NULL,
    program TEXT NOT NULL
);
INSERT INTO changes SELECT id, at, act, report, NULL, added, retracted, program FROM changes_of_2;
DROP TABLE changes_of_2;
