// Verdicts. Index: assessment_id.
UNWIND $ids AS id MATCH (v:Assessment {id: id}) RETURN v {.id, .targetId, .verdict, .by, .at, .reason, .undoneAt, .undoneBy}
