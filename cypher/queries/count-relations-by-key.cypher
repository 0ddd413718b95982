// How many relations of questions or claims meet a filter, by kind and status, counted to $limit each; {{parent}} is the key, or nothing for all keys together. Indexes as relations-by-key.
UNWIND $keys AS key
CALL (key) { MATCH (r:RelationRecord) USING INDEX r:RelationRecord({{property}}, sortKey) WHERE r.{{property}} = key AND r.sortKey > '' AND {{filter}} RETURN r LIMIT $limit }
WITH {{parent}} AS parent, r.kind AS kind, r.status AS status, count(DISTINCT r) AS n
RETURN {id: parent, kind: kind, status: status, n: n}
