// Which of these positions have a claim in a conflict. Indexes: claim_position_time, relation_later, relation_earlier.
UNWIND $ids AS id
WITH id WHERE EXISTS { MATCH (c:Claim) USING INDEX c:Claim(positionId, sortKey) WHERE c.positionId = id AND c.sortKey > '' AND c.withdrawnAt IS NULL AND (
  EXISTS { MATCH (r:RelationRecord) USING INDEX r:RelationRecord(laterId) WHERE r.laterId = c.id AND r.conflict AND r.withdrawnAt IS NULL AND r.status <> 'Dismissed' }
  OR EXISTS { MATCH (r:RelationRecord) USING INDEX r:RelationRecord(earlierId) WHERE r.earlierId = c.id AND r.conflict AND r.withdrawnAt IS NULL AND r.status <> 'Dismissed' }) }
RETURN id
