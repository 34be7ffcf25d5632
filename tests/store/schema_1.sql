CREATE TABLE run (id TEXT PRIMARY KEY NOT NULL, title TEXT NOT NULL, started_at TEXT NOT NULL, program_version TEXT NOT NULL, status TEXT NOT NULL, summary TEXT NOT NULL DEFAULT '', experiment TEXT NOT NULL, line_bytes INTEGER NOT NULL DEFAULT 0, writer TEXT NOT NULL);
CREATE TABLE chunk (number INTEGER PRIMARY KEY AUTOINCREMENT, run_id TEXT NOT NULL REFERENCES run(id) ON DELETE CASCADE, lines BLOB NOT NULL);
CREATE INDEX chunk_of_run ON chunk(run_id, number);
CREATE INDEX run_by_status ON run(status);
INSERT INTO run VALUES ('20261122T103059.123Z-4f2a', 'Kept from schema 1', '2026-11-22T10:30:59.123Z', '0.1.0', 'finished', 'recv ETIMEDOUT after 5.070 s', '{"format":"halfopen-experiment/1","title":"Kept from schema 1","pairs":[{"client":{"activity":"recv"}}]}', 12, '1:1:none');
INSERT INTO run VALUES ('20261122T103210.001Z-0001', 'Its program went away', '2026-11-22T10:32:10.001Z', '0.1.0', 'running', '', '{"format":"halfopen-experiment/1","title":"Its program went away","pairs":[{"client":{"activity":"recv"}}]}', 0, '1:1:none');
INSERT INTO chunk (run_id, lines) VALUES ('20261122T103059.123Z-4f2a', CAST('first' || char(10) AS BLOB));
INSERT INTO chunk (run_id, lines) VALUES ('20261122T103059.123Z-4f2a', CAST('later' || char(10) AS BLOB));
PRAGMA user_version = 1;
