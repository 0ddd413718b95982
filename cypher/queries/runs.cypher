// Ingestion runs, the latest first. Index: run_time.
MATCH (r:Run) USING INDEX r:Run(sortKey) WHERE r.sortKey {{beyond}} $from
WITH r ORDER BY r.sortKey {{direction}} LIMIT $limit
RETURN {id: r.sortKey, json: r.json}
