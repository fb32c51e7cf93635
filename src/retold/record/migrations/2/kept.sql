-- Rulings are steps too.

ALTER TABLE changes RENAME TO changes_of_1;
CREATE TABLE changes (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    act TEXT NOT NULL CHECK (act IN ('report kept', 'trace kept', 'report removed', 'ruled', 'ruling undone')),
    report TEXT,
    added INTEGER NOT NULL,
    retracted INTEGER NOT NULL,
    program TEXT NOT NULL
);
INSERT INTO changes SELECT id, at, act, report, added, retracted, program FROM changes_of_1;
DROP TABLE changes_of_1;
