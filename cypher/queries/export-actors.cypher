// All actors, in the order of their ids. Index: actor_id.
MATCH (a:Actor) USING INDEX a:Actor(id) WHERE a.id > $after WITH a ORDER BY a.id LIMIT $limit RETURN {{actor a}}
