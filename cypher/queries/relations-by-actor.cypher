// Conflicts that an actor is attributed in on either side. Index: disputes_actor_time; in other orders than time the actor's conflicts are sorted.
UNWIND $keys AS key
CALL (key) { MATCH (r:RelationRecord)-[x:DISPUTES]->() USING INDEX x:DISPUTES(actorId, sortKey) WHERE x.actorId = key AND x.sortKey > '' AND {{on}}.{{sort}} {{beyond}} $from AND {{filter}} RETURN r ORDER BY {{first}}{{on}}.{{sort}} {{direction}} LIMIT $limit }
{{merge}}
RETURN {parent: key, relation: {{relation r}}}
