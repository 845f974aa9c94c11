-- What became of bodies: their names, ends, successors, notices that froze their spending; and whose figures a
-- recommendation counts among that another body carries out now. Nothing in these tables is taken away.

CREATE TABLE body_life (
  body_id BLOB NOT NULL PRIMARY KEY REFERENCES body (id),
  since_day TEXT,
  ended_how TEXT CHECK (ended_how IN ('merged', 'split', 'abolished', 'sold', 'deregistered', 'closed')),
  ended_on TEXT,
  ended_shown_by TEXT,
  changed_by BLOB,
  changed_at TEXT NOT NULL,
  CHECK ((ended_how IS NULL) = (ended_on IS NULL)),
  CHECK ((ended_how IS NULL) = (ended_shown_by IS NULL))
) STRICT;

CREATE TABLE body_name (
  body_id BLOB NOT NULL REFERENCES body (id),
  until_day TEXT NOT NULL,
  name_en TEXT NOT NULL,
  name_cy TEXT NOT NULL,
  shown_by TEXT NOT NULL,
  changed_by BLOB,
  changed_at TEXT NOT NULL,
  PRIMARY KEY (body_id, until_day)
) STRICT;

CREATE TABLE body_successor (
  body_id BLOB NOT NULL REFERENCES body (id),
  successor_id BLOB NOT NULL REFERENCES body (id),
  gets TEXT NOT NULL CHECK (gets IN ('everything', 'functions', 'property')),
  which_part TEXT NOT NULL,
  from_day TEXT NOT NULL,
  instrument TEXT NOT NULL,
  changed_by BLOB,
  changed_at TEXT NOT NULL,
  PRIMARY KEY (body_id, successor_id, gets),
  CHECK (body_id <> successor_id)
) STRICT;
CREATE INDEX body_successor_of ON body_successor (successor_id);

CREATE TABLE body_freeze (
  body_id BLOB NOT NULL REFERENCES body (id),
  from_day TEXT NOT NULL,
  until_day TEXT,
  notice TEXT NOT NULL,
  changed_by BLOB,
  changed_at TEXT NOT NULL,
  PRIMARY KEY (body_id, from_day),
  CHECK (until_day IS NULL OR until_day >= from_day)
) STRICT;

-- Until now the register kept one day and no notice.
INSERT INTO body_freeze (body_id, from_day, until_day, notice, changed_by, changed_at)
  SELECT id, spending_frozen_since, NULL, '–', changed_by, changed_at FROM body
  WHERE spending_frozen_since IS NOT NULL;
ALTER TABLE body DROP COLUMN spending_frozen_since;

ALTER TABLE recommendation_row ADD COLUMN taken_over_from BLOB;

-- The logs of breaches and of disclosures are read from the record itself.
CREATE INDEX ledger_logged ON ledger (kind, leaf) WHERE kind IN ('evidence_quarantined', 'disclosed');
