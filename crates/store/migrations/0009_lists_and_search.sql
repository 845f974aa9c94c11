-- Lists and search at any size: pages that begin anywhere along an index, counts that are kept, one table of all that is
-- searched.

-- What a recommendation asks of somebody, worked out from its other columns when the row is written. `work` is a sum:
-- 1 evidence waits to be looked at, 2 a request for a later date is open, 4 a letter came back, 8 the office waits for
-- the body and there is a date. `attention` is 0 where that is nothing, 1 where it is 8 alone, else 2. `handler` is that
-- of the case; `improved_on` is when a service improvement was decided, nothing for anything else.
ALTER TABLE recommendation_row ADD COLUMN handler BLOB;
ALTER TABLE recommendation_row ADD COLUMN work INTEGER NOT NULL DEFAULT 0;
ALTER TABLE recommendation_row ADD COLUMN attention INTEGER NOT NULL DEFAULT 0;
ALTER TABLE recommendation_row ADD COLUMN improved_on TEXT;
UPDATE recommendation_row SET
  handler = (SELECT c.handler FROM case_row c WHERE c.case_id = recommendation_row.case_id),
  work = CASE WHEN state IN ('evidence_received', 'under_review') THEN 1 ELSE 0 END
    + CASE WHEN extension_open = 1 THEN 2 ELSE 0 END
    + CASE WHEN undelivered = 1 AND ended_on IS NULL THEN 4 ELSE 0 END
    + CASE WHEN awaits_body = 1 AND evidence_due_on IS NOT NULL THEN 8 ELSE 0 END,
  improved_on = CASE WHEN scope = 'service' AND state <> 'withdrawn'
    THEN (SELECT c.decided_on FROM case_row c WHERE c.case_id = recommendation_row.case_id) END;
UPDATE recommendation_row SET attention = CASE WHEN work = 0 THEN 0 WHEN work = 8 THEN 1 ELSE 2 END;

DROP INDEX recommendation_row_sort;
DROP INDEX recommendation_row_body;
CREATE INDEX recommendation_row_attention ON recommendation_row (attention, sort_on, case_id, number, work, state);
CREATE INDEX recommendation_row_handler ON recommendation_row (handler, attention, sort_on, case_id, number, work,
  state);
CREATE INDEX recommendation_row_body ON recommendation_row (body_id, attention, sort_on, case_id, number, work,
  state);
CREATE INDEX recommendation_row_to ON recommendation_row (body_id, case_id, number);
CREATE INDEX recommendation_row_improved ON recommendation_row (improved_on DESC, case_id DESC, number)
  WHERE improved_on IS NOT NULL;
CREATE INDEX recommendation_row_improved_to ON recommendation_row (body_id, improved_on DESC, case_id DESC, number)
  WHERE improved_on IS NOT NULL;
CREATE INDEX recommendation_row_ended ON recommendation_row (ended_on, state, body_id, taken_over_from)
  WHERE ended_on IS NOT NULL;

ALTER TABLE recommendation_theme ADD COLUMN improved_on TEXT;
UPDATE recommendation_theme SET improved_on = (
  SELECT r.improved_on FROM recommendation_row r
  WHERE r.case_id = recommendation_theme.case_id AND r.number = recommendation_theme.number
);
CREATE INDEX recommendation_theme_improved ON recommendation_theme (theme, improved_on DESC, case_id DESC, number)
  WHERE improved_on IS NOT NULL;

-- How many recommendations there are of each sort: in the whole office, of each handler, to each body. `due_on` is the
-- date by which the office is to be told where `work` has 8 in it, else empty. Kept with every commit.
CREATE TABLE work_count (
  whose TEXT NOT NULL CHECK (whose IN ('office', 'handler', 'body')),
  id BLOB NOT NULL,
  state TEXT NOT NULL,
  work INTEGER NOT NULL,
  due_on TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (whose, id, state, work, due_on)
) STRICT;
INSERT INTO work_count (whose, id, state, work, due_on, n)
  SELECT 'office', x'', state, work, CASE WHEN work >= 8 THEN evidence_due_on ELSE '' END, COUNT(*)
  FROM recommendation_row GROUP BY 3, 4, 5;
INSERT INTO work_count (whose, id, state, work, due_on, n)
  SELECT 'handler', handler, state, work, CASE WHEN work >= 8 THEN evidence_due_on ELSE '' END, COUNT(*)
  FROM recommendation_row WHERE handler IS NOT NULL GROUP BY 2, 3, 4, 5;
INSERT INTO work_count (whose, id, state, work, due_on, n)
  SELECT 'body', body_id, state, work, CASE WHEN work >= 8 THEN evidence_due_on ELSE '' END, COUNT(*)
  FROM recommendation_row GROUP BY 2, 3, 4, 5;

-- Cases by body, newest first; and by where they are.
ALTER TABLE case_body ADD COLUMN received_on TEXT;
UPDATE case_body SET received_on = (SELECT c.received_on FROM case_row c WHERE c.case_id = case_body.case_id);
DROP INDEX case_body_body;
CREATE INDEX case_body_body ON case_body (body_id, received_on, case_id);
CREATE INDEX case_row_stage ON case_row (stage, received_on, case_id);
CREATE INDEX case_row_compliance ON case_row (compliance, received_on, case_id);

-- How bodies deal with the office, as it is counted.
CREATE INDEX handling_row_counted ON handling_row (on_day, body_id, is_note, word);

-- The logs of breaches and of disclosures, each along an index of its own.
DROP INDEX ledger_logged;
CREATE INDEX ledger_set_apart ON ledger (kind, leaf) WHERE kind = 'evidence_quarantined';
CREATE INDEX ledger_disclosed ON ledger (kind, leaf) WHERE kind = 'disclosed';

-- The outbox by when letters were made; `chase` marks chases and reminders.
ALTER TABLE post ADD COLUMN chase INTEGER NOT NULL DEFAULT 0 CHECK (chase IN (0, 1));
UPDATE post SET chase = 1 WHERE id IN (
  SELECT post_id FROM post_owed WHERE owed_key LIKE 'chase/%' OR owed_key LIKE 'reminder/%'
);
CREATE INDEX post_made ON post (made_at, id);
CREATE INDEX post_chase ON post (made_at, id) WHERE chase = 1;

-- How many messages are in each state. Kept with every change of one.
CREATE TABLE mail_count (
  state TEXT NOT NULL PRIMARY KEY,
  n INTEGER NOT NULL
) STRICT;
INSERT INTO mail_count (state, n) SELECT state, COUNT(*) FROM mail GROUP BY state;

-- The title of each case.
CREATE TABLE case_title (
  case_id BLOB NOT NULL PRIMARY KEY,
  title TEXT NOT NULL
) STRICT;
INSERT INTO case_title (case_id, title) SELECT case_id, title FROM case_text;

-- Everything that is searched, a row for each text. `item` says which within its kind. `class` says who may find it:
-- what may be shown to whom (E9), or `apart` for what was set apart (E8). `text` is what an answer shows of it where
-- nothing else has it. Personal: goes with the particulars of the case. The greater `doc`, the newer.
CREATE TABLE search_doc (
  doc INTEGER NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('case', 'recommendation', 'decision', 'mail', 'evidence')),
  item TEXT NOT NULL,
  case_id BLOB,
  number INTEGER,
  class TEXT NOT NULL CHECK (class IN ('restricted', 'for_complainant', 'for_publication', 'apart')),
  headline TEXT NOT NULL,
  text TEXT NOT NULL,
  UNIQUE (kind, item)
) STRICT;
CREATE INDEX search_doc_case ON search_doc (case_id, kind, doc);

-- What is still to be read for the search: the texts and evidence of a case, a message. `asked` grows each time.
CREATE TABLE search_todo (
  kind TEXT NOT NULL CHECK (kind IN ('case', 'mail')),
  id BLOB NOT NULL,
  asked INTEGER NOT NULL,
  PRIMARY KEY (kind, id)
) STRICT;
INSERT INTO search_todo (kind, id, asked) SELECT 'case', case_id, 1 FROM case_row;
INSERT INTO search_todo (kind, id, asked) SELECT 'mail', id, 1 FROM mail;

--@sqlite
CREATE VIRTUAL TABLE search_words USING fts5 (folded, tokenize = 'unicode61 remove_diacritics 2');
-- Words that are erased leave the index at once, not at some later merge.
INSERT INTO search_words (search_words, rank) VALUES ('secure-delete', 1);
-- Cases can be found at once; the rest is read by the machinery.
INSERT INTO search_doc (doc, kind, item, case_id, number, class, headline, text)
  SELECT t.doc, 'case', lower(hex(t.case_id)), t.case_id, NULL, 'restricted', t.title, ''
  FROM case_text t WHERE EXISTS (SELECT 1 FROM case_search s WHERE s.rowid = t.doc);
INSERT INTO search_words (rowid, folded)
  SELECT s.rowid, 'zzkindcase ' || s.folded FROM case_search s
  WHERE EXISTS (SELECT 1 FROM case_text t WHERE t.doc = s.rowid);
DROP TABLE case_search;
--@end
--@postgres
ALTER TABLE search_doc ADD COLUMN words tsvector;
CREATE INDEX search_doc_words ON search_doc USING gin (words);
INSERT INTO search_doc (doc, kind, item, case_id, number, class, headline, text, words)
  SELECT t.doc, 'case', encode(t.case_id, 'hex'), t.case_id, NULL, 'restricted', t.title, '',
    to_tsvector('simple', 'zzkindcase') || s.words
  FROM case_text t JOIN case_search s ON s.doc = t.doc;
DROP TABLE case_search;
--@end
INSERT INTO counter (name, value) SELECT 'search_doc', COALESCE(MAX(doc), 0) FROM search_doc
  WHERE TRUE ON CONFLICT (name) DO NOTHING;
DROP TABLE case_text;
ALTER TABLE case_title RENAME TO case_text;
