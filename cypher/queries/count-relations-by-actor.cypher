// How many conflicts of actors meet a filter, by kind and status, counted to $limit each. Index: disputes_actor_time.
UNWIND $keys AS key
CALL (key) { MATCH (r:RelationRecord)-[x:DISPUTES]->() USING INDEX x:DISPUTES(actorId, sortKey) WHERE x.actorId = key AND x.sortKey > '' AND {{filter}} RETURN r LIMIT $limit }
WITH r.kind AS kind, r.status AS status, count(DISTINCT r) AS n
RETURN {id: '', kind: kind, status: status, n: n}
