// Open questions whether two actors are one, in the order of how many claims hang on them. Index: merge_suggestion_open.
MATCH (m:MergeSuggestion) USING INDEX m:MergeSuggestion(openKey) WHERE m.openKey < $from AND m.recordedAt <= $asOf AND {{filter}}
WITH m ORDER BY m.openKey DESC LIMIT $limit
RETURN {id: m.id, openKey: m.openKey}
