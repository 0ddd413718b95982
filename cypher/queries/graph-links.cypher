// Every link between nodes that are shown. Indexes: relation_later, claim_id, source_id.
CALL () {
  UNWIND $ids AS id MATCH (r:RelationRecord) USING INDEX r:RelationRecord(laterId) WHERE r.laterId = id AND r.earlierId IN $ids AND r.status <> 'Dismissed' AND r.recordedAt <= $time AND (r.withdrawnAt IS NULL OR r.withdrawnAt > $time)
  RETURN {from: r.laterId, to: r.earlierId, kind: r.kind, confidence: r.confidence, source: r.rule, status: r.status} AS link
  UNION ALL
  UNWIND $ids AS id MATCH (c:Claim {id: id}) WHERE c.questionId IN $ids RETURN {from: c.id, to: c.questionId, kind: 'Answers', confidence: null, source: null, status: null} AS link
  UNION ALL
  UNWIND $ids AS id MATCH (c:Claim {id: id}) WHERE c.sourceId IN $ids RETURN {from: c.id, to: c.sourceId, kind: 'AppearsIn', confidence: null, source: null, status: null} AS link
  UNION ALL
  UNWIND $ids AS id MATCH (c:Claim {id: id})-[x:ATTRIBUTED_TO]->(a:Actor) WITH c, x, coalesce(a.mergedInto, a.id) AS actor WHERE actor IN $ids RETURN {from: c.id, to: actor, kind: 'AttributedTo', confidence: null, source: x.cue, status: null} AS link
  UNION ALL
  UNWIND $ids AS id MATCH (c:Claim {id: id})-[:MENTIONS]->(a:Actor) WITH c, coalesce(a.mergedInto, a.id) AS actor WHERE actor IN $ids RETURN {from: c.id, to: actor, kind: 'Mentions', confidence: null, source: null, status: null} AS link
  UNION ALL
  UNWIND $ids AS id MATCH (s:Source {id: id})-[x:CITES]->(t:Source) WHERE t.id IN $ids RETURN {from: s.id, to: t.id, kind: 'Cites', confidence: null, source: x.cue, status: null} AS link
  UNION ALL
  UNWIND $ids AS id MATCH (s:Source {id: id}) WHERE s.outletId IN $ids RETURN {from: s.id, to: s.outletId, kind: 'PublishedBy', confidence: null, source: null, status: null} AS link
}
RETURN link
