// The relations of claims that were in force at a time, as their standing needs them. Indexes: relation_later, relation_earlier, claim_id, scope_verdict_a, scope_verdict_b.
UNWIND $ids AS id
CALL (id) {
  CALL (id) {
  MATCH (r:RelationRecord) USING INDEX r:RelationRecord(laterId) WHERE r.laterId = id AND r.recordedAt <= $asOf AND (r.withdrawnAt IS NULL OR r.withdrawnAt > $asOf) MATCH (o:Claim {id: r.earlierId}) RETURN {kind: r.kind, status: r.status, isLater: true, isNarrower: coalesce(r.narrowerId = id, false), other: o.asserted} AS relation
  UNION ALL
  MATCH (r:RelationRecord) USING INDEX r:RelationRecord(earlierId) WHERE r.earlierId = id AND r.recordedAt <= $asOf AND (r.withdrawnAt IS NULL OR r.withdrawnAt > $asOf) MATCH (o:Claim {id: r.laterId}) RETURN {kind: r.kind, status: r.status, isLater: false, isNarrower: coalesce(r.narrowerId = id, false), other: o.asserted} AS relation
  }
  RETURN collect(relation) AS relations
}
RETURN {id: id, relations: relations, setApart: EXISTS { MATCH (v:ScopeVerdict) USING INDEX v:ScopeVerdict(claimA) WHERE v.claimA = id } OR EXISTS { MATCH (v:ScopeVerdict) USING INDEX v:ScopeVerdict(claimB) WHERE v.claimB = id }}
