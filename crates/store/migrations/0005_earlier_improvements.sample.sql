UPDATE recommendation_row SET themes = '["delay"]';
INSERT INTO recommendation_theme (theme, case_id, number) SELECT 'delay', case_id, number FROM recommendation_row;
INSERT INTO handling_row (case_id, seq, body_id, on_day, is_note, word, number)
  SELECT case_id, 1, body_id, '2026-04-14', 0, 'chase', number FROM recommendation_row LIMIT 1;
