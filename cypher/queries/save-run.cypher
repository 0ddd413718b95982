// Stores the state of a run. Index: run_id.
MERGE (r:Run {id: $id}) SET r.sortKey = $sortKey, r.json = $json
