// Conflicts that nobody looked at, in the order of how much hangs on them. Index: relation_open.
MATCH (r:RelationRecord) USING INDEX r:RelationRecord(openKey) WHERE r.openKey < $from AND r.recordedAt <= $asOf AND {{filter}}
WITH r ORDER BY r.openKey DESC LIMIT $limit
RETURN {id: r.id, openKey: r.openKey}
