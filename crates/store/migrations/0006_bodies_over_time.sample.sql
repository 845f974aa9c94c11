INSERT INTO body (id, slug, name_en, name_cy, kind, language, chases_stopped, undeliverable, changed_at) VALUES
  (x'0197b0000000700080000000000000b2', 'ynys-a-mon', 'Ynys and Mon Council', 'Cyngor Ynys a Môn', 'council', 'cy', 0, 0,
   '2026-01-01T09:00:00.000000Z');
INSERT INTO body_life (body_id, since_day, ended_how, ended_on, ended_shown_by, changed_at) VALUES
  (x'0197b000000070008000000000000002', '1996-04-01', 'merged', '2026-04-01', 'Order 2026/1', '2026-04-01T09:00:00.000000Z');
INSERT INTO body_name (body_id, until_day, name_en, name_cy, shown_by, changed_at) VALUES
  (x'0197b000000070008000000000000002', '2010-04-01', 'Old Ynys Council', 'Hen Gyngor Ynys', 'minute 12',
   '2026-04-01T09:00:00.000000Z');
INSERT INTO body_successor (body_id, successor_id, gets, which_part, from_day, instrument, changed_at) VALUES
  (x'0197b000000070008000000000000002', x'0197b0000000700080000000000000b2', 'everything', '', '2026-04-01',
   'Order 2026/1', '2026-04-01T09:00:00.000000Z');
INSERT INTO body_freeze (body_id, from_day, until_day, notice, changed_at) VALUES
  (x'0197b000000070008000000000000002', '2026-03-03', '2026-09-30', 's.114 notice', '2026-04-01T09:00:00.000000Z');
