// The board: questions by a rank. Indexes: question_conflict_rank, question_review_rank, question_change_rank, question_origin_rank, question_latest_rank.
MATCH (q:Question) USING INDEX q:Question({{sort}}) WHERE q.{{sort}} {{beyond}} $from AND q.recordedAt <= $asOf AND {{filter}}
WITH q ORDER BY q.{{sort}} {{direction}} LIMIT $limit
RETURN {at: q.{{sort}}, question: {{question q}}}
