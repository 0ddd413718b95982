// Relations with both claims, withdrawn ones too. Indexes: relation_record_id, claim_id, source_id, actor_id.
UNWIND $ids AS id MATCH (r:RelationRecord {id: id}) WHERE r.recordedAt <= $asOf RETURN {{relation r}}
