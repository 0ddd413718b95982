// Suggestions to merge two actors. Index: merge_suggestion_id.
UNWIND $ids AS id MATCH (m:MergeSuggestion {id: id}) RETURN m {.id, .actorA, .actorB, .score, .reason, .version, .openKey, .status}
