-- How many writes of leaders there were, how many by a node that was not the last to take the lease, how many changes of
-- hands, and how many epochs of a lease two nodes had.
WITH hand AS (SELECT name, epoch, node, pg_xact_commit_timestamp(xmin) AS at FROM rig_hand),
wrote AS (SELECT name, node, pg_xact_commit_timestamp(xmin) AS at FROM rig_wrote)
SELECT (SELECT count(*) FROM wrote),
  (SELECT count(*) FROM wrote WHERE node IS DISTINCT FROM (SELECT hand.node FROM hand
    WHERE hand.name = wrote.name AND hand.at <= wrote.at ORDER BY hand.at DESC, hand.epoch DESC LIMIT 1)),
  (SELECT count(DISTINCT (name, epoch)) FROM hand),
  (SELECT count(*) FROM (SELECT 1 FROM hand GROUP BY name, epoch HAVING count(DISTINCT node) > 1) AS shared);
