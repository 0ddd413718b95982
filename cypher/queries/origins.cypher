// Claims of positions as counting origins needs them, the oldest first. Index: claim_position_time.
UNWIND $ids AS id
CALL (id) { MATCH (c:Claim) USING INDEX c:Claim(positionId, sortKey) WHERE c.positionId = id AND c.sortKey > '' AND {{inForce}} RETURN c ORDER BY c.positionId, c.sortKey LIMIT $limit }
RETURN {position: id, claim: c.id, source: c.sourceId, origin: c.origin, known: c.originKnown, sortKey: c.sortKey}
