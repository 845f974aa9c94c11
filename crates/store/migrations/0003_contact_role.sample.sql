INSERT INTO body_contact (body_id, address, name, language, role, changed_at)
  SELECT body_id, 'chief.executive@ynys.example', 'Chief executive', language, 'chief_executive', changed_at
  FROM body_contact LIMIT 1;
