// Open suggestions to merge two actors, by how many claims hang on them. Index: merge_suggestion_open.
MATCH (m:MergeSuggestion) USING INDEX m:MergeSuggestion(openKey) WHERE m.openKey {{beyond}} $from
WITH m ORDER BY m.openKey {{direction}} LIMIT $limit
RETURN m {.id, .actorA, .actorB, .score, .reason, .version, .openKey, .status}
