-- How long each case is kept, which files it still has, and what went.

CREATE TABLE case_keeping (
  case_id BLOB NOT NULL PRIMARY KEY,
  dispose_on TEXT,
  class TEXT,
  held INTEGER NOT NULL CHECK (held IN (0, 1)),
  held_until TEXT,
  approved TEXT
) STRICT;
CREATE INDEX case_keeping_due ON case_keeping (dispose_on, case_id);
CREATE INDEX case_keeping_approved ON case_keeping (approved, case_id);

-- The files each case still has; one that no case has any more goes.
CREATE TABLE case_file (
  case_id BLOB NOT NULL,
  digest BLOB NOT NULL CHECK (length(digest) = 32),
  PRIMARY KEY (case_id, digest)
) STRICT;
CREATE INDEX case_file_digest ON case_file (digest);

-- Which cases have let a letter go; it is erased once all its cases have.
CREATE TABLE post_let_go (
  post_id BLOB NOT NULL REFERENCES post (id),
  case_id BLOB NOT NULL,
  PRIMARY KEY (post_id, case_id)
) STRICT;

-- Certificates of what was destroyed. `logged` once it stands in the log beside the database too.
CREATE TABLE disposal (
  certificate TEXT NOT NULL PRIMARY KEY,
  case_id BLOB NOT NULL,
  at TEXT NOT NULL,
  text TEXT NOT NULL,
  logged INTEGER NOT NULL CHECK (logged IN (0, 1))
) STRICT;
CREATE INDEX disposal_at ON disposal (at, certificate);
CREATE INDEX disposal_case ON disposal (case_id);

-- Files whose rows are gone and that are still to be taken from the folder.
CREATE TABLE file_to_remove (
  digest BLOB NOT NULL PRIMARY KEY CHECK (length(digest) = 32)
) STRICT;
