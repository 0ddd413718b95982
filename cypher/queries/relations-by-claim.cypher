// Relations on one side of claims, in order: a claim has few, and they are sorted. Indexes: relation_later, relation_earlier.
UNWIND $keys AS key
CALL (key) { MATCH (r:RelationRecord) USING INDEX r:RelationRecord({{property}}) WHERE r.{{property}} = key AND r.{{sort}} {{beyond}} $from AND {{filter}} RETURN r ORDER BY r.{{sort}} {{direction}} LIMIT $limit }
{{merge}}
RETURN {parent: key, relation: {{relation r}}}
