// As claims-by-actor, by how much they are worth checking: the actor's claims are sorted. Indexes: involves_actor_time, attributed_actor_time.
UNWIND $keys AS key
CALL (key) { MATCH (c:Claim)-[x:INVOLVES]->() USING INDEX x:INVOLVES({{property}}, sortKey) WHERE x.{{property}} = key AND x.sortKey > '' AND c.worthKey {{beyond}} $from AND {{filter}} RETURN c ORDER BY c.worthKey {{direction}} LIMIT $limit }
{{merge}}
RETURN {parent: key, claim: {{claim c}}}
