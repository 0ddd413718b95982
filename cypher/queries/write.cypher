// The one write: everything that an article, a verdict or its undoing changes, in one statement and hence whole or not at all. It answers which blocks or documents
// have moved on since they were read (then nothing is written) and the number of its change in the feed. Sent twice it is done once: $write names it.
// Locks, always in this order, each list sorted by its key: documents, blocks, questions, positions, actors, sources, then what belongs to them; the feed's counter last.
// Indexes: unique keys only, but for first and last claims (claim_position_time, claim_question_time) and conflicts (relation_question_time, relation_earlier).
CALL () { UNWIND $documents AS row MERGE (d:Document {id: row.id}) ON CREATE SET d.version = 0 }
CALL () { UNWIND $documents AS row MATCH (d:Document {id: row.id}) SET d.version = d.version }
CALL () { UNWIND $blocks AS row MERGE (b:Block {key: row.key}) ON CREATE SET b.revision = 0 }
CALL () { UNWIND $blocks AS row MATCH (b:Block {key: row.key}) SET b.revision = b.revision }
CALL () { UNWIND $blocks AS row MATCH (b:Block {key: row.key}) WHERE b.revision <> row.revision RETURN collect(b.key) AS moved }
CALL () { UNWIND $documents AS row MATCH (d:Document {id: row.id}) WHERE coalesce(d.sourceId, '') <> coalesce(row.expected, '') RETURN collect(d.id) AS replaced }
CALL () { OPTIONAL MATCH (done:Change {write: $write}) RETURN done.sequence AS done }
WITH CASE WHEN done IS NULL THEN moved + replaced ELSE [] END AS stale, done
WITH stale, done, CASE WHEN done IS NULL AND size(stale) = 0 THEN [1] ELSE [] END AS go

// Questions and positions, and the locks on those whose counters change.
CALL (go) { UNWIND go AS g UNWIND $questions AS row MERGE (q:Question {id: row.id})
  ON CREATE SET q += row.properties, q.recordedAt = $now, q.claimCount = 0, q.conflictCount = 0, q.unreviewedCount = 0, q.positionCount = 0, q.articleCount = 0, q.originCount = 0
  ON MATCH SET q.text = row.properties.text, q.words = row.properties.words, q.key = row.properties.key, q.mergedInto = NULL REMOVE q:MergedQuestion }
CALL (go) { UNWIND go AS g UNWIND $questionDeltas AS row MATCH (q:Question {id: row.id}) SET q.claimCount = q.claimCount }
CALL (go) { UNWIND go AS g UNWIND $positions AS row MERGE (p:Position {id: row.id})
  ON CREATE SET p.questionId = row.questionId, p.firstKey = '0000-00-00_' + row.id, p.claimCount = 0, p.articleCount = 0, p.knownOrigins = 0, p.brokenChains = 0, p.superseded = false
  SET p += row.properties WITH p, row MATCH (q:Question {id: row.questionId}) MERGE (p)-[:ANSWERS]->(q) }
CALL (go) { UNWIND go AS g UNWIND $positionDeltas AS row MATCH (p:Position {id: row.id}) SET p.claimCount = p.claimCount }

// Actors, sources, texts, days.
CALL (go) { UNWIND go AS g UNWIND $actors AS row MERGE (a:Actor {id: row.id}) ON CREATE SET a += row.properties, a.claimCount = 0, a.questionCount = 0, a.rank = '0000000000_' + row.id }
CALL (go) { UNWIND go AS g UNWIND $actorDeltas AS row MATCH (a:Actor {id: row.id}) SET a.claimCount = a.claimCount }
CALL (go) { UNWIND go AS g UNWIND $namedSources AS row MERGE (s:Source {id: row.id}) ON CREATE SET s += row.properties, s.recordedAt = $now, s.recordedKey = $now + '_' + row.id, s.claimCount = 0, s.conflictCount = 0 }
CALL (go) { UNWIND go AS g UNWIND $articles AS row MERGE (s:Source {id: row.id}) ON CREATE SET s.claimCount = 0, s.conflictCount = 0 SET s += row.properties, s.recordedAt = $now, s.recordedKey = $now + '_' + row.id, s.withdrawnAt = NULL }
CALL (go) { UNWIND go AS g UNWIND $sourceDeltas AS row MATCH (s:Source {id: row.id}) SET s.claimCount = s.claimCount }
CALL (go) { UNWIND go AS g UNWIND $sourcesWithdrawn AS id MATCH (s:Source {id: id}) SET s.withdrawnAt = $now }
CALL (go) { UNWIND go AS g UNWIND $texts AS row MERGE (t:SourceText {sourceId: row.sourceId}) SET t += row }
CALL (go) { UNWIND go AS g UNWIND $published AS row MATCH (s:Source {id: row.source}) MATCH (o:Source {id: row.outlet}) MERGE (s)-[:PUBLISHED_BY]->(o) }
CALL (go) { UNWIND go AS g UNWIND $citations AS row MATCH (s:Source {id: row.from}) MATCH (t:Source {id: row.to}) MERGE (s)-[r:CITES {kind: row.kind}]->(t) SET r.cue = row.cue, r.quote = row.quote }
CALL (go) { UNWIND go AS g UNWIND $documents AS row MATCH (d:Document {id: row.id}) SET d.sourceId = row.sourceId, d.version = row.version, d.contentHash = row.contentHash }
CALL (go) { UNWIND go AS g UNWIND $days AS day MERGE (:Date {day: date(day)}) }

// Claims. What is carried over from an older version loses its relationships before it gets them anew.
CALL (go) { UNWIND go AS g UNWIND $claims AS row MERGE (c:Claim {id: row.id}) SET c += row.properties }
CALL (go) { UNWIND go AS g UNWIND $carried AS id MATCH (c:Claim {id: id})-[r:ATTRIBUTED_TO|MENTIONS|INVOLVES|ASSERTED_ON|ANSWERS|IN_BLOCK]->() DELETE r }
CALL (go) { UNWIND go AS g UNWIND $unhooked AS id MATCH (c:Claim {id: id})-[r:ASSERTED_ON|ANSWERS|IN_BLOCK]->() DELETE r }
CALL (go) { UNWIND go AS g UNWIND $placed AS row MATCH (c:Claim {id: row.id}) SET c.questionId = row.questionId, c.positionId = row.positionId
  WITH c, row OPTIONAL MATCH (c)-[b:IN_BLOCK]->() SET b.positionId = coalesce(row.positionId, '') WITH DISTINCT c MATCH (c)-[r:ANSWERS]->() DELETE r }
CALL (go) { UNWIND go AS g UNWIND $origins AS row MATCH (c:Claim {id: row.id}) SET c.origin = row.origin, c.ownOrigin = row.ownOrigin }
CALL (go) { UNWIND go AS g UNWIND $withdrawals AS row MATCH (c:Claim {id: row.id}) SET c.withdrawnAt = row.at, c.withdrawnBy = row.by }
CALL (go) { UNWIND go AS g UNWIND $standings AS row MATCH (c:Claim {id: row.id}) SET c.standing = row.standing, c.standingSince = row.since }
CALL (go) { UNWIND go AS g UNWIND $appears AS row MATCH (c:Claim {id: row.claim}) MATCH (s:Source {id: row.source}) MERGE (c)-[:APPEARS_IN]->(s) }
CALL (go) { UNWIND go AS g UNWIND $asserted AS row MATCH (c:Claim {id: row.claim}) MATCH (d:Date {day: date(row.day)}) CREATE (c)-[:ASSERTED_ON]->(d) }
CALL (go) { UNWIND go AS g UNWIND $steps AS row MATCH (c:Claim {id: row.claim}) MATCH (a:Actor {id: row.party}) CREATE (c)-[:ATTRIBUTED_TO {position: row.position, role: row.role, cue: row.cue, stance: row.stance, inferred: row.inferred}]->(a) }
CALL (go) { UNWIND go AS g UNWIND $sourceSteps AS row MATCH (c:Claim {id: row.claim}) MATCH (s:Source {id: row.party}) CREATE (c)-[:ATTRIBUTED_TO {position: row.position, role: row.role, cue: row.cue, stance: row.stance, inferred: row.inferred}]->(s) }
CALL (go) { UNWIND go AS g UNWIND $mentions AS row MATCH (c:Claim {id: row.claim}) MATCH (a:Actor {id: row.actor}) CREATE (c)-[:MENTIONS {role: row.role}]->(a) }
CALL (go) { UNWIND go AS g UNWIND $involves AS row MATCH (c:Claim {id: row.claim}) MATCH (a:Actor {id: row.actor}) CREATE (c)-[:INVOLVES {actorId: row.actor, attributedId: row.attributed, sortKey: row.sortKey}]->(a) }
CALL (go) { UNWIND go AS g UNWIND $answers AS row MATCH (c:Claim {id: row.claim}) MATCH (p:Position {id: row.position}) CREATE (c)-[:ANSWERS]->(p) }
CALL (go) { UNWIND go AS g UNWIND $entries AS row MATCH (c:Claim {id: row.claim}) MATCH (b:Block {key: row.key}) CREATE (c)-[:IN_BLOCK {key: row.key, positionId: row.positionId, sortKey: row.sortKey}]->(b) }

// Questions that were merged away: their positions and what was set apart from them go to the survivor.
CALL (go) { UNWIND go AS g UNWIND $mergedQuestions AS row MATCH (q:Question {id: row.from}) SET q.mergedInto = row.into, q:MergedQuestion WITH row
  OPTIONAL MATCH (older:Question) USING INDEX older:Question(mergedInto) WHERE older.mergedInto = row.from SET older.mergedInto = row.into WITH DISTINCT row
  CALL (row) { MATCH (p:Position) USING INDEX p:Position(questionId, firstKey) WHERE p.questionId = row.from AND p.firstKey > '' SET p.questionId = row.into WITH p, row MATCH (p)-[r:ANSWERS]->() DELETE r WITH p, row MATCH (q:Question {id: row.into}) MERGE (p)-[:ANSWERS]->(q) }
  CALL (row) { MATCH (d:Candidate) USING INDEX d:Candidate(questionId) WHERE d.questionId = row.from SET d.questionId = row.into }
  CALL (row) { MATCH (v:ScopeVerdict) USING INDEX v:ScopeVerdict(questionId) WHERE v.questionId = row.from SET v.questionId = row.into }
  CALL (row) { MATCH (a:SetApart) USING INDEX a:SetApart(questionId) WHERE a.questionId = row.from SET a.questionId = row.into } }

// Relations: the record for the store's lists, and the relationship for those who walk the graph.
CALL (go) { UNWIND go AS g UNWIND $relations AS row MERGE (r:RelationRecord {id: row.id}) SET r += row.properties }
CALL (go) { UNWIND go AS g UNWIND $unlinked AS row MATCH (a:Claim {id: row.a})-[x:CONTRADICTS|SUPERSEDES|REFINES|CORROBORATES]-(b:Claim {id: row.b}) WHERE x.id = row.id DELETE x }
CALL (go) { UNWIND go AS g UNWIND $contradicts AS row MATCH (a:Claim {id: row.from}) MATCH (b:Claim {id: row.to}) CREATE (a)-[x:CONTRADICTS]->(b) SET x = row.properties }
CALL (go) { UNWIND go AS g UNWIND $supersedes AS row MATCH (a:Claim {id: row.from}) MATCH (b:Claim {id: row.to}) CREATE (a)-[x:SUPERSEDES]->(b) SET x = row.properties }
CALL (go) { UNWIND go AS g UNWIND $refines AS row MATCH (a:Claim {id: row.from}) MATCH (b:Claim {id: row.to}) CREATE (a)-[x:REFINES]->(b) SET x = row.properties }
CALL (go) { UNWIND go AS g UNWIND $corroborates AS row MATCH (a:Claim {id: row.from}) MATCH (b:Claim {id: row.to}) CREATE (a)-[x:CORROBORATES]->(b) SET x = row.properties }
CALL (go) { UNWIND go AS g UNWIND $undisputed AS id MATCH (r:RelationRecord {id: id})-[x:DISPUTES]->() DELETE x }
CALL (go) { UNWIND go AS g UNWIND $disputes AS row MATCH (r:RelationRecord {id: row.relation}) MATCH (a:Actor {id: row.actor}) CREATE (r)-[:DISPUTES {actorId: row.actor, sortKey: row.sortKey}]->(a) }
CALL (go) { UNWIND go AS g UNWIND $candidates AS row MERGE (d:Candidate {id: row.id}) SET d += row.properties }
CALL (go) { UNWIND go AS g UNWIND $setApart AS row MERGE (a:SetApart {key: row.key}) SET a += row }
CALL (go) { UNWIND go AS g UNWIND $suggestions AS row MERGE (m:MergeSuggestion {id: row.id})
  ON CREATE SET m += row, m.status = 'Unreviewed', m.version = 0, m.recordedAt = $now, m.fresh = $write
  WITH m WHERE m.fresh = $write MATCH (a:Actor {id: m.actorA}) MATCH (b:Actor {id: m.actorB}) SET m.weight = a.claimCount + b.claimCount, m.openKey = right('0000000000' + toString(a.claimCount + b.claimCount), 10) + '_' + m.id
  MERGE (n:Counter {name: 'unreviewed'}) ON CREATE SET n.n = 1 ON MATCH SET n.n = n.n + 1 }

// Verdicts.
CALL (go) { UNWIND go AS g UNWIND $assessments AS row CREATE (v:Assessment) SET v = row WITH v, row
  OPTIONAL MATCH (t:Claim {id: row.targetId}) FOREACH (x IN CASE WHEN t IS NULL THEN [] ELSE [t] END | CREATE (v)-[:ON]->(x)) }
CALL (go) { UNWIND go AS g UNWIND $undone AS row MATCH (v:Assessment {id: row.id}) SET v.undoneAt = row.at, v.undoneBy = row.by, v.undoneReason = row.reason }
CALL (go) { UNWIND go AS g UNWIND $scopeVerdicts AS row MERGE (v:ScopeVerdict {key: row.claimA + '|' + row.claimB}) SET v += row }
CALL (go) { UNWIND go AS g UNWIND $scopeVerdictsUndone AS key MATCH (v:ScopeVerdict {key: key}) DELETE v }

// Counters: sums by what changed, distinct numbers by tallies that went from none to some or back.
CALL (go) { UNWIND go AS g UNWIND $positionDeltas AS row MATCH (p:Position {id: row.id}) WITH p, row, p.claimCount AS before SET p.claimCount = before + row.claims
  WITH p, before WHERE (before > 0) <> (p.claimCount > 0) MATCH (q:Question {id: p.questionId}) SET q.positionCount = q.positionCount + CASE WHEN p.claimCount > 0 THEN 1 ELSE -1 END }
CALL (go) { UNWIND go AS g UNWIND $tallies AS row MERGE (t:Tally {key: row.key}) ON CREATE SET t.n = 0, t.actorId = row.actorId, t.questionId = row.questionId
  WITH row, t, t.n AS before SET t.n = before + row.by WITH row, before, t.n AS n WHERE (before > 0) <> (n > 0)
  RETURN collect({of: row.of, field: row.field, by: CASE WHEN n > 0 THEN 1 ELSE -1 END}) AS crossed }
CALL (crossed) { UNWIND crossed AS x WITH x WHERE x.field = 'positionArticles' MATCH (p:Position {id: x.of}) SET p.articleCount = p.articleCount + x.by }
CALL (crossed) { UNWIND crossed AS x WITH x WHERE x.field = 'positionBroken' MATCH (p:Position {id: x.of}) SET p.brokenChains = p.brokenChains + x.by }
CALL (crossed) { UNWIND crossed AS x WITH x WHERE x.field = 'positionOrigins' MATCH (p:Position {id: x.of}) SET p.knownOrigins = p.knownOrigins + x.by
  WITH x, p MATCH (q:Question {id: p.questionId}) SET q.originCount = q.originCount + x.by }
CALL (crossed) { UNWIND crossed AS x WITH x WHERE x.field = 'questionArticles' MATCH (q:Question {id: x.of}) SET q.articleCount = q.articleCount + x.by }
CALL (go) { UNWIND go AS g UNWIND $actorDeltas AS row MATCH (a:Actor {id: row.id}) SET a.claimCount = a.claimCount + row.claims }
CALL (crossed) { UNWIND crossed AS x WITH x WHERE x.field = 'actorQuestions' MATCH (a:Actor {id: x.of}) SET a.questionCount = a.questionCount + x.by }
CALL (go) { UNWIND go AS g UNWIND $actorDeltas AS row MATCH (a:Actor {id: row.id}) WHERE a.mergedInto IS NULL SET a.rank = right('0000000000' + toString(a.claimCount), 10) + '_' + a.id }
CALL (go) { UNWIND go AS g UNWIND $sourceDeltas AS row MATCH (s:Source {id: row.id}) SET s.claimCount = s.claimCount + row.claims, s.conflictCount = s.conflictCount + row.conflicts }
CALL (go) { UNWIND go AS g UNWIND $questionDeltas AS row MATCH (q:Question {id: row.id})
  SET q.claimCount = q.claimCount + row.claims, q.conflictCount = q.conflictCount + row.conflicts, q.unreviewedCount = q.unreviewedCount + row.unreviewed, q.changedAt = $now }
CALL (go) { UNWIND go AS g UNWIND $counters AS row MERGE (n:Counter {name: row.name}) ON CREATE SET n.n = row.by ON MATCH SET n.n = n.n + row.by }

CALL (go) { UNWIND go AS g UNWIND $mergedQuestions AS row UNWIND [row.from, row.into] AS id MATCH (q:Question {id: id})
  CALL (q) { MATCH (p:Position) USING INDEX p:Position(questionId, firstKey) WHERE p.questionId = q.id AND p.firstKey > '' AND p.claimCount > 0 RETURN count(p) AS positions, sum(p.knownOrigins) AS origins }
  SET q.positionCount = positions, q.originCount = origins }

// First and last, by two steps in an index each, whatever the number of claims.
CALL (go) { UNWIND go AS g UNWIND $positionDeltas AS row MATCH (p:Position {id: row.id})
  CALL (p) { OPTIONAL MATCH (c:Claim) USING INDEX c:Claim(positionId, sortKey) WHERE c.positionId = p.id AND c.sortKey > '0001' AND c.withdrawnAt IS NULL RETURN c AS first ORDER BY c.positionId, c.sortKey LIMIT 1 }
  CALL (p) { OPTIONAL MATCH (c:Claim) USING INDEX c:Claim(positionId, sortKey) WHERE c.positionId = p.id AND c.sortKey > '0001' AND c.withdrawnAt IS NULL RETURN c AS last ORDER BY c.positionId DESC, c.sortKey DESC LIMIT 1 }
  CALL (p) { OPTIONAL MATCH (c:Claim) USING INDEX c:Claim(positionId, sortKey) WHERE c.positionId = p.id AND c.sortKey > '' AND c.withdrawnAt IS NULL RETURN c AS any ORDER BY c.positionId, c.sortKey LIMIT 1 }
  SET p.firstAsserted = first.asserted, p.lastAsserted = last.asserted, p.exampleId = coalesce(first.id, any.id), p.firstKey = coalesce(substring(first.sortKey, 0, 10), '0000-00-00') + '_' + p.id,
    p.superseded = EXISTS { MATCH (r:RelationRecord) USING INDEX r:RelationRecord(earlierId) WHERE r.earlierId = last.id AND r.kind = 'Supersedes' AND r.withdrawnAt IS NULL AND r.status <> 'Dismissed' } }
CALL (go) { UNWIND go AS g UNWIND $questionDeltas AS row MATCH (q:Question {id: row.id})
  CALL (q) { OPTIONAL MATCH (c:Claim) USING INDEX c:Claim(questionId, sortKey) WHERE c.questionId = q.id AND c.sortKey > '0001' AND c.withdrawnAt IS NULL RETURN c AS first ORDER BY c.questionId, c.sortKey LIMIT 1 }
  CALL (q) { OPTIONAL MATCH (c:Claim) USING INDEX c:Claim(questionId, sortKey) WHERE c.questionId = q.id AND c.sortKey > '0001' AND c.withdrawnAt IS NULL RETURN c AS last ORDER BY c.questionId DESC, c.sortKey DESC LIMIT 1 }
  CALL (q) { OPTIONAL MATCH (r:RelationRecord) USING INDEX r:RelationRecord(questionId, sortKey) WHERE r.questionId = q.id AND r.sortKey > '' AND r.conflict AND r.withdrawnAt IS NULL AND r.status <> 'Dismissed' RETURN r AS latest ORDER BY r.questionId DESC, r.sortKey DESC LIMIT 1 }
  SET q.firstAsserted = first.asserted, q.lastAsserted = last.asserted, q.latestConflict = CASE WHEN latest.sortKey > '0001' THEN substring(latest.sortKey, 0, 10) END
  SET q.conflictRank = CASE WHEN q.claimCount > 0 THEN right('00000000' + toString(q.conflictCount), 8) + '_' + q.id END,
    q.reviewRank = CASE WHEN q.claimCount > 0 THEN right('00000000' + toString(q.unreviewedCount), 8) + '_' + q.id END,
    q.originRank = CASE WHEN q.claimCount > 0 THEN right('00000000' + toString(q.originCount), 8) + '_' + q.id END,
    q.latestRank = CASE WHEN q.claimCount > 0 THEN coalesce(q.latestConflict, '0000-00-00') + '_' + q.id END,
    q.changeRank = CASE WHEN q.claimCount > 0 THEN q.changedAt + '_' + q.id END }

// How much hangs on an open relation or candidate: the claims of both positions.
CALL (go) { UNWIND go AS g UNWIND $weighed AS id MATCH (r:RelationRecord {id: id})
  CALL (r) { UNWIND [r.laterId, r.earlierId] AS side MATCH (c:Claim {id: side}) MATCH (p:Position {id: c.positionId}) RETURN sum(p.claimCount) AS weight }
  SET r.weight = weight, r.openKey = CASE WHEN r.conflict AND r.status = 'Unreviewed' AND r.withdrawnAt IS NULL THEN right('0000000000' + toString(weight), 10) + '_' + r.id END }
CALL (go) { UNWIND go AS g UNWIND $weighedCandidates AS id MATCH (d:Candidate {id: id})
  CALL (d) { UNWIND [d.a, d.b] AS side MATCH (c:Claim {id: side}) MATCH (p:Position {id: c.positionId}) RETURN sum(p.claimCount) AS weight }
  SET d.weight = weight, d.openKey = CASE WHEN d.status = 'Unreviewed' AND d.withdrawnAt IS NULL THEN right('0000000000' + toString(weight), 10) + '_' + d.id END }

// Who compares next sees that something moved; the feed tells everybody else.
CALL (go) { UNWIND go AS g UNWIND $bumped AS key MATCH (b:Block {key: key}) SET b.revision = b.revision + 1 }
CALL (go) { UNWIND go AS g MERGE (f:Counter {name: 'feed'}) ON CREATE SET f.n = 1 ON MATCH SET f.n = f.n + 1
  CREATE (x:Change {sequence: f.n, write: $write, at: $now, sourceId: $change.sourceId, assessmentId: $change.assessmentId, relations: $change.relations, conflicts: $change.conflicts, runId: $change.runId})
  RETURN collect(x.sequence) AS sequences }
CALL (sequences) { UNWIND sequences AS n MATCH (v:Assessment {id: $change.assessmentId}) WHERE v.sequence IS NULL SET v.sequence = n }
RETURN {stale: stale, sequence: coalesce(done, head(sequences))}
