// Open candidates, in the order of how much hangs on them. Index: candidate_open.
MATCH (r:Candidate) USING INDEX r:Candidate(openKey) WHERE r.openKey < $from AND r.recordedAt <= $asOf AND {{filter}}
WITH r ORDER BY r.openKey DESC LIMIT $limit
RETURN {id: r.id, openKey: r.openKey}
