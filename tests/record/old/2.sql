PRAGMA application_id = 1381256260;
PRAGMA user_version = 2;
BEGIN TRANSACTION;
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
INSERT INTO "actors" VALUES(1,'365c6796e4019b26c0bc','p1','person','Ilse Marrow',NULL,NULL,1,'{"id":"p1","kind":"person","name":"Ilse Marrow","aliases":[],"country":null,"members":[{"report":"gull.txt","chain":"c1","score":1.0,"reason":"same name"}]}','2031-06-01T00:01:00.000Z','2031-06-01T00:06:00.000Z');
INSERT INTO "actors" VALUES(2,'1b666a381514d0f9e816','p1','person','Ilse Marrow',NULL,NULL,2,'{"id":"p1","kind":"person","name":"Ilse Marrow","aliases":[],"country":null,"members":[{"report":"gull.txt","chain":"c1","score":1.0,"reason":"same name"},{"report":"tide.txt","chain":"c1","score":1.0,"reason":"same name"}]}','2031-06-01T00:06:00.000Z',NULL);
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
INSERT INTO "attributions" VALUES(1,'5e5d9d32aac7f6d5d463',1,'a1','officials','said','Ilse Marrow was fined … 3 May','[[71,80]]','[[81,85]]','[[34,55],[28,33]]','asserted','certain',NULL,0,1.0,'unnamed','officials',2,NULL,NULL,NULL,NULL,'Coast Wire','2031-06-01T00:00:00.000Z','2031-06-01T00:02:00.000Z');
INSERT INTO "attributions" VALUES(2,'5e5d9d32aac7f6d5d463',2,'a1','officials','said','Ilse Marrow was fined … 3 May','[[71,80]]','[[81,85]]','[[34,55],[28,33]]','asserted','certain',NULL,0,1.0,'unnamed','officials',2,NULL,NULL,NULL,NULL,'Coast Wire','2031-06-01T00:02:00.000Z',NULL);
INSERT INTO "attributions" VALUES(3,'49726f8d454a68d54e40',3,'a1','the Gull','reported','Ilse Marrow was fined … 3 May','[[60,68]]','[[69,77]]','[[14,35],[53,58]]','asserted','certain',NULL,0,1.0,'unnamed','officials',2,NULL,NULL,NULL,NULL,'Coast Wire','2031-06-01T00:03:00.000Z',NULL);
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
INSERT INTO "chains" VALUES(1,'1865cbf2c6a44a9fde80',1,'c1','person','Ilse Marrow',NULL,'Marrow','harbour chief',NULL,'2031-06-01T00:00:00.000Z','2031-06-01T00:02:00.000Z');
INSERT INTO "chains" VALUES(2,'1865cbf2c6a44a9fde80',2,'c1','person','Ilse Marrow',NULL,'Marrow','harbour chief',NULL,'2031-06-01T00:02:00.000Z',NULL);
INSERT INTO "chains" VALUES(3,'1865cbf2c6a44a9fde80',3,'c1','person','Ilse Marrow',NULL,'Marrow','harbour chief',NULL,'2031-06-01T00:03:00.000Z',NULL);
CREATE TABLE changes (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    act TEXT NOT NULL CHECK (act IN ('report kept', 'trace kept', 'report removed', 'ruled', 'ruling undone')),
    report TEXT,
    added INTEGER NOT NULL,
    retracted INTEGER NOT NULL,
    program TEXT NOT NULL
);
INSERT INTO "changes" VALUES(1,'2031-06-01T00:00:00.000Z','report kept','gull.txt',8,0,'00000000000000000000');
INSERT INTO "changes" VALUES(2,'2031-06-01T00:01:00.000Z','trace kept',NULL,8,0,'00000000000000000000');
INSERT INTO "changes" VALUES(3,'2031-06-01T00:02:00.000Z','report kept','gull.txt',8,8,'00000000000000000000');
INSERT INTO "changes" VALUES(4,'2031-06-01T00:03:00.000Z','report kept','tide.txt',8,0,'00000000000000000000');
INSERT INTO "changes" VALUES(5,'2031-06-01T00:04:00.000Z','report kept','buoy.txt',2,0,'00000000000000000000');
INSERT INTO "changes" VALUES(6,'2031-06-01T00:05:00.000Z','report kept','reef.txt',2,0,'00000000000000000000');
INSERT INTO "changes" VALUES(7,'2031-06-01T00:06:00.000Z','trace kept',NULL,13,6,'00000000000000000000');
INSERT INTO "changes" VALUES(8,'2031-06-01T00:07:00.000Z','report removed','reef.txt',0,2,'00000000000000000000');
INSERT INTO "changes" VALUES(9,'2031-06-01T00:08:00.000Z','trace kept',NULL,0,1,'00000000000000000000');
INSERT INTO "changes" VALUES(10,'2031-06-01T00:09:00.000Z','ruled',NULL,1,0,'00000000000000000000');
INSERT INTO "changes" VALUES(11,'2031-06-01T00:10:00.000Z','ruling undone',NULL,0,1,'00000000000000000000');
INSERT INTO "changes" VALUES(12,'2031-06-01T00:11:00.000Z','ruled',NULL,1,0,'00000000000000000000');
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
INSERT INTO "claim_mentions" VALUES(1,'8bd25d3a755269224158','k1',1,34,55,'Ilse Marrow was fined','f1','asserted','certain',NULL,'Gull ← Coast Wire',NULL,NULL,NULL,1.0,NULL,'2031-06-01T00:01:00.000Z','2031-06-01T00:06:00.000Z');
INSERT INTO "claim_mentions" VALUES(2,'745dfa4137f69fddcb7c','k1',2,34,55,'Ilse Marrow was fined','f1','asserted','certain',NULL,'Heron ← Coast Wire',NULL,NULL,NULL,1.0,NULL,'2031-06-01T00:06:00.000Z',NULL);
INSERT INTO "claim_mentions" VALUES(3,'b0e0dad0544838470faa','k1',3,14,35,'Ilse Marrow was fined','f1','asserted','certain',NULL,'Tide ← Coast Wire',NULL,NULL,NULL,1.0,NULL,'2031-06-01T00:06:00.000Z',NULL);
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
INSERT INTO "claims" VALUES(1,'42d3c325f44438e58d4a','k1','measure','Ilse Marrow was fined',NULL,'Ilse Marrow',NULL,'p1','2031-05-03T00:00:00Z','2031-05-03T23:59:59Z',1,1,NULL,'{"id":"k1","kind":"measure","text":"Ilse Marrow was fined","subject":null,"object":"Ilse Marrow","subject_actor":null,"object_actor":"p1","period":{"earliest":"2031-05-03T00:00:00Z","latest":"2031-05-03T23:59:59Z"},"mentions":[{"report":"gull.txt","span":[34,55],"fact":"f1","stance":"asserted","certainty":"certain","hedges":[],"chain":["Gull","Coast Wire"],"speaker":null,"score":1.0,"reason":""}],"reports":1,"origins":1,"denied_by":[],"relations":[{"kind":"denied by","claim":"k1","by":null,"score":0.5,"reason":"says nonsense"}],"drift":[]}','2031-06-01T00:01:00.000Z','2031-06-01T00:06:00.000Z');
INSERT INTO "claims" VALUES(2,'6a40c6fa931067106da8','k1','measure','Ilse Marrow was fined',NULL,'Ilse Marrow',NULL,'p1','2031-05-03T00:00:00Z','2031-05-03T23:59:59Z',2,1,NULL,'{"id":"k1","kind":"measure","text":"Ilse Marrow was fined","subject":null,"object":"Ilse Marrow","subject_actor":null,"object_actor":"p1","period":{"earliest":"2031-05-03T00:00:00Z","latest":"2031-05-03T23:59:59Z"},"mentions":[{"report":"gull.txt","span":[34,55],"fact":"f1","stance":"asserted","certainty":"certain","hedges":[],"chain":["Heron","Coast Wire"],"speaker":null,"score":1.0,"reason":""},{"report":"tide.txt","span":[14,35],"fact":"f1","stance":"asserted","certainty":"certain","hedges":[],"chain":["Tide","Coast Wire"],"speaker":null,"score":1.0,"reason":""}],"reports":2,"origins":1,"denied_by":[],"relations":[{"kind":"denied by","claim":"k1","by":null,"score":0.5,"reason":"says nonsense"}],"drift":[{"kind":"number changed","earlier":{"report":"gull.txt","span":[34,55]},"later":{"report":"tide.txt","span":[14,35]},"reason":"40,000 became 60,000"}]}','2031-06-01T00:06:00.000Z',NULL);
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
INSERT INTO "credits" VALUES(1,'f8a7c5eef75f886eb4a5',1,0,9,'PORT NOVA','Coast Wire',1,'dateline',0.9,'dateline','2031-06-01T00:00:00.000Z','2031-06-01T00:02:00.000Z');
INSERT INTO "credits" VALUES(2,'f8a7c5eef75f886eb4a5',2,0,9,'PORT NOVA','Coast Wire',1,'dateline',0.9,'dateline','2031-06-01T00:02:00.000Z',NULL);
INSERT INTO "credits" VALUES(3,'46fa0bf40fd85c90ba2d',3,0,9,'Harbour c','Coast Wire',1,'dateline',0.9,'dateline','2031-06-01T00:03:00.000Z',NULL);
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
INSERT INTO "drifts" VALUES(1,'ed99bcaa44bb2c73e98d','k1','number changed',2,34,55,'Ilse Marrow was fined',3,14,35,'Ilse Marrow was fined','40,000 became 60,000','2031-06-01T00:06:00.000Z',NULL);
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
INSERT INTO "facts" VALUES(1,'ad1f1ae592c9e1bcf4f8',1,'f1','measure','measure/fine',34,55,'Ilse Marrow was fined','fined',NULL,NULL,'Ilse Marrow','c1',NULL,40000.0,'crowns','3 May','2031-05-03T00:00:00Z','2031-05-03T23:59:59Z',NULL,NULL,'a1','asserted','certain',NULL,0,'2031-06-01T00:00:00.000Z','2031-06-01T00:02:00.000Z');
INSERT INTO "facts" VALUES(2,'ad1f1ae592c9e1bcf4f8',2,'f1','measure','measure/fine',34,55,'Ilse Marrow was fined','fined',NULL,NULL,'Ilse Marrow','c1',NULL,40000.0,'crowns','3 May','2031-05-03T00:00:00Z','2031-05-03T23:59:59Z',NULL,NULL,'a1','asserted','certain',NULL,0,'2031-06-01T00:02:00.000Z',NULL);
INSERT INTO "facts" VALUES(3,'62961291694205074207',3,'f1','measure','measure/fine',14,35,'Ilse Marrow was fined','fined',NULL,NULL,'Ilse Marrow','c1',NULL,60000.0,'crowns','3 May','2031-05-03T00:00:00Z','2031-05-03T23:59:59Z',NULL,NULL,'a1','asserted','certain',NULL,0,'2031-06-01T00:03:00.000Z',NULL);
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
INSERT INTO "families" VALUES(1,'38e84c4787953904933c','w1','Coast Wire',0,NULL,1,'credit','{"id":"w1","original":{"name":"Coast Wire","held":false,"report":null,"published":null,"byline":null},"reports":["gull.txt"],"reason":"credit"}','2031-06-01T00:01:00.000Z','2031-06-01T00:06:00.000Z');
INSERT INTO "families" VALUES(2,'13f8fab2988a5bfa40a1','w1','Coast Wire',0,NULL,2,'credit','{"id":"w1","original":{"name":"Coast Wire","held":false,"report":null,"published":null,"byline":null},"reports":["gull.txt","tide.txt"],"reason":"credit"}','2031-06-01T00:06:00.000Z',NULL);
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
INSERT INTO "members" VALUES(1,'8eb2f9cd69b47cdfec2a','p1',1,'c1',1.0,'same name','2031-06-01T00:01:00.000Z','2031-06-01T00:06:00.000Z');
INSERT INTO "members" VALUES(2,'28fbf195b7d0eb71654c','p1',2,'c1',1.0,'same name','2031-06-01T00:06:00.000Z',NULL);
INSERT INTO "members" VALUES(3,'874cde069bee011bc00c','p1',3,'c1',1.0,'same name','2031-06-01T00:06:00.000Z',NULL);
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
INSERT INTO "mentions" VALUES(1,'7ef058a8fa9501f97287',1,34,45,'Ilse Marrow','person','name','c1','Ilse Marrow',NULL,NULL,'2031-06-01T00:00:00.000Z','2031-06-01T00:02:00.000Z');
INSERT INTO "mentions" VALUES(2,'7ef058a8fa9501f97287',2,34,45,'Ilse Marrow','person','name','c1','Ilse Marrow',NULL,NULL,'2031-06-01T00:02:00.000Z',NULL);
INSERT INTO "mentions" VALUES(3,'b48c568b5af1b110a736',3,14,25,'Ilse Marrow','person','name','c1','Ilse Marrow',NULL,NULL,'2031-06-01T00:03:00.000Z',NULL);
CREATE TABLE problems (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL,
    concerns TEXT NOT NULL,
    why TEXT NOT NULL,
    json TEXT NOT NULL,             -- model.Problem
    recorded_at TEXT NOT NULL,
    retracted_at TEXT
);
INSERT INTO "problems" VALUES(1,'52c1e1c392ebc2896ab0','wet.txt','cannot be decoded','{"where":"wet.txt","why":"cannot be decoded"}','2031-06-01T00:01:00.000Z',NULL);
CREATE TABLE programs (
    reading TEXT NOT NULL,          -- readings.key
    program TEXT NOT NULL,          -- the state of the program that gives this reading
    recorded_at TEXT NOT NULL,
    PRIMARY KEY (reading, program)
) WITHOUT ROWID;
INSERT INTO "programs" VALUES('51e2d3c9afef19511532','00000000000000000000','2031-06-01T00:02:00.000Z');
INSERT INTO "programs" VALUES('724fb73a87307c90ac8b','00000000000000000000','2031-06-01T00:05:00.000Z');
INSERT INTO "programs" VALUES('8e66ebc7f5eadf45296d','00000000000000000000','2031-06-01T00:00:00.000Z');
INSERT INTO "programs" VALUES('d575b1881afe907745a4','00000000000000000000','2031-06-01T00:04:00.000Z');
INSERT INTO "programs" VALUES('ef1794b80bf5093a9aa8','00000000000000000000','2031-06-01T00:03:00.000Z');
CREATE TABLE readings (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL,
    report INTEGER NOT NULL REFERENCES reports (id),
    stage TEXT NOT NULL CHECK (stage IN ('alone', 'together')),
    recorded_at TEXT NOT NULL,
    retracted_at TEXT,
    json TEXT NOT NULL              -- model.Reading, its text left out
);
INSERT INTO "readings" VALUES(1,'8e66ebc7f5eadf45296d',1,'alone','2031-06-01T00:00:00.000Z','2031-06-01T00:02:00.000Z','{"report":{"name":"gull.txt","text":"","digest":"878974b7c88d355661dc744bd5f6f396c9bfe61dd6a385b168a0f62d1b02f420","body":[[0,108]],"headline":null,"chrome":[],"outlet":"Gull","title":null,"byline":null,"dateline":null,"url":null,"language":null,"published":"2031-05-04","published_from":"metadata","notes":[]},"sentences":[[0,108]],"mentions":[{"span":[34,45],"kind":"person","form":"name","head":[34,45],"sentence":0,"grammar":"other","sex":null,"plural":false,"country":null,"bare":null,"title":null,"clause":null,"same":null,"of":null,"chain":"c1","name":"Ilse Marrow"}],"chains":[{"id":"c1","kind":"person","name":"Ilse Marrow","described":null,"aliases":["Marrow"],"titles":["harbour chief"],"sex":null,"plural":false,"country":null}],"times":[{"span":[28,33],"type":"DATE","value":"2031-05-03","unit":null,"shift":null,"anchor":"none","direction":null,"modifier":null,"zone":null,"opens":false,"period":{"earliest":"2031-05-03T00:00:00Z","latest":"2031-05-03T23:59:59Z"}}],"attributions":[{"id":"a1","source":[[71,80]],"cue":[[81,85]],"content":[[34,55],[28,33]],"stance":"asserted","certainty":"certain","hedges":[],"quoted":false,"score":1.0,"speaker":{"kind":"unnamed","name":null,"described":"officials","count":2,"chain":null,"via":["Coast Wire"],"standing":null,"side":null,"reason":null},"when":null,"source_head":null}],"facts":[{"id":"f1","kind":"measure","span":[34,55],"trigger":[50,55],"pattern":"measure/fine","subject":null,"object":{"described":"Ilse Marrow","span":[34,45],"chain":"c1","name":"Ilse Marrow","kind":"person"},"detail":null,"amount":{"value":40000.0,"currency":"crowns","span":[56,62]},"when":{"span":[28,33],"period":{"earliest":"2031-05-03T00:00:00Z","latest":"2031-05-03T23:59:59Z"}},"where":null,"via":null,"attribution":"a1","stance":"asserted","certainty":"certain","hedges":[],"ended":false}],"credits":[{"span":[0,9],"name":"Coast Wire","agency":true,"place":"dateline","score":0.9,"reason":"dateline","governs":null,"takes":"story","by":null}]}');
INSERT INTO "readings" VALUES(2,'51e2d3c9afef19511532',2,'alone','2031-06-01T00:02:00.000Z',NULL,'{"report":{"name":"gull.txt","text":"","digest":"878974b7c88d355661dc744bd5f6f396c9bfe61dd6a385b168a0f62d1b02f420","body":[[0,108]],"headline":null,"chrome":[],"outlet":"Heron","title":null,"byline":null,"dateline":null,"url":null,"language":null,"published":"2031-05-04","published_from":"metadata","notes":[]},"sentences":[[0,108]],"mentions":[{"span":[34,45],"kind":"person","form":"name","head":[34,45],"sentence":0,"grammar":"other","sex":null,"plural":false,"country":null,"bare":null,"title":null,"clause":null,"same":null,"of":null,"chain":"c1","name":"Ilse Marrow"}],"chains":[{"id":"c1","kind":"person","name":"Ilse Marrow","described":null,"aliases":["Marrow"],"titles":["harbour chief"],"sex":null,"plural":false,"country":null}],"times":[{"span":[28,33],"type":"DATE","value":"2031-05-03","unit":null,"shift":null,"anchor":"none","direction":null,"modifier":null,"zone":null,"opens":false,"period":{"earliest":"2031-05-03T00:00:00Z","latest":"2031-05-03T23:59:59Z"}}],"attributions":[{"id":"a1","source":[[71,80]],"cue":[[81,85]],"content":[[34,55],[28,33]],"stance":"asserted","certainty":"certain","hedges":[],"quoted":false,"score":1.0,"speaker":{"kind":"unnamed","name":null,"described":"officials","count":2,"chain":null,"via":["Coast Wire"],"standing":null,"side":null,"reason":null},"when":null,"source_head":null}],"facts":[{"id":"f1","kind":"measure","span":[34,55],"trigger":[50,55],"pattern":"measure/fine","subject":null,"object":{"described":"Ilse Marrow","span":[34,45],"chain":"c1","name":"Ilse Marrow","kind":"person"},"detail":null,"amount":{"value":40000.0,"currency":"crowns","span":[56,62]},"when":{"span":[28,33],"period":{"earliest":"2031-05-03T00:00:00Z","latest":"2031-05-03T23:59:59Z"}},"where":null,"via":null,"attribution":"a1","stance":"asserted","certainty":"certain","hedges":[],"ended":false}],"credits":[{"span":[0,9],"name":"Coast Wire","agency":true,"place":"dateline","score":0.9,"reason":"dateline","governs":null,"takes":"story","by":null}]}');
INSERT INTO "readings" VALUES(3,'ef1794b80bf5093a9aa8',3,'alone','2031-06-01T00:03:00.000Z',NULL,'{"report":{"name":"tide.txt","text":"","digest":"7129b25935e79c82d28070876bb27f244578d9131bdcf521ce550d2b2b866cb8","body":[[0,104]],"headline":null,"chrome":[],"outlet":"Tide","title":null,"byline":null,"dateline":null,"url":null,"language":null,"published":null,"published_from":null,"notes":[]},"sentences":[[0,104]],"mentions":[{"span":[14,25],"kind":"person","form":"name","head":[14,25],"sentence":0,"grammar":"other","sex":null,"plural":false,"country":null,"bare":null,"title":null,"clause":null,"same":null,"of":null,"chain":"c1","name":"Ilse Marrow"}],"chains":[{"id":"c1","kind":"person","name":"Ilse Marrow","described":null,"aliases":["Marrow"],"titles":["harbour chief"],"sex":null,"plural":false,"country":null}],"times":[{"span":[53,58],"type":"DATE","value":"2031-05-03","unit":null,"shift":null,"anchor":"none","direction":null,"modifier":null,"zone":null,"opens":false,"period":{"earliest":"2031-05-03T00:00:00Z","latest":"2031-05-03T23:59:59Z"}}],"attributions":[{"id":"a1","source":[[60,68]],"cue":[[69,77]],"content":[[14,35],[53,58]],"stance":"asserted","certainty":"certain","hedges":[],"quoted":false,"score":1.0,"speaker":{"kind":"unnamed","name":null,"described":"officials","count":2,"chain":null,"via":["Coast Wire"],"standing":null,"side":null,"reason":null},"when":null,"source_head":null}],"facts":[{"id":"f1","kind":"measure","span":[14,35],"trigger":[30,35],"pattern":"measure/fine","subject":null,"object":{"described":"Ilse Marrow","span":[14,25],"chain":"c1","name":"Ilse Marrow","kind":"person"},"detail":null,"amount":{"value":60000.0,"currency":"crowns","span":[36,42]},"when":{"span":[53,58],"period":{"earliest":"2031-05-03T00:00:00Z","latest":"2031-05-03T23:59:59Z"}},"where":null,"via":null,"attribution":"a1","stance":"asserted","certainty":"certain","hedges":[],"ended":false}],"credits":[{"span":[0,9],"name":"Coast Wire","agency":true,"place":"dateline","score":0.9,"reason":"dateline","governs":null,"takes":"story","by":null}]}');
INSERT INTO "readings" VALUES(4,'d575b1881afe907745a4',4,'alone','2031-06-01T00:04:00.000Z',NULL,'{"report":{"name":"buoy.txt","text":"","digest":"abf5d02aa93ad29c0fbe6130e08c30dfc2d6b11025e3a9261cf09d8d96351b34","body":[[0,30]],"headline":null,"chrome":[],"outlet":"Buoy","title":null,"byline":null,"dateline":null,"url":null,"language":null,"published":"2031-05-04","published_from":"metadata","notes":[]},"sentences":[[0,30]],"mentions":[],"chains":[],"times":[],"attributions":[],"facts":[],"credits":[]}');
INSERT INTO "readings" VALUES(5,'724fb73a87307c90ac8b',5,'alone','2031-06-01T00:05:00.000Z','2031-06-01T00:07:00.000Z','{"report":{"name":"reef.txt","text":"","digest":"27ab03a8c70926c7fafa0ee8938db2b8514674ddfc972aaa3ea087821fea58e9","body":[[0,17]],"headline":null,"chrome":[],"outlet":"Reef","title":null,"byline":null,"dateline":null,"url":null,"language":null,"published":"2031-05-04","published_from":"metadata","notes":[]},"sentences":[[0,17]],"mentions":[],"chains":[],"times":[],"attributions":[],"facts":[],"credits":[]}');
INSERT INTO "readings" VALUES(6,'a0b4eed93fe71fd64a87',3,'together','2031-06-01T00:06:00.000Z',NULL,'{"report":{"name":"tide.txt","text":"","digest":"7129b25935e79c82d28070876bb27f244578d9131bdcf521ce550d2b2b866cb8","body":[[0,104]],"headline":null,"chrome":[],"outlet":"Tide","title":null,"byline":null,"dateline":null,"url":null,"language":null,"published":"2031-05-03","published_from":"original","notes":[]},"sentences":[[0,104]],"mentions":[{"span":[14,25],"kind":"person","form":"name","head":[14,25],"sentence":0,"grammar":"other","sex":null,"plural":false,"country":null,"bare":null,"title":null,"clause":null,"same":null,"of":null,"chain":"c1","name":"Ilse Marrow"}],"chains":[{"id":"c1","kind":"person","name":"Ilse Marrow","described":null,"aliases":["Marrow"],"titles":["harbour chief"],"sex":null,"plural":false,"country":null}],"times":[{"span":[53,58],"type":"DATE","value":"2031-05-03","unit":null,"shift":null,"anchor":"none","direction":null,"modifier":null,"zone":null,"opens":false,"period":{"earliest":"2031-05-03T00:00:00Z","latest":"2031-05-03T23:59:59Z"}}],"attributions":[{"id":"a1","source":[[60,68]],"cue":[[69,77]],"content":[[14,35],[53,58]],"stance":"asserted","certainty":"certain","hedges":[],"quoted":false,"score":1.0,"speaker":{"kind":"unnamed","name":null,"described":"officials","count":2,"chain":null,"via":["Coast Wire"],"standing":null,"side":null,"reason":null},"when":null,"source_head":null}],"facts":[{"id":"f1","kind":"measure","span":[14,35],"trigger":[30,35],"pattern":"measure/fine","subject":null,"object":{"described":"Ilse Marrow","span":[14,25],"chain":"c1","name":"Ilse Marrow","kind":"person"},"detail":null,"amount":{"value":60000.0,"currency":"crowns","span":[36,42]},"when":{"span":[53,58],"period":{"earliest":"2031-05-03T00:00:00Z","latest":"2031-05-03T23:59:59Z"}},"where":null,"via":null,"attribution":"a1","stance":"asserted","certainty":"certain","hedges":[],"ended":false}],"credits":[{"span":[0,9],"name":"Coast Wire","agency":true,"place":"dateline","score":0.9,"reason":"dateline","governs":null,"takes":"story","by":null}]}');
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
INSERT INTO "relations" VALUES(1,'3136815e06242c929ac3','k1','denied by','k1',NULL,0.5,'says nonsense','2031-06-01T00:01:00.000Z',NULL);
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
INSERT INTO "reports" VALUES(1,'acd7f6b1aeff36c37514','gull.txt',1,NULL,'878974b7c88d355661dc744bd5f6f396c9bfe61dd6a385b168a0f62d1b02f420','Gull',NULL,NULL,NULL,NULL,NULL,'2031-05-04','metadata',108,'878974b7c88d355661dc744bd5f6f396c9bfe61dd6a385b168a0f62d1b02f420','2031-06-01T00:00:00.000Z','2031-06-01T00:02:00.000Z');
INSERT INTO "reports" VALUES(2,'505140927e87dc29ddd0','gull.txt',2,1,'878974b7c88d355661dc744bd5f6f396c9bfe61dd6a385b168a0f62d1b02f420','Heron',NULL,NULL,NULL,NULL,NULL,'2031-05-04','metadata',108,'878974b7c88d355661dc744bd5f6f396c9bfe61dd6a385b168a0f62d1b02f420','2031-06-01T00:02:00.000Z',NULL);
INSERT INTO "reports" VALUES(3,'4f6abc0c8ebe46b629a9','tide.txt',1,NULL,'7129b25935e79c82d28070876bb27f244578d9131bdcf521ce550d2b2b866cb8','Tide',NULL,NULL,NULL,NULL,NULL,NULL,NULL,104,'7129b25935e79c82d28070876bb27f244578d9131bdcf521ce550d2b2b866cb8','2031-06-01T00:03:00.000Z',NULL);
INSERT INTO "reports" VALUES(4,'23c6ed90747007fb7c9e','buoy.txt',1,NULL,'abf5d02aa93ad29c0fbe6130e08c30dfc2d6b11025e3a9261cf09d8d96351b34','Buoy',NULL,NULL,NULL,NULL,NULL,'2031-05-04','metadata',30,'abf5d02aa93ad29c0fbe6130e08c30dfc2d6b11025e3a9261cf09d8d96351b34','2031-06-01T00:04:00.000Z',NULL);
INSERT INTO "reports" VALUES(5,'c79970224e161a0259d2','reef.txt',1,NULL,'27ab03a8c70926c7fafa0ee8938db2b8514674ddfc972aaa3ea087821fea58e9','Reef',NULL,NULL,NULL,NULL,NULL,'2031-05-04','metadata',17,'27ab03a8c70926c7fafa0ee8938db2b8514674ddfc972aaa3ea087821fea58e9','2031-06-01T00:05:00.000Z','2031-06-01T00:07:00.000Z');
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
INSERT INTO "rulings" VALUES(1,'127e7fc0312e106cece0','same',2,34,45,'Ilse Marrow',3,14,25,'Ilse Marrow','same decree','2031-06-01T00:09:00.000Z','2031-06-01T00:10:00.000Z');
INSERT INTO "rulings" VALUES(2,'127e7fc0312e106cece0','same',2,34,45,'Ilse Marrow',3,14,25,'Ilse Marrow','same decree','2031-06-01T00:11:00.000Z',NULL);
CREATE TABLE sequences (
    kind TEXT PRIMARY KEY,
    keys TEXT NOT NULL
) WITHOUT ROWID;
INSERT INTO "sequences" VALUES('actors','["1b666a381514d0f9e816"]');
INSERT INTO "sequences" VALUES('claims','["6a40c6fa931067106da8"]');
INSERT INTO "sequences" VALUES('families','["13f8fab2988a5bfa40a1"]');
INSERT INTO "sequences" VALUES('problems','["52c1e1c392ebc2896ab0"]');
INSERT INTO "sequences" VALUES('readings','[4,2,6]');
INSERT INTO "sequences" VALUES('tellings','["736e5f2d6979519efa05","3f763420cf77312d16c3","f8fe9365a56f11fc0373"]');
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
INSERT INTO "tellings" VALUES(1,'f96f04be1b55bd67d024',1,'independent',NULL,NULL,NULL,NULL,NULL,NULL,1.0,'no like','{"report":"gull.txt","role":"independent","family":null,"retells":null,"original":null,"credits":[],"score":1.0,"reason":"no like","through":[],"declares":null,"drift":[]}','2031-06-01T00:01:00.000Z','2031-06-01T00:06:00.000Z');
INSERT INTO "tellings" VALUES(2,'736e5f2d6979519efa05',4,'independent',NULL,NULL,NULL,NULL,NULL,NULL,1.0,'no like','{"report":"buoy.txt","role":"independent","family":null,"retells":null,"original":null,"credits":[],"score":1.0,"reason":"no like","through":[],"declares":null,"drift":[]}','2031-06-01T00:06:00.000Z',NULL);
INSERT INTO "tellings" VALUES(3,'3f763420cf77312d16c3',2,'independent',NULL,NULL,NULL,NULL,NULL,NULL,1.0,'no like','{"report":"gull.txt","role":"independent","family":null,"retells":null,"original":null,"credits":[],"score":1.0,"reason":"no like","through":[],"declares":null,"drift":[]}','2031-06-01T00:06:00.000Z',NULL);
INSERT INTO "tellings" VALUES(4,'47733ae7a0134164f440',5,'independent',NULL,NULL,NULL,NULL,NULL,NULL,1.0,'no like','{"report":"reef.txt","role":"independent","family":null,"retells":null,"original":null,"credits":[],"score":1.0,"reason":"no like","through":[],"declares":null,"drift":[]}','2031-06-01T00:06:00.000Z','2031-06-01T00:08:00.000Z');
INSERT INTO "tellings" VALUES(5,'f8fe9365a56f11fc0373',3,'independent',NULL,NULL,NULL,NULL,NULL,NULL,1.0,'no like','{"report":"tide.txt","role":"independent","family":null,"retells":null,"original":null,"credits":[],"score":1.0,"reason":"no like","through":[],"declares":null,"drift":[]}','2031-06-01T00:06:00.000Z',NULL);
CREATE TABLE texts (
    digest TEXT PRIMARY KEY,        -- SHA-256 of the text in UTF-8
    text TEXT NOT NULL
) WITHOUT ROWID;
INSERT INTO "texts" VALUES('27ab03a8c70926c7fafa0ee8938db2b8514674ddfc972aaa3ea087821fea58e9','No ship was seen.');
INSERT INTO "texts" VALUES('7129b25935e79c82d28070876bb27f244578d9131bdcf521ce550d2b2b866cb8','Harbour chief Ilse Marrow was fined 60,000 crowns on 3 May, the Gull reported. 😀 It is unclear who paid.');
INSERT INTO "texts" VALUES('878974b7c88d355661dc744bd5f6f396c9bfe61dd6a385b168a0f62d1b02f420','PORT NOVA (Coast Wire) — On 3 May Ilse Marrow was fined 40,000 crowns, officials said. “Nonsense”, she said.');
INSERT INTO "texts" VALUES('abf5d02aa93ad29c0fbe6130e08c30dfc2d6b11025e3a9261cf09d8d96351b34','The Gull says a fine was paid.');
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
INSERT INTO "times" VALUES(1,'da988a822c08e49def88',1,28,33,'3 May','DATE','2031-05-03',NULL,'2031-05-03T00:00:00Z','2031-05-03T23:59:59Z','2031-06-01T00:00:00.000Z','2031-06-01T00:02:00.000Z');
INSERT INTO "times" VALUES(2,'da988a822c08e49def88',2,28,33,'3 May','DATE','2031-05-03',NULL,'2031-05-03T00:00:00Z','2031-05-03T23:59:59Z','2031-06-01T00:02:00.000Z',NULL);
INSERT INTO "times" VALUES(3,'4356ee6127ef250547d5',3,53,58,'3 May','DATE','2031-05-03',NULL,'2031-05-03T00:00:00Z','2031-05-03T23:59:59Z','2031-06-01T00:03:00.000Z',NULL);
CREATE UNIQUE INDEX reports_current ON reports (name) WHERE retracted_at IS NULL;
CREATE INDEX reports_name ON reports (name, version);
CREATE UNIQUE INDEX readings_current ON readings (report, stage) WHERE retracted_at IS NULL;
CREATE UNIQUE INDEX mentions_current ON mentions (report, key) WHERE retracted_at IS NULL;
CREATE UNIQUE INDEX chains_current ON chains (report, key) WHERE retracted_at IS NULL;
CREATE UNIQUE INDEX times_current ON times (report, key) WHERE retracted_at IS NULL;
CREATE UNIQUE INDEX attributions_current ON attributions (report, key) WHERE retracted_at IS NULL;
CREATE UNIQUE INDEX facts_current ON facts (report, key) WHERE retracted_at IS NULL;
CREATE UNIQUE INDEX credits_current ON credits (report, key) WHERE retracted_at IS NULL;
CREATE UNIQUE INDEX tellings_current ON tellings (key) WHERE retracted_at IS NULL;
CREATE UNIQUE INDEX families_current ON families (key) WHERE retracted_at IS NULL;
CREATE UNIQUE INDEX actors_current ON actors (key) WHERE retracted_at IS NULL;
CREATE INDEX actors_actor ON actors (actor) WHERE retracted_at IS NULL;
CREATE UNIQUE INDEX members_current ON members (key) WHERE retracted_at IS NULL;
CREATE UNIQUE INDEX claims_current ON claims (key) WHERE retracted_at IS NULL;
CREATE INDEX claims_claim ON claims (claim) WHERE retracted_at IS NULL;
CREATE UNIQUE INDEX claim_mentions_current ON claim_mentions (key) WHERE retracted_at IS NULL;
CREATE INDEX claim_mentions_claim ON claim_mentions (claim) WHERE retracted_at IS NULL;
CREATE UNIQUE INDEX relations_current ON relations (key) WHERE retracted_at IS NULL;
CREATE UNIQUE INDEX drifts_current ON drifts (key) WHERE retracted_at IS NULL;
CREATE UNIQUE INDEX problems_current ON problems (key) WHERE retracted_at IS NULL;
CREATE UNIQUE INDEX rulings_current ON rulings (key) WHERE retracted_at IS NULL;
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
COMMIT;
