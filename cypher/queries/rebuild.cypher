// Computes every counter and projection anew from the nodes that they summarise: pieces run one after the other, each in slices in the order of a unique key ($after, $limit; the last key of a slice is answered, nothing after the last).
// Indexes: the unique keys, and those of what is counted.

//: projections of claims
MATCH (c:Claim) USING INDEX c:Claim(id) WHERE c.id > $after WITH c ORDER BY c.id LIMIT $limit
CALL (c) {
  OPTIONAL MATCH (c)-[old:INVOLVES|IN_BLOCK|ANSWERS|ASSERTED_ON]->() DELETE old
  WITH DISTINCT c
  CALL (c) { MATCH (c)-[x:ATTRIBUTED_TO|MENTIONS]->(a:Actor) WITH c, a, max(type(x) = 'ATTRIBUTED_TO') AS attributed CREATE (c)-[:INVOLVES {actorId: a.id, attributedId: CASE WHEN attributed THEN a.id END, sortKey: c.sortKey}]->(a) }
  CALL (c) { WITH c WHERE c.withdrawnAt IS NULL UNWIND c.blocks AS key MERGE (b:Block {key: key}) ON CREATE SET b.revision = 0 CREATE (c)-[:IN_BLOCK {key: key, positionId: coalesce(c.positionId, ''), sortKey: c.sortKey}]->(b) }
  CALL (c) { WITH c WHERE c.withdrawnAt IS NULL MATCH (p:Position {id: c.positionId}) CREATE (c)-[:ANSWERS]->(p) }
  CALL (c) { WITH c WHERE c.withdrawnAt IS NULL AND c.date IS NOT NULL MERGE (d:Date {day: date(c.date)}) CREATE (c)-[:ASSERTED_ON]->(d) }
}
RETURN coalesce(max(c.id), '')
//: conflicts of actors
MATCH (r:RelationRecord) USING INDEX r:RelationRecord(id) WHERE r.id > $after WITH r ORDER BY r.id LIMIT $limit
CALL (r) {
  OPTIONAL MATCH (r)-[old:DISPUTES]->() DELETE old
  WITH DISTINCT r WHERE r.conflict
  MATCH (c:Claim) USING INDEX c:Claim(id) WHERE c.id IN [r.laterId, r.earlierId]
  UNWIND c.attributed AS actor WITH DISTINCT r, actor MATCH (a:Actor {id: actor}) CREATE (r)-[:DISPUTES {actorId: actor, sortKey: r.sortKey}]->(a)
}
RETURN coalesce(max(r.id), '')
//: old tallies
MATCH (t:Tally) USING INDEX t:Tally(key) WHERE t.key > $after WITH t ORDER BY t.key LIMIT $limit
WITH t, t.key AS key DELETE t
RETURN coalesce(max(key), '')
//: articles of questions
MATCH (q:Question) USING INDEX q:Question(id) WHERE q.id > $after WITH q ORDER BY q.id LIMIT $limit
CALL (q) { MATCH (c:Claim) USING INDEX c:Claim(questionId, sortKey) WHERE c.questionId = q.id AND c.sortKey > '' AND c.withdrawnAt IS NULL WITH q, c.sourceId AS source, count(*) AS n MERGE (t:Tally {key: 'qs|' + q.id + '|' + source}) SET t.n = n }
RETURN coalesce(max(q.id), '')
//: articles and origins of positions
MATCH (p:Position) USING INDEX p:Position(id) WHERE p.id > $after WITH p ORDER BY p.id LIMIT $limit
CALL (p) { MATCH (c:Claim) USING INDEX c:Claim(positionId, sortKey) WHERE c.positionId = p.id AND c.sortKey > '' AND c.withdrawnAt IS NULL
  UNWIND ['ps|' + p.id + '|' + c.sourceId, CASE WHEN c.originKnown THEN 'po|' + p.id + '|' + c.origin ELSE 'pb|' + p.id + '|' + c.sourceId END] AS key
  WITH key, count(*) AS n MERGE (t:Tally {key: key}) SET t.n = n }
RETURN coalesce(max(p.id), '')
//: actors and their questions
MATCH (a:Actor) USING INDEX a:Actor(id) WHERE a.id > $after WITH a ORDER BY a.id LIMIT $limit
CALL (a) {
  CALL (a) { WITH a WHERE a.mergedInto IS NULL RETURN a.id AS member UNION MATCH (x:Actor) USING INDEX x:Actor(mergedInto) WHERE x.mergedInto = a.id RETURN x.id AS member }
  MATCH (c:Claim)-[x:INVOLVES]->() USING INDEX x:INVOLVES(attributedId, sortKey) WHERE x.attributedId = member AND x.sortKey > '' AND c.withdrawnAt IS NULL
  WITH a, c.questionId AS question, count(DISTINCT c) AS n
  FOREACH (q IN CASE WHEN question IS NULL THEN [] ELSE [question] END | MERGE (t:Tally {key: 'aq|' + a.id + '|' + q}) SET t.n = n, t.actorId = a.id, t.questionId = q)
  RETURN sum(n) AS claims, count(question) AS questions
}
SET a.claimCount = claims, a.questionCount = questions, a.rank = CASE WHEN a.mergedInto IS NULL THEN right('0000000000' + toString(claims), 10) + '_' + a.id END
RETURN coalesce(max(a.id), '')
//: sources
MATCH (s:Source) USING INDEX s:Source(id) WHERE s.id > $after WITH s ORDER BY s.id LIMIT $limit
CALL (s) { MATCH (c:Claim) USING INDEX c:Claim(sourceId, sortKey) WHERE c.sourceId = s.id AND c.sortKey > '' AND c.withdrawnAt IS NULL RETURN count(c) AS claims }
CALL (s) { MATCH (c:Claim) USING INDEX c:Claim(sourceId, sortKey) WHERE c.sourceId = s.id AND c.sortKey > ''
  CALL (c) { MATCH (r:RelationRecord) USING INDEX r:RelationRecord(laterId) WHERE r.laterId = c.id RETURN r UNION MATCH (r:RelationRecord) USING INDEX r:RelationRecord(earlierId) WHERE r.earlierId = c.id RETURN r }
  WITH DISTINCT r WHERE r.conflict AND r.withdrawnAt IS NULL AND r.status <> 'Dismissed' RETURN count(r) AS conflicts }
CALL (s) { MATCH (o:Source {id: s.outletId}) MERGE (s)-[:PUBLISHED_BY]->(o) }
SET s.claimCount = claims, s.conflictCount = conflicts
RETURN coalesce(max(s.id), '')
//: positions
MATCH (p:Position) USING INDEX p:Position(id) WHERE p.id > $after WITH p ORDER BY p.id LIMIT $limit
CALL (p) { MATCH (c:Claim) USING INDEX c:Claim(positionId, sortKey) WHERE c.positionId = p.id AND c.sortKey > '' AND c.withdrawnAt IS NULL
  RETURN count(c) AS claims, count(DISTINCT c.sourceId) AS articles, count(DISTINCT CASE WHEN c.originKnown THEN c.origin END) AS known, count(DISTINCT CASE WHEN NOT c.originKnown THEN c.sourceId END) AS broken }
CALL (p) { OPTIONAL MATCH (c:Claim) USING INDEX c:Claim(positionId, sortKey) WHERE c.positionId = p.id AND c.sortKey > '0001' AND c.withdrawnAt IS NULL RETURN c AS first ORDER BY c.positionId, c.sortKey LIMIT 1 }
CALL (p) { OPTIONAL MATCH (c:Claim) USING INDEX c:Claim(positionId, sortKey) WHERE c.positionId = p.id AND c.sortKey > '0001' AND c.withdrawnAt IS NULL RETURN c AS last ORDER BY c.positionId DESC, c.sortKey DESC LIMIT 1 }
CALL (p) { OPTIONAL MATCH (c:Claim) USING INDEX c:Claim(positionId, sortKey) WHERE c.positionId = p.id AND c.sortKey > '' AND c.withdrawnAt IS NULL RETURN c AS any ORDER BY c.positionId, c.sortKey LIMIT 1 }
SET p.claimCount = claims, p.articleCount = articles, p.knownOrigins = known, p.brokenChains = broken,
  p.firstAsserted = first.asserted, p.lastAsserted = last.asserted, p.exampleId = coalesce(first.id, any.id), p.firstKey = coalesce(substring(first.sortKey, 0, 10), '0000-00-00') + '_' + p.id,
  p.superseded = EXISTS { MATCH (r:RelationRecord) USING INDEX r:RelationRecord(earlierId) WHERE r.earlierId = last.id AND r.kind = 'Supersedes' AND r.withdrawnAt IS NULL AND r.status <> 'Dismissed' }
RETURN coalesce(max(p.id), '')
//: questions
MATCH (q:Question) USING INDEX q:Question(id) WHERE q.id > $after WITH q ORDER BY q.id LIMIT $limit
CALL (q) { MATCH (c:Claim) USING INDEX c:Claim(questionId, sortKey) WHERE c.questionId = q.id AND c.sortKey > '' AND c.withdrawnAt IS NULL RETURN count(c) AS claims, count(DISTINCT c.sourceId) AS articles }
CALL (q) { MATCH (p:Position) USING INDEX p:Position(questionId, firstKey) WHERE p.questionId = q.id AND p.firstKey > '' AND p.claimCount > 0 RETURN count(p) AS positions, sum(p.knownOrigins) AS origins }
CALL (q) { MATCH (r:RelationRecord) USING INDEX r:RelationRecord(questionId, sortKey) WHERE r.questionId = q.id AND r.sortKey > '' AND r.conflict AND r.withdrawnAt IS NULL AND r.status <> 'Dismissed'
  RETURN count(r) AS conflicts, sum(CASE WHEN r.status = 'Unreviewed' THEN 1 ELSE 0 END) AS unreviewed, max(r.sortKey) AS latest }
CALL (q) { OPTIONAL MATCH (c:Claim) USING INDEX c:Claim(questionId, sortKey) WHERE c.questionId = q.id AND c.sortKey > '0001' AND c.withdrawnAt IS NULL RETURN c AS first ORDER BY c.questionId, c.sortKey LIMIT 1 }
CALL (q) { OPTIONAL MATCH (c:Claim) USING INDEX c:Claim(questionId, sortKey) WHERE c.questionId = q.id AND c.sortKey > '0001' AND c.withdrawnAt IS NULL RETURN c AS last ORDER BY c.questionId DESC, c.sortKey DESC LIMIT 1 }
SET q.claimCount = claims, q.articleCount = articles, q.positionCount = positions, q.originCount = origins, q.conflictCount = conflicts, q.unreviewedCount = unreviewed,
  q.firstAsserted = first.asserted, q.lastAsserted = last.asserted, q.latestConflict = CASE WHEN latest > '0001' THEN substring(latest, 0, 10) END
SET q.conflictRank = CASE WHEN claims > 0 THEN right('00000000' + toString(conflicts), 8) + '_' + q.id END, q.reviewRank = CASE WHEN claims > 0 THEN right('00000000' + toString(unreviewed), 8) + '_' + q.id END,
  q.originRank = CASE WHEN claims > 0 THEN right('00000000' + toString(origins), 8) + '_' + q.id END, q.latestRank = CASE WHEN claims > 0 THEN coalesce(q.latestConflict, '0000-00-00') + '_' + q.id END,
  q.changeRank = CASE WHEN claims > 0 THEN q.changedAt + '_' + q.id END
RETURN coalesce(max(q.id), '')
//: counters
CALL () { MATCH (c:Claim) WHERE c.withdrawnAt IS NULL RETURN count(c) AS claims }
CALL () { MATCH (r:RelationRecord) WHERE r.conflict AND r.withdrawnAt IS NULL AND r.status <> 'Dismissed' RETURN count(r) AS conflicts, sum(CASE WHEN r.status = 'Unreviewed' THEN 1 ELSE 0 END) AS open }
CALL () { MATCH (d:Candidate) WHERE d.status = 'Unreviewed' AND d.withdrawnAt IS NULL RETURN count(d) AS candidates }
CALL () { MATCH (m:MergeSuggestion) WHERE m.status = 'Unreviewed' RETURN count(m) AS merges }
UNWIND [{name: 'claims', n: claims}, {name: 'conflicts', n: conflicts}, {name: 'unreviewed', n: open + candidates + merges}] AS row
MERGE (n:Counter {name: row.name}) SET n.n = row.n
RETURN ''
