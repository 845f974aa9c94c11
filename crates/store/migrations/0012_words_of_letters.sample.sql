INSERT INTO post_words (post_id, text, html) SELECT id, 'Dear Mrs A', NULL FROM post LIMIT 1;
INSERT INTO post_frozen (post_id, message) SELECT id, x'46726f6d' FROM post LIMIT 1;
