-- Full-text search over what reports say in their own words (title, headline and body, no chrome), over claims and every wording.
--
-- The indexes hold no text (FTS5, `content = ''`): record/words.py keeps them in the step that keeps the rows, which are never removed.
-- FTS5 takes words apart at what is no letter, mark or digit, and folds case and accents; what it does not fold stands in
-- `search_folds`. Letters of scripts without spaces (Chinese, Japanese, Thai; Korean for its endings) are words of their own,
-- so that a word of them is found as letters in a row, however short it is.

-- What is searched of each version of a report: headline and paragraphs, as its last reading has them.
CREATE TABLE searched (
    report INTEGER NOT NULL REFERENCES reports (id),
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    PRIMARY KEY (report, start, end)
) WITHOUT ROWID;

-- The last row of `readings` whose report is indexed.
CREATE TABLE search_marks (
    kind TEXT PRIMARY KEY,
    last INTEGER NOT NULL
) WITHOUT ROWID;

-- What is written in more than one way, or left out by most who write; with an empty `folded` it counts as not there.
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

CREATE VIRTUAL TABLE report_search USING fts5 (     -- rowid: reports.id
    title, words, content = '', tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"
);
CREATE VIRTUAL TABLE claim_search USING fts5 (      -- rowid: claims.id
    parties, words, content = '', tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"
);
CREATE VIRTUAL TABLE wording_search USING fts5 (    -- rowid: claim_mentions.id
    speaker, words, content = '', tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"
);
