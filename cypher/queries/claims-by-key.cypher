// Claims by one of their keys (question, position, source, outlet, speaker), in time or other order; a page of each key, or one page of all. {{merge}} cuts the union to one page.
// Indexes: claim_question_time, claim_position_time, claim_source_time, claim_outlet_time, claim_speaker_time; by worth the claims of the key are sorted.
UNWIND $keys AS key
CALL (key) { MATCH (c:Claim) USING INDEX c:Claim({{property}}, sortKey) WHERE c.{{property}} = key AND c.sortKey > '' AND c.{{sort}} {{beyond}} $from AND {{filter}} RETURN c ORDER BY c.{{property}} {{direction}}, c.{{sort}} {{direction}} LIMIT $limit }
{{merge}}
RETURN {parent: key, claim: {{claim c}}}
