// Relations in order, conflicts before all. Indexes: relation_conflict_time, relation_conflict_confidence, relation_conflict_review; relation_time without a word on conflicts.
MATCH (r:RelationRecord) USING INDEX r:RelationRecord({{index}}) WHERE {{range}} AND r.{{sort}} {{beyond}} $from AND {{filter}}
WITH r ORDER BY {{first}}r.{{sort}} {{direction}} LIMIT $limit
RETURN {parent: '', relation: {{relation r}}}
