// The next claims in the order of their ids, for computing where they stand. Index: claim_id.
MATCH (c:Claim) USING INDEX c:Claim(id) WHERE c.id > $after AND c.withdrawnAt IS NULL RETURN c.id ORDER BY c.id LIMIT $limit
