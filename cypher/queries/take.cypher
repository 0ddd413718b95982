// One page of a copy and the mark of how far it got, both or neither. Sent twice, or by two at once, it is stored once: the mark must stand where the page was read from.
// What follows from what was copied is left to rebuild.cypher. Indexes: unique keys, assessment_target.

//: page
MATCH (m:CopyMark {name: 'copy'}) SET m.part = m.part
WITH m WHERE m.part = $mark.part AND m.reached = $mark.reached SET m.part = $moved.part, m.reached = $moved.reached
WITH collect(1) AS go
{{part}}
RETURN size(go)
//: Runs
CALL (go) { UNWIND go AS g UNWIND $rows AS row MERGE (n:Run {id: row.id}) SET n += row }
//: Assessments
CALL (go) { UNWIND go AS g UNWIND $rows AS row MERGE (n:Assessment {id: row.id}) SET n += row }
//: Sources
CALL (go) { UNWIND go AS g UNWIND $rows AS row MERGE (n:Source {id: row.id}) ON CREATE SET n.claimCount = 0, n.conflictCount = 0 SET n += row.properties, n.recordedAt = row.recordedAt, n.recordedKey = row.recordedAt + '_' + row.id, n.withdrawnAt = row.withdrawnAt }
CALL (go) { UNWIND go AS g UNWIND $rows AS row WITH row WHERE row.text IS NOT NULL MERGE (n:SourceText {sourceId: row.id}) SET n += row.text }
CALL (go) { UNWIND go AS g UNWIND $rows AS row WITH row WHERE row.properties.document IS NOT NULL AND row.withdrawnAt IS NULL
  MERGE (n:Document {id: row.properties.document}) SET n.sourceId = row.id, n.version = row.properties.version, n.contentHash = row.properties.contentHash }
//: Actors
CALL (go) { UNWIND go AS g UNWIND $rows AS row MERGE (n:Actor {id: row.id}) SET n += row.properties }
//: MergedActors
CALL (go) { UNWIND go AS g UNWIND $rows AS row MATCH (n:Actor {id: row.from}) SET n.mergedInto = row.into, n:MergedActor }
//: Questions
CALL (go) { UNWIND go AS g UNWIND $rows AS row MERGE (n:Question {id: row.id}) SET n += row.properties, n.recordedAt = row.recordedAt, n.changedAt = row.changedAt }
//: MergedQuestions
CALL (go) { UNWIND go AS g UNWIND $rows AS row MATCH (n:Question {id: row.from}) SET n.mergedInto = row.into, n:MergedQuestion }
//: Positions
CALL (go) { UNWIND go AS g UNWIND $rows AS row MERGE (p:Position {id: row.id}) SET p += row.properties, p.questionId = row.questionId WITH p, row MATCH (q:Question {id: row.questionId}) MERGE (p)-[:ANSWERS]->(q) }
//: Claims
CALL (go) { UNWIND go AS g UNWIND $rows AS row MATCH (s:Source {id: row.properties.sourceId}) MERGE (c:Claim {id: row.id}) SET c += row.properties, c.outletId = s.outletId CREATE (c)-[:APPEARS_IN]->(s) }
CALL (go) { UNWIND go AS g UNWIND $steps AS row MATCH (c:Claim {id: row.claim}) MATCH (a:Actor {id: row.party}) CREATE (c)-[:ATTRIBUTED_TO {position: row.position, role: row.role, cue: row.cue, stance: row.stance, inferred: row.inferred}]->(a) }
CALL (go) { UNWIND go AS g UNWIND $sourceSteps AS row MATCH (c:Claim {id: row.claim}) MATCH (s:Source {id: row.party}) CREATE (c)-[:ATTRIBUTED_TO {position: row.position, role: row.role, cue: row.cue, stance: row.stance, inferred: row.inferred}]->(s) }
CALL (go) { UNWIND go AS g UNWIND $mentions AS row MATCH (c:Claim {id: row.claim}) MATCH (a:Actor {id: row.actor}) CREATE (c)-[:MENTIONS {role: row.role}]->(a) }
CALL (go) { UNWIND go AS g UNWIND $rows AS row MATCH (v:Assessment) USING INDEX v:Assessment(targetId, sequence) WHERE v.targetId = row.id AND v.sequence > 0 MATCH (c:Claim {id: row.id}) CREATE (v)-[:ON]->(c) }
//: Citations
CALL (go) { UNWIND go AS g UNWIND $rows AS row MATCH (s:Source {id: row.from}) MATCH (t:Source {id: row.to}) MERGE (s)-[r:CITES {kind: row.kind}]->(t) SET r.cue = row.cue, r.quote = row.quote }
//: Blocks
CALL (go) { UNWIND go AS g UNWIND $rows AS row MERGE (n:Block {key: row.key}) SET n.revision = row.revision }
//: Relations
CALL (go) { UNWIND go AS g UNWIND $rows AS row MERGE (n:RelationRecord {id: row.id}) SET n += row.properties, n.weight = row.weight }
CALL (go) { UNWIND go AS g UNWIND $contradicts AS row MATCH (a:Claim {id: row.from}) MATCH (b:Claim {id: row.to}) CREATE (a)-[x:CONTRADICTS]->(b) SET x = row.properties }
CALL (go) { UNWIND go AS g UNWIND $supersedes AS row MATCH (a:Claim {id: row.from}) MATCH (b:Claim {id: row.to}) CREATE (a)-[x:SUPERSEDES]->(b) SET x = row.properties }
CALL (go) { UNWIND go AS g UNWIND $refines AS row MATCH (a:Claim {id: row.from}) MATCH (b:Claim {id: row.to}) CREATE (a)-[x:REFINES]->(b) SET x = row.properties }
CALL (go) { UNWIND go AS g UNWIND $corroborates AS row MATCH (a:Claim {id: row.from}) MATCH (b:Claim {id: row.to}) CREATE (a)-[x:CORROBORATES]->(b) SET x = row.properties }
//: Candidates
CALL (go) { UNWIND go AS g UNWIND $rows AS row MERGE (n:Candidate {id: row.id}) SET n += row.properties, n.weight = row.weight }
//: SetApart
CALL (go) { UNWIND go AS g UNWIND $rows AS row MERGE (n:SetApart {key: row.key}) SET n += row }
//: ScopeVerdicts
CALL (go) { UNWIND go AS g UNWIND $rows AS row MERGE (n:ScopeVerdict {key: row.key}) SET n += row }
//: MergeSuggestions
CALL (go) { UNWIND go AS g UNWIND $rows AS row MERGE (n:MergeSuggestion {id: row.id}) SET n += row }
//: ActorMerges
CALL (go) { UNWIND go AS g UNWIND $rows AS row MERGE (n:ActorMerge {id: row.id}) SET n += row }
//: Changes
CALL (go) { UNWIND go AS g UNWIND $rows AS row MERGE (n:Change {sequence: row.sequence}) SET n += row WITH max(row.sequence) AS last MERGE (f:Counter {name: 'feed'}) SET f.n = last }

//: begin
CALL () { MATCH (n:Source) RETURN count(n) AS sources }
CALL () { MATCH (n:Change) RETURN count(n) AS changes }
CALL () { MATCH (n:Run) RETURN count(n) AS runs }
WITH sources + changes + runs AS held
CALL (held) { WITH held WHERE held = 0 MERGE (m:CopyMark {name: 'copy'}) SET m += $mark }
RETURN held
//: mark
MATCH (m:CopyMark {name: 'copy'}) RETURN m {.origin, .change, .part, .reached}
//: end
MATCH (m:CopyMark {name: 'copy'}) DELETE m
