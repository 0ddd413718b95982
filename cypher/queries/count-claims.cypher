// How many claims meet a filter without a key, counted to $limit. Index: claim_time.
MATCH (c:Claim) WHERE c.sortKey > '' AND {{filter}} WITH c LIMIT $limit RETURN {id: '', n: count(c)}
