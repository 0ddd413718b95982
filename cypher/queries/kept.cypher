// Parts of the graph as they are kept, for copying: the next things of each after $reached, in the order of their keys. Indexes: the unique key of each, assessment_sequence.

//: Runs
MATCH (n:Run) USING INDEX n:Run(id) WHERE n.id > $reached WITH n ORDER BY n.id LIMIT $most RETURN n {.id, .json}
//: Assessments
MATCH (n:Assessment) USING INDEX n:Assessment(sequence) WHERE n.sequence > $number WITH n ORDER BY n.sequence LIMIT $most
RETURN n {.id, .targetId, .verdict, .by, .at, .reason, .before, .after, .undoneAt, .undoneBy, .undoneReason, .sequence}
//: Sources
MATCH (n:Source) USING INDEX n:Source(id) WHERE n.id > $reached WITH n ORDER BY n.id LIMIT $most
RETURN {source: {{source n}}, contentHash: n.contentHash, signature: n.signature, text: head(COLLECT { MATCH (t:SourceText {sourceId: n.id}) RETURN t {.sourceId, .text, .furniture, .notices} })}
//: Actors
MATCH (n:Actor) USING INDEX n:Actor(id) WHERE n.id > $reached WITH n ORDER BY n.id LIMIT $most RETURN n {.id, .name, .kind, .aliases}
//: MergedActors
MATCH (n:Actor) USING INDEX n:Actor(id) WHERE n.id > $reached AND n.mergedInto IS NOT NULL WITH n ORDER BY n.id LIMIT $most RETURN {from: n.id, into: n.mergedInto}
//: Questions
MATCH (n:Question) USING INDEX n:Question(id) WHERE n.id > $reached WITH n ORDER BY n.id LIMIT $most RETURN n {.id, .key, .text, .recordedAt, .changedAt}
//: MergedQuestions
MATCH (n:Question) USING INDEX n:Question(id) WHERE n.id > $reached AND n.mergedInto IS NOT NULL WITH n ORDER BY n.id LIMIT $most RETURN {from: n.id, into: n.mergedInto}
//: Positions
MATCH (n:Position) USING INDEX n:Position(id) WHERE n.id > $reached WITH n ORDER BY n.id LIMIT $most RETURN n {.id, .questionId, .value}
//: Claims
MATCH (n:Claim) USING INDEX n:Claim(id) WHERE n.id > $reached WITH n ORDER BY n.id LIMIT $most
RETURN n {.id, .record, .questionId, .positionId, .origin, .recordedAt, .withdrawnAt, .withdrawnBy, .standing, .standingSince}
//: Citations
MATCH (n:Source) USING INDEX n:Source(id) WHERE n.id > $reached AND EXISTS { (n)-[:CITES]->() } WITH n ORDER BY n.id LIMIT $most
RETURN {id: n.id, citations: COLLECT { MATCH (n)-[r:CITES]->(t:Source) RETURN {from: n.id, to: t.id, kind: r.kind, cue: r.cue, quote: r.quote} }}
//: Blocks
MATCH (n:Block) USING INDEX n:Block(key) WHERE n.key > $reached WITH n ORDER BY n.key LIMIT $most RETURN n {.key, .revision}
//: Relations
MATCH (n:RelationRecord) USING INDEX n:RelationRecord(id) WHERE n.id > $reached WITH n ORDER BY n.id LIMIT $most
RETURN {relation: {{bareRelation n}}, withdrawnAt: n.withdrawnAt, withdrawnBy: n.withdrawnBy, weight: n.weight, found: coalesce(n.found, n.conflict)}
//: Candidates
MATCH (n:Candidate) USING INDEX n:Candidate(id) WHERE n.id > $reached WITH n ORDER BY n.id LIMIT $most
RETURN {candidate: {{candidate n}}, withdrawnAt: n.withdrawnAt, withdrawnBy: n.withdrawnBy, weight: n.weight}
//: SetApart
MATCH (n:SetApart) USING INDEX n:SetApart(questionId) WHERE n.questionId > $reached WITH DISTINCT n.questionId AS id ORDER BY id LIMIT $most
RETURN {id: id, apart: COLLECT { MATCH (a:SetApart) USING INDEX a:SetApart(questionId) WHERE a.questionId = id WITH a ORDER BY a.key RETURN {asked: id, otherQuestionId: a.otherQuestionId, claimId: a.claimId, reason: a.reason} }}
//: ScopeVerdicts
MATCH (n:ScopeVerdict) USING INDEX n:ScopeVerdict(key) WHERE n.key > $reached WITH n ORDER BY n.key LIMIT $most RETURN n {.claimA, .claimB, .questionId, .assessmentId}
//: MergeSuggestions
MATCH (n:MergeSuggestion) USING INDEX n:MergeSuggestion(id) WHERE n.id > $reached WITH n ORDER BY n.id LIMIT $most
RETURN n {.id, .actorA, .actorB, .score, .reason, .version, .status, .recordedAt, .openKey, weight: coalesce(n.weight, toInteger(left(n.openKey, 10)), 0)}
//: ActorMerges
MATCH (n:ActorMerge) USING INDEX n:ActorMerge(id) WHERE n.id > $reached WITH n ORDER BY n.id LIMIT $most RETURN n {.id, .fromId, .intoId, .by, .at, .assessmentId, .undoneAt}
//: Changes
MATCH (n:Change) USING INDEX n:Change(sequence) WHERE n.sequence > $number WITH n ORDER BY n.sequence LIMIT $most RETURN n {.sequence, .at, .sourceId, .assessmentId, .relations, .conflicts, .runId}
