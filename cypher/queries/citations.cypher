// Every CITES edge within eight hops of sources. DISTINCT before the second MATCH makes the planner walk each source once (pruning breadth first), which is safe on circles. Index: source_id.
UNWIND $ids AS id MATCH (s:Source {id: id})
MATCH (s)-[:CITES*0..7]->(t:Source) WITH DISTINCT t
MATCH (t)-[r:CITES]->(u:Source) RETURN {from: t.id, to: u.id, kind: r.kind, cue: r.cue, quote: r.quote}
