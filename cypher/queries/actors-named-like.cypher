// Actors that share a key of their names. Index: actor_name_keys (full text).
CALL db.index.fulltext.queryNodes('actor_name_keys', $keys, {limit: $most}) YIELD node AS a
RETURN {id: a.id, name: a.name, kind: a.kind, aliases: a.aliases}
