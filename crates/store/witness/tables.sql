-- What a rig of nodes keeps in its own server beside the office's tables. A node is known by the name of its connections.
CREATE TABLE rig_hand (name TEXT, epoch BIGINT, node TEXT);
CREATE TABLE rig_wrote (name TEXT, node TEXT);
CREATE FUNCTION rig_hand() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  INSERT INTO rig_hand VALUES (NEW.name, NEW.epoch, current_setting('application_name')); RETURN NULL;
END $$;
CREATE FUNCTION rig_wrote() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  INSERT INTO rig_wrote VALUES (TG_ARGV[0], current_setting('application_name')); RETURN NULL;
END $$;
CREATE TRIGGER rig_hand AFTER INSERT OR UPDATE OF epoch ON lease FOR EACH ROW EXECUTE FUNCTION rig_hand();
CREATE TRIGGER rig_wrote AFTER INSERT ON checkpoint FOR EACH ROW EXECUTE FUNCTION rig_wrote('checkpoint');
CREATE TRIGGER rig_wrote AFTER INSERT ON mail FOR EACH ROW EXECUTE FUNCTION rig_wrote('mail');
CREATE TRIGGER rig_wrote AFTER INSERT ON ledger FOR EACH ROW WHEN (NEW.kind = 'chased')
  EXECUTE FUNCTION rig_wrote('sweep');
