// How many claims meet a filter without a key, counted to $limit. Index: claim_time.
MATCH (c:Claim) USING INDEX c:Claim(sortKey) WHERE c.sortKey > '' AND {{filter}} WITH c LIMIT $limit RETURN {id: '', n: count(c)}
