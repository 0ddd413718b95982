// Ingestion runs. Index: run_id.
UNWIND $ids AS id MATCH (r:Run {id: id}) RETURN {id: r.id, json: r.json}
