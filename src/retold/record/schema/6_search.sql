-- Full-text search over what reports say in their own words (title, headline and body, no chrome), over claims and every wording.
--
-- Only the index is kept: FTS5 reads the words back through views. It takes words apart at what is no letter, mark or digit, and
-- folds case and accents. What it does not fold stands in `search_folds`. Scripts without spaces (Chinese, Japanese, Thai; Korean for
-- its endings) are taken apart into characters, so that a word is found as characters in a row, however short it is.
-- `record/words.py` keeps the index in the step that keeps the rows: SQLite before 3.41 refuses to do it by triggers in a file
-- whose schema is not trusted. It reads these views as `unfolded` there does.

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

-- The words as they stand: `id` is the row of the table `kind`. A text is first cut into blocks of 1024 characters: SQLite counts
-- characters from the beginning, which would take the square of a long text's length.
CREATE VIEW search_said AS
SELECT 'reports' AS kind, r.id, r.title AS about, coalesce((
    WITH RECURSIVE
    blocks (at, size, words, cut) AS (
        SELECT 0, length(t.text), t.text, (length(t.text) + 1023) / 1024 / 2 * 1024
        UNION ALL
        SELECT at + half * cut, CASE half WHEN 0 THEN cut ELSE size - cut END,
               substr(words, 1 + half * cut, CASE half WHEN 0 THEN cut ELSE size END),
               (CASE half WHEN 0 THEN cut ELSE size - cut END + 1023) / 1024 / 2 * 1024
        FROM blocks, (SELECT 0 AS half UNION ALL SELECT 1) WHERE size > 1024
    )
    SELECT group_concat(piece, '') FROM (
        SELECT (
            SELECT group_concat(substr(b.words, max(start - b.at, 0) + 1, min(end - b.at, b.size) - max(start - b.at, 0))
                                || CASE WHEN end <= b.at + b.size THEN char(10) ELSE '' END, '')
            FROM searched
            WHERE report = r.id AND start < b.at + b.size AND end > b.at
                  AND start >= coalesce((SELECT max(start) FROM searched WHERE report = r.id AND start <= b.at), 0)
        ) AS piece
        FROM blocks AS b WHERE size <= 1024 ORDER BY at
    )
), '') AS words
FROM reports AS r JOIN texts AS t ON t.digest = r.text
UNION ALL
SELECT 'claims', id, coalesce(subject, '') || char(10) || coalesce(object, ''), text FROM claims
UNION ALL
SELECT 'claim_mentions', id, speaker, words FROM claim_mentions;

-- The same as it is indexed, in one string: what it is about, char(30), the words.
CREATE VIEW search_folded AS
SELECT kind, id, CASE WHEN words GLOB '*[^ -~]*' THEN (
    WITH RECURSIVE fold (n, words) AS (
        SELECT 0, s.words
        UNION ALL
        SELECT f.id, replace(fold.words, f.letter, f.folded) FROM fold JOIN search_folds AS f ON f.id = fold.n + 1
    )
    SELECT words FROM fold WHERE n = (SELECT max(id) FROM search_folds)
) ELSE words END AS words
FROM (SELECT kind, id, replace(coalesce(about, ''), char(30), ' ') || char(30) || words AS words FROM search_said) AS s;

CREATE VIEW search_spread AS
SELECT kind, id, CASE WHEN words GLOB '*[ก-໿က-႟ក-៿々-〇ぁ-ヿㇰ-ㇿ㐀-䶿一-鿿가-힣豈-﫿ｦ-ﾟ𠀀-𿿿]*' THEN (
    WITH RECURSIVE blocks (at, size, words, cut) AS (
        SELECT 0, length(f.words), f.words, length(f.words) / 2
        UNION ALL
        SELECT at + half * cut, CASE half WHEN 0 THEN cut ELSE size - cut END,
               substr(words, 1 + half * cut, CASE half WHEN 0 THEN cut ELSE size END),
               CASE half WHEN 0 THEN cut ELSE size - cut END / 2
        FROM blocks, (SELECT 0 AS half UNION ALL SELECT 1) WHERE size > 64
    ),
    letters (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM letters WHERE n < 64)
    SELECT group_concat(CASE
        WHEN letter GLOB '[ก-໿က-႟ក-៿々-〇ぁ-ヿㇰ-ㇿ㐀-䶿一-鿿가-힣豈-﫿ｦ-ﾟ𠀀-𿿿]' THEN ' ' || letter || ' '
        WHEN letter BETWEEN '！' AND '～' THEN char(unicode(letter) - 65248)   -- full width
        ELSE letter END, '')
    FROM (SELECT substr(words, n, 1) AS letter FROM blocks, letters WHERE size <= 64 AND n <= size ORDER BY at, n)
) ELSE words END AS words
FROM search_folded AS f;

CREATE VIEW searched_reports AS
SELECT id, substr(words, 1, instr(words, char(30)) - 1) AS title, substr(words, instr(words, char(30)) + 1) AS words
FROM search_spread WHERE kind = 'reports';

CREATE VIEW searched_claims AS
SELECT id, substr(words, 1, instr(words, char(30)) - 1) AS parties, substr(words, instr(words, char(30)) + 1) AS words
FROM search_spread WHERE kind = 'claims';

CREATE VIEW searched_wordings AS
SELECT id, substr(words, 1, instr(words, char(30)) - 1) AS speaker, substr(words, instr(words, char(30)) + 1) AS words
FROM search_spread WHERE kind = 'claim_mentions';

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

