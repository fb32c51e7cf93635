-- Full-text search. The views it reads are made anew with all others, and what the case holds is indexed by the step of the migration.

CREATE TABLE searched (
    report INTEGER NOT NULL REFERENCES reports (id),
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    PRIMARY KEY (report, start, end)
) WITHOUT ROWID;

CREATE TABLE search_marks (
    kind TEXT PRIMARY KEY,
    last INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE search_folds (
    id INTEGER PRIMARY KEY,
    letter TEXT NOT NULL,
    folded TEXT NOT NULL
);

INSERT INTO search_folds (letter, folded) VALUES
    ('ё', 'е'), ('Ё', 'е'), ('ß', 'ss'), ('ẞ', 'ss'), ('æ', 'ae'), ('Æ', 'ae'), ('œ', 'oe'), ('Œ', 'oe'), ('ø', 'o'), ('Ø', 'o'),
    ('đ', 'd'), ('Đ', 'd'), ('ı', 'i'), ('أ', 'ا'), ('إ', 'ا'), ('آ', 'ا'), ('ٱ', 'ا'), ('ى', 'ي'), ('ی', 'ي'), ('ک', 'ك'), ('ة', 'ه'),
    (char(0x640), ''), (char(0x64B), ''), (char(0x64C), ''), (char(0x64D), ''), (char(0x64E), ''), (char(0x64F), ''),
    (char(0x650), ''), (char(0x651), ''), (char(0x652), ''), (char(0x670), ''), (char(0xAD), '');

CREATE VIRTUAL TABLE report_search USING fts5 (
    title, words, content = 'searched_reports', content_rowid = 'id',
    tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"
);

CREATE VIRTUAL TABLE claim_search USING fts5 (
    parties, words, content = 'searched_claims', content_rowid = 'id',
    tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"
);

CREATE VIRTUAL TABLE wording_search USING fts5 (
    speaker, words, content = 'searched_wordings', content_rowid = 'id',
    tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"
);
