// The positions of questions in time order, undated ones first here and put last by the store; where the past is asked for, also those that nobody holds any more. Index: position_question_time.
UNWIND $ids AS id MATCH (own:Question {id: id}) MATCH (q:Question {id: coalesce(own.mergedInto, own.id)})
CALL (q) { MATCH (p:Position) USING INDEX p:Position(questionId, firstKey) WHERE p.questionId = q.id AND p.firstKey > '0001' AND (p.claimCount > 0 OR $past) RETURN p ORDER BY p.questionId, p.firstKey LIMIT $limit
  UNION MATCH (p:Position) USING INDEX p:Position(questionId, firstKey) WHERE p.questionId = q.id AND p.firstKey < '0001' AND (p.claimCount > 0 OR $past) RETURN p ORDER BY p.questionId, p.firstKey LIMIT $limit }
RETURN {asked: id, position: {{position p}}}
