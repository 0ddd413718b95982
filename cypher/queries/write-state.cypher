// What a write is computed from: the claims, relations and candidates that it speaks of, the document's current version and its claims, the blocks of all of these with their revisions.
// First locks those blocks in the order of their keys (setting a property to itself takes the lock and writes nothing), so that no half-applied commit is read.
// Used by WriteAsync, AssessAsync and UndoAsync. Indexes: the unique keys of Block, Document, Claim, RelationRecord, Candidate and Actor; claim_source_time; claim_question_time and relation_question_time where questions merge; relation_later and relation_earlier; candidate_a and candidate_b.
CALL () {
  UNWIND $blocks AS key MATCH (b:Block {key: key}) RETURN b
  UNION
  UNWIND $claims + $relationsOf AS id MATCH (c:Claim {id: id}) UNWIND c.blocks AS key MATCH (b:Block {key: key}) RETURN b
  UNION
  MATCH (d:Document {id: $document}) MATCH (c:Claim) USING INDEX c:Claim(sourceId, sortKey) WHERE c.sourceId = d.sourceId AND c.sortKey > '' UNWIND c.blocks AS key MATCH (b:Block {key: key}) RETURN b
  UNION
  UNWIND $mergedFrom AS id MATCH (c:Claim) USING INDEX c:Claim(questionId, sortKey) WHERE c.questionId = id AND c.sortKey > '' UNWIND c.blocks AS key MATCH (b:Block {key: key}) RETURN b
}
WITH b ORDER BY b.key
SET b.revision = b.revision
WITH collect({key: b.key, revision: b.revision}) AS blocks
CALL () { OPTIONAL MATCH (d:Document {id: $document}) RETURN d {.id, .sourceId, .version, .contentHash} AS document }
CALL () {
  CALL () {
    UNWIND $relations AS id MATCH (r:RelationRecord {id: id}) RETURN r
    UNION
    UNWIND $relationsOf AS id MATCH (r:RelationRecord) USING INDEX r:RelationRecord(laterId) WHERE r.laterId = id RETURN r
    UNION
    UNWIND $relationsOf AS id MATCH (r:RelationRecord) USING INDEX r:RelationRecord(earlierId) WHERE r.earlierId = id RETURN r
    UNION
    UNWIND $mergedFrom AS id MATCH (r:RelationRecord) USING INDEX r:RelationRecord(questionId, sortKey) WHERE r.questionId = id AND r.sortKey > '' RETURN r
  }
  RETURN collect(r {.id, .kind, .conflict, .status, .version, .laterId, .earlierId, .questionId, .sortKey, .inputs, .narrowerId, .withdrawnAt, .withdrawnBy, .decidedBy, .decidedAt, .recordedAt, .record, found: coalesce(r.found, r.conflict)}) AS relations
}
CALL () {
  CALL () {
    UNWIND $candidates AS id MATCH (d:Candidate {id: id}) RETURN d
    UNION
    UNWIND $candidatesOf AS id MATCH (d:Candidate) USING INDEX d:Candidate(a) WHERE d.a = id RETURN d
    UNION
    UNWIND $candidatesOf AS id MATCH (d:Candidate) USING INDEX d:Candidate(b) WHERE d.b = id RETURN d
  }
  RETURN collect(d {.id, .kind, .a, .b, .questionId, .score, .doubt, .factors, .inputs, .status, .version, .withdrawnAt, .withdrawnBy, .recordedAt, .ifConfirmed}) AS candidates
}
CALL (relations) {
  CALL (relations) {
    UNWIND $claims + $relationsOf AS id MATCH (c:Claim {id: id}) RETURN c
    UNION
    UNWIND relations AS r UNWIND [r.laterId, r.earlierId] AS id MATCH (c:Claim {id: id}) RETURN c
    UNION
    MATCH (d:Document {id: $document}) MATCH (c:Claim) USING INDEX c:Claim(sourceId, sortKey) WHERE c.sourceId = d.sourceId AND c.sortKey > '' RETURN c
    UNION
    UNWIND $mergedFrom AS id MATCH (c:Claim) USING INDEX c:Claim(questionId, sortKey) WHERE c.questionId = id AND c.sortKey > '' RETURN c
  }
  RETURN collect(c {.id, .sourceId, .questionId, .positionId, .origin, .originKnown, .sortKey, .asserted, .recordedAt, .withdrawnAt, .withdrawnBy, .blocks, .attributed, .standing, .standingSince}) AS claims
}
CALL (claims) {
  UNWIND $actors + reduce(all = [], c IN claims | all + c.attributed) AS id
  WITH DISTINCT id MATCH (a:Actor {id: id}) WHERE a.mergedInto IS NOT NULL
  RETURN collect({from: a.id, into: a.mergedInto}) AS merged
}
CALL (claims) {
  UNWIND claims AS k
  CALL (k) {
    MATCH (v:ScopeVerdict) USING INDEX v:ScopeVerdict(claimA) WHERE v.claimA = k.id RETURN v
    UNION
    MATCH (v:ScopeVerdict) USING INDEX v:ScopeVerdict(claimB) WHERE v.claimB = k.id RETURN v
  }
  RETURN collect(DISTINCT {claimA: v.claimA, claimB: v.claimB, assessmentId: v.assessmentId, questionId: v.questionId}) AS verdicts
}
CALL () { UNWIND $questions AS id MATCH (q:Question {id: id}) WHERE q.mergedInto IS NOT NULL RETURN collect({from: q.id, into: q.mergedInto}) AS mergedQuestions }
RETURN {blocks: blocks, document: document, claims: claims, relations: relations, candidates: candidates, merged: merged, verdicts: verdicts, mergedQuestions: mergedQuestions}
