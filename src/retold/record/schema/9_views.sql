-- Views: what holds now, with the words it stands on.

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
SELECT claim, kind, text, subject, object, earliest, latest, reports, origins, asserted_by, denied_by, weakest, strongest,
       subject_actor, object_actor, recorded_at, id
FROM claims
WHERE retracted_at IS NULL;

CREATE VIEW current_claim_mentions AS
SELECT m.claim, c.text AS claim_text, r.name AS report, r.outlet, r.published, m.words, m.stance, m.certainty, m.hedges,
       m.through, m.speaker, m.speaker_kind, m.speaker_count, m.start, m.end, m.fact,
       m.attribution, m.score, m.reason, m.recorded_at, m.id
FROM claim_mentions AS m
JOIN reports AS r ON r.id = m.report
LEFT JOIN claims AS c ON c.claim = m.claim AND c.retracted_at IS NULL
WHERE m.retracted_at IS NULL;

CREATE VIEW current_relations AS
SELECT l.claim, c.text AS claim_text, l.kind, l.other, o.text AS other_text, l.by_whom, l.words, l.other_words,
       l.score, l.reason, l.recorded_at
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
SELECT l.id AS ruling, l.verdict, l.what, l.kind, l.about, a.name AS one_report, l.one_words, b.name AS other_report, l.other_words,
       l.earliest, l.latest, l.by_whom, l.reason, l.one_start, l.one_end, l.other_start, l.other_end, l.recorded_at
FROM rulings AS l
JOIN reports AS a ON a.id = l.one_report
LEFT JOIN reports AS b ON b.id = l.other_report
WHERE l.retracted_at IS NULL;
