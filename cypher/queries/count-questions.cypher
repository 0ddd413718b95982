// How many questions meet a filter, counted to $limit. Index: question_conflict_rank.
MATCH (q:Question) USING INDEX q:Question(conflictRank) WHERE q.conflictRank > '' AND q.recordedAt <= $asOf AND {{filter}} WITH q LIMIT $limit RETURN count(q)
