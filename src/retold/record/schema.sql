-- The case file, version 2. docs/case-file.md tells what each table and view holds.
--
-- Rows are never rewritten: what no longer holds gets `retracted_at`, what holds now is a row without it. `key` is derived
-- from a row's content, so that the same finding of a later run is known to be the same. Times are UTC, ISO 8601.
-- `start` and `end` count code points of the report's text; `words` is the text between them.

-- ------------------------------------------------------------ what was read

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

-- ------------------------------------------------------------ what stands in single reports

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

-- ------------------------------------------------------------ across reports

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
CREATE INDEX actors_actor ON actors (actor) WHERE retracted_at IS NULL;

CREATE TABLE members (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL,
    actor TEXT NOT NULL,
    report INTEGER NOT NULL REFERENCES reports (id),
    chain TEXT NOT NULL,
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
    denied_by TEXT,
    json TEXT NOT NULL,             -- model.Claim
    recorded_at TEXT NOT NULL,
    retracted_at TEXT
);
CREATE UNIQUE INDEX claims_current ON claims (key) WHERE retracted_at IS NULL;
CREATE INDEX claims_claim ON claims (claim) WHERE retracted_at IS NULL;

CREATE TABLE claim_mentions (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL,
    claim TEXT NOT NULL,
    report INTEGER NOT NULL REFERENCES reports (id),
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    words TEXT NOT NULL,
    fact TEXT NOT NULL,
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

CREATE TABLE relations (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL,
    claim TEXT NOT NULL,
    kind TEXT NOT NULL,
    other TEXT NOT NULL,
    by_whom TEXT,
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

-- ------------------------------------------------------------ what people ruled

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

-- ------------------------------------------------------------ housekeeping

-- In what order the last trace told things, as a JSON list of keys (of ids for readings). Order is no statement about the world: it is replaced.
CREATE TABLE sequences (
    kind TEXT PRIMARY KEY,
    keys TEXT NOT NULL
) WITHOUT ROWID;

-- What each step did to this file. A step that found everything as it was leaves no row.
CREATE TABLE changes (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    act TEXT NOT NULL CHECK (act IN ('report kept', 'trace kept', 'report removed', 'ruled', 'ruling undone')),
    report TEXT,
    added INTEGER NOT NULL,
    retracted INTEGER NOT NULL,
    program TEXT NOT NULL
);

-- ------------------------------------------------------------ views: what holds now, with the words it stands on

CREATE VIEW current_reports AS
SELECT r.name AS report, r.outlet, r.published, r.title, r.byline, r.language, r.url, r.version, r.characters,
       t.role, t.family, t.original, t.credits, r.recorded_at, r.id
FROM reports AS r
LEFT JOIN tellings AS t ON t.report = r.id AND t.retracted_at IS NULL
WHERE r.retracted_at IS NULL
ORDER BY r.published, r.name;

CREATE VIEW current_facts AS
SELECT r.name AS report, r.outlet, r.published, f.kind, f.subject, f.object, f.detail, f.amount, f.currency, f.place, f.via,
       f.stance, f.certainty, f.hedges, f.ended, f.earliest, f.latest, f.time_words, a.speaker, a.speaker_kind, a.cue,
       f.words, f.start, f.end, f.fact, f.pattern, f.recorded_at
FROM facts AS f
JOIN reports AS r ON r.id = f.report
LEFT JOIN attributions AS a ON a.report = f.report AND a.attribution = f.attribution AND a.retracted_at IS NULL
WHERE f.retracted_at IS NULL;

CREATE VIEW current_attributions AS
SELECT r.name AS report, r.outlet, r.published, a.speaker, a.speaker_kind, a.speaker_count, a.speaker_standing,
       a.speaker_side, a.speaker_reason, a.via, a.source, a.cue, a.content,
       a.stance, a.certainty, a.hedges, a.quoted, a.score, a.attribution, a.recorded_at
FROM attributions AS a
JOIN reports AS r ON r.id = a.report
WHERE a.retracted_at IS NULL;

CREATE VIEW current_times AS
SELECT r.name AS report, r.published, t.words, t.type, t.value, t.modifier, t.earliest, t.latest, t.start, t.end, t.recorded_at
FROM times AS t
JOIN reports AS r ON r.id = t.report
WHERE t.retracted_at IS NULL;

CREATE VIEW current_mentions AS
SELECT r.name AS report, m.words, m.kind, m.form, m.name, m.title, m.country, m.chain, m.start, m.end, m.recorded_at
FROM mentions AS m
JOIN reports AS r ON r.id = m.report
WHERE m.retracted_at IS NULL;

CREATE VIEW current_credits AS
SELECT r.name AS report, r.outlet, r.published, c.name AS credited, c.agency, c.place, c.words, c.score, c.reason,
       c.start, c.end, c.recorded_at
FROM credits AS c
JOIN reports AS r ON r.id = c.report
WHERE c.retracted_at IS NULL;

CREATE VIEW current_tellings AS
SELECT r.name AS report, r.outlet, r.published, t.role, t.family, t.retells, t.original, t.original_held, t.original_published,
       t.credits, t.score, t.reason, t.recorded_at
FROM tellings AS t
JOIN reports AS r ON r.id = t.report
WHERE t.retracted_at IS NULL;

CREATE VIEW current_families AS
SELECT family, original, original_held, original_published, reports, reason, recorded_at
FROM families
WHERE retracted_at IS NULL;

CREATE VIEW current_actors AS
SELECT actor, name, kind, aliases, country, reports, recorded_at
FROM actors
WHERE retracted_at IS NULL;

CREATE VIEW current_members AS
SELECT a.name AS actor_name, m.actor, r.name AS report, m.chain, c.name, c.described, c.titles, m.score, m.reason, m.recorded_at
FROM members AS m
JOIN reports AS r ON r.id = m.report
LEFT JOIN actors AS a ON a.actor = m.actor AND a.retracted_at IS NULL
LEFT JOIN chains AS c ON c.report = m.report AND c.chain = m.chain AND c.retracted_at IS NULL
WHERE m.retracted_at IS NULL;

CREATE VIEW current_claims AS
SELECT claim, kind, text, subject, object, earliest, latest, reports, origins, denied_by, subject_actor, object_actor, recorded_at
FROM claims
WHERE retracted_at IS NULL;

CREATE VIEW current_claim_mentions AS
SELECT m.claim, c.text AS claim_text, r.name AS report, r.outlet, r.published, m.words, m.stance, m.certainty, m.hedges,
       m.through, m.speaker, m.speaker_kind, m.speaker_count, m.start, m.end, m.fact,
       m.score, m.reason, m.recorded_at
FROM claim_mentions AS m
JOIN reports AS r ON r.id = m.report
LEFT JOIN claims AS c ON c.claim = m.claim AND c.retracted_at IS NULL
WHERE m.retracted_at IS NULL;

CREATE VIEW current_relations AS
SELECT l.claim, c.text AS claim_text, l.kind, l.other, o.text AS other_text, l.by_whom, l.score, l.reason, l.recorded_at
FROM relations AS l
LEFT JOIN claims AS c ON c.claim = l.claim AND c.retracted_at IS NULL
LEFT JOIN claims AS o ON o.claim = l.other AND o.retracted_at IS NULL
WHERE l.retracted_at IS NULL;

CREATE VIEW current_drifts AS
SELECT d.claim, d.kind, e.name AS earlier_report, d.earlier_words, l.name AS later_report, d.later_words, d.reason,
       d.earlier_start, d.earlier_end, d.later_start, d.later_end, d.recorded_at
FROM drifts AS d
JOIN reports AS e ON e.id = d.earlier_report
JOIN reports AS l ON l.id = d.later_report
WHERE d.retracted_at IS NULL;

CREATE VIEW current_problems AS
SELECT concerns, why, recorded_at
FROM problems
WHERE retracted_at IS NULL;

CREATE VIEW current_rulings AS
SELECT l.id AS ruling, l.verdict, a.name AS one_report, l.one_words, b.name AS other_report, l.other_words, l.reason,
       l.one_start, l.one_end, l.other_start, l.other_end, l.recorded_at
FROM rulings AS l
JOIN reports AS a ON a.id = l.one_report
JOIN reports AS b ON b.id = l.other_report
WHERE l.retracted_at IS NULL;
