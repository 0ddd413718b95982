// Hits of one kind for all of some words, the newest first. Indexes: claim_words, question_words, source_words, actor_words (full text); at most $hits are sorted.
CALL db.index.fulltext.queryNodes('{{index}}', $words, {limit: $hits}) YIELD node AS {{n}}
WITH {{n}}, {{at}} AS at WHERE at < $from AND {{filter}}
WITH {{n}}, at ORDER BY at DESC LIMIT $limit
RETURN {id: {{n}}.id, text: {{n}}.{{text}}, at: at}
