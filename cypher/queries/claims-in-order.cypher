// All claims in order of time or worth, with a filter that has no key of its own. Indexes: claim_time, claim_worth.
MATCH (c:Claim) USING INDEX c:Claim({{sort}}) WHERE c.{{sort}} {{beyond}} $from AND {{filter}}
WITH c ORDER BY c.{{sort}} {{direction}} LIMIT $limit
RETURN {parent: '', claim: {{claim c}}}
