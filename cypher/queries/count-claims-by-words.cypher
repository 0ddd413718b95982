// How many claims hold all of some words. Index: claim_words (full text).
CALL db.index.fulltext.queryNodes('claim_words', $words, {limit: $hits}) YIELD node AS c
WITH c WHERE {{filter}} WITH c LIMIT $limit RETURN {id: '', n: count(c)}
