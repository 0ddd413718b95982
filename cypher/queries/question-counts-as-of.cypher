// The counters of questions as of a time, counted anew. Indexes: claim_question_time, relation_question_time.
UNWIND $ids AS id
CALL (id) {
  MATCH (c:Claim) USING INDEX c:Claim(questionId, sortKey) WHERE c.questionId = id AND c.sortKey > '' AND c.recordedAt <= $asOf AND (c.withdrawnAt IS NULL OR c.withdrawnAt > $asOf)
  WITH c ORDER BY c.sortKey
  WITH count(c) AS claims, count(DISTINCT c.sourceId) AS articles, count(DISTINCT c.positionId) AS positions, collect(CASE WHEN c.sortKey > '0001' THEN c.asserted END) AS dated
  RETURN claims, articles, positions, head(dated) AS first, last(dated) AS last
}
CALL (id) {
  MATCH (r:RelationRecord) USING INDEX r:RelationRecord(questionId, sortKey) WHERE r.questionId = id AND r.sortKey > '' AND r.conflict AND r.status <> 'Dismissed' AND r.recordedAt <= $asOf AND (r.withdrawnAt IS NULL OR r.withdrawnAt > $asOf)
  RETURN count(r) AS conflicts, max(CASE WHEN r.sortKey > '0001' THEN substring(r.sortKey, 0, 10) END) AS latest
}
RETURN {id: id, claims: claims, articles: articles, positions: positions, conflicts: conflicts, latest: latest, first: first, last: last}
