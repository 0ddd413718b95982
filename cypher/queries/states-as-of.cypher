// What verdicts since a time changed: the state before the first of them is the state of then. Index: assessment_target.
UNWIND $ids AS id MATCH (v:Assessment) USING INDEX v:Assessment(targetId, sequence) WHERE v.targetId = id AND v.sequence > 0 AND v.before IS NOT NULL AND (v.at > $asOf OR v.undoneAt > $asOf) RETURN v {.targetId, .at, .undoneAt, .before, .after}
