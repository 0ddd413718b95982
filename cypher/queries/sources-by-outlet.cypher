// Sources of outlets, newest recorded first. Index: source_outlet_recorded.
UNWIND $keys AS key
CALL (key) { MATCH (s:Source) USING INDEX s:Source(outletId, recordedKey) WHERE s.outletId = key AND s.recordedKey {{beyond}} $from AND {{filter}} RETURN s ORDER BY s.outletId {{direction}}, s.recordedKey {{direction}} LIMIT $limit }
WITH s ORDER BY s.recordedKey {{direction}} LIMIT $limit
RETURN {at: s.recordedKey, source: {{source s}}}
