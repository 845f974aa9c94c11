-- What a node keeps at hand beside the database: a number for each kind of thing, raised in every transaction that
-- changes one, so that what another node changed is seen at once.
CREATE TABLE stamp (
  only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
  register INTEGER NOT NULL,
  staff INTEGER NOT NULL,
  mail INTEGER NOT NULL,
  erased INTEGER NOT NULL
) STRICT;
INSERT INTO stamp (only_row, register, staff, mail, erased) VALUES (1, 0, 0, 0, 0);
