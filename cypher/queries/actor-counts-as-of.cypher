// How many claims were attributed to actors, and on how many questions, as of a time; with what was merged into them. Index: attributed_actor_time, actor_merged.
UNWIND $ids AS id
CALL (id) { MATCH (a:Actor {id: id}) RETURN a.id AS own UNION MATCH (a:Actor) USING INDEX a:Actor(mergedInto) WHERE a.mergedInto = id RETURN a.id AS own }
CALL (own) { MATCH (c:Claim)-[x:INVOLVES]->() USING INDEX x:INVOLVES(attributedId, sortKey) WHERE x.attributedId = own AND x.sortKey > '' RETURN c }
WITH id, c WHERE c.recordedAt <= $asOf AND (c.withdrawnAt IS NULL OR c.withdrawnAt > $asOf)
WITH id, count(DISTINCT c) AS claims, count(DISTINCT c.questionId) AS questions
RETURN {id: id, claims: claims, questions: questions}
