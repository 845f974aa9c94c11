INSERT INTO letter_template (version, text) VALUES (zeroblob(32), 'Dear {{ to }}');
INSERT INTO post_made_from (post_id, version, data)
  SELECT id, zeroblob(32), '{"to":"Mrs A"}' FROM post LIMIT 1;
