-- For what somebody at a body is written to: link officers, up to two, get every letter; the chief executive the
-- chases that go so far; others are known, and not written to (E14). Of those entered so far the first two are link
-- officers.

ALTER TABLE body_contact ADD COLUMN role TEXT NOT NULL DEFAULT 'other'
  CHECK (role IN ('link_officer', 'chief_executive', 'other'));
UPDATE body_contact SET role = 'link_officer' WHERE (
  SELECT count(*) FROM body_contact AS earlier
  WHERE earlier.body_id = body_contact.body_id AND earlier.address < body_contact.address
) < 2;
