-- One row of everything step 1 knows, for the steps after it to run over.
INSERT INTO ledger (leaf, case_id, seq, recorded_at, effective_on, actor, kind, v, body, prev, hash) VALUES
  (0, x'0197b000000070008000000000000001', 1, '2026-04-15T09:30:00.000000Z', '2026-04-15', '{"who":"system"}',
   'chases_resumed', 1, '{"kind":"chases_resumed"}', zeroblob(32), zeroblob(32));
UPDATE ledger_tree SET size = 1, frontier = zeroblob(32);
INSERT INTO checkpoint (size, root, at, note) VALUES (1, zeroblob(32), '2026-04-15T09:31:00.000000Z', 'note');
INSERT INTO particular (id, case_id, salt, text, erased_at) VALUES
  (x'0197b000000070008000000000000101', x'0197b000000070008000000000000001', zeroblob(32), 'Mrs A', NULL),
  (x'0197b000000070008000000000000102', x'0197b000000070008000000000000001', NULL, NULL, '2026-04-16T09:30:00.000000Z');
INSERT INTO idempotency (key, case_id, first_seq, last_seq, at) VALUES
  ('form-1', x'0197b000000070008000000000000001', 1, 1, '2026-04-15T09:30:00.000000Z');
INSERT INTO blob (digest, size, media_type, stored_at) VALUES
  (zeroblob(32), 12, 'message/rfc822', '2026-04-15T09:30:00.000000Z');
INSERT INTO counter (name, value) VALUES ('case-2026', 193);
INSERT INTO case_row (case_id, reference, profile, route, stage, compliance, handler, received_on) VALUES
  (x'0197b000000070008000000000000001', '26-0193', 'psow', 'investigation', 'final_issued', 'monitoring',
   x'0197b000000070008000000000000004', '2026-01-12');
INSERT INTO case_body (case_id, place, body_id) VALUES
  (x'0197b000000070008000000000000001', 0, x'0197b000000070008000000000000002');
INSERT INTO recommendation_row (case_id, number, body_id, kind, scope, state, awaits_body, evidence_due_on,
  original_due_on, extension_open, extended, undelivered, sort_on) VALUES
  (x'0197b000000070008000000000000001', 1, x'0197b000000070008000000000000002', 'apology', 'personal', 'due', 1,
   '2026-04-13', '2026-04-13', 0, 0, 0, '2026-04-13');
INSERT INTO case_text (doc, case_id, title) VALUES (1, x'0197b000000070008000000000000001', 'Repairs not done');
INSERT INTO recommendation_text (case_id, number, wording) VALUES
  (x'0197b000000070008000000000000001', 1, 'The Council will apologise.');
INSERT INTO case_search (rowid, folded) VALUES (1, 'repairs not done');
INSERT INTO staff (id, email, name, role, language, password, disabled, changed_by, changed_at) VALUES
  (x'0197b000000070008000000000000004', 'c@ombudsman.example', 'Carys', 'caseworker', 'cy', NULL, 0, NULL,
   '2026-01-01T09:00:00.000000Z');
INSERT INTO session (token, staff_id, began_at, seen_at, ends_at) VALUES
  (zeroblob(32), x'0197b000000070008000000000000004', '2026-04-15T09:00:00.000000Z', '2026-04-15T09:00:00.000000Z',
   '2026-04-15T21:00:00.000000Z');
INSERT INTO sign_in_failure (account, failures, last_at) VALUES ('x@ombudsman.example', 2, '2026-04-15T08:00:00.000000Z');
INSERT INTO body (id, slug, name_en, name_cy, kind, language, chases_stopped, undeliverable, changed_at) VALUES
  (x'0197b000000070008000000000000002', 'ynys', 'Ynys Council', 'Cyngor Ynys', 'council', 'cy', 0, 0,
   '2026-01-01T09:00:00.000000Z');
INSERT INTO body_contact (body_id, address, name, language, changed_at) VALUES
  (x'0197b000000070008000000000000002', 'complaints@ynys.example', 'Complaints team', 'cy', '2026-01-01T09:00:00.000000Z');
INSERT INTO link (id, token, case_id, audience, body_id, numbers, sent_to, made_at, ends_at) VALUES
  (x'0197b000000070008000000000000301', zeroblob(32), x'0197b000000070008000000000000001', 'body',
   x'0197b000000070008000000000000002', '[]', 'complaints@ynys.example', '2026-02-20T09:00:00.000000Z',
   '2026-08-20T09:00:00.000000Z');
INSERT INTO closure (day, why_en, why_cy, changed_at) VALUES
  ('2026-12-29', 'Office closed', 'Swyddfa ar gau', '2026-01-01T09:00:00.000000Z');
INSERT INTO setting (name, value, changed_at) VALUES ('chases_stopped', 'false', '2026-01-01T09:00:00.000000Z');
INSERT INTO post (id, channel, address, language, thread, subject, text, state, made_at, next_at, claim, changed_at) VALUES
  (x'0197b000000070008000000000000401', 'email', 'complaints@ynys.example', 'cy', 'thread-1', 'Subject', 'Text', 'accepted',
   '2026-04-14T09:00:00.000000Z', '2026-04-14T09:00:00.000000Z', 1, '2026-04-14T09:01:00.000000Z');
INSERT INTO post_owed (case_id, owed_key, post_id) VALUES
  (x'0197b000000070008000000000000001', 'chase:1:1:first', x'0197b000000070008000000000000401');
INSERT INTO post_attempt (post_id, claim, began_at, ended_at, outcome, server_text) VALUES
  (x'0197b000000070008000000000000401', 1, '2026-04-14T09:00:30.000000Z', '2026-04-14T09:01:00.000000Z', 'accepted', '250 OK');
INSERT INTO reply_token (token, case_id, body_id, numbers, made_at) VALUES
  (zeroblob(32), x'0197b000000070008000000000000001', x'0197b000000070008000000000000002', '[1]', '2026-04-14T09:00:00.000000Z');
INSERT INTO mail (id, raw, received_at, sender, subject, state, numbers, changed_at) VALUES
  (x'0197b000000070008000000000000501', zeroblob(32), '2026-04-15T09:30:00.000000Z', 'complaints@ynys.example', 'Re: Subject',
   'held', '[]', '2026-04-15T09:30:00.000000Z');
