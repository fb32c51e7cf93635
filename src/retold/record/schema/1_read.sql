-- The case file, version 3. docs/case-file.md tells what each table and view holds.
--
-- Rows are never rewritten: what no longer holds gets `retracted_at`, what holds now is a row without it. `key` is derived
-- from a row's content, so that the same finding of a later run is known to be the same. Times are UTC, ISO 8601.
-- `start` and `end` count code points of the report's text; `words` is the text between them.

-- What was read.

CREATE TABLE texts (
    digest TEXT PRIMARY KEY,        -- SHA-256 of the text in UTF-8
    text TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE reports (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL,
    name TEXT NOT NULL,             -- the path as given
    version INTEGER NOT NULL,       -- 1 for the first that we held under this name
    previous INTEGER REFERENCES reports (id),
    digest TEXT NOT NULL,           -- SHA-256 of the file's bytes
    outlet TEXT,
    title TEXT,
    byline TEXT,
    dateline TEXT,
    url TEXT,
    language TEXT,
    published TEXT,
    published_from TEXT,
    characters INTEGER NOT NULL,
    text TEXT NOT NULL REFERENCES texts (digest),
    recorded_at TEXT NOT NULL,
    retracted_at TEXT
);
CREATE UNIQUE INDEX reports_current ON reports (name) WHERE retracted_at IS NULL;
CREATE INDEX reports_name ON reports (name, version);

CREATE TABLE readings (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL,
    report INTEGER NOT NULL REFERENCES reports (id),
    stage TEXT NOT NULL CHECK (stage IN ('alone', 'together')),
    recorded_at TEXT NOT NULL,
    retracted_at TEXT,
    json TEXT NOT NULL              -- model.Reading, its text left out
);
CREATE UNIQUE INDEX readings_current ON readings (report, stage) WHERE retracted_at IS NULL;

CREATE TABLE programs (
    reading TEXT NOT NULL,          -- readings.key
    program TEXT NOT NULL,          -- the state of the program that gives this reading
    recorded_at TEXT NOT NULL,
    PRIMARY KEY (reading, program)
) WITHOUT ROWID;
