// The feed after a number, oldest first. Index: change_sequence.
MATCH (x:Change) WHERE x.sequence > $after RETURN x {.sequence, .at, .sourceId, .assessmentId, .relations, .runId} ORDER BY x.sequence LIMIT $limit
