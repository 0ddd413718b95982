// How many hits of one kind there are, counted to $limit. Indexes as search.
CALL db.index.fulltext.queryNodes('{{index}}', $words, {limit: $hits}) YIELD node AS {{n}}
WITH {{n}} WHERE {{filter}} WITH {{n}} LIMIT $limit RETURN count({{n}})
