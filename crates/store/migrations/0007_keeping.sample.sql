INSERT INTO case_keeping (case_id, dispose_on, class, held, held_until, approved) VALUES
  (x'0197b000000070008000000000000001', '2027-03-16', 'documents', 1, NULL, NULL);
INSERT INTO case_file (case_id, digest) VALUES (x'0197b000000070008000000000000001', zeroblob(32));
INSERT INTO post_let_go (post_id, case_id) SELECT id, x'0197b000000070008000000000000001' FROM post LIMIT 1;
INSERT INTO disposal (certificate, case_id, at, text, logged) VALUES
  ('D-2027-0001', x'0197b000000070008000000000000001', '2027-03-16T09:00:00.000000Z', '{}', 1);
INSERT INTO file_to_remove (digest) VALUES (zeroblob(32));
