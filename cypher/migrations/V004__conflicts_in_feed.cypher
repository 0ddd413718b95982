// The feed names the relations that a change made conflicts for the first time. Changes of before name those that were new in them and are conflicts.
MATCH (x:Change) WHERE x.conflicts IS NULL
CALL (x) {
  CALL (x) { UNWIND x.relations AS id MATCH (r:RelationRecord {id: id}) WHERE r.conflict AND r.recordedAt >= x.at RETURN collect(r.id) AS conflicts }
  SET x.conflicts = conflicts
} IN TRANSACTIONS OF 1000 ROWS;
