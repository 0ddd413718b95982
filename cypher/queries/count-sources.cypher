// How many sources meet a filter, counted to $limit. Index: source_recorded.
MATCH (s:Source) USING INDEX s:Source(recordedKey) WHERE s.recordedKey > '' AND {{filter}} WITH s LIMIT $limit RETURN count(s)
