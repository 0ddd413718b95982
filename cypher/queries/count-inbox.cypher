// How many things of one kind wait, counted to $limit. Indexes: relation_open, candidate_open, merge_suggestion_open.
MATCH ({{n}}:{{label}}) USING INDEX {{n}}:{{label}}(openKey) WHERE {{n}}.openKey > '' AND {{n}}.recordedAt <= $asOf AND {{filter}} WITH {{n}} LIMIT $limit RETURN count({{n}})
