//! What the database itself saw of leases, for a rig of nodes: every change of hands, and every write that only a leader
//! may do, each with the node that made it. Who led when a write was committed is told by the server's own times of
//! commits, so that this does not rest on what is under trial.

use super::Outcome;
use super::postgres::Server;

/// Kept beside the office's own tables. A node is known by the name of its connections.
const TABLES: &str = "
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
  EXECUTE FUNCTION rig_wrote('sweep');";

/// How many writes there were, how many by a node that was not the last to take the lease, how many changes of hands,
/// and how many epochs that two nodes had.
const ASKED: &str = "
WITH hand AS (SELECT name, epoch, node, pg_xact_commit_timestamp(xmin) AS at FROM rig_hand),
wrote AS (SELECT name, node, pg_xact_commit_timestamp(xmin) AS at FROM rig_wrote)
SELECT (SELECT count(*) FROM wrote),
  (SELECT count(*) FROM wrote WHERE node IS DISTINCT FROM (SELECT hand.node FROM hand
    WHERE hand.name = wrote.name AND hand.at <= wrote.at ORDER BY hand.at DESC, hand.epoch DESC LIMIT 1)),
  (SELECT count(DISTINCT (name, epoch)) FROM hand),
  (SELECT count(*) FROM (SELECT 1 FROM hand GROUP BY name, epoch HAVING count(DISTINCT node) > 1) AS shared)";

/// The server must keep the times of commits.
pub(crate) const SETTINGS: &[&str] = &["track_commit_timestamp=on"];

/// What was seen.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    /// Writes that only a leader may do.
    pub(crate) writes: usize,
    /// Those of them by a node after another had taken its lease.
    pub(crate) stale: usize,
    /// How often a lease changed hands.
    pub(crate) hands: usize,
    /// Epochs of a lease that two nodes had.
    pub(crate) shared: usize,
}

/// Lets a database watch.
pub(crate) fn begin(server: &Server, database: &str) -> Outcome {
    server.ask(database, TABLES).map(drop)
}

/// What a database saw.
pub(crate) fn seen(server: &Server, database: &str) -> Outcome<Seen> {
    let said = server.ask(database, ASKED)?;
    let numbers: Vec<usize> = said.trim().split('|').filter_map(|number| number.parse().ok()).collect();
    match numbers[..] {
        [writes, stale, hands, shared] => Ok(Seen { writes, stale, hands, shared }),
        _ => Err(format!("the database does not tell what it saw: {said}")),
    }
}
