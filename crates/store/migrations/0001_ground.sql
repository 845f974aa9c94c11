-- The ground: ledger, particulars, files, rows, people, letters.
-- Ids are 16 bytes, digests 32; dates are YYYY-MM-DD, times UTC with six digits after the point; truth is 0 or 1.
-- What stands between --@sqlite and --@end is for that engine alone.

-- The permanent record. One row for each event; `leaf` is its place in the order of commitment, from 0.
CREATE TABLE ledger (
  leaf INTEGER NOT NULL PRIMARY KEY CHECK (leaf >= 0),
  case_id BLOB NOT NULL CHECK (length(case_id) = 16),
  seq INTEGER NOT NULL CHECK (seq >= 1),
  recorded_at TEXT NOT NULL,
  effective_on TEXT NOT NULL,
  actor TEXT NOT NULL,
  kind TEXT NOT NULL,
  v INTEGER NOT NULL,
  body TEXT NOT NULL,
  prev BLOB NOT NULL CHECK (length(prev) = 32),
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  UNIQUE (case_id, seq)
) STRICT;

-- The right edge of the Merkle tree over all entries.
CREATE TABLE ledger_tree (
  only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
  size INTEGER NOT NULL,
  frontier BLOB NOT NULL
) STRICT;
INSERT INTO ledger_tree (only_row, size, frontier) VALUES (1, 0, x'');

-- Signed statements of how long the record was and what its root was.
CREATE TABLE checkpoint (
  size INTEGER NOT NULL PRIMARY KEY,
  root BLOB NOT NULL,
  at TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;

--@sqlite
CREATE TRIGGER ledger_no_update BEFORE UPDATE ON ledger
BEGIN SELECT RAISE(ABORT, 'the ledger is only ever added to'); END;
CREATE TRIGGER ledger_no_delete BEFORE DELETE ON ledger
BEGIN SELECT RAISE(ABORT, 'the ledger is only ever added to'); END;
CREATE TRIGGER checkpoint_no_update BEFORE UPDATE ON checkpoint
BEGIN SELECT RAISE(ABORT, 'checkpoints are only ever added to'); END;
CREATE TRIGGER checkpoint_no_delete BEFORE DELETE ON checkpoint
BEGIN SELECT RAISE(ABORT, 'checkpoints are only ever added to'); END;
--@end

-- Names and free text, with the salt of their digest. Erasing takes text and salt, and leaves the note of it.
CREATE TABLE particular (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  case_id BLOB NOT NULL,
  salt BLOB,
  text TEXT,
  erased_at TEXT,
  CHECK ((text IS NULL) = (erased_at IS NOT NULL)),
  CHECK ((text IS NULL) = (salt IS NULL))
) STRICT;
CREATE INDEX particular_of_case ON particular (case_id);

-- Answers to requests that may come twice.
CREATE TABLE idempotency (
  key TEXT NOT NULL PRIMARY KEY,
  case_id BLOB NOT NULL,
  first_seq INTEGER NOT NULL,
  last_seq INTEGER NOT NULL,
  at TEXT NOT NULL
) STRICT;

-- Files whose bytes are safely in the blob folder.
CREATE TABLE blob (
  digest BLOB NOT NULL PRIMARY KEY CHECK (length(digest) = 32),
  size INTEGER NOT NULL,
  media_type TEXT NOT NULL,
  stored_at TEXT NOT NULL
) STRICT;

-- Running numbers without gaps.
CREATE TABLE counter (
  name TEXT NOT NULL PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT;

-- The rows that lists are made of; they can always be made anew from the ledger.
CREATE TABLE case_row (
  case_id BLOB NOT NULL PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE,
  profile TEXT NOT NULL,
  route TEXT NOT NULL,
  stage TEXT NOT NULL,
  compliance TEXT NOT NULL,
  handler BLOB NOT NULL,
  received_on TEXT NOT NULL,
  decided_on TEXT,
  closed_on TEXT,
  look_again_on TEXT
) STRICT;
CREATE INDEX case_row_look_again ON case_row (look_again_on, case_id);
CREATE INDEX case_row_received ON case_row (received_on, case_id);
CREATE INDEX case_row_handler ON case_row (handler, received_on, case_id);

CREATE TABLE case_body (
  case_id BLOB NOT NULL,
  place INTEGER NOT NULL,
  body_id BLOB NOT NULL,
  PRIMARY KEY (case_id, place)
) STRICT;
CREATE INDEX case_body_body ON case_body (body_id, case_id);

-- `sort_on` is evidence_due_on, or 9999-12-31 where there is none: the order of the work-list.
CREATE TABLE recommendation_row (
  case_id BLOB NOT NULL,
  number INTEGER NOT NULL,
  body_id BLOB NOT NULL,
  kind TEXT NOT NULL,
  scope TEXT NOT NULL,
  state TEXT NOT NULL,
  awaits_body INTEGER NOT NULL CHECK (awaits_body IN (0, 1)),
  evidence_due_on TEXT,
  original_due_on TEXT,
  extension_open INTEGER NOT NULL CHECK (extension_open IN (0, 1)),
  extended INTEGER NOT NULL CHECK (extended IN (0, 1)),
  last_evidence_on TEXT,
  days_late INTEGER,
  ended_on TEXT,
  last_chase_step TEXT,
  undelivered INTEGER NOT NULL CHECK (undelivered IN (0, 1)),
  sort_on TEXT NOT NULL,
  PRIMARY KEY (case_id, number)
) STRICT;
CREATE INDEX recommendation_row_sort ON recommendation_row (sort_on, case_id, number);
CREATE INDEX recommendation_row_body ON recommendation_row (body_id, sort_on, case_id, number);
CREATE INDEX recommendation_row_state ON recommendation_row (state, sort_on, case_id, number);

-- The texts lists show and are searched by. Personal: erased with the particulars of the case.
CREATE TABLE case_text (
  doc INTEGER NOT NULL PRIMARY KEY,
  case_id BLOB NOT NULL UNIQUE,
  title TEXT NOT NULL
) STRICT;
CREATE TABLE recommendation_text (
  case_id BLOB NOT NULL,
  number INTEGER NOT NULL,
  wording TEXT NOT NULL,
  PRIMARY KEY (case_id, number)
) STRICT;
--@sqlite
CREATE VIRTUAL TABLE case_search USING fts5 (folded, tokenize = 'unicode61 remove_diacritics 2');
-- Words that are erased leave the index at once, not at some later merge.
INSERT INTO case_search (case_search, rank) VALUES ('secure-delete', 1);
--@end
--@postgres
CREATE TABLE case_search (doc BIGINT NOT NULL PRIMARY KEY, words tsvector NOT NULL);
CREATE INDEX case_search_words ON case_search USING gin (words);
--@end

-- Staff.
CREATE TABLE staff (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  email TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  language TEXT NOT NULL,
  password TEXT,
  disabled INTEGER NOT NULL CHECK (disabled IN (0, 1)),
  changed_by BLOB,
  changed_at TEXT NOT NULL
) STRICT;

-- Sign-ins. Only the digest of a token is kept.
CREATE TABLE session (
  token BLOB NOT NULL PRIMARY KEY CHECK (length(token) = 32),
  staff_id BLOB NOT NULL REFERENCES staff (id),
  began_at TEXT NOT NULL,
  seen_at TEXT NOT NULL,
  ends_at TEXT NOT NULL,
  revoked_at TEXT
) STRICT;
CREATE INDEX session_staff ON session (staff_id);

-- Failed sign-ins since the last good one.
CREATE TABLE sign_in_failure (
  account TEXT NOT NULL PRIMARY KEY,
  failures INTEGER NOT NULL,
  last_at TEXT NOT NULL
) STRICT;

-- Bodies in jurisdiction, and who is written to there.
CREATE TABLE body (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  slug TEXT NOT NULL UNIQUE,
  name_en TEXT NOT NULL,
  name_cy TEXT NOT NULL,
  kind TEXT NOT NULL,
  language TEXT NOT NULL,
  spending_frozen_since TEXT,
  merged_into BLOB REFERENCES body (id),
  chases_stopped INTEGER NOT NULL CHECK (chases_stopped IN (0, 1)),
  undeliverable INTEGER NOT NULL CHECK (undeliverable IN (0, 1)),
  changed_by BLOB,
  changed_at TEXT NOT NULL,
  CHECK (merged_into IS NULL OR merged_into <> id)
) STRICT;
CREATE INDEX body_merged ON body (merged_into);
CREATE TABLE body_contact (
  body_id BLOB NOT NULL REFERENCES body (id),
  address TEXT NOT NULL,
  name TEXT NOT NULL,
  language TEXT NOT NULL,
  changed_by BLOB,
  changed_at TEXT NOT NULL,
  PRIMARY KEY (body_id, address)
) STRICT;
CREATE INDEX body_contact_address ON body_contact (address);

-- Links by which people outside the office come in. Only the digest of a token is kept.
CREATE TABLE link (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  token BLOB NOT NULL UNIQUE CHECK (length(token) = 32),
  case_id BLOB NOT NULL,
  audience TEXT NOT NULL CHECK (audience IN ('body', 'colleague', 'complainant')),
  body_id BLOB REFERENCES body (id),
  person_id BLOB,
  numbers TEXT NOT NULL,
  passed_on_by BLOB REFERENCES link (id),
  sent_to TEXT NOT NULL,
  made_at TEXT NOT NULL,
  ends_at TEXT NOT NULL,
  opened_at TEXT,
  used_at TEXT,
  revoked_at TEXT,
  CHECK ((audience = 'complainant') = (body_id IS NULL)),
  CHECK ((audience = 'complainant') = (person_id IS NOT NULL)),
  CHECK ((audience = 'colleague') = (passed_on_by IS NOT NULL))
) STRICT;
CREATE INDEX link_case ON link (case_id);
CREATE INDEX link_passed_on ON link (passed_on_by);

-- Days on which the office is closed, beside the bank holidays.
CREATE TABLE closure (
  day TEXT NOT NULL PRIMARY KEY,
  why_en TEXT NOT NULL,
  why_cy TEXT NOT NULL,
  changed_by BLOB,
  changed_at TEXT NOT NULL
) STRICT;

-- What the office has set, by name, as JSON.
CREATE TABLE setting (
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL,
  changed_by BLOB,
  changed_at TEXT NOT NULL
) STRICT;

-- The outbox.
CREATE TABLE post (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  channel TEXT NOT NULL CHECK (channel IN ('email', 'print')),
  address TEXT NOT NULL,
  language TEXT NOT NULL,
  thread TEXT NOT NULL,
  subject TEXT NOT NULL,
  text TEXT NOT NULL,
  html TEXT,
  frozen BLOB,
  state TEXT NOT NULL CHECK (state IN ('queued', 'claimed', 'accepted', 'deferred', 'refused', 'held', 'bounced')),
  reason TEXT,
  made_at TEXT NOT NULL,
  next_at TEXT NOT NULL,
  claim INTEGER NOT NULL,
  claimed_until TEXT,
  changed_at TEXT NOT NULL
) STRICT;
CREATE INDEX post_next ON post (state, next_at, id);

-- For what a letter is owed. The key keeps it from being sent twice.
CREATE TABLE post_owed (
  case_id BLOB NOT NULL,
  owed_key TEXT NOT NULL,
  post_id BLOB NOT NULL REFERENCES post (id),
  PRIMARY KEY (case_id, owed_key)
) STRICT;
CREATE INDEX post_owed_post ON post_owed (post_id);

-- Every attempt to send. Without an outcome it was begun, and nobody knows how it ended.
CREATE TABLE post_attempt (
  post_id BLOB NOT NULL REFERENCES post (id),
  claim INTEGER NOT NULL,
  began_at TEXT NOT NULL,
  ended_at TEXT,
  outcome TEXT,
  server_text TEXT,
  PRIMARY KEY (post_id, claim),
  CHECK ((ended_at IS NULL) = (outcome IS NULL))
) STRICT;

-- What a reply belongs to. Only the digest of a token is kept.
CREATE TABLE reply_token (
  token BLOB NOT NULL CHECK (length(token) = 32),
  case_id BLOB NOT NULL,
  body_id BLOB,
  numbers TEXT NOT NULL,
  made_at TEXT NOT NULL,
  revoked_at TEXT,
  PRIMARY KEY (token, case_id)
) STRICT;
CREATE INDEX reply_token_case ON reply_token (case_id);

-- The inbox: every message ever received, filed or not.
CREATE TABLE mail (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  raw BLOB NOT NULL UNIQUE REFERENCES blob (digest),
  received_at TEXT NOT NULL,
  message_id TEXT,
  sender TEXT NOT NULL,
  subject TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('new', 'filed', 'held', 'set_aside')),
  reason TEXT,
  case_id BLOB,
  numbers TEXT NOT NULL,
  changed_by BLOB,
  changed_at TEXT NOT NULL,
  CHECK ((state = 'filed') = (case_id IS NOT NULL))
) STRICT;
CREATE INDEX mail_state ON mail (state, received_at, id);
CREATE INDEX mail_case ON mail (case_id);
CREATE INDEX mail_message_id ON mail (message_id);
