// Steps of a walk from claims: relations (the most certain first), question, source, actors. Indexes: claim_id, relation_later, relation_earlier.
UNWIND $ids AS id MATCH (c:Claim {id: id})
CALL (c) {
  CALL (c) { MATCH (r:RelationRecord) USING INDEX r:RelationRecord(laterId) WHERE r.laterId = c.id AND r.kind IN $links AND r.status <> 'Dismissed' AND r.recordedAt <= $time AND (r.withdrawnAt IS NULL OR r.withdrawnAt > $time) RETURN r.earlierId AS to, r.kind AS link, r.confidence AS c1 ORDER BY c1 DESC LIMIT $most } RETURN to, link
  UNION
  CALL (c) { MATCH (r:RelationRecord) USING INDEX r:RelationRecord(earlierId) WHERE r.earlierId = c.id AND r.kind IN $links AND r.status <> 'Dismissed' AND r.recordedAt <= $time AND (r.withdrawnAt IS NULL OR r.withdrawnAt > $time) RETURN r.laterId AS to, r.kind AS link, r.confidence AS c1 ORDER BY c1 DESC LIMIT $most } RETURN to, link
  UNION
  WITH c WHERE c.questionId IS NOT NULL AND 'Answers' IN $links RETURN c.questionId AS to, 'Answers' AS link
  UNION
  WITH c WHERE 'AppearsIn' IN $links RETURN c.sourceId AS to, 'AppearsIn' AS link
  UNION
  MATCH (c)-[:ATTRIBUTED_TO]->(x:Actor) WHERE 'AttributedTo' IN $links RETURN coalesce(x.mergedInto, x.id) AS to, 'AttributedTo' AS link
  UNION
  MATCH (c)-[:MENTIONS]->(x:Actor) WHERE 'Mentions' IN $links RETURN coalesce(x.mergedInto, x.id) AS to, 'Mentions' AS link
}
RETURN {from: id, to: to, link: link}
