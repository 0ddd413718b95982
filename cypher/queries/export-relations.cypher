// Relations in force, in the order of their ids. Index: relation_record_id.
MATCH (r:RelationRecord) USING INDEX r:RelationRecord(id) WHERE r.id > $after AND r.recordedAt <= $asOf AND (r.withdrawnAt IS NULL OR r.withdrawnAt > $asOf) WITH r ORDER BY r.id LIMIT $limit RETURN {{bareRelation r}}
