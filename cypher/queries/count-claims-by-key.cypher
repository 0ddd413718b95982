// How many claims lists by key hold, counted to $limit each; {{parent}} is the key, or nothing for all keys together. Indexes as claims-by-key.
UNWIND $keys AS key
CALL (key) { MATCH (c:Claim) USING INDEX c:Claim({{property}}, sortKey) WHERE c.{{property}} = key AND c.sortKey > '' AND {{filter}} RETURN c LIMIT $limit }
WITH {{parent}} AS parent, count(c) AS n
RETURN {id: parent, n: n}
