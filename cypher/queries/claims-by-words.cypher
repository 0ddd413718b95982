// Claims whose quotes hold all of some words, newest recorded first. Index: claim_words (full text); its hits, at most $hits, are sorted.
CALL db.index.fulltext.queryNodes('claim_words', $words, {limit: $hits}) YIELD node AS c
WITH c WHERE c.recordedAt + '_' + c.id {{beyond}} $from AND {{filter}}
WITH c, c.recordedAt + '_' + c.id AS at ORDER BY at {{direction}} LIMIT $limit
RETURN {parent: '', at: at, claim: {{claim c}}}
