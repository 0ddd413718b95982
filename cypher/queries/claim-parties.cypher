// The whole records of claims, with the survivors of merged actors that they name. Indexes: claim_id, actor_id.
UNWIND $ids AS id MATCH (c:Claim {id: id})
RETURN {id: c.id, record: c.record, merged: COLLECT { MATCH (c)-[:ATTRIBUTED_TO|MENTIONS]->(a:Actor) WHERE a.mergedInto IS NOT NULL RETURN DISTINCT {from: a.id, into: a.mergedInto} }}
