// The whole records of claims. Index: claim_id.
UNWIND $ids AS id MATCH (c:Claim {id: id}) RETURN {id: c.id, record: c.record}
