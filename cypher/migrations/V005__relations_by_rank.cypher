// Relations in the order of confidence or review without a word on whether they are conflicts: those of V002 begin with that word.
CREATE INDEX relation_confidence IF NOT EXISTS FOR (n:RelationRecord) ON (n.confidenceKey);
CREATE INDEX relation_review IF NOT EXISTS FOR (n:RelationRecord) ON (n.reviewKey);
