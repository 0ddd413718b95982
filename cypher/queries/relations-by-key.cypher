// Relations by question or by claim side, in order; a page of each key, or one page of all. Indexes: relation_question_time; relation_later and relation_earlier (a claim's few are sorted).
UNWIND $keys AS key
CALL (key) { MATCH (r:RelationRecord) WHERE r.{{property}} = key AND r.{{sort}} {{beyond}} $from AND {{filter}} RETURN r ORDER BY r.{{property}} {{direction}}, r.{{sort}} {{direction}} LIMIT $limit }
{{merge}}
RETURN {parent: key, relation: {{relation r}}}
