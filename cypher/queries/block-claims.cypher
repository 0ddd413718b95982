// The claims of blocks with what comparison reads, the relations and candidates among them, and verdicts of different scope. Indexes: claim_id, source_id, question_id, relation_later, candidate_a, scope_verdict_a, scope_verdict_b, scope_verdict_question.
CALL () { UNWIND $ids AS id MATCH (c:Claim {id: id}) MATCH (s:Source {id: c.sourceId})
  RETURN collect({record: c.record, questionId: c.questionId, positionId: c.positionId, source: s {.id, .kind, .title, .outletId, .outletName, .url, .published}, signature: s.signature,
    questionKey: head(COLLECT { MATCH (q:Question {id: c.questionId}) RETURN q.key })}) AS claims }
CALL () { UNWIND $ids AS id MATCH (r:RelationRecord) USING INDEX r:RelationRecord(laterId) WHERE r.laterId = id AND r.withdrawnAt IS NULL AND r.earlierId IN $ids RETURN collect({{bareRelation r}}) AS relations }
CALL () { UNWIND $ids AS id MATCH (d:Candidate) USING INDEX d:Candidate(a) WHERE d.a = id AND d.withdrawnAt IS NULL AND d.b IN $ids RETURN collect({{candidate d}}) AS candidates }
CALL () {
  UNWIND $ids AS id
  CALL (id) {
    MATCH (v:ScopeVerdict) USING INDEX v:ScopeVerdict(claimA) WHERE v.claimA = id RETURN v
    UNION
    MATCH (v:ScopeVerdict) USING INDEX v:ScopeVerdict(claimB) WHERE v.claimB = id RETURN v
    UNION
    MATCH (c:Claim {id: id}) WHERE c.questionId IS NOT NULL MATCH (v:ScopeVerdict) USING INDEX v:ScopeVerdict(questionId) WHERE v.questionId = c.questionId RETURN v
  }
  WITH DISTINCT v MATCH (a:Claim {id: v.claimA}) MATCH (b:Claim {id: v.claimB})
  RETURN collect({claimA: a.id, claimB: b.id, positionA: a.positionId, positionB: b.positionId}) AS verdicts
}
RETURN {claims: claims, relations: relations, candidates: candidates, verdicts: verdicts}
