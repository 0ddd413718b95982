// How many claims and conflicts sources had as of a time. Indexes: claim_source_time, relation_later, relation_earlier.
UNWIND $ids AS id
CALL (id) { MATCH (c:Claim) USING INDEX c:Claim(sourceId, sortKey) WHERE c.sourceId = id AND c.sortKey > '' AND c.recordedAt <= $asOf AND (c.withdrawnAt IS NULL OR c.withdrawnAt > $asOf) RETURN count(c) AS claims }
CALL (id) {
  MATCH (c:Claim) USING INDEX c:Claim(sourceId, sortKey) WHERE c.sourceId = id AND c.sortKey > ''
    CALL (c) { MATCH (r:RelationRecord) USING INDEX r:RelationRecord(laterId) WHERE r.laterId = c.id RETURN r UNION MATCH (r:RelationRecord) USING INDEX r:RelationRecord(earlierId) WHERE r.earlierId = c.id RETURN r }
  WITH DISTINCT r WHERE r.conflict AND r.status <> 'Dismissed' AND r.recordedAt <= $asOf AND (r.withdrawnAt IS NULL OR r.withdrawnAt > $asOf)
  RETURN count(r) AS conflicts
}
RETURN {id: id, claims: claims, conflicts: conflicts}
