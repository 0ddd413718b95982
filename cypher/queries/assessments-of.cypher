// The history of verdicts on targets, oldest first. Index: assessment_target.
UNWIND $ids AS id MATCH (v:Assessment) USING INDEX v:Assessment(targetId, sequence) WHERE v.targetId = id AND v.sequence > 0 AND v.at <= $asOf RETURN v {.id, .targetId, .verdict, .by, .at, .reason, .undoneAt, .undoneBy} ORDER BY v.sequence
