// Stores where claims stand. Index: claim_id.
UNWIND $rows AS row MATCH (c:Claim {id: row.id}) SET c.standing = row.standing, c.standingSince = row.since
