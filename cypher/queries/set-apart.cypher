// What looks like a question and is not. Index: set_apart_question.
UNWIND $ids AS id MATCH (own:Question {id: id}) MATCH (a:SetApart) USING INDEX a:SetApart(questionId) WHERE a.questionId = coalesce(own.mergedInto, own.id)
  AND (a.claimId IS NULL OR EXISTS { MATCH (c:Claim {id: a.claimId}) WHERE c.withdrawnAt IS NULL })
RETURN {asked: id, otherQuestionId: a.otherQuestionId, claimId: a.claimId, reason: a.reason}
