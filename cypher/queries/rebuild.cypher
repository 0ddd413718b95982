// Computes every counter and projection anew from the nodes that they summarise: statements run one after the other, in slices. Reads all claims, as nothing else may.
//: projections of claims
MATCH (c:Claim) CALL (c) {
  OPTIONAL MATCH (c)-[old:INVOLVES|IN_BLOCK|ANSWERS|ASSERTED_ON]->() DELETE old
  WITH DISTINCT c
  CALL (c) { MATCH (c)-[x:ATTRIBUTED_TO|MENTIONS]->(a:Actor) WITH c, a, max(type(x) = 'ATTRIBUTED_TO') AS attributed CREATE (c)-[:INVOLVES {actorId: a.id, attributedId: CASE WHEN attributed THEN a.id END, sortKey: c.sortKey}]->(a) }
  CALL (c) { WITH c WHERE c.withdrawnAt IS NULL UNWIND c.blocks AS key MERGE (b:Block {key: key}) ON CREATE SET b.revision = 0 CREATE (c)-[:IN_BLOCK {key: key, positionId: coalesce(c.positionId, ''), sortKey: c.sortKey}]->(b) }
  CALL (c) { WITH c WHERE c.withdrawnAt IS NULL MATCH (p:Position {id: c.positionId}) CREATE (c)-[:ANSWERS]->(p) }
  CALL (c) { WITH c WHERE c.withdrawnAt IS NULL AND c.date IS NOT NULL MERGE (d:Date {day: date(c.date)}) CREATE (c)-[:ASSERTED_ON]->(d) }
} IN TRANSACTIONS OF 1000 ROWS
//: conflicts of actors
MATCH (r:RelationRecord) CALL (r) {
  OPTIONAL MATCH (r)-[old:DISPUTES]->() DELETE old
  WITH DISTINCT r WHERE r.conflict
  MATCH (c:Claim) USING INDEX c:Claim(id) WHERE c.id IN [r.laterId, r.earlierId]
  UNWIND c.attributed AS actor WITH DISTINCT r, actor MATCH (a:Actor {id: actor}) CREATE (r)-[:DISPUTES {actorId: actor, sortKey: r.sortKey}]->(a)
} IN TRANSACTIONS OF 1000 ROWS
//: old tallies
MATCH (t:Tally) CALL (t) { DELETE t } IN TRANSACTIONS OF 10000 ROWS
//: articles of questions
MATCH (c:Claim) WHERE c.withdrawnAt IS NULL AND c.questionId IS NOT NULL WITH 'qs|' + c.questionId + '|' + c.sourceId AS key, count(*) AS n CALL (key, n) { CREATE (:Tally {key: key, n: n}) } IN TRANSACTIONS OF 10000 ROWS
//: articles of positions
MATCH (c:Claim) WHERE c.withdrawnAt IS NULL AND c.positionId IS NOT NULL WITH 'ps|' + c.positionId + '|' + c.sourceId AS key, count(*) AS n CALL (key, n) { CREATE (:Tally {key: key, n: n}) } IN TRANSACTIONS OF 10000 ROWS
//: origins of positions
MATCH (c:Claim) WHERE c.withdrawnAt IS NULL AND c.positionId IS NOT NULL WITH CASE WHEN c.originKnown THEN 'po|' + c.positionId + '|' + c.origin ELSE 'pb|' + c.positionId + '|' + c.sourceId END AS key, count(*) AS n CALL (key, n) { CREATE (:Tally {key: key, n: n}) } IN TRANSACTIONS OF 10000 ROWS
//: questions of actors
MATCH (c:Claim)-[x:INVOLVES]->(own:Actor) WHERE c.withdrawnAt IS NULL AND x.attributedId IS NOT NULL AND c.questionId IS NOT NULL WITH coalesce(own.mergedInto, own.id) AS actor, c.questionId AS question, count(DISTINCT c) AS n CALL (actor, question, n) { CREATE (:Tally {key: 'aq|' + actor + '|' + question, n: n, actorId: actor, questionId: question}) } IN TRANSACTIONS OF 10000 ROWS
//: actors
MATCH (a:Actor) CALL (a) {
  CALL (a) { RETURN a.id AS member UNION MATCH (x:Actor) USING INDEX x:Actor(mergedInto) WHERE x.mergedInto = a.id RETURN x.id AS member }
  OPTIONAL MATCH (c:Claim)-[x:INVOLVES]->() USING INDEX x:INVOLVES(attributedId, sortKey) WHERE x.attributedId = member AND x.sortKey > '' AND c.withdrawnAt IS NULL
  WITH a, count(DISTINCT c) AS claims, count(DISTINCT c.questionId) AS questions
  SET a.claimCount = CASE WHEN a.mergedInto IS NULL THEN claims ELSE 0 END, a.questionCount = CASE WHEN a.mergedInto IS NULL THEN questions ELSE 0 END, a.rank = CASE WHEN a.mergedInto IS NULL THEN right('0000000000' + toString(claims), 10) + '_' + a.id END
} IN TRANSACTIONS OF 200 ROWS
//: sources
MATCH (s:Source) CALL (s) {
  CALL (s) { MATCH (c:Claim) USING INDEX c:Claim(sourceId, sortKey) WHERE c.sourceId = s.id AND c.sortKey > '' AND c.withdrawnAt IS NULL RETURN count(c) AS claims }
  CALL (s) { MATCH (c:Claim) USING INDEX c:Claim(sourceId, sortKey) WHERE c.sourceId = s.id AND c.sortKey > ''
    CALL (c) { MATCH (r:RelationRecord) USING INDEX r:RelationRecord(laterId) WHERE r.laterId = c.id RETURN r UNION MATCH (r:RelationRecord) USING INDEX r:RelationRecord(earlierId) WHERE r.earlierId = c.id RETURN r }
    WITH DISTINCT r WHERE r.conflict AND r.withdrawnAt IS NULL AND r.status <> 'Dismissed' RETURN count(r) AS conflicts }
  SET s.claimCount = claims, s.conflictCount = conflicts
} IN TRANSACTIONS OF 1000 ROWS
//: positions
MATCH (p:Position) CALL (p) {
  CALL (p) { MATCH (c:Claim) USING INDEX c:Claim(positionId, sortKey) WHERE c.positionId = p.id AND c.sortKey > '' AND c.withdrawnAt IS NULL
    RETURN count(c) AS claims, count(DISTINCT c.sourceId) AS articles, count(DISTINCT CASE WHEN c.originKnown THEN c.origin END) AS known, count(DISTINCT CASE WHEN NOT c.originKnown THEN c.sourceId END) AS broken }
  CALL (p) { OPTIONAL MATCH (c:Claim) USING INDEX c:Claim(positionId, sortKey) WHERE c.positionId = p.id AND c.sortKey > '0001' AND c.withdrawnAt IS NULL RETURN c AS first ORDER BY c.positionId, c.sortKey LIMIT 1 }
  CALL (p) { OPTIONAL MATCH (c:Claim) USING INDEX c:Claim(positionId, sortKey) WHERE c.positionId = p.id AND c.sortKey > '0001' AND c.withdrawnAt IS NULL RETURN c AS last ORDER BY c.positionId DESC, c.sortKey DESC LIMIT 1 }
  CALL (p) { OPTIONAL MATCH (c:Claim) USING INDEX c:Claim(positionId, sortKey) WHERE c.positionId = p.id AND c.sortKey > '' AND c.withdrawnAt IS NULL RETURN c AS any ORDER BY c.positionId, c.sortKey LIMIT 1 }
  SET p.claimCount = claims, p.articleCount = articles, p.knownOrigins = known, p.brokenChains = broken,
    p.firstAsserted = first.asserted, p.lastAsserted = last.asserted, p.exampleId = coalesce(first.id, any.id), p.firstKey = coalesce(substring(first.sortKey, 0, 10), '0000-00-00') + '_' + p.id,
    p.superseded = EXISTS { MATCH (r:RelationRecord) USING INDEX r:RelationRecord(earlierId) WHERE r.earlierId = last.id AND r.kind = 'Supersedes' AND r.withdrawnAt IS NULL AND r.status <> 'Dismissed' }
} IN TRANSACTIONS OF 1000 ROWS
//: questions
MATCH (q:Question) CALL (q) {
  CALL (q) { MATCH (c:Claim) USING INDEX c:Claim(questionId, sortKey) WHERE c.questionId = q.id AND c.sortKey > '' AND c.withdrawnAt IS NULL RETURN count(c) AS claims, count(DISTINCT c.sourceId) AS articles }
  CALL (q) { MATCH (p:Position) USING INDEX p:Position(questionId, firstKey) WHERE p.questionId = q.id AND p.firstKey > '' AND p.claimCount > 0 RETURN count(p) AS positions, sum(p.knownOrigins) AS origins }
  CALL (q) { MATCH (r:RelationRecord) USING INDEX r:RelationRecord(questionId, sortKey) WHERE r.questionId = q.id AND r.sortKey > '' AND r.conflict AND r.withdrawnAt IS NULL AND r.status <> 'Dismissed' RETURN count(r) AS conflicts, sum(CASE WHEN r.status = 'Unreviewed' THEN 1 ELSE 0 END) AS unreviewed, max(r.sortKey) AS latest }
  CALL (q) { OPTIONAL MATCH (c:Claim) USING INDEX c:Claim(questionId, sortKey) WHERE c.questionId = q.id AND c.sortKey > '0001' AND c.withdrawnAt IS NULL RETURN c AS first ORDER BY c.questionId, c.sortKey LIMIT 1 }
  CALL (q) { OPTIONAL MATCH (c:Claim) USING INDEX c:Claim(questionId, sortKey) WHERE c.questionId = q.id AND c.sortKey > '0001' AND c.withdrawnAt IS NULL RETURN c AS last ORDER BY c.questionId DESC, c.sortKey DESC LIMIT 1 }
  SET q.claimCount = claims, q.articleCount = articles, q.positionCount = positions, q.originCount = origins, q.conflictCount = conflicts, q.unreviewedCount = unreviewed,
    q.firstAsserted = first.asserted, q.lastAsserted = last.asserted, q.latestConflict = CASE WHEN latest > '0001' THEN substring(latest, 0, 10) END
  SET q.conflictRank = CASE WHEN claims > 0 THEN right('00000000' + toString(conflicts), 8) + '_' + q.id END, q.reviewRank = CASE WHEN claims > 0 THEN right('00000000' + toString(unreviewed), 8) + '_' + q.id END,
    q.originRank = CASE WHEN claims > 0 THEN right('00000000' + toString(origins), 8) + '_' + q.id END, q.latestRank = CASE WHEN claims > 0 THEN coalesce(q.latestConflict, '0000-00-00') + '_' + q.id END,
    q.changeRank = CASE WHEN claims > 0 THEN q.changedAt + '_' + q.id END
} IN TRANSACTIONS OF 1000 ROWS
//: counters
CALL () { MATCH (c:Claim) WHERE c.withdrawnAt IS NULL RETURN count(c) AS claims }
CALL () { MATCH (r:RelationRecord) WHERE r.conflict AND r.withdrawnAt IS NULL AND r.status <> 'Dismissed' RETURN count(r) AS conflicts, sum(CASE WHEN r.status = 'Unreviewed' THEN 1 ELSE 0 END) AS open }
CALL () { MATCH (d:Candidate) WHERE d.status = 'Unreviewed' AND d.withdrawnAt IS NULL RETURN count(d) AS candidates }
CALL () { MATCH (m:MergeSuggestion) WHERE m.status = 'Unreviewed' RETURN count(m) AS merges }
UNWIND [{name: 'claims', n: claims}, {name: 'conflicts', n: conflicts}, {name: 'unreviewed', n: open + candidates + merges}] AS row
MERGE (n:Counter {name: row.name}) SET n.n = row.n
