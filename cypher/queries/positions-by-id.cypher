// Positions. Index: position_id.
UNWIND $ids AS id MATCH (p:Position {id: id}) RETURN {{position p}}
