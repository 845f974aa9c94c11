INSERT INTO profile_edition (profile, edition, layers, kept_at)
  VALUES ('psow', '1+00000000', '["id = \"psow\""]', '2026-04-15T12:00:00.000000Z');
