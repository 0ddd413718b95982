// What waits, by kind of relation, each counted to $limit. Index: relation_open.
UNWIND $kinds AS kind
CALL (kind) { MATCH (r:RelationRecord) USING INDEX r:RelationRecord(openKey) WHERE r.openKey > '' AND r.kind = kind AND r.recordedAt <= $asOf AND {{filter}} WITH r LIMIT $limit RETURN count(r) AS n }
RETURN {kind: kind, count: n}
