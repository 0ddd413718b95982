// Steps of a walk from actors: the newest claims attributed to them or mentioning them, with what was merged into them. Indexes: actor_merged, involves_actor_time.
UNWIND $ids AS id
CALL (id) { RETURN id AS member UNION MATCH (x:Actor) USING INDEX x:Actor(mergedInto) WHERE x.mergedInto = id RETURN x.id AS member }
CALL (member) { MATCH (c:Claim)-[x:INVOLVES]->() USING INDEX x:INVOLVES(actorId, sortKey) WHERE x.actorId = member AND x.sortKey > '' AND c.recordedAt <= $time AND (c.withdrawnAt IS NULL OR c.withdrawnAt > $time)
  AND CASE WHEN x.attributedId IS NULL THEN 'Mentions' ELSE 'AttributedTo' END IN $links RETURN c.id AS to, CASE WHEN x.attributedId IS NULL THEN 'Mentions' ELSE 'AttributedTo' END AS link ORDER BY x.actorId DESC, x.sortKey DESC LIMIT $most }
RETURN {from: id, to: to, link: link}
