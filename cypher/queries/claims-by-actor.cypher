// Claims that an actor is attributed or (also) mentioned in, by relationship index and not by expanding the actor. Indexes: involves_actor_time, attributed_actor_time.
UNWIND $keys AS key
CALL (key) { MATCH (c:Claim)-[x:INVOLVES]->() USING INDEX x:INVOLVES({{property}}, sortKey) WHERE x.{{property}} = key AND x.sortKey {{beyond}} $from AND {{filter}} RETURN c ORDER BY x.{{property}} {{direction}}, x.sortKey {{direction}} LIMIT $limit }
{{merge}}
RETURN {parent: key, claim: {{claim c}}}
