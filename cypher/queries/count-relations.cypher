// How many relations meet a filter, by kind and status, counted to $limit. Indexes as relations-in-order.
CALL () { MATCH (r:RelationRecord) USING INDEX r:RelationRecord({{index}}) WHERE {{range}} AND r.sortKey > '' AND {{filter}} RETURN r LIMIT $limit }
WITH r.kind AS kind, r.status AS status, count(*) AS n
RETURN {id: '', kind: kind, status: status, n: n}
