// How many relations on one side of claims meet a filter, by kind and status. Indexes: relation_later, relation_earlier.
UNWIND $keys AS key
CALL (key) { MATCH (r:RelationRecord) USING INDEX r:RelationRecord({{property}}) WHERE r.{{property}} = key AND {{filter}} RETURN r LIMIT $limit }
WITH {{parent}} AS parent, r.kind AS kind, r.status AS status, count(DISTINCT r) AS n
RETURN {id: parent, kind: kind, status: status, n: n}
