-- Subjects of recommendations, by which earlier ones are found; and how bodies deal with the office.

ALTER TABLE recommendation_row ADD COLUMN themes TEXT NOT NULL DEFAULT '[]';

-- The same subjects, one a row, for finding by them.
CREATE TABLE recommendation_theme (
  theme TEXT NOT NULL,
  case_id BLOB NOT NULL,
  number INTEGER NOT NULL,
  PRIMARY KEY (theme, case_id, number)
) STRICT;
CREATE INDEX recommendation_theme_case ON recommendation_theme (case_id);
CREATE INDEX case_row_decided ON case_row (decided_on, case_id);

-- Signs in the record and notes under a code, by the number of their event in the case. The comment of a note stands in
-- the particulars.
CREATE TABLE handling_row (
  case_id BLOB NOT NULL,
  seq INTEGER NOT NULL,
  body_id BLOB NOT NULL,
  on_day TEXT NOT NULL,
  is_note INTEGER NOT NULL CHECK (is_note IN (0, 1)),
  word TEXT NOT NULL,
  number INTEGER,
  because INTEGER,
  particular BLOB,
  PRIMARY KEY (case_id, seq)
) STRICT;
CREATE INDEX handling_row_day ON handling_row (on_day, case_id, seq);
CREATE INDEX handling_row_body ON handling_row (body_id, on_day, case_id, seq);
