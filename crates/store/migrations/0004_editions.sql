-- Every state of a profile under which something was issued, so that it is followed up under it for ever.

CREATE TABLE profile_edition (
  profile TEXT NOT NULL,
  edition TEXT NOT NULL,
  layers TEXT NOT NULL,
  kept_at TEXT NOT NULL,
  PRIMARY KEY (profile, edition)
) STRICT;
