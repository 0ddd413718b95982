// The feed after a number, oldest first. Index: change_sequence.
MATCH (x:Change) USING INDEX x:Change(sequence) WHERE x.sequence > $after WITH x ORDER BY x.sequence LIMIT $limit
RETURN x {.sequence, .at, .sourceId, .assessmentId, .relations, .conflicts, .runId}
