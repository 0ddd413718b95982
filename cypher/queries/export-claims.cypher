// Claims in force with their places, in the order of their ids: an article's claims are neighbours. Index: claim_id.
MATCH (c:Claim) USING INDEX c:Claim(id) WHERE c.id > $after AND c.recordedAt <= $asOf AND (c.withdrawnAt IS NULL OR c.withdrawnAt > $asOf) WITH c ORDER BY c.id LIMIT $limit
RETURN {record: c.record, id: c.id, questionId: c.questionId, positionId: c.positionId}
