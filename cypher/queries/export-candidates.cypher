// Candidates in force, in the order of their ids. Index: candidate_id.
MATCH (d:Candidate) USING INDEX d:Candidate(id) WHERE d.id > $after AND d.recordedAt <= $asOf AND (d.withdrawnAt IS NULL OR d.withdrawnAt > $asOf) WITH d ORDER BY d.id LIMIT $limit RETURN {{candidate d}}
