// Steps of a walk from questions: the newest claims. Index: claim_question_time.
UNWIND $ids AS id
CALL (id) { MATCH (c:Claim) USING INDEX c:Claim(questionId, sortKey) WHERE c.questionId = id AND c.sortKey > '' AND 'Answers' IN $links AND c.recordedAt <= $time AND (c.withdrawnAt IS NULL OR c.withdrawnAt > $time) RETURN c ORDER BY c.questionId DESC, c.sortKey DESC LIMIT $most }
RETURN {from: id, to: c.id, link: 'Answers'}
