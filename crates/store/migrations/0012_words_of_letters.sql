-- The words of letters, and the bytes that went, beside the letters: neither changes, and the row of a letter does with
-- every step of its way, so that it is written each time with all that stands in it. Letters made before keep theirs where
-- they are. A program from before this step finds letters without words: stop such nodes first.

CREATE TABLE post_words (
  post_id BLOB NOT NULL PRIMARY KEY REFERENCES post (id),
  text TEXT NOT NULL,
  html TEXT
) STRICT;
CREATE TABLE post_frozen (
  post_id BLOB NOT NULL PRIMARY KEY REFERENCES post (id),
  message BLOB NOT NULL
) STRICT;
