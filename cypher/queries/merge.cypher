// Two actors become one, or one becomes two again: $groups says who stands for whom afterwards, and what was counted under any of them is counted anew from their claims.
// Whole or not at all; sent twice it is done once ($write). Refused, with nothing written, where the suggestion's version has moved on.
// Indexes: unique keys, attributed_actor_time, tally_actor, claim_position_time, position_question_time.
CALL () { MATCH (m:MergeSuggestion {id: $suggestion}) SET m.version = m.version RETURN m }
CALL () { OPTIONAL MATCH (x:Change {write: $write}) RETURN x.sequence AS done }
WITH m, done, CASE WHEN done IS NULL AND m.version = $version THEN [1] ELSE [] END AS go, m.version <> $version AND done IS NULL AS stale
CALL (go, m) { UNWIND go AS g SET m.weight = coalesce(m.weight, toInteger(left(m.openKey, 10)), 0), m.status = $status, m.version = m.version + 1
  SET m.openKey = CASE WHEN $status = 'Unreviewed' THEN right('0000000000' + toString(m.weight), 10) + '_' + m.id END
  MERGE (n:Counter {name: 'unreviewed'}) ON CREATE SET n.n = $unreviewed ON MATCH SET n.n = n.n + $unreviewed }
CALL (go) { UNWIND go AS g UNWIND $assessments AS row CREATE (v:Assessment) SET v = row }
CALL (go) { UNWIND go AS g UNWIND $undone AS row MATCH (v:Assessment {id: row.id}) SET v.undoneAt = row.at, v.undoneBy = row.by, v.undoneReason = row.reason
  WITH row OPTIONAL MATCH (x:ActorMerge) USING INDEX x:ActorMerge(assessmentId) WHERE x.assessmentId = row.id SET x.undoneAt = row.at }
CALL (go) { UNWIND go AS g UNWIND $merges AS row CREATE (x:ActorMerge) SET x = row }
CALL (go) { UNWIND go AS g UNWIND $groups AS group UNWIND group.members AS member MATCH (a:Actor {id: member}) WHERE member <> group.survivor SET a.mergedInto = group.survivor, a.rank = NULL, a.claimCount = 0, a.questionCount = 0, a:MergedActor }
CALL (go) { UNWIND go AS g UNWIND $groups AS group MATCH (a:Actor {id: group.survivor}) SET a.mergedInto = NULL REMOVE a:MergedActor }
CALL (go) { UNWIND go AS g UNWIND $groups AS group UNWIND group.members AS member MATCH (t:Tally) USING INDEX t:Tally(actorId) WHERE t.actorId = member DELETE t }
CALL (go) { UNWIND go AS g UNWIND $groups AS group
  CALL (group) { UNWIND group.members AS member MATCH (c:Claim)-[x:INVOLVES]->() USING INDEX x:INVOLVES(attributedId, sortKey) WHERE x.attributedId = member AND x.sortKey > '' AND c.withdrawnAt IS NULL RETURN DISTINCT c }
  WITH group, c.questionId AS question, count(c) AS n
  FOREACH (q IN CASE WHEN question IS NULL THEN [] ELSE [question] END | MERGE (t:Tally {key: 'aq|' + group.survivor + '|' + q}) SET t.actorId = group.survivor, t.questionId = q, t.n = n)
  WITH group, sum(n) AS claims, count(question) AS questions
  MATCH (a:Actor {id: group.survivor}) SET a.claimCount = claims, a.questionCount = questions, a.rank = right('0000000000' + toString(claims), 10) + '_' + a.id }
CALL (go) { UNWIND go AS g UNWIND $groups AS group MATCH (a:Actor {id: group.survivor})
  WHERE NOT EXISTS { MATCH (c:Claim)-[x:INVOLVES]->() USING INDEX x:INVOLVES(attributedId, sortKey) WHERE x.attributedId IN group.members AND x.sortKey > '' AND c.withdrawnAt IS NULL } SET a.claimCount = 0, a.questionCount = 0, a.rank = '0000000000_' + a.id }
CALL (go) { UNWIND go AS g UNWIND $groups AS group UNWIND group.members AS member
  MATCH (c:Claim)-[x:INVOLVES]->() USING INDEX x:INVOLVES(attributedId, sortKey) WHERE x.attributedId = member AND x.sortKey > '' AND c.ownOrigin IN group.origins AND c.origin <> group.origin
  SET c.origin = group.origin WITH c WHERE c.positionId IS NOT NULL RETURN collect(DISTINCT c.positionId) AS positions }
CALL (positions) { UNWIND positions AS id MATCH (t:Tally) USING INDEX t:Tally(key) WHERE t.key STARTS WITH 'po|' + id + '|' DELETE t }
CALL (positions) { UNWIND positions AS id MATCH (p:Position {id: id})
  CALL (p) { MATCH (c:Claim) USING INDEX c:Claim(positionId, sortKey) WHERE c.positionId = p.id AND c.sortKey > '' AND c.withdrawnAt IS NULL AND c.originKnown WITH p, c.origin AS origin, count(*) AS n CREATE (:Tally {key: 'po|' + p.id + '|' + origin, n: n}) RETURN count(*) AS known }
  SET p.knownOrigins = known }
CALL (positions) { UNWIND positions AS id MATCH (p:Position {id: id}) WITH DISTINCT p.questionId AS question MATCH (q:Question {id: question})
  CALL (q) { MATCH (p:Position) USING INDEX p:Position(questionId, firstKey) WHERE p.questionId = q.id AND p.firstKey > '' AND p.claimCount > 0 RETURN sum(p.knownOrigins) AS origins }
  SET q.originCount = origins, q.originRank = CASE WHEN q.claimCount > 0 THEN right('00000000' + toString(origins), 8) + '_' + q.id END }
CALL (go) { UNWIND go AS g MERGE (f:Counter {name: 'feed'}) ON CREATE SET f.n = 1 ON MATCH SET f.n = f.n + 1
  CREATE (x:Change {sequence: f.n, write: $write, at: $now, assessmentId: $assessmentId, relations: []}) RETURN collect(x.sequence) AS sequences }
CALL (sequences) { UNWIND sequences AS n MATCH (v:Assessment {id: $assessmentId}) WHERE v.sequence IS NULL SET v.sequence = n }
RETURN {stale: CASE WHEN stale THEN ['suggestion'] ELSE [] END, sequence: coalesce(done, head(sequences))}
