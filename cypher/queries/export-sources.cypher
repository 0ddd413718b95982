// Sources in force, in the order of their ids. Index: source_id.
MATCH (s:Source) USING INDEX s:Source(id) WHERE s.id > $after AND s.recordedAt <= $asOf AND (s.withdrawnAt IS NULL OR s.withdrawnAt > $asOf) WITH s ORDER BY s.id LIMIT $limit RETURN {{source s}}
