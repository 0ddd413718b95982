// Relations by question, in order; a page of each key, or one page of all. Indexes: relation_question_time.
UNWIND $keys AS key
CALL (key) { MATCH (r:RelationRecord) USING INDEX r:RelationRecord({{property}}, sortKey) WHERE r.{{property}} = key AND r.sortKey > '' AND r.{{sort}} {{beyond}} $from AND {{filter}} RETURN r ORDER BY r.{{property}} {{direction}}, r.{{sort}} {{direction}} LIMIT $limit }
{{merge}}
RETURN {parent: key, relation: {{relation r}}}
