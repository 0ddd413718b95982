// How many claims lists of actors' claims hold, counted to $limit each; {{parent}} is the key, or nothing for all keys together. Indexes as claims-by-actor.
UNWIND $keys AS key
CALL (key) { MATCH (c:Claim)-[x:INVOLVES]->() USING INDEX x:INVOLVES({{property}}, sortKey) WHERE x.{{property}} = key AND x.sortKey > '' AND {{filter}} RETURN c LIMIT $limit }
WITH {{parent}} AS parent, count(DISTINCT c) AS n
RETURN {id: parent, n: n}
