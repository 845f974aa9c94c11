-- Several nodes over one database: who leads in what, until when, by the clock of the database. The epoch goes up
-- with every change of hands, so that one who was away and comes back writes nothing late.

CREATE TABLE lease (
  name TEXT NOT NULL PRIMARY KEY,
  holder BLOB NOT NULL,
  epoch INTEGER NOT NULL,
  ends_at TEXT NOT NULL
) STRICT;

-- Which nodes there are, when each was last heard of, and which program it runs.
CREATE TABLE node (
  id BLOB NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  program TEXT NOT NULL,
  began_at TEXT NOT NULL,
  seen_at TEXT NOT NULL
) STRICT;
