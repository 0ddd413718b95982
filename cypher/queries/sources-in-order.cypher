// Sources, newest recorded first. Index: source_recorded.
MATCH (s:Source) USING INDEX s:Source(recordedKey) WHERE s.recordedKey {{beyond}} $from AND {{filter}}
WITH s ORDER BY s.recordedKey {{direction}} LIMIT $limit
RETURN {at: s.recordedKey, source: {{source s}}}
