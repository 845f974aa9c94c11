-- From what each letter was made, so that it can be made again, word for word.

CREATE TABLE letter_template (
  version BLOB NOT NULL PRIMARY KEY CHECK (length(version) = 32),
  text TEXT NOT NULL
) STRICT;

CREATE TABLE post_made_from (
  post_id BLOB NOT NULL PRIMARY KEY REFERENCES post (id),
  version BLOB NOT NULL REFERENCES letter_template (version),
  data TEXT NOT NULL
) STRICT;
