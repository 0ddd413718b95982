// The node of an id: of what was merged, the survivor. Indexes: claim_id, source_id, actor_id, question_id.
MATCH (n:Claim {id: $id}) RETURN n.id AS id
UNION MATCH (n:Source {id: $id}) RETURN n.id AS id
UNION MATCH (n:Actor {id: $id}) RETURN coalesce(n.mergedInto, n.id) AS id
UNION MATCH (n:Question {id: $id}) RETURN coalesce(n.mergedInto, n.id) AS id
